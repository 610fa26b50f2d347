// The lines of a log that an answer may show: redacted whole, then cut, so that no cut hides what tells of a secret.
import { spell, strip } from './clean.ts';
import type { Limit } from './obligations.ts';
import type { Options } from './ports.ts';
import type { Redactor } from './redact/redactor.ts';

/** Lines read in front of those that are wanted: a secret's name may stand above it. */
export const contextLines = 50;

/** The wanted lines from the end, and how many secrets were taken out of all that was read. */
export function logLines(
  raw: string,
  options: Options,
  limit: Limit,
  redactor: Redactor,
): { readonly lines: readonly string[]; readonly count: number } {
  const { text, count } = redactor.text(strip(raw));
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const upTo = lines.slice(0, Math.max(0, lines.length - options.skipLines));
  const tail = Math.min(options.tailLines || limit.lines, limit.lines);
  const kept = upTo.slice(-tail).filter((line) => options.grep === '' || line.includes(options.grep));
  return { lines: kept.map((line) => shorten(spell(line), limit.lineBytes)), count };
}

/** A text of at most so many characters, which says what it lost. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).toWellFormed()}… [${text.length - most} more characters]`;
}
