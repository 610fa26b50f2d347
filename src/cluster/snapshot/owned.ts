// The fields of an object as sets of paths, as server-side apply counts them: what an object holds, what differs between
// two, what one lays over another. Pure; knows no kind and no manager.
import { isDeepStrictEqual } from 'node:util';
import type { ListTypes } from '../../gate/ports.ts';
import { type Fields, isFields } from '../json.ts';

/** A path in one text: elements as fieldsV1 writes them (`f:spec`, `k:{"name":"web"}`, `v:"x"`), joined. */
export type Owned = ReadonlySet<string>;
type At = readonly string[];

const between = '\0';
/** What the server fills in before it compares the keys of a list. */
const assumed: Readonly<Record<string, unknown>> = { protocol: 'TCP' };

export const pathOf = (at: At): string => at.join(between);
export const elementsOf = (path: string): string[] => path.split(between);
export const isWithin = (path: string, other: string): boolean =>
  path === other || path.startsWith(`${other}${between}`);

/** All of both. */
export const joined = (a: Iterable<string>, b: Iterable<string>): Owned => new Set([...a, ...b]);
/** Those of one that the other has not. */
export const less = (a: Iterable<string>, b: Owned): Owned => new Set([...a].filter((path) => !b.has(path)));

/** Where a list stands, as its type is asked for. */
const placeOf = (at: At): string[] => at.map((element) => (element.startsWith('f:') ? element.slice(2) : '*'));

/** What a value is made of, by path element; undefined for what is one whole: a scalar, a list that is not keyed. */
const partsOf = (value: unknown, at: At, types: ListTypes): Map<string, unknown> | undefined => {
  if (isFields(value)) return new Map(Object.entries(value).map(([name, inner]) => [`f:${name}`, inner]));
  if (!Array.isArray(value)) return undefined;
  const type = types(placeOf(at));
  if (type.type === 'atomic' || (type.type === 'map' && !value.every(isFields))) return undefined;
  const element = (item: unknown): string =>
    type.type === 'map' ? keyed(item as Fields, type.keys) : `v:${JSON.stringify(item)}`;
  const parts = new Map(value.map((item) => [element(item), item]));
  // A list that holds a key twice can only be taken as a whole.
  return parts.size === value.length ? parts : undefined;
};

const keyed = (item: Fields, keys: readonly string[]): string => {
  const values = [...keys].sort().flatMap((key) => {
    const value = item[key] ?? assumed[key];
    return value === undefined ? [] : [[key, value]];
  });
  return `k:${JSON.stringify(Object.fromEntries(values))}`;
};

const whole = (parts: ReadonlyMap<string, unknown>, like: unknown): unknown =>
  Array.isArray(like)
    ? [...parts.values()]
    : Object.fromEntries([...parts].map(([element, value]) => [element.slice(2), value]));

/** The paths of a value: leaves, empty maps and lists, and each item of a keyed list. */
export const fieldsIn = (value: unknown, types: ListTypes, at: At = []): string[] => {
  const parts = partsOf(value, at, types);
  if (!parts || parts.size === 0) return at.length > 0 ? [pathOf(at)] : [];
  const item = at.at(-1)?.startsWith('k:') ? [pathOf(at)] : [];
  return [...item, ...[...parts].flatMap(([element, inner]) => fieldsIn(inner, types, [...at, element]))];
};

export type Difference = { readonly changed: Owned; readonly removed: Owned };

/** What was added or has another value, and what is gone. */
export const difference = (before: unknown, after: unknown, types: ListTypes): Difference => {
  const [changed, removed] = [new Set<string>(), new Set<string>()];
  const add = (set: Set<string>, value: unknown, at: At): void => {
    for (const path of fieldsIn(value, types, at)) set.add(path);
  };
  const walk = (from: unknown, to: unknown, at: At): void => {
    if (isDeepStrictEqual(from, to)) return;
    const [old, now] = [partsOf(from, at, types), partsOf(to, at, types)];
    if (!old || !now || Array.isArray(from) !== Array.isArray(to)) {
      changed.add(pathOf(at));
      add(changed, to, at);
      if (old) add(removed, from, at);
      return;
    }
    for (const [element, value] of now)
      old.has(element) ? walk(old.get(element), value, [...at, element]) : add(changed, value, [...at, element]);
    for (const [element, value] of old) if (!now.has(element)) add(removed, value, [...at, element]);
  };
  walk(before, after, []);
  return { changed, removed: less(removed, changed) };
};

/** One value laid over another: maps and keyed lists are joined, all else is replaced. */
export const laidOver = (below: unknown, above: unknown, types: ListTypes, at: At = []): unknown => {
  const [old, now] = [partsOf(below, at, types), partsOf(above, at, types)];
  if (!old || !now || Array.isArray(below) !== Array.isArray(above)) return above;
  const over = (element: string): unknown =>
    !now.has(element)
      ? old.get(element)
      : old.has(element)
        ? laidOver(old.get(element), now.get(element), types, [...at, element])
        : now.get(element);
  // What the upper one says stands in its order, in the places of what it replaces and then at the end.
  const upper = [...now.keys()];
  const elements = Array.isArray(above)
    ? [...[...old.keys()].map((element) => (now.has(element) ? (upper.shift() as string) : element)), ...upper]
    : new Set([...old.keys(), ...upper]);
  return whole(new Map([...elements].map((element) => [element, over(element)])), above);
};

/** A value without the parts at some paths; what is left empty goes too, unless it is kept. */
export const without = (value: unknown, drop: Owned, keep: Owned, types: ListTypes): Fields => {
  const cut = (inner: unknown, at: At): unknown => {
    const parts = partsOf(inner, at, types);
    if (!parts || parts.size === 0) return inner;
    const own = at.at(-1) ?? '';
    // What an item of a list is told apart by stays as long as the item.
    const keys = new Set(
      own.startsWith('k:') ? Object.keys(JSON.parse(own.slice(2))).map((key) => pathOf([...at, `f:${key}`])) : [],
    );
    const left = new Map<string, unknown>();
    for (const [element, part] of parts) {
      const path = pathOf([...at, element]);
      const rest = drop.has(path) && !keys.has(path) ? undefined : cut(part, [...at, element]);
      if (rest !== undefined) left.set(element, rest);
    }
    return left.size === 0 && at.length > 0 && !keep.has(pathOf(at)) ? undefined : whole(left, inner);
  };
  return cut(value, []) as Fields;
};

/** `.spec.template.spec.containers[name="web"].image`, as the API server names a path. */
export const wordsOf = (path: string): string =>
  elementsOf(path)
    .map((element) => {
      const rest = element.slice(2);
      if (element.startsWith('f:')) return `.${rest}`;
      if (element.startsWith('v:')) return `[=${rest}]`;
      const keys = Object.entries(JSON.parse(rest) as Fields);
      return `[${keys.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(',')}]`;
    })
    .join('');
