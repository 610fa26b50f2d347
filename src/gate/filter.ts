// Station 6: cuts a response down to its observation. What is dropped here no rule and no model ever sees.
import { cell, clean, cleanValue } from './clean.ts';
import { writeCursor } from './cursor.ts';
import { Fault } from './fault.ts';
import type { Binding } from './obligations.ts';
import { covers, project, touches, valueAt } from './path.ts';
import type { Column, ListEnd, Options, Response, Row, Watch } from './ports.ts';
import type { Redactor } from './redact/redactor.ts';

export type TableData = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly namespaces: readonly string[];
};
export type ItemsData = { readonly items: readonly unknown[] };
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
  /** For each kept item, how many the server had given by then: where a cursor inside the chunk points. */
  readonly positions: readonly number[];
  readonly notes: readonly string[];
};

type Work = {
  readonly binding: Binding;
  readonly options: Options;
  readonly skip: number;
  readonly redactor: Redactor;
  readonly watch: Watch;
  readonly seal: (token: string) => string;
  readonly withheld: Set<string>;
  redactions: number;
};

const withheldMost = 40;
/** The server's own bookkeeping, which nobody misses. */
const bookkeeping = /^metadata\.(?:managedFields|resourceVersion|generation|selfLink)\b/;

/**
 * Applies scope, fields, redaction and limits to a response as it arrives. `skip` leaves out items of the first chunk
 * that an earlier answer showed. Throws what the response throws, or OBLIGATION_FAILED.
 */
export async function filter(
  response: Response,
  binding: Binding,
  options: Options,
  skip: number,
  { redactor, seal }: Pick<Work, 'redactor' | 'seal'>,
  watch: Watch,
): Promise<Filtered> {
  const work: Work = { binding, options, skip, redactor, seal, watch, withheld: new Set(), redactions: 0 };
  const part = await byType[response.type](response as never, work);
  return {
    type: response.type,
    cursor: '',
    remaining: null,
    positions: [],
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
  object: async ({ object }, work) => ({ data: cutObject(object, work) ?? {} }),
  text: async ({ text, cut }, work) => ({
    data: { lines: cutText(text, work) },
    notes: cut ? ['Earlier lines were cut by the byte limit.'] : [],
  }),
  items: (response, work) => cutItems(response, work),
  table: (response, work) => cutTable(response, work),
};

async function cutItems({ items, end }: Extract<Response, { type: 'items' }>, work: Work): Promise<Part> {
  const { sortBy } = work.options;
  const most = wanted(work);
  const paths = sortPaths(sortBy, work.binding);
  const kept: unknown[] = [];
  const positions: number[] = [];
  let seen = 0;
  for await (const batch of items) {
    for (const item of batch) {
      seen += 1;
      if (seen <= work.skip || !inScope(item, work.binding)) continue;
      if (!paths && kept.length >= most) continue;
      const left = cutObject(item, work);
      if (left === undefined) continue;
      kept.push(left);
      positions.push(seen);
    }
    work.watch.progress?.(seen, undefined, 'items read');
  }
  if (!paths) return { data: { items: kept }, positions, ...rest(end(), work) };
  const sorted = order(kept, paths, sortBy.startsWith('-'));
  return {
    data: { items: sorted.slice(0, most) },
    remaining: sorted.length > most ? sorted.length - most : null,
    ...again(end()),
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
      seen += 1;
      if (seen <= work.skip || kept.length >= most || !rowInScope(row, work.binding)) continue;
      kept.push(
        shown.map(({ at, column }, index) => cutCell(row.cells[at], column.name, telling[index] ?? true, work)),
      );
      namespaces.push(row.namespace);
      positions.push(seen);
    }
    work.watch.progress?.(seen, undefined, 'rows read');
  }
  return {
    data: { columns: shown.map(({ column }) => column.name), rows: kept, namespaces },
    positions,
    ...rest(end(), work),
  };
}

function wanted({ options, binding }: Work): number {
  return options.limit > 0 ? Math.min(options.limit, binding.limit.items) : binding.limit.items;
}

/** Where the list goes on when all that was asked for has been read. */
function rest(end: ListEnd, { binding, seal }: Work): Pick<Part, 'cursor' | 'remaining' | 'notes'> {
  if (end.continue === '') return again(end);
  // The server counts what the scope closes, too: then how many are left is not told.
  const remaining = binding.scopes.length > 0 ? null : end.remaining;
  return { cursor: writeCursor({ skip: 0, sealed: seal(end.continue) }), remaining, ...again(end) };
}

function again(end: ListEnd): Pick<Part, 'notes'> {
  return { notes: end.restarted ? ['The list changed while it was read and was begun again once.'] : [] };
}

function inScope(item: Record<string, unknown>, { scopes }: Binding): boolean {
  return scopes.every((scope) => {
    const value = valueAt(item, scope.by === 'name' ? 'metadata.name' : 'metadata.namespace');
    return typeof value === 'string' && scope.sees(value);
  });
}

function rowInScope(row: Row, { scopes }: Binding): boolean {
  return scopes.every((scope) => {
    const value = scope.by === 'name' ? row.name : row.namespace;
    return value !== '' && scope.sees(value);
  });
}

function cutObject(object: unknown, work: Work): unknown {
  let left = object;
  const { chosen } = work.binding;
  const withhold = (path: string) => {
    if (chosen && !touches(chosen, path)) return;
    if (work.withheld.size < withheldMost && !bookkeeping.test(path))
      work.withheld.add(work.redactor.text(cell(path)).text);
  };
  for (const tree of work.binding.trees) left = left === undefined ? undefined : project(left, tree, withhold);
  if (chosen && left !== undefined) left = project(left, chosen);
  if (left === undefined) return undefined;
  const { value, count } = work.redactor.value(cleanValue(left));
  work.redactions += count;
  return value;
}

function shownColumns(
  columns: readonly Column[],
  { columns: granted }: Binding,
): readonly { readonly column: Column; readonly at: number }[] {
  const all = columns.map((column, at) => ({ column, at }));
  if (!granted) return all.filter(({ column }) => column.priority === 0);
  return all.filter(({ column }) => granted.includes(column.name));
}

/** A column whose very name tells of a secret is redacted by key, as a field of that name would be. */
function isTelling(name: string, redactor: Redactor): boolean {
  return redactor.value({ [name]: 'q7Zk-2vRw-9xLm-4tBn' }).count > 0;
}

function cutCell(value: unknown, name: string, telling: boolean, work: Work): string {
  if (value === null || value === undefined) return '';
  const text = cell(
    typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
  if (!telling) {
    const { text: left, count } = work.redactor.text(text);
    work.redactions += count;
    return left;
  }
  const { value: left, count } = work.redactor.value({ [name]: text });
  work.redactions += count;
  return cell(String((left as Record<string, unknown>)[name] ?? ''));
}

function cutText(raw: string, work: Work): readonly string[] {
  const { options, binding } = work;
  const { text, count } = work.redactor.text(clean(raw));
  work.redactions += count;
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const upTo = lines.slice(0, Math.max(0, lines.length - options.skipLines));
  const tail = Math.min(options.tailLines || binding.limit.lines, binding.limit.lines);
  const kept = upTo.slice(-tail).filter((line) => options.grep === '' || line.includes(options.grep));
  return kept.map((line) => shorten(line, binding.limit.lineBytes));
}

function shorten(line: string, most: number): string {
  if (line.length <= most) return line;
  return `${line.slice(0, most).toWellFormed()}… [${line.length - most} more characters]`;
}

function sortPaths(sortBy: string, { trees }: Binding): readonly string[] | undefined {
  if (sortBy === '') return undefined;
  const paths = sortBy.replace(/^-/, '').split(',');
  const granted = paths.filter((path) => trees.every((tree) => covers(tree, path)));
  if (granted.length === 0)
    throw new Fault('OBLIGATION_FAILED', 'The list cannot be sorted by a field that is not granted.');
  return granted;
}

function order(items: readonly unknown[], paths: readonly string[], descending: boolean): readonly unknown[] {
  const keyed = items.map((item) => ({ item, key: firstOf(item, paths), tie: JSON.stringify(item) }));
  keyed.sort((one, other) => (descending ? -1 : 1) * compare(one.key, other.key) || compare(one.tie, other.tie));
  return keyed.map(({ item }) => item);
}

function firstOf(item: unknown, paths: readonly string[]): string | number {
  for (const path of paths) {
    const value = valueAt(item, path);
    if (typeof value === 'number') return value;
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === typeof other) return one < other ? -1 : one > other ? 1 : 0;
  return typeof one === 'number' ? -1 : 1;
}
