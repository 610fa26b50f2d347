// Values on the lines below their name: block scalars, a lone deeper word, and base64 that goes on over lines. Knows no names.
import type { Key, Verdict } from './key.ts';
import { KIND, is, lineAt, type Scene, skip, skipBlanks } from './scene.ts';
import type { Span } from './span.ts';
import { readValue, trimmed } from './value.ts';
import { isSecret, looksRandom } from './worth.ts';

/** Whether a name is the first thing of its line, as in YAML, properties and env files. */
export function startsLine(scene: Scene, key: Key): boolean {
  if (key.start - scene.lineStart > 64) return false;
  return /^[\s>|+\-#"']*(?:export |set |ENV |ARG |- )?["']?$/.test(scene.text.slice(scene.lineStart, key.start));
}

function indent(text: string, lineStart: number): number {
  return skipBlanks(text, lineStart) - lineStart;
}

/** name: | and the deeper lines below it. */
export function blockScalar(scene: Scene, _key: Key, at: number, verdict: Verdict): Span[] | undefined {
  const { text } = scene;
  if (
    verdict.grade === 'weak' ||
    !/^[|>][-+0-9]{0,2}[ \t]*(?:#[^\n]*)?$/.test(text.slice(at, Math.min(scene.lineEnd, at + 40)).replace(/\r$/, ''))
  )
    return undefined;
  const depth = indent(text, scene.lineStart) + (text[skipBlanks(text, scene.lineStart)] === '-' ? 1 : 0);
  let lineStart = scene.lineEnd + 1;
  let start = -1;
  let end = -1;
  while (lineStart < text.length) {
    const found = text.indexOf('\n', lineStart);
    const lineEnd = found < 0 ? text.length : found;
    const first = skipBlanks(text, lineStart, lineEnd);
    if (first < lineEnd) {
      if (first - lineStart <= depth) break;
      if (start < 0) {
        start = first;
        const head = text.slice(first, Math.min(lineEnd, first + 640));
        if (head.startsWith('-----BEGIN') || head.startsWith('{') || !isSecret(verdict.grade, head, true))
          return undefined;
      }
      end = trimmed(text, first, lineEnd);
    }
    lineStart = lineEnd + 1;
  }
  return start < 0 ? undefined : [{ start, end, class: verdict.class }];
}

/** A value on the line below: deeper `value: x`, or a single deeper word. */
export function nextLine(scene: Scene, key: Key, verdict: Verdict, colon: boolean): Span[] | undefined {
  if (!colon || verdict.grade === 'weak' || !startsLine(scene, key)) return undefined;
  const { text } = scene;
  const depth = indent(text, scene.lineStart);
  const from = scene.lineEnd + 1;
  const first = skipBlanks(text, from, from + 200);
  if (first - from <= depth || first >= text.length) return undefined;
  lineAt(scene, first);
  const value =
    /^(?:- )?(?:(?:value|plain|plaintext|data|current)\s{0,4}:\s{1,4})?/.exec(text.slice(first, first + 40))?.[0] ?? '';
  const at = first + value.length;
  const stretch = readValue(text, at, scene.lineEnd, { query: false, line: false });
  if (stretch === undefined || skipBlanks(text, stretch.after, scene.lineEnd) < scene.lineEnd) return undefined;
  const inside = text.slice(stretch.start, Math.min(stretch.end, stretch.start + 1024));
  if (
    value === '' || value === '- '
      ? !looksRandom(inside, 8) || /:$/.test(text.slice(stretch.end, stretch.end + 1))
      : false
  )
    return undefined;
  return isSecret(verdict.grade, inside, true)
    ? [{ start: stretch.start, end: stretch.end, class: verdict.class }]
    : undefined;
}
