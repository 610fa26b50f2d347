// A telling long flag and the word after it: --password x, ["--password", "x"], and over two lines of a list.
import type { Key, Verdict } from './key.ts';
import { lineAt, type Scene } from './scene.ts';
import { type Span, spanOf } from './span.ts';
import { BARE, readValue } from './value.ts';
import { isSecret } from './worth.ts';

/** --password x, ["--password", "x"], and the same over two lines of a YAML list. */
export function longFlag(scene: Scene, key: Key, verdict: Verdict): Span[] | undefined {
  if (key.dashes === 0 || verdict.class === 'key') return undefined;
  const { text } = scene;
  const gap = /^[\\"']{0,8},?[ \t]{0,8}(?:\r?\n[ \t]{0,40}(?:- ?)?|[ \t]|(?=[\\"']))[ \t]{0,40}/.exec(
    text.slice(key.end, key.end + 120),
  )?.[0];
  if (gap === undefined || gap === '') return undefined;
  const at = key.end + gap.length;
  lineAt(scene, at);
  if (gap.includes('\n') && !gap.includes('-') && !gap.includes('"')) return undefined;
  if (at >= scene.lineEnd || (text[at] === '-' && text[at + 1] === '-')) return undefined;
  const accepts = (head: string) => isSecret(verdict.grade, head, true) && !head.startsWith('-');
  return spanOf(verdict.class, readValue(text, at, scene.lineEnd, BARE, accepts));
}
