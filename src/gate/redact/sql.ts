// SQL: IDENTIFIED BY 'x', and columns named in one list whose values stand in another (INSERT, COPY). Knows no database.
import type { Key } from './key.ts';
import { closing } from './quote.ts';
import { lineAt, type Scene, skipBlanks } from './scene.ts';
import type { Span } from './span.ts';
import { BARE, readValue } from './value.ts';
import { isSecret, looksRandom } from './worth.ts';

const LIST = 2048;
const ROWS = 8192;

/** `IDENTIFIED BY 'x'`, `IDENTIFIED WITH plugin BY 'x'`. */
export function identifiedBy(scene: Scene, _start: number, end: number): Span[] | undefined {
  const plugin =
    /^ with [\w"'`]{1,64} (?:by|as)\b/i.exec(scene.text.slice(end, end + 96))?.[0] ??
    /^ by\b/i.exec(scene.text.slice(end, end + 4))?.[0];
  if (plugin === undefined) return undefined;
  const from = end + plugin.length;
  lineAt(scene, from);
  const value = readValue(scene.text, skipBlanks(scene.text, from, from + 16), scene.lineEnd, BARE);
  if (value === undefined || value.end - value.start < 2) return undefined;
  const word = scene.text.slice(value.start, Math.min(value.end, value.start + 512));
  return /^password$/i.test(word) || !isSecret('sure', word, true) || (!value.wrapped && !looksRandom(word, 4))
    ? undefined
    : [{ start: value.start, end: value.end, class: 'password' }];
}

/** A telling name in a list of columns: the values at its place in the rows below. They go to the scene's cells. */
export function listed(scene: Scene, key: Key): void {
  const { text } = scene;
  if (key.start < scene.listDone) return;
  const near = text.slice(Math.max(0, key.start - 2), key.start) + text.slice(key.end, key.end + 2);
  if (!/[(,]/.test(near) || !/[),]/.test(text.slice(key.end, key.end + 2))) return;
  const floor = Math.max(0, key.start - LIST);
  const bracket = text.slice(floor, key.start).lastIndexOf('(');
  if (bracket < 0) return;
  const open = floor + bracket;
  const close = text.slice(key.end, key.end + LIST).indexOf(')');
  if (close < 0) return;
  const names = text.slice(open + 1, key.end + close);
  if (!/^[\w\s"'`,.[\]]+$/.test(names)) return;
  const rest = key.end + close + 1;
  const verb = /^\s{0,40}(?:values\s{0,40}|(from stdin[^\n]{0,80}\n))/i.exec(text.slice(rest, rest + 200));
  if (verb === null) return;
  const telling = names.split(',').map((name) => scene.judge(name.replace(/[^\w]/g, ' ').trim()));
  const from = rest + verb[0].length;
  const add = (start: number, end: number, column: number) => {
    const family = telling[column];
    if (family === undefined || family.grade === 'weak') return;
    const value = text.slice(start, Math.min(end, start + 512));
    if (value.length > 2 && !value.startsWith('[redacted:') && isSecret(family.grade, value, true))
      scene.cells.push({ start, end, class: family.class });
  };
  scene.listDone = verb[1] === undefined ? inserted(text, from, add) : copied(text, from, add);
}

/** Rows of COPY: cells parted by tabs, ended by `\.`. */
function copied(text: string, from: number, add: (start: number, end: number, column: number) => void): number {
  let at = from;
  while (at < text.length && at < from + ROWS && !text.startsWith('\\.', at)) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    let cell = at;
    for (let column = 0; cell <= end; column++) {
      const tab = text.slice(cell, end).indexOf('\t');
      const stop = tab < 0 ? end : cell + tab;
      add(cell, stop, column);
      cell = stop + 1;
    }
    at = end + 1;
  }
  return at;
}

/** Rows of INSERT: (1, 'x', NULL), (2, …). */
function inserted(text: string, from: number, add: (start: number, end: number, column: number) => void): number {
  const limit = Math.min(text.length, from + ROWS);
  let column = -1;
  let at = from;
  while (at < limit) {
    const unit = text[at] as string;
    if (unit === '(') column = 0;
    else if (unit === ',' && column >= 0) column++;
    else if (unit === ')') column = -1;
    else if (unit === ';' && column < 0) return at;
    else if (unit === "'" || unit === '"') {
      const end = closing(text, at + 1, unit, limit);
      if (end < 0) return at;
      if (column >= 0) add(at + 1, end, column);
      at = end;
    } else if (column < 0 && !/[\s,]/.test(unit)) return at;
    at++;
  }
  return at;
}
