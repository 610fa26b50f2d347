// Tables with a heading: a column called "password" holds passwords. Cells parted by comma, semicolon, bar, tab or wide gaps.

import type { Key, Verdict } from './key.ts';
import { is, KIND, type Scene } from './scene.ts';
import { isName } from './survivors.ts';
import { isSecret, looksRandom } from './worth.ts';

const WIDEST = 4096;
const PARTINGS: readonly RegExp[] = [/\t/g, /,/g, /;/g, /\|/g, / {2,16}/g];

type Cell = { readonly start: number; readonly end: number };

/** Adds the cells below a telling heading to the scene, as far as the rows keep the heading's number of cells. */
export function column(scene: Scene, key: Key, verdict: Verdict): void {
  const { text } = scene;
  if (key.start < scene.tableDone || scene.lineEnd - scene.lineStart > 512 || scene.lineEnd >= text.length) return;
  if (/[=:"'{}()]/.test(text.slice(scene.lineStart, scene.lineEnd))) return;
  for (const parting of PARTINGS) {
    const heads = cells(text, scene.lineStart, scene.lineEnd, parting);
    if (heads.length < 2 || heads.length > 40) continue;
    const at = heads.findIndex((cell) => cell.start === key.start && cell.end === key.end);
    if (
      at < 0 ||
      !heads.every(
        (cell) => cell.end - cell.start < 40 && /^[A-Za-z][\w .-]*$|^$/.test(text.slice(cell.start, cell.end)),
      )
    )
      continue;
    let lineStart = scene.lineEnd + 1;
    while (lineStart < text.length) {
      const found = text.indexOf('\n', lineStart);
      const lineEnd = found < 0 ? text.length : found;
      if (lineEnd === lineStart || lineEnd - lineStart > WIDEST) break;
      const row = cells(text, lineStart, lineEnd, parting);
      if (row.length !== heads.length && !/^[-+|: ]+$/.test(text.slice(lineStart, lineEnd))) break;
      const cell = row[at];
      if (cell !== undefined && secret(text.slice(cell.start, cell.end), verdict))
        scene.cells.push({ ...cell, class: verdict.class });
      lineStart = lineEnd + 1;
    }
    scene.tableDone = lineStart;
    return;
  }
}

function secret(value: string, verdict: Verdict): boolean {
  if (value.startsWith('[redacted:')) return false;
  if (verdict.grade === 'sure') return isSecret('sure', value, true) && !/\s/.test(value);
  return !isName(value) && looksRandom(value, 8) && isSecret(verdict.grade, value, true);
}

function cells(text: string, from: number, to: number, parting: RegExp): Cell[] {
  const out: Cell[] = [];
  const line = text.slice(from, to);
  const push = (start: number, end: number) => {
    let [a, b] = [start, end];
    while (a < b && is(text, a, KIND.space)) a++;
    while (b > a && is(text, b - 1, KIND.space)) b--;
    if (b - a > 1 && text[a] === '"' && text[b - 1] === '"') out.push({ start: a + 1, end: b - 1 });
    else out.push({ start: a, end: b });
  };
  let at = 0;
  for (const gap of line.matchAll(parting)) {
    push(from + at, from + gap.index);
    at = gap.index + gap[0].length;
  }
  push(from + at, to);
  return out;
}
