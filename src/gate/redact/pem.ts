// Private keys between BEGIN and END, over lines, on one line with escapes, or cut short. Certificates and public keys pass.
import { is, KIND, lineAt, type Scene, skipBlanks } from './scene.ts';
import type { Span } from './span.ts';

const FAR = 131072;

/** Reads a block whose `-----BEGIN` ends at `end`. The markers stay, what is between them goes. */
export function block(scene: Scene, _start: number, end: number): Span[] | undefined {
  const { text } = scene;
  const label = text.slice(end, end + 64);
  const close = label.indexOf('-----');
  if (close < 0 || !/PRIVATE|STATIC/i.test(label.slice(0, close))) return undefined;
  let from = end + close + 5;
  let stop = scene.dashesGone ? -1 : text.indexOf('-----', from);
  if (stop < 0) scene.dashesGone = true;
  if (stop >= 0 && (!text.startsWith('-----END', stop) || stop - from > FAR)) stop = -1;
  if (stop < 0) stop = truncated(scene, from);
  from = skipEdge(text, from, stop);
  while (
    stop > from &&
    (is(text, stop - 1, KIND.space) ||
      /[\\]/.test(text[stop - 1] as string) ||
      (/[nr]/.test(text[stop - 1] as string) && text[stop - 2] === '\\'))
  )
    stop--;
  if (stop - from < 4 || text.startsWith('[redacted:', from)) return undefined;
  if (/^[\s.…*x]+$/i.test(text.slice(from, Math.min(stop, from + 64)))) return undefined;
  return [{ start: from, end: stop, class: 'private-key' }];
}

function skipEdge(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    if (is(text, at, KIND.space)) at++;
    else if (text[at] === '\\' && /[nr\\]/.test(text[at + 1] ?? '')) at += 2;
    else if (text[at] === 'n' && text[at - 1] === '\\') at++;
    else break;
  }
  return at;
}

/** Without an END: as many lines as look like the body of a key. */
function truncated(scene: Scene, from: number): number {
  const { text } = scene;
  lineAt(scene, from);
  let at = from;
  while (at < scene.lineEnd && (is(text, at, KIND.base64) || is(text, at, KIND.space) || text[at] === '\\')) at++;
  if (at < scene.lineEnd) return at;
  let lineStart = scene.lineEnd + 1;
  let end = at;
  while (lineStart < text.length) {
    const found = text.indexOf('\n', lineStart);
    const lineEnd = found < 0 ? text.length : found;
    let first = skipBlanks(text, lineStart, lineEnd);
    while (first < lineEnd && /[>|+#]/.test(text[first] as string) && text[first + 1] === ' ')
      first = skipBlanks(text, first + 1, lineEnd);
    let i = first;
    while (i < lineEnd && is(text, i, KIND.base64)) i++;
    const length = i - first;
    const rest = skipBlanks(text, text[i] === '\r' ? i + 1 : i, lineEnd);
    const header = length > 3 && length < 24 && (text[i] === ':' || text[i] === '-');
    if (
      !(
        first >= lineEnd ||
        header ||
        (rest >= lineEnd && (length >= 20 || (length > 0 && (text[i - 1] === '=' || lineEnd === text.length))))
      )
    ) {
      // The cut may fall in the middle of a body line that something else follows.
      if (length >= 40) end = i;
      break;
    }
    if (length > 0) end = header ? lineEnd : i;
    lineStart = lineEnd + 1;
  }
  return end;
}
