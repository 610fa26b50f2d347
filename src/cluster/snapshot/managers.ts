// Who manages which field of an object: metadata.managedFields read, written, and brought forward by a write. Pure.
// The rules are those of server-side apply (KEP 555).
import { isDeepStrictEqual } from 'node:util';
import { Fault } from '../../gate/fault.ts';
import type { ListTypes } from '../../gate/ports.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import {
  difference,
  elementsOf,
  fieldsIn,
  isWithin,
  joined,
  laidOver,
  less,
  type Owned,
  pathOf,
  without,
  wordsOf,
} from './owned.ts';

export type Writer = {
  readonly manager: string;
  readonly apiVersion: string;
  readonly subresource: string;
  /** RFC 3339. */
  readonly time: string;
  readonly types: ListTypes;
};

type Entry = Omit<Writer, 'types'> & { readonly operation: 'Apply' | 'Update'; readonly fields: Owned };

/** Whoever wrote what is older than the record of who writes. */
const unknownManager = 'before-first-apply';
/** What no manager owns: what an object is, and the server's own bookkeeping. */
const unowned = [
  ...['f:apiVersion', 'f:kind'],
  ...['name', 'namespace', 'uid', 'resourceVersion', 'generation', 'creationTimestamp', 'selfLink', 'managedFields']
    .concat(['deletionTimestamp', 'deletionGracePeriodSeconds'])
    .map((name) => pathOf(['f:metadata', `f:${name}`])),
];

const ownable = (paths: Iterable<string>): Set<string> =>
  new Set([...paths].filter((path) => path !== 'f:metadata' && !unowned.some((one) => isWithin(path, one))));

/**
 * Server-side apply: what a manager says laid over what there is, without what it said before and says no longer.
 * @throws {Fault} CLUSTER_CONFLICT, naming managers and fields, unless it is forced.
 */
export const applied = (live: Fields | undefined, said: Fields, writer: Writer, force: boolean): Fields => {
  const { types } = writer;
  const entries = live ? entriesOf(live, writer) : [];
  const own = entries.find((entry) => isOf(entry, writer, 'Apply'));
  const others = entries.filter((entry) => entry !== own);
  const mine = ownable(fieldsIn(said, types));
  const theirs = [...new Set(others.flatMap(({ fields }) => [...fields])), ...mine];
  const dropped = [...(own?.fields ?? [])].filter((path) => !theirs.some((other) => isWithin(other, path)));
  const next = without(laidOver(live ?? {}, said, types), new Set(dropped), new Set(theirs), types);
  const changes = difference(live ?? {}, next, types);
  const conflicts = others.flatMap((entry) =>
    [...entry.fields]
      .filter((path) => changes.changed.has(path))
      .map((path) => ({ who: whoOf(entry), path: wordsOf(path) })),
  );
  if (conflicts.length > 0 && !force) throw new Fault('CLUSTER_CONFLICT', conflictOf(conflicts));
  const entry: Entry = { ...writer, operation: 'Apply', fields: mine };
  return withEntries(next, live, [
    ...reduced(others, joined(changes.changed, changes.removed)),
    own && isDeepStrictEqual(own.fields, mine) ? own : entry,
  ]);
};

/** Any other write: who changes a field manages it from then on, alone. */
export const updated = (live: Fields | undefined, next: Fields, writer: Writer): Fields => {
  const entries = live ? entriesOf(live, writer) : [];
  const { changed, removed } = difference(live ?? {}, next, writer.types);
  const gained = ownable(changed);
  const own = entries.find((entry) => isOf(entry, writer, 'Update'));
  const others = reduced(
    entries.filter((entry) => entry !== own),
    joined(changed, removed),
  );
  const fields = less(joined(own?.fields ?? [], gained), removed);
  const entry: Entry = { ...writer, operation: 'Update', fields };
  return withEntries(next, live, [...others, own && isDeepStrictEqual(own.fields, fields) ? own : entry]);
};

const isOf = (entry: Entry, writer: Writer, operation: Entry['operation']): boolean =>
  entry.manager === writer.manager &&
  entry.operation === operation &&
  entry.subresource === writer.subresource &&
  entry.apiVersion === writer.apiVersion;

const reduced = (entries: readonly Entry[], taken: Owned): Entry[] =>
  entries.map((entry) => ({ ...entry, fields: less(entry.fields, taken) }));

const entriesOf = (object: Fields, { apiVersion, time, types }: Writer): Entry[] => {
  const kept = listOf(fieldsOf(object.metadata).managedFields).map(fieldsOf);
  if (kept.length === 0) {
    const { status: _, ...rest } = object;
    const fields = ownable(fieldsIn(rest, types));
    return [{ manager: unknownManager, operation: 'Update', apiVersion, subresource: '', time, fields }];
  }
  return kept.map((entry) => ({
    manager: textOf(entry.manager),
    operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
    apiVersion: textOf(entry.apiVersion),
    subresource: textOf(entry.subresource),
    time: textOf(entry.time),
    fields: new Set(pathsOf(fieldsOf(entry.fieldsV1))),
  }));
};

const withEntries = (object: Fields, live: Fields | undefined, entries: readonly Entry[]): Fields => {
  const managedFields = entries
    .filter(({ fields }) => fields.size > 0)
    .map(({ manager, operation, apiVersion, time, subresource, fields }) => ({
      ...{ manager, operation, apiVersion, time, fieldsType: 'FieldsV1', fieldsV1: treeOf(fields) },
      ...(subresource === '' ? {} : { subresource }),
    }));
  // One that has no record gets it with its first change.
  const same = live && !fieldsOf(live.metadata).managedFields && isDeepStrictEqual(object, live) && entries.length < 2;
  return same ? object : { ...object, metadata: { ...fieldsOf(object.metadata), managedFields } };
};

/** fieldsV1: a path is a branch, `.` marks one that is owned itself and has others below. */
const treeOf = (fields: Owned): Fields => {
  const root = new Map<string, unknown>();
  type Tree = Map<string, Tree>;
  for (const path of [...fields].sort()) {
    let tree = root as Tree;
    for (const element of elementsOf(path)) {
      const next: Tree = tree.get(element) ?? new Map();
      tree.set(element, next);
      tree = next;
    }
  }
  const plain = (tree: Tree, at: readonly string[]): Fields => {
    const own = tree.size > 0 && fields.has(pathOf(at)) ? [['.', {}] as const] : [];
    return Object.fromEntries([
      ...own,
      ...[...tree].map(([element, inner]) => [element, plain(inner, [...at, element])] as const),
    ]);
  };
  return plain(root as Tree, []);
};

const pathsOf = (tree: Fields, at: readonly string[] = []): string[] => {
  const branches = Object.entries(tree);
  if (branches.length === 0) return at.length > 0 ? [pathOf(at)] : [];
  return branches.flatMap(([element, inner]) =>
    element === '.' ? [pathOf(at)] : pathsOf(fieldsOf(inner), [...at, element]),
  );
};

const whoOf = ({ manager, operation, apiVersion, subresource }: Entry): string =>
  JSON.stringify(manager) +
  (subresource === '' ? '' : ` with subresource ${JSON.stringify(subresource)}`) +
  (operation === 'Update' ? ` using ${apiVersion}` : '');

/** The API server's own words. */
const conflictOf = (conflicts: readonly { readonly who: string; readonly path: string }[]): string => {
  const [first] = conflicts;
  if (first && conflicts.length === 1) return `Apply failed with 1 conflict: conflict with ${first.who}: ${first.path}`;
  const lines = [...Map.groupBy(conflicts, ({ who }) => who)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([who, all]) => [`conflicts with ${who}:`, ...all.map(({ path }) => `- ${path}`)]);
  return `Apply failed with ${conflicts.length} conflicts: ${lines.join('\n')}`;
};
