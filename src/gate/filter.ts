// Station 6: cuts a response down to its observation. What is dropped here no rule and no model ever sees.
import { cell, eachText, spell, strip } from './clean.ts';
import type { Cursor } from './cursor.ts';
import { Fault } from './fault.ts';
import { logLines, shorten } from './log-lines.ts';
import type { Binding } from './obligations.ts';
import { around, choose, type FieldTree, fieldTree, project, touches, valueAt } from './path.ts';
import type { Column, ListEnd, Request, Response, Row, Watch } from './ports.ts';
import { isNaming, type Redactor } from './redact/redactor.ts';
import { leaders, sortKey, sortPaths } from './sort.ts';
import type { Where } from './where.ts';

export type TableData = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly namespaces: readonly string[];
};
export type ItemsData = {
  readonly items: readonly unknown[];
  /** How many did not fit what the plan wanted to know, where it said so. */
  readonly others?: number;
};
export type TextData = { readonly lines: readonly string[] };

/** What is left of a response, and what was taken away. */
export type Filtered = {
  readonly type: Response['type'];
  readonly data: TableData | ItemsData | TextData | unknown;
  /** Paths that no grant lets pass, sorted. */
  readonly withheld: readonly string[];
  readonly redactions: number;
  /** The cursor behind the last item; '' at the end of the list. */
  readonly cursor: string;
  readonly remaining: number | null;
  /** For each kept item, how many that may be seen the list had given by then: where a cursor inside it points. */
  readonly positions: readonly number[];
  /** A cursor behind so many items of this list. */
  readonly resume: (skip: number) => string;
  readonly notes: readonly string[];
};

type Work = {
  readonly binding: Binding;
  readonly request: Request;
  readonly start: Cursor;
  readonly redactor: Redactor;
  readonly watch: Watch;
  readonly write: (cursor: Cursor) => string;
  readonly withheld: Set<string>;
  redactions: number;
};

const withheldMost = 40;
/** Characters of one text that are read for secrets; what is longer is cut first. */
const textMost = 64 * 1024;
/** Items between two moments in which others may be served. */
const breath = { items: 20, rows: 500 };
/** The server's own bookkeeping, which nobody misses. */
const bookkeeping = /^metadata\.(?:managedFields|resourceVersion|generation|selfLink)\b/;

/**
 * Applies scope, fields, redaction and limits to a response as it arrives, from where `start` says. Throws what the
 * response throws, OBLIGATION_FAILED, or CLUSTER_BROKEN for an object that nobody asked for.
 */
export async function filter(response: Response, settings: Omit<Work, 'withheld' | 'redactions'>): Promise<Filtered> {
  const work: Work = { ...settings, withheld: new Set(), redactions: 0 };
  const part = await byType[response.type](response as never, work);
  return {
    type: response.type,
    cursor: '',
    remaining: null,
    positions: [],
    resume: (skip) => work.write({ token: work.start.token, skip }),
    notes: [],
    ...part,
    withheld: [...work.withheld].sort(),
    redactions: work.redactions,
  };
}

type Part = Pick<Filtered, 'data'> & Partial<Pick<Filtered, 'cursor' | 'remaining' | 'positions' | 'notes'>>;
type ByType = {
  readonly [Type in Response['type']]: (response: Extract<Response, { type: Type }>, work: Work) => Promise<Part>;
};

const byType: ByType = {
  object: async ({ object }, work) => {
    if (!isAsked(object, work.request))
      throw new Fault('CLUSTER_BROKEN', 'It gave another object than the one asked for.');
    return { data: cutObject(object, work) ?? {} };
  },
  text: async ({ text, cut }, work) => {
    const { lines, count } = logLines(text, work.request.options, work.binding.limit, work.redactor);
    work.redactions += count;
    return { data: { lines }, notes: cut ? ['Earlier lines were cut by the byte limit.'] : [] };
  },
  items: (response, work) => cutItems(response, work),
  table: (response, work) => cutTable(response, work),
};

async function cutItems({ items, end }: Extract<Response, { type: 'items' }>, work: Work): Promise<Part> {
  const { sortBy } = work.request.options;
  const { where } = work.binding;
  const fits = where && judgeOf(where, work);
  const most = wanted(work);
  const ranked = rankedBy(sortBy, most, work);
  const kept: unknown[] = [];
  const positions: number[] = [];
  let seen = 0;
  let fitting = 0;
  let unwanted = 0;
  for await (const batch of items) {
    for (const item of batch) {
      if (!inScope(item, work)) continue;
      seen += 1;
      if (seen % breath.rows === 0) await others();
      if (seen <= work.start.skip || (!ranked && !where && kept.length >= most)) continue;
      if (fits && !fits(item)) {
        unwanted += 1;
        continue;
      }
      fitting += 1;
      if (ranked) await ranked.add(item);
      if (ranked || kept.length >= most) continue;
      const left = cutObject(item, work);
      if (left === undefined) continue;
      kept.push(left);
      positions.push(seen);
      if (kept.length % breath.items === 0) await others();
    }
    work.watch.progress?.(ranked ? Math.min(fitting, most) : kept.length, undefined, 'items read');
  }
  if (!ranked && !where) return { data: { items: kept }, positions, ...rest(end(), work) };
  return {
    data: { items: ranked ? await ranked.first() : kept, ...(where ? { others: unwanted } : {}) },
    ...(ranked ? {} : { positions }),
    ...unread(end(), work),
    ...(fitting > most ? { remaining: fitting - most } : {}),
  };
}

/** The first items in the order that is asked for: all of them are looked at, and few are cut. */
function rankedBy(sortBy: string, most: number, work: Work) {
  const paths = sortPaths(sortBy, work.binding);
  const tree = paths && fieldTree(paths);
  if (!paths || !tree) return undefined;
  const { near, clear } = glimpser(tree, work);
  let cut = 0;
  const { add, isFull, settle, first } = leaders(most, sortBy.startsWith('-'), async (item) => {
    cut += 1;
    if (cut % breath.items === 0) await others();
    return cutObject(item, work);
  });
  return {
    first,
    add: async (item: unknown) => {
      add(sortKey(clear(near(item)), paths), item);
      if (isFull()) await settle();
    },
  };
}

/** What had to be read whole and was not: then what was not read may hold what is wanted. */
function unread(end: ListEnd, work: Work): Pick<Part, 'cursor' | 'notes'> {
  if (end.continue === '') return again(end);
  const { cursor, notes = [] } = rest(end, work);
  return {
    cursor: cursor ?? '',
    notes: [...notes, 'The list is too long to be read whole: this is of its beginning.'],
  };
}

async function cutTable({ columns, rows, end }: Extract<Response, { type: 'table' }>, work: Work): Promise<Part> {
  const shown = shownColumns(columns, work.binding);
  const telling = shown.map(({ column }) => isTelling(column.name, work.redactor));
  const most = wanted(work);
  const kept: string[][] = [];
  const namespaces: string[] = [];
  const positions: number[] = [];
  let seen = 0;
  for await (const batch of rows) {
    for (const row of batch) {
      if (!rowInScope(row, work)) continue;
      seen += 1;
      if (seen <= work.start.skip || kept.length >= most) continue;
      kept.push(
        shown.map(({ at, column }, index) => cutCell(row.cells[at], column.name, telling[index] ?? true, work)),
      );
      namespaces.push(row.namespace);
      positions.push(seen);
      if (kept.length % breath.rows === 0) await others();
    }
    work.watch.progress?.(kept.length, undefined, 'rows read');
  }
  return {
    data: { columns: shown.map(({ column }) => column.name), rows: kept, namespaces },
    positions,
    ...rest(end(), work),
  };
}

/** Lets other calls go on: redaction is work. */
function others(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function wanted({ request: { options }, binding }: Work): number {
  return options.limit > 0 ? Math.min(options.limit, binding.limit.items) : binding.limit.items;
}

/** Where the list goes on when all that was asked for has been read. */
function rest(end: ListEnd, { binding, write }: Work): Pick<Part, 'cursor' | 'remaining' | 'notes'> {
  if (end.continue === '') return again(end);
  // The server counts what the scope closes, too: then how many are left is not told.
  const remaining = binding.scopes.length > 0 ? null : end.remaining;
  return { cursor: write({ token: end.continue, skip: 0 }), remaining, ...again(end) };
}

function again(end: ListEnd): Pick<Part, 'notes'> {
  return { notes: end.restarted ? ['The list changed while it was read and was begun again once.'] : [] };
}

function inScope(item: Record<string, unknown>, { binding: { scopes }, request }: Work): boolean {
  if (!isIn(valueAt(item, 'metadata.namespace'), request)) return false;
  return scopes.every((scope) => {
    const value = valueAt(item, scope.by === 'name' ? 'metadata.name' : 'metadata.namespace');
    return typeof value === 'string' && scope.sees(value);
  });
}

function rowInScope(row: Row, { binding: { scopes }, request }: Work): boolean {
  if (!isIn(row.namespace, request)) return false;
  return scopes.every((scope) => {
    const value = scope.by === 'name' ? row.name : row.namespace;
    return value !== '' && scope.sees(value);
  });
}

/** An API server that answers with another namespace than the one that was decided is not believed. */
function isIn(namespace: unknown, request: Request): boolean {
  return request.namespace === '' || namespace === undefined || namespace === '' || namespace === request.namespace;
}

function isAsked(object: Record<string, unknown>, request: Request): boolean {
  const name = valueAt(object, 'metadata.name');
  const isOther = object.kind === 'Status' && request.kind !== 'Status';
  return (
    !isOther && (name === undefined || name === request.name) && isIn(valueAt(object, 'metadata.namespace'), request)
  );
}

/** Looks at no more of an item than the tree names, as it will be shown: nothing else can decide. */
function glimpser(tree: FieldTree, { binding, redactor }: Work) {
  const near = (item: unknown) =>
    binding.trees.reduce<unknown>((here, granted) => here && project(here, granted), around(item, tree, isNamed));
  const clear = (left: unknown) => eachText(redactor.value(tidy(left)).value, spell);
  return { near, clear };
}

/** Whether an item is wanted. Thousands that are well look alike: what looks alike is judged once. */
function judgeOf({ tree, fits }: Where, work: Work): (item: unknown) => boolean {
  const { near, clear } = glimpser(tree, work);
  const known = new Map<string, boolean>();
  return (item) => {
    const left = near(item);
    const text = JSON.stringify(left) ?? '';
    const isWanted = known.get(text) ?? fits(clear(left));
    if (known.size >= knownMost) known.clear();
    known.set(text, isWanted);
    return isWanted;
  };
}

const knownMost = 1000;

function cutObject(object: unknown, work: Work): unknown {
  let left = object;
  const { chosen, trees } = work.binding;
  const withhold = (path: string) => {
    if (chosen && !touches(chosen, path)) return;
    if (work.withheld.size >= withheldMost || bookkeeping.test(path)) return;
    // A key is the cluster's text: only one that can be nothing but a path is named outside the fence.
    work.withheld.add(/^[\w.[\]*\-/"]{1,120}$/.test(path) ? work.redactor.text(path).text : 'more');
  };
  for (const tree of trees) left = left === undefined ? undefined : project(left, tree, withhold);
  // Redaction sees what stands beside what was chosen, or a choice would show what the whole does not.
  if (chosen) left = around(left, chosen, isNamed);
  if (left === undefined) return undefined;
  const { value, count } = work.redactor.value(tidy(left));
  work.redactions += count;
  const shown = chosen ? choose(value, chosen) : value;
  return shown === undefined ? undefined : eachText(shown, spell);
}

function tidy(left: unknown): unknown {
  return eachText(left, (text) => strip(shorten(text, textMost)));
}

function isNamed(key: string): boolean {
  return isNaming(strip(key));
}

function shownColumns(columns: readonly Column[], { columns: granted }: Binding): readonly Shown[] {
  const all = columns.map((column, at) => ({ column, at }));
  if (!granted) return all.filter(({ column }) => column.priority === 0);
  // The server's own columns come first; a custom resource may have more of the same name.
  return all.filter(
    ({ column }, at) => granted.includes(column.name) && columns.findIndex(({ name }) => name === column.name) === at,
  );
}

type Shown = { readonly column: Column; readonly at: number };

/** A column whose very name tells of a secret is redacted by key, as a field of that name would be. */
function isTelling(name: string, redactor: Redactor): boolean {
  return redactor.value({ [name]: 'q7Zk-2vRw-9xLm-4tBn' }).count > 0;
}

function cutCell(value: unknown, name: string, telling: boolean, work: Work): string {
  if (value === null || value === undefined) return '';
  const raw = typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const text = strip(shorten(raw, textMost));
  // A custom resource may call any of its fields Age.
  if (name === 'Age' && !/^(?:(?:\d+[a-z]+)+|<\w+>)$/.test(text)) return '';
  const { value: left, count } = telling ? work.redactor.value({ [name]: text }) : { value: { [name]: '' }, count: 0 };
  const { text: plain, count: found } = telling ? { text: '', count: 0 } : work.redactor.text(text);
  work.redactions += count + found;
  return cell(telling ? String((left as Record<string, unknown>)[name] ?? '') : plain);
}
