// What would differ between two states of an object, list items told apart as the API tells them apart. Knows no kind.
import type { Change, ListTypes } from './ports.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The server's own bookkeeping in metadata: nobody asks for it, and every write moves it. */
const bookkeeping: ReadonlySet<string> = new Set([
  'managedFields',
  'resourceVersion',
  'generation',
  'uid',
  'creationTimestamp',
  'selfLink',
]);

/** The object without the server's bookkeeping; a new one without the status that the server begins it with. */
export function substance(object: Fields | null, without: readonly string[] = []): Fields | undefined {
  if (object === null) return undefined;
  const metadata = Object.entries((object.metadata ?? {}) as Fields).filter(([key]) => !bookkeeping.has(key));
  const rest = Object.entries(object).filter(([key]) => !without.includes(key));
  return { ...Object.fromEntries(rest), metadata: Object.fromEntries(metadata) };
}

/**
 * The changes from one state to the next, in the order of their paths; either may be missing. Maps are followed to
 * their leaves, an item of a keyed list that comes or goes is one change, and a list without keys is replaced whole.
 */
export function changesOf(live: Fields | null, next: Fields | null, types: ListTypes): Change[] {
  const found: Change[] = [];
  // What the server puts into the status of a new object is no part of what was asked for.
  const without = live === null ? ['status'] : [];
  walk(
    nameless(substance(live)),
    nameless(substance(next, without)),
    { pattern: '', path: [], types: [], from: [], to: [] },
    { found, types },
  );
  return found;
}

/** Without what the request itself says: which object it is. */
function nameless(object: Fields | undefined): Fields | undefined {
  if (object === undefined) return undefined;
  const { apiVersion: _, kind: __, metadata, ...rest } = object;
  const { name: ___, namespace: ____, ...about } = metadata as Fields;
  return Object.keys(about).length === 0 ? rest : { ...rest, metadata: about };
}

type Way = readonly (string | number)[];
type Place = {
  readonly pattern: string;
  readonly path: Way;
  readonly types: readonly string[];
  readonly from: Way;
  readonly to: Way;
};

/** By keys and places, where a change stands in the object before and in the one after. */
export type Standing = { readonly from: Way; readonly to: Way };

const standings = new WeakMap<Change, Standing>();

/** Where a change that {@link changesOf} found stands; its path names items by their keys, which may be looked alike. */
export function standingOf(change: Change): Standing | undefined {
  return standings.get(change);
}
type Walk = { readonly found: Change[]; readonly types: ListTypes };

function walk(from: unknown, to: unknown, at: Place, work: Walk): void {
  if (isSame(from, to)) return;
  if ((isMap(from) || from === undefined) && (isMap(to) || to === undefined)) maps(from, to, at, work);
  else if ((Array.isArray(from) || from === undefined) && (Array.isArray(to) || to === undefined))
    lists(from, to, at, work);
  else tell(from, to, at, work);
}

function tell(from: unknown, to: unknown, at: Place, { found }: Walk): void {
  const op = from === undefined ? 'add' : to === undefined ? 'remove' : 'replace';
  const change: Change = { pattern: at.pattern, path: [...at.path], op, from: from ?? null, to: to ?? null };
  standings.set(change, { from: at.from, to: at.to });
  found.push(change);
}

function maps(from: Fields | undefined, to: Fields | undefined, at: Place, work: Walk): void {
  const keys = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])].sort();
  // A map without a key is itself what comes or goes.
  if (keys.length === 0) tell(from, to, at, work);
  for (const key of keys) {
    const on = {
      pattern: below(at.pattern, key),
      path: [...at.path, key],
      types: [...at.types, key],
      from: [...at.from, key],
      to: [...at.to, key],
    };
    walk(own(from, key), own(to, key), on, work);
  }
}

/** A key behind a pattern: plain words with a dot, anything else as JSON in brackets, so that no two keys look alike. */
function below(pattern: string, key: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(key)) return `${pattern}[${JSON.stringify(key)}]`;
  return pattern === '' ? key : `${pattern}.${key}`;
}

function lists(from: readonly unknown[] | undefined, to: readonly unknown[] | undefined, at: Place, work: Walk): void {
  const type = work.types(at.types);
  const label = type.type === 'map' ? keyed(type.keys) : type.type === 'set' ? scalar : undefined;
  const before = label && labelled(from ?? [], label);
  const after = label && labelled(to ?? [], label);
  if (before && after && before.size + after.size > 0) items(before, after, at, work);
  else tell(from, to, at, work);
}

/** Keyed lists whose order means something: what runs first, and which variable may use which. */
const ordered: ReadonlySet<string> = new Set(['initContainers', 'env']);

type Item = { readonly at: number; readonly item: unknown };
type Items = ReadonlyMap<string, Item>;

function items(before: Items, after: Items, at: Place, work: Walk): void {
  if (ordered.has(at.types.at(-1) ?? '') && isMoved([...before.keys()], [...after.keys()]))
    // Told by their names alone: no place in the objects holds such a list.
    work.found.push({
      pattern: at.pattern,
      path: [...at.path],
      op: 'replace',
      from: [...before.keys()],
      to: [...after.keys()],
    });
  const pattern = `${at.pattern}[*]`;
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [one, other] = [before.get(name), after.get(name)];
    const on = {
      pattern,
      path: [...at.path, name],
      types: [...at.types, '*'],
      from: [...at.from, one?.at ?? -1],
      to: [...at.to, other?.at ?? -1],
    };
    if (one && other) walk(one.item, other.item, on, work);
    else tell(one?.item, other?.item, on, work);
  }
}

/** What stays keeps its order, and what is new comes last: anything else is another order. */
function isMoved(before: readonly string[], after: readonly string[]): boolean {
  const stays = before.filter((name) => after.includes(name));
  const expected = [...stays, ...after.filter((name) => !before.includes(name))];
  return expected.some((name, place) => name !== after[place]);
}

/** Items by their label; undefined when one has none or two have the same. */
function labelled(items: readonly unknown[], label: Label): Items | undefined {
  const found = new Map<string, Item>();
  for (const [at, item] of items.entries()) {
    const name = label(item);
    if (name === undefined || found.has(name)) return undefined;
    found.set(name, { at, item });
  }
  return found;
}

type Label = (item: unknown) => string | undefined;

/** `name=web`; `containerPort=80,protocol=TCP`. A key that an item leaves out is left out of its label. */
function keyed(keys: readonly string[]): Label {
  return (item) => {
    if (!isMap(item)) return undefined;
    const parts = keys.filter((key) => own(item, key) !== undefined).map((key) => `${key}=${String(item[key])}`);
    return parts.length === 0 ? undefined : parts.join(',');
  };
}

function scalar(item: unknown): string | undefined {
  return typeof item === 'object' ? undefined : JSON.stringify(item);
}

function own(map: Fields | undefined, key: string): unknown {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  if (!isMap(one) || !isMap(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}
