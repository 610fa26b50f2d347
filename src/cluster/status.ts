// A Kubernetes Status out of an answer, as far as we read it: the API server's words without the objects it quotes in them.
import { type Fields, fieldsOf, isFields, listOf, textOf } from './json.ts';

export type Status = {
  readonly message: string;
  readonly reason: string;
  /** Where an expired list may go on. */
  readonly continue: string;
  /** The fields that were at fault. */
  readonly fields: readonly string[];
};

/** Undefined when the text is no Status. */
export const statusOf = (text: string): Status | undefined => {
  const { kind, status, message, reason, metadata, details } = parsed(text);
  // A request that takes too long is ended by a Status that does not say its kind.
  if (kind !== 'Status' && !(kind === undefined && status === 'Failure')) return undefined;
  return {
    message: withoutValues(String(message ?? '')),
    reason: textOf(reason),
    continue: String(fieldsOf(metadata).continue ?? ''),
    fields: listOf(fieldsOf(details).causes).map((cause) => textOf(fieldsOf(cause).field)),
  };
};

const parsed = (text: string): Fields => {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
};

const maxQuoted = 100;
const quotes = /(?:Invalid|Duplicate|Unsupported) value: (?=["{[]|&?[\w.]+[{[])/g;

/**
 * What a message says, but not the object it says it of: to name a wrong field, an API server quotes all of it, the data of
 * a Secret and the environment of a container too. Short texts stay.
 */
export const withoutValues = (message: string): string => {
  const [words = ''] = message.split(/\n(?:@@ |[ \t\u00a0]*[\w.]+\{)/, 1);
  let kept = '';
  let from = 0;
  for (const { index, 0: lead } of words.matchAll(quotes)) {
    const start = index + lead.length;
    // Inside what was left out just now.
    if (start < from) continue;
    const end = endOf(words, start);
    const short = words[start] === '"' && end - start <= maxQuoted && words[start + 1] !== '{';
    kept += words.slice(from, start) + (short ? words.slice(start, end) : '…');
    from = end;
  }
  return (kept + words.slice(from)).replace(/^ "" is invalid: patch: Invalid value: …: /, '');
};

/** Behind the quoted text or the balanced brackets that begin here. */
const endOf = (text: string, start: number): number => {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      at = closingOf(text, at);
      if (depth === 0) return at + 1;
    } else if (sign === '{' || sign === '[') depth++;
    else if ((sign === '}' || sign === ']') && --depth <= 0) return at + 1;
  }
  return text.length;
};

const closingOf = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
};
