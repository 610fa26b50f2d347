// Values on the lines below their name: block scalars, a lone deeper word, and base64 that goes on over lines. Knows no names.
import type { Key, Verdict } from './key.ts';
import { KIND, lineAt, type Scene, skip, skipBlanks } from './scene.ts';
import type { Span } from './span.ts';
import { readValue, type Stretch, trimmed } from './value.ts';
import { isSecret, looksRandom } from './worth.ts';

/** Whether a name is the first thing of its line, as in YAML, properties and env files. */
export function startsLine(scene: Scene, key: Key): boolean {
  if (key.start - scene.lineStart > 64) return false;
  return /^[\s>|+\-#"']*(?:export |set |ENV |ARG |- )?["'[]{0,2}$/.test(scene.text.slice(scene.lineStart, key.start));
}

/** Where a value ends that goes on as lines of base64; its own end otherwise. */
export function continued(text: string, value: Stretch, lineEnd: number): number {
  if (value.wrapped || value.end - value.start < 48) return value.end;
  const slash = text[value.after] === '\\' ? 1 : 0;
  if (skipBlanks(text, value.after + slash, lineEnd) < lineEnd && text[value.after] !== '\r') return value.end;
  if (skip(text, value.end - 48, KIND.base64, value.end) < value.end) return value.end;
  let end = value.end;
  for (let at = lineEnd + 1; at < text.length; ) {
    const first = skipBlanks(text, at, at + 64);
    const to = skip(text, first, KIND.base64);
    const rest = text[to] === '\\' ? to + 1 : to;
    const stop = text[rest] === '\r' ? rest + 1 : rest;
    if (to - first < 4 || (stop < text.length && text[stop] !== '\n')) break;
    if (to - first < 40 && !looksRandom(text.slice(first, to), 4)) break;
    end = to;
    if (to - first < 40) break;
    at = stop + 1;
  }
  return end;
}

function indent(text: string, lineStart: number): number {
  return skipBlanks(text, lineStart) - lineStart;
}

/** name: | and the deeper lines below it. */
export function blockScalar(scene: Scene, at: number, verdict: Verdict): Span[] | undefined {
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
export function nextLine(scene: Scene, key: Key, verdict: Verdict, opens: boolean): Span[] | undefined {
  if (!opens || verdict.grade === 'weak' || !startsLine(scene, key)) return undefined;
  const { text } = scene;
  const depth = indent(text, scene.lineStart);
  const from = scene.lineEnd + 1;
  const first = skipBlanks(text, from, from + 200);
  if ((first - from <= depth && !text.startsWith('string(', first)) || first >= text.length) return undefined;
  lineAt(scene, first);
  const value =
    /^(?:- )?(?:(?:value|plain|plaintext|data|current)\s{0,4}:\s{1,4}|string\(\d{1,5}\) )?/.exec(
      text.slice(first, first + 40),
    )?.[0] ?? '';
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
    ? [{ start: stretch.start, end: continued(text, stretch, scene.lineEnd), class: verdict.class }]
    : undefined;
}
