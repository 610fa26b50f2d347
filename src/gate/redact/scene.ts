// A text while it is being read: where we are, which line, and what need not be looked at twice. Knows no pattern.
import type { Judge } from './key.ts';
import type { Span } from './span.ts';

export type Scene = {
  readonly text: string;
  readonly judge: Judge;
  /** How many wrappings (JSON in a string, base64) we are inside of. */
  readonly depth: number;
  /** Everything before this is settled: no span may begin before it. */
  cursor: number;
  /** Where the last span ended; a placeholder moves the cursor only, and JSON around it is still JSON. */
  taken: number;
  lineStart: number;
  lineEnd: number;
  /** Where the last name, base64 run, or run of dashes ended that was looked at in vain. */
  nameDone: number;
  blobDone: number;
  dashesGone: boolean;
  jsonDone: number;
  linesDone: number;
  /** The line whose first brace has been looked for, and where that is; -1 if there is none. */
  braceLine: number;
  braceAt: number;
  tableDone: number;
  /** How far lists of columns, pipes, tails of keys and web keys have been read. */
  listDone: number;
  pipeDone: number;
  tailDone: number;
  webKeyDone: number;
  /** Start of the first line, not yet tried, that may open JSON over several lines; -1 if there is none. */
  openLine: number;
  /** Cells of tables, found out of order. */
  readonly cells: Span[];
};

export function openScene(text: string, judge: Judge, depth: number): Scene {
  const end = text.indexOf('\n');
  return {
    text,
    judge,
    depth,
    cursor: 0,
    taken: 0,
    lineStart: 0,
    lineEnd: end < 0 ? text.length : end,
    nameDone: -1,
    blobDone: -1,
    dashesGone: false,
    jsonDone: 0,
    linesDone: -1,
    braceLine: -1,
    braceAt: -1,
    tableDone: 0,
    listDone: 0,
    pipeDone: 0,
    tailDone: 0,
    webKeyDone: 0,
    openLine: opens(text, 0, end < 0 ? text.length : end) ? 0 : -1,
    cells: [],
  };
}

/** Moves the line to the one that holds a position; lines are only ever walked forwards, once. */
export function lineAt(scene: Scene, position: number): void {
  while (scene.lineEnd < position) {
    scene.lineStart = scene.lineEnd + 1;
    const end = scene.text.indexOf('\n', scene.lineStart);
    scene.lineEnd = end < 0 ? scene.text.length : end;
    if (scene.openLine < 0 && scene.lineStart >= scene.jsonDone && opens(scene.text, scene.lineStart, scene.lineEnd))
      scene.openLine = scene.lineStart;
  }
}

export const KIND = { space: 1, word: 2, base64: 4, url64: 8, digit: 16, letter: 32 } as const;
const kinds = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const unit = String.fromCharCode(code);
  kinds[code] =
    (/\s/.test(unit) ? KIND.space : 0) |
    (/[A-Za-z0-9_]/.test(unit) ? KIND.word : 0) |
    (/[A-Za-z0-9+/=]/.test(unit) ? KIND.base64 : 0) |
    (/[A-Za-z0-9_-]/.test(unit) ? KIND.url64 : 0) |
    (/\d/.test(unit) ? KIND.digit : 0) |
    (/[A-Za-z]/.test(unit) ? KIND.letter : 0);
}

/** Whether the character at a position is of a kind; beyond either end it is of none. */
export function is(text: string, position: number, kind: number): boolean {
  const code = text.charCodeAt(position);
  return code < 128 && ((kinds[code] as number) & kind) !== 0;
}

/** First position from here on whose character is not of a kind. */
export function skip(text: string, from: number, kind: number, limit = text.length): number {
  let at = from;
  while (at < limit && is(text, at, kind)) at++;
  return at;
}

/** Skips blanks and tabs, not line ends. */
export function skipBlanks(text: string, from: number, limit = text.length): number {
  let at = from;
  while (at < limit && (text[at] === ' ' || text[at] === '\t' || text[at] === '\u00a0')) at++;
  return at;
}

/** Whether a line begins like JSON and goes on below. */
export function opens(text: string, lineStart: number, lineEnd: number): boolean {
  const last = text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 2 : lineEnd - 1;
  const code = text.charCodeAt(last);
  if (code !== 123 && code !== 91 && code !== 44) return false;
  const first = text.charCodeAt(skipBlanks(text, lineStart, lineEnd));
  return first === 123 || first === 91;
}
