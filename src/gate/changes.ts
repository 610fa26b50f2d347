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
    { pattern: '', path: [], types: [] },
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

type Place = {
  readonly pattern: string;
  readonly path: readonly (string | number)[];
  readonly types: readonly string[];
};
type Walk = { readonly found: Change[]; readonly types: ListTypes };

function walk(from: unknown, to: unknown, at: Place, work: Walk): void {
  if (isSame(from, to)) return;
  if ((isMap(from) || from === undefined) && (isMap(to) || to === undefined)) maps(from, to, at, work);
  else if ((Array.isArray(from) || from === undefined) && (Array.isArray(to) || to === undefined))
    lists(from, to, at, work);
  else tell(from, to, at, work);
}

function tell(from: unknown, to: unknown, { pattern, path }: Place, { found }: Walk): void {
  const op = from === undefined ? 'add' : to === undefined ? 'remove' : 'replace';
  found.push({ pattern, path: [...path], op, from: from ?? null, to: to ?? null });
}

function maps(from: Fields | undefined, to: Fields | undefined, at: Place, work: Walk): void {
  const keys = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])].sort();
  // A map without a key is itself what comes or goes.
  if (keys.length === 0) tell(from, to, at, work);
  for (const key of keys) {
    const on = { pattern: below(at.pattern, key), path: [...at.path, key], types: [...at.types, key] };
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

type Items = ReadonlyMap<string, unknown>;

function items(before: Items, after: Items, at: Place, work: Walk): void {
  const common = [...before.keys()].filter((name) => after.has(name));
  const moved = [...after.keys()].filter((name) => before.has(name)).some((name, place) => name !== common[place]);
  if (moved && ordered.has(at.types.at(-1) ?? '')) tell([...before.keys()], [...after.keys()], at, work);
  const pattern = `${at.pattern}[*]`;
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const on = { pattern, path: [...at.path, name], types: [...at.types, '*'] };
    if (before.has(name) && after.has(name)) walk(before.get(name), after.get(name), on, work);
    else tell(before.get(name), after.get(name), on, work);
  }
}

/** Items by their label; undefined when one has none or two have the same. */
function labelled(items: readonly unknown[], label: Label): ReadonlyMap<string, unknown> | undefined {
  const found = new Map<string, unknown>();
  for (const item of items) {
    const name = label(item);
    if (name === undefined || found.has(name)) return undefined;
    found.set(name, item);
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
