// The data of Secret manifests written as YAML: values without telling names are secret there too. JSON is tree.ts.
import { decode } from './blob.ts';
import type { Judge } from './key.ts';
import { skipBlanks } from './scene.ts';
import type { Span } from './span.ts';
import { survives } from './survivors.ts';
import { trimmed } from './value.ts';

/** Spans of every value under data: and stringData: of every `kind: Secret` in a text. One pass over its lines. */
export function secretManifests(text: string, judge: Judge): Span[] {
  if (!/kind:[ \t]{0,8}["']?Secret["']?[ \t\r]*$/m.test(text)) return [];
  const spans: Span[] = [];
  let doc: Line[] = [];
  let at = 0;
  const settle = () => {
    spans.push(...inDocument(text, doc, judge));
    doc = [];
  };
  while (at <= text.length) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    if (text.startsWith('---', at)) settle();
    else doc.push(lineOf(text, at, end));
    at = end + 1;
  }
  settle();
  return spans;
}

type Line = {
  readonly start: number;
  readonly first: number;
  readonly end: number;
  readonly column: number;
  readonly dash: boolean;
};

function lineOf(text: string, start: number, end: number): Line {
  let first = skipBlanks(text, start, end);
  const dash = text[first] === '-' && text[first + 1] === ' ';
  if (dash) first = skipBlanks(text, first + 1, end);
  return { start, first, end: trimmed(text, first, end), column: first - start, dash };
}

/** Objects of a document are told apart by column and by the dash that begins each item of a list. */
function inDocument(text: string, lines: readonly Line[], judge: Judge): Span[] {
  const spans: Span[] = [];
  type Open = { column: number; secret: boolean; data: Line[][] };
  const stack: Open[] = [];
  const close = (open: Open | undefined) => {
    if (open?.secret === true) for (const data of open.data) spans.push(...values(text, data, judge));
  };
  let held: Line[] | undefined;
  let heldColumn = -1;
  for (const line of lines) {
    if (line.first >= line.end) continue;
    if (held !== undefined && line.column > heldColumn && !line.dash) {
      held.push(line);
      continue;
    }
    held = undefined;
    while (
      stack.length > 0 &&
      ((stack[stack.length - 1] as Open).column > line.column ||
        (line.dash && (stack[stack.length - 1] as Open).column === line.column))
    )
      close(stack.pop());
    if (stack.length === 0 || (stack[stack.length - 1] as Open).column < line.column)
      stack.push({ column: line.column, secret: false, data: [] });
    const open = stack[stack.length - 1] as Open;
    const word = text.slice(line.first, Math.min(line.end, line.first + 40));
    if (/^kind:\s*["']?Secret["']?$/.test(word)) open.secret = true;
    if (/^(?:data|stringData):$/.test(word)) {
      held = [];
      heldColumn = line.column;
      open.data.push(held);
    }
  }
  while (stack.length > 0) close(stack.pop());
  return spans.sort((a, b) => a.start - b.start);
}

/** The values of a flat map: on the line of their name, or deeper below it. */
function values(text: string, lines: readonly Line[], judge: Judge): Span[] {
  const spans: Span[] = [];
  const column = lines[0]?.column ?? 0;
  let kind = 'secret';
  let below: { start: number; end: number } | undefined;
  const settle = () => {
    if (below !== undefined && below.end > below.start) push(below.start, below.end);
    below = undefined;
  };
  const push = (start: number, end: number) => {
    const value = text.slice(start, end);
    if (survives(value.slice(0, 512)) || value.startsWith('[redacted:')) return;
    if (
      /^-----BEGIN (?:CERTIFICATE|PUBLIC)/.test(value) ||
      /^-----BEGIN (?:CERTIFICATE|PUBLIC)/.test(decode(value.slice(0, 80)) ?? '')
    )
      return;
    spans.push({ start, end, class: kind });
  };
  for (const line of lines) {
    if (line.column > column) {
      if (below !== undefined) below = { start: below.start < 0 ? line.first : below.start, end: line.end };
      continue;
    }
    settle();
    const raw = text.slice(line.first, Math.min(line.end, line.first + 300));
    const name = /^["']?[-\w.]{1,253}["']?:(?:\s+|$)/.exec(raw)?.[0];
    if (name === undefined || raw.startsWith('#')) continue;
    kind = judge(name.replace(/["':\s]/g, ''))?.class ?? 'secret';
    let start = line.first + name.length;
    let end = line.end;
    if (start >= end || /^[|>][-+\d]{0,2}$/.test(text.slice(start, end))) {
      below = { start: -1, end: -1 };
      continue;
    }
    if (/["']/.test(text[start] as string) && text[end - 1] === text[start] && end - start > 1) {
      start++;
      end--;
    }
    if (end > start) push(start, end);
  }
  settle();
  return spans;
}
