// The value inside an XML element, <password>x</password>, or in the next cell of a drawn row, | password | x |. Knows no names.
import type { Key, Verdict } from './key.ts';
import { KIND, type Scene, skip, skipBlanks } from './scene.ts';
import { type Span, spanOf } from './span.ts';
import { BARE, readValue, trimmed } from './value.ts';
import { isSecret, looksRandom } from './worth.ts';

/** Reads the value an element or a cell encloses. */
export function enclosed(scene: Scene, key: Key, verdict: Verdict, at: number): Span[] | undefined {
  const { text } = scene;
  const before = text[key.start - 1];
  let from = -1;
  if (before === '<' || (before === ':' && text.slice(Math.max(0, key.start - 24), key.start).includes('<'))) {
    const close = text.slice(key.end, key.end + 96).indexOf('>');
    if (close < 0 || text[key.end + close - 1] === '/') return undefined;
    from = key.end + close + 1;
    const cdata = text.startsWith('<![CDATA[', from);
    if (cdata) from += 9;
    const end = text.slice(from, from + 8192).indexOf(cdata ? ']]>' : '</');
    if (end <= 0) return undefined;
    const to = trimmed(text, from, from + end);
    from = skip(text, from, KIND.space, to);
    return isSecret(verdict.grade, text.slice(from, to), true) && text[from] !== '<'
      ? [{ start: from, end: to, class: verdict.class }]
      : undefined;
  }
  if (text.startsWith('&gt;', key.end) && text.slice(Math.max(0, key.start - 24), key.start).includes('&lt;')) {
    from = key.end + 4;
    const end = text.slice(from, from + 1024).indexOf('&lt;');
    return end > 0 && isSecret(verdict.grade, text.slice(from, from + end), true)
      ? [{ start: from, end: from + end, class: verdict.class }]
      : undefined;
  }
  if (text[at] === '|') {
    from = skipBlanks(text, at + 1, at + 64);
    if (!/\|\s{0,32}$/.test(text.slice(Math.max(0, key.start - 33), key.start))) return undefined;
    return spanOf(
      verdict.class,
      readValue(
        text,
        from,
        scene.lineEnd,
        BARE,
        (head) => looksRandom(head, 6) || (verdict.grade === 'sure' && /\d/.test(head) && isSecret('sure', head, true)),
      ),
    );
  }
  return undefined;
}
