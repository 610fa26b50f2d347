// Observations as pieces of an answer: tables, YAML, log lines. Knows shapes, no kind.
import { cell } from '../clean.ts';
import type { Observed } from '../execute.ts';
import type { ItemsData, TableData, TextData } from '../filter.ts';
import { valuesAt } from '../path.ts';
import { at, parsePointer, without } from '../pointer.ts';
import type { Show } from '../ports.ts';
import { isWritten, writtenPiece } from './changes.ts';
import { grid } from './grid.ts';
import { bytesOf, type Piece, sentence } from './piece.ts';
import { failure } from './refusal.ts';
import { shorten } from './shorten.ts';

/** Observations that are shown as one: lists of one resource in several namespaces are one table. */
export type Shown = { readonly observed: readonly [Observed, ...Observed[]]; readonly show: Show };

/** A piece for what is shown. */
export function piece({ observed, show }: Shown, cluster: string, yaml: (value: unknown) => string): Piece {
  const [first] = observed;
  const title = show.title ?? titleOf(observed, cluster);
  if (first.outcome !== 'ok') return sentence(`${title}: ${missing(first)}`);
  if (isWritten(first)) return writtenPiece(title, first);
  const tables = tablesOf(observed, show);
  if (tables) return tablePiece(title, observed, tables, show);
  if (first.filtered?.type === 'text') return textPiece(title, first, show);
  return yamlPiece(title, first, show, yaml);
}

/** `pods in shop`, `pods shop/web-1 log (container app)`. */
function titleOf([first, ...others]: readonly Observed[], cluster: string): string {
  if (!first) return '';
  const { request } = first.judged;
  const group = request.group === '' ? '' : `.${request.group}`;
  const what = `${request.resource}${group}${request.subresource === '' ? '' : `/${request.subresource}`}`;
  const named = request.name === '' ? '' : ` ${request.namespace === '' ? '' : `${request.namespace}/`}${request.name}`;
  const many = others.length > 0 || (request.scope === 'Namespaced' && request.namespace === '');
  const where =
    request.name !== ''
      ? ''
      : many
        ? ' in all namespaces you may see'
        : request.namespace === ''
          ? ''
          : ` in ${request.namespace}`;
  const container = request.options.container === '' ? '' : `, container ${cell(request.options.container)}`;
  return `${what}${named}${where}${container}, cluster ${cluster}`;
}

function missing({ outcome, reasons, fault }: Observed): string {
  if (fault) return `not available. ${failure(fault, [])}`;
  const words = outcome === 'approve' ? 'needs approval' : 'refused';
  return `${words}: ${reasons.map(({ code, message }) => `${code}. ${message}`).join(' ')}`;
}

type Grid = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Each observation as rows; undefined when it is not one of rows. */
function tablesOf(observed: readonly Observed[], show: Show): readonly Grid[] | undefined {
  if (show.as !== 'table') return undefined;
  const grids = observed.map(({ data, filtered, judged }) => {
    const several = observed.length > 1 || (judged.request.scope === 'Namespaced' && judged.request.namespace === '');
    if (filtered?.type === 'table')
      return several ? withNamespaces(data as TableData, judged.request.namespace) : (data as TableData);
    if (filtered?.type === 'items') return byColumns(data as ItemsData, show);
    return undefined;
  });
  return grids.every((one) => one !== undefined) ? grids : undefined;
}

function withNamespaces({ columns, rows, namespaces }: TableData, asked: string): Grid {
  return { columns: ['Namespace', ...columns], rows: rows.map((row, at) => [namespaces[at] || asked, ...row]) };
}

function byColumns({ items }: ItemsData, { columns = [] }: Show): Grid {
  const chosen =
    columns.length > 0
      ? columns
      : [
          { title: 'Namespace', path: 'metadata.namespace' },
          { title: 'Name', path: 'metadata.name' },
        ];
  return {
    columns: chosen.map(({ title }) => title),
    rows: items.map((item) => chosen.map(({ path }) => oneOf(item, path))),
  };
}

/** The first of `a,b` that is there; `a/b` puts two values together. A quoted key may hold either sign. */
function oneOf(item: unknown, path: string): string {
  for (const choice of apart(path, ',')) {
    const parts = apart(choice, '/').map((part) => allOf(item, part));
    if (parts.some((part) => part !== '')) return parts.filter((part) => part !== '').join('/');
  }
  return '';
}

function apart(path: string, sign: ',' | '/'): readonly string[] {
  return path.match(sign === ',' ? /(?:"[^"]*"|[^",])+/g : /(?:"[^"]*"|[^"/])+/g) ?? [];
}

/** All values of a path with `[*]`, as kubectl puts them into one column. */
function allOf(item: unknown, path: string): string {
  return valuesAt(item, path)
    .map(plain)
    .filter((text) => text !== '')
    .join(',');
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return '';
  return cell(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

function tablePiece(title: string, observed: readonly Observed[], tables: readonly Grid[], show: Show): Piece {
  const rows = tables.flatMap((table) => table.rows);
  const columns = tables[0]?.columns ?? [];
  const notes = notesOf(observed);
  const open = observed
    .filter(({ filtered }) => filtered && (filtered.cursor !== '' || (filtered.remaining ?? 0) > 0))
    .map((one) => more(one, show));
  if (rows.length === 0) return { ...sentence(`${title}: none.`), notes: [...notes, ...open] };
  const lines = grid(columns, rows);
  const starts = tables.map((_, at) => tables.slice(0, at).reduce((sum, table) => sum + table.rows.length, 0));
  return {
    title: `${title}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`,
    size: bytesOf(lines),
    notes,
    fenced: true,
    body: (bytes) => {
      const shown = whole(lines, bytes);
      if (shown >= lines.length) return { lines, cut: open };
      return { lines: lines.slice(0, shown), cut: [cutRows(observed, starts, shown - 1, rows.length, show)] };
    },
  };
}

/** How many lines fit, counted from the first. */
function whole(lines: readonly string[], bytes: number): number {
  let used = 0;
  for (const [at, line] of lines.entries()) {
    used += Buffer.byteLength(line) + 1;
    if (used > bytes) return at;
  }
  return lines.length;
}

function cutRows(
  observed: readonly Observed[],
  starts: readonly number[],
  shown: number,
  all: number,
  show: Show,
): string {
  const at = Math.max(
    0,
    starts.findLastIndex((start) => start <= shown),
  );
  const here = observed[at];
  const { filtered, judged } = here ?? {};
  const inside = shown - (starts[at] ?? 0);
  const positions = filtered?.positions ?? [];
  const position = inside > 0 ? (positions[inside - 1] ?? 0) : (positions[0] ?? 1) - 1;
  const call = judged && filtered ? callOf(judged.planned.show ?? show, filtered.resume(position)) : '';
  const others = observed.slice(at + 1).map((one) => one.judged.request.namespace);
  const rest =
    others.length > 0
      ? ` Not shown at all: ${others.slice(0, 20).join(', ')}${others.length > 20 ? ' and more' : ''}.`
      : '';
  return `${all - Math.max(shown, 0)} more rows did not fit.${call === '' ? '' : ` To see them: ${call}`}${rest}`;
}

function more({ filtered, judged }: Observed, show: Show): string {
  const { options } = judged.request;
  const left = filtered?.remaining ? `${filtered.remaining} more in the cluster.` : 'There are more.';
  const sorted = options.sortBy !== '' && options.limit > 0;
  const place = sorted ? options.limit * 4 : (filtered?.cursor ?? '');
  const call = place === '' ? '' : callOf(judged.planned.show ?? show, place);
  return `${left}${call === '' ? '' : ` To see them: ${call}`}`;
}

/** The call as a model would write it. */
function callOf({ next }: Show, cursor: string | number | readonly string[]): string {
  if (!next || next.cursor === '') return '';
  const named = Object.entries({ ...next.arguments, [next.cursor]: cursor });
  return `${next.tool} ${JSON.stringify(Object.fromEntries(named.sort(([one], [other]) => (one < other ? -1 : 1))))}`;
}

function textPiece(title: string, one: Observed, show: Show): Piece {
  const { lines } = one.data as TextData;
  if (lines.length === 0) return { ...sentence(`${title}: no lines.`), notes: notesOf([one]) };
  return {
    title: `${title}: ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`,
    size: bytesOf(lines),
    notes: notesOf([one]),
    fenced: true,
    body: (bytes) => {
      const kept = whole([...lines].reverse(), bytes);
      if (kept >= lines.length) return { lines, cut: [] };
      const call =
        one.judged.request.options.grep === ''
          ? callOf(one.judged.planned.show ?? show, one.judged.request.options.skipLines + kept)
          : '';
      return {
        lines: lines.slice(lines.length - kept),
        cut: [`${lines.length - kept} earlier lines did not fit.${call === '' ? '' : ` To see them: ${call}`}`],
      };
    },
  };
}

function yamlPiece(title: string, one: Observed, show: Show, yaml: (value: unknown) => string): Piece {
  const value = one.filtered?.type === 'items' ? (one.data as ItemsData).items : shownOf(one.data, show);
  const open = one.filtered?.cursor ? [more(one, show)] : [];
  if (isBare(value)) return { ...sentence(`${title}: nothing that may be seen.`), notes: notesOf([one]) };
  const all = yaml(value);
  return {
    title,
    size: Buffer.byteLength(all),
    notes: notesOf([one]),
    fenced: true,
    body: (bytes) => {
      if (Buffer.byteLength(all) <= bytes) return { lines: trimmed(all), cut: open };
      const { value: left, cut } = shorten(value, bytes);
      const { fields } = one.judged.request.options;
      const names = cut.slice(0, 12).map((path) => placed(path, fields));
      const circle = names.every((name) => fields.includes(name));
      const call = Array.isArray(value) || circle ? '' : callOf(show, names);
      const said = `Did not fit: ${names.join(', ')}${cut.length > names.length ? ' and more' : ''}.${call === '' ? '' : ` To see them: ${call}`}`;
      return { lines: left === undefined ? [] : trimmed(yaml(left)), cut: [said, ...open] };
    },
  };
}

/** An object without what is left out of it, nor maps of which nothing is left then. */
function shownOf(data: unknown, { without: out = [] }: Show): unknown {
  return out.map(parsePointer).reduce<unknown>((left, keys) => (keys ? emptied(left, keys) : left), data);
}

function emptied(value: unknown, keys: readonly string[]): unknown {
  const left = without(value, keys);
  const parent = keys.slice(0, -1);
  return parent.length > 0 && isBare(at(left, parent)) ? emptied(left, parent) : left;
}

function isBare(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

/** Places in a list count from its own beginning, also where only some of its items were chosen. */
function placed(path: string, fields: readonly string[]): string {
  const [, list, from, to] = /^(.*)\[(\d+)\.\.(\d+)\]$/.exec(path) ?? [];
  if (list === undefined) return path;
  const chosen = fields.find(
    (field) => field.startsWith(`${list}[`) && /^\[\d+\.\.\d+\]$/.test(field.slice(list.length)),
  );
  const shift = Number(/\[(\d+)\.\.\d+\]$/.exec(chosen ?? '')?.[1] ?? 0);
  return `${list}[${Number(from) + shift}..${Number(to) + shift}]`;
}

function trimmed(text: string): readonly string[] {
  return text.replace(/\n+$/, '').split('\n');
}

function notesOf(observed: readonly Observed[]): readonly string[] {
  const withheld = [...new Set(observed.flatMap(({ filtered }) => filtered?.withheld ?? []))].sort();
  const said = observed.flatMap(({ filtered }) => filtered?.notes ?? []);
  if (withheld.length === 0) return [...new Set(said)];
  const names = withheld.slice(0, 12).join(', ');
  return [
    ...new Set(said),
    `Withheld by policy: ${names}${withheld.length > 12 ? ` and ${withheld.length - 12} more` : ''}.`,
  ];
}
