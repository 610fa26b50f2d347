// Where a value begins and ends once its name and separator are read. Knows no names.
import { closing, quoteAt } from './quote.ts';
import { is, KIND, skip, skipBlanks } from './scene.ts';
import { holdsPlaceholder } from './span.ts';

export type Style = {
  /** In a query string: ends at & and #. */
  readonly query: boolean;
  /** Owns the rest of its line. */
  readonly line: boolean;
  /** In a query string that is itself encoded: ends at %26. */
  readonly coded?: boolean;
  /** In an env file: & and ; are part of it. */
  readonly env?: boolean;
};
export type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly wrapped: boolean;
  readonly after: number;
};

/** A value like any other: no query string, no line of its own. */
export const BARE: Style = { query: false, line: false };

const STRAIGHT = 4096;

/** What an unbounded value is judged by before it is read to its end: enough for every rule, and no more. */
const HEAD = 640;

/**
 * Reads the value at a position: quoted up to its closing mark, else up to what ends a bare word in that style. A long
 * value is read to its end only if `accepts` takes its head, so that what is refused costs no more than the head.
 */
export function readValue(
  text: string,
  at: number,
  lineEnd: number,
  style: Style,
  accepts?: (head: string, wrapped: boolean) => boolean,
): Stretch | undefined {
  const near = Math.min(lineEnd, at + HEAD);
  const stretch = stretchAt(text, at, near, style, near < lineEnd);
  if (stretch !== undefined && holdsPlaceholder(text, stretch.start, Math.min(stretch.end, near))) return undefined;
  if (stretch !== undefined && (stretch.end < near || near === lineEnd)) {
    return accepts === undefined || accepts(text.slice(stretch.start, stretch.end), stretch.wrapped)
      ? stretch
      : undefined;
  }
  if (
    stretch === undefined ||
    (accepts !== undefined && !accepts(text.slice(stretch.start, stretch.end), stretch.wrapped))
  )
    return undefined;
  return accepts === undefined ? stretch : stretchAt(text, at, lineEnd, style, false);
}

function stretchAt(text: string, at: number, lineEnd: number, style: Style, more: boolean): Stretch | undefined {
  let from = at;
  if (
    (text[from] === 'b' || text[from] === 'r' || text[from] === 'u') &&
    (text[from + 1] === "'" || text[from + 1] === '"')
  )
    from++;
  const quote = quoteAt(text, from);
  if (quote !== undefined) {
    const start = Math.min(quote.end, lineEnd);
    let end = closing(text, start, quote.mark, lineEnd);
    if (end < 0 && !more && quote.mark === '"') {
      const far = closing(text, lineEnd, quote.mark, Math.min(text.length, lineEnd + STRAIGHT));
      if (far >= 0 && /^"[\s,;})\]]|^"$/.test(text.slice(far, far + 2))) end = far;
    }
    if (end < 0) {
      // No closing mark: an apostrophe in prose, or a line cut short. Take the line, never less.
      end = more ? lineEnd : trimmed(text, start, lineEnd);
      return { start, end, wrapped: true, after: end };
    }
    return { start, end, wrapped: true, after: end + quote.mark.length };
  }
  if (style.line && !more) {
    const end = lineValueEnd(text, from, lineEnd);
    if (end > from) return { start: from, end, wrapped: false, after: end };
  }
  const end = bareEnd(text, from, lineEnd, style);
  return end > from ? { start: from, end, wrapped: false, after: end } : undefined;
}

/** A value that owns the rest of its line, unless more names follow on it; -1 then. */
function lineValueEnd(text: string, from: number, lineEnd: number): number {
  const word = untilSpace(text, from, lineEnd);
  if (skipBlanks(text, word, lineEnd) >= lineEnd) return -1;
  const rest = text.slice(word, Math.min(lineEnd, word + 400));
  if (/[=&|;<>"'{}]|\s-{1,2}[a-z]|:\s|\s{2}/i.test(rest)) {
    const comment = rest.search(/\s#/);
    return comment >= 0 && !/[=&|;<>{}]/.test(rest.slice(0, comment)) ? trimmed(text, from, word + comment) : -1;
  }
  const comment = rest.search(/\s#/);
  return trimmed(text, from, comment >= 0 ? word + comment : lineEnd);
}

function untilSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !is(text, at, KIND.space)) at++;
  return at;
}

export function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && is(text, end - 1, KIND.space)) end--;
  return end;
}

/** The end of a bare value: blanks always; punctuation only where something else begins behind it. */
export function bareEnd(text: string, from: number, lineEnd: number, style: Style): number {
  let open = 0;
  let at = from;
  // ${…}, $(…), {{…}}, <…> may hold blanks.
  const lead = /^(?:\$\{|\$\(|\{\{|<)/.exec(text.slice(from, from + 2))?.[0];
  if (lead !== undefined) {
    const shut = lead === '${' ? '}' : lead === '$(' ? ')' : lead === '<' ? '>' : '}}';
    const close = text.slice(from, Math.min(lineEnd, from + 200)).indexOf(shut);
    if (close > 0) return from + close + shut.length;
  }
  for (; at < lineEnd; at++) {
    const unit = text[at] as string;
    const code = text.charCodeAt(at);
    if (code > 47 && code < 58) continue;
    if ((code > 64 && code < 91) || (code > 96 && code < 123)) continue;
    if (is(text, at, KIND.space) || code === 27) break;
    if (unit === '\\' && /[nrt]/.test(text[at + 1] ?? '') && at > from) break;
    if (style.query && (unit === '&' || unit === '#')) break;
    if (unit === '"' || unit === "'" || unit === '`' || (unit === '\\' && quoteAt(text, at) !== undefined)) {
      if (ends(text, quoteAt(text, at)?.end ?? at + 1, lineEnd) || at === from) break;
    } else if (unit === '(' || unit === '[' || unit === '{') open++;
    else if (unit === ')' || unit === ']' || unit === '}') {
      if (open > 0) open--;
      else if (ends(text, at + 1, lineEnd)) break;
    } else if (unit === ',' || unit === ';' || (unit === '&' && style.env !== true)) {
      if (ends(text, at + 1, lineEnd) || nameFollows(text, at + 1, lineEnd) || quoteAt(text, at) !== undefined) break;
    } else if (unit === '<' && (text[at + 1] === '/' || text.startsWith('<br', at))) break;
    else if (unit === '|' && ends(text, at + 1, lineEnd)) break;
    else if (unit === '%' && ((style.coded === true && text.startsWith('%26', at)) || text.startsWith('%22', at)))
      break;
  }
  while (at > from + 1 && /[.,;:]/.test(text[at - 1] as string)) at--;
  return at;
}

/** Whether nothing of a bare value can stand here any more. */
function ends(text: string, at: number, lineEnd: number): boolean {
  return at >= lineEnd || is(text, at, KIND.space) || /[,;)\]}"'`<>|\\]/.test(text[at] as string);
}

/** Whether a name and a separator follow: `user=`, `User ID=`, `host:`. */
function nameFollows(text: string, from: number, lineEnd: number): boolean {
  const start = skipBlanks(text, from, lineEnd);
  if (!is(text, start, KIND.letter)) return false;
  let at = skip(text, start, KIND.url64, Math.min(lineEnd, start + 48));
  if (text[at] === ' ' && is(text, at + 1, KIND.letter))
    at = skip(text, at + 1, KIND.url64, Math.min(lineEnd, at + 24));
  while (text[at] === '.' && at < start + 64) at = skip(text, at + 1, KIND.url64, Math.min(lineEnd, at + 48));
  return text[at] === '=' || (text[at] === ':' && text[at + 1] !== ':');
}
