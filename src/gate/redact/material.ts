// Private key material without its beginning or in other wrappings: PEM tails, PuTTY files, JSON Web Keys. Blocks from BEGIN on are pem.ts.
import { is, KIND, lineAt, type Scene, skipBlanks } from './scene.ts';
import { placeholderEnd, type Span } from './span.ts';

const BODY = 64;
const MEMBERS = /(\\{0,7}"(?:d|p|q|dp|dq|qi|k)\\{0,7}"\s{0,4}:\s{0,4}\\{0,7}")([A-Za-z0-9_-]{16,})/g;

/** `-----END … PRIVATE KEY-----`: the base64 lines above it that nothing has claimed. They go to the scene's cells. */
export function tail(scene: Scene, start: number, end: number): undefined {
  const { text } = scene;
  const label = text.slice(end, end + 64);
  const close = label.indexOf('-----');
  if (close < 0 || !/PRIVATE|STATIC/i.test(label.slice(0, close))) return;
  lineAt(scene, start);
  let from = start;
  // On the same line: a body with its line ends spelt out.
  const floor = Math.max(scene.tailDone, scene.lineStart);
  while (from > floor && (is(text, from - 1, KIND.base64) || text[from - 1] === '\\')) from--;
  if (from < start && /^[rn]?\\?/.test(text.slice(from, from + 2))) {
    if (start - from >= 16) push(scene, from, trimEscapes(text, from, start));
    if (from > scene.lineStart) return;
  }
  let line = scene.lineStart;
  from = -1;
  let last = -1;
  while (line > scene.tailDone && line > 0) {
    const stop = line - 1;
    const begin = stop === 0 ? 0 : text.lastIndexOf('\n', stop - 1) + 1;
    let to = stop;
    while (to > begin && is(text, to - 1, KIND.space)) to--;
    let first = skipBlanks(text, begin, to);
    while (first < to && /[>|+#]/.test(text[first] as string)) first = skipBlanks(text, first + 1, to);
    let at = first;
    while (at < to && is(text, at, KIND.base64)) at++;
    const length = to - first;
    if (at < to || length === 0) {
      // A log line may hold the cut line behind its own words.
      if (last > 0 && length > BODY) {
        let back = to;
        while (back > begin && is(text, back - 1, KIND.base64)) back--;
        if (to - back >= 24) from = back;
      }
      break;
    }
    if (last > 0 && length < 16) break;
    if (last < 0) last = to;
    from = first;
    line = begin;
  }
  scene.tailDone = end;
  if (from >= 0 && last - from >= 16) push(scene, from, last);
}

function push(scene: Scene, start: number, end: number): void {
  if (placeholderEnd(scene.text, start) < 0) scene.cells.push({ start, end, class: 'private-key' });
}

function trimEscapes(text: string, from: number, to: number): number {
  let end = to;
  while (end > from + 2 && /\\[nr]?$/.test(text.slice(end - 2, end))) end -= text[end - 1] === '\\' ? 1 : 2;
  return end;
}

/** PuTTY's `Private-Lines: N` and the N lines below it. */
export function puttyLines(scene: Scene, _start: number, end: number): Span[] | undefined {
  const { text } = scene;
  const head = /^ {0,4}(\d{1,3})[^\S\n]*(?:\r?\n|(\\r)?\\n)\s*/.exec(text.slice(end, end + 80));
  if (head === null) return undefined;
  const from = end + head[0].length;
  let at = from;
  let stop = from;
  for (let n = Number(head[1]); n > 0 && at < text.length; n--) {
    let to = at;
    while (to < text.length && is(text, to, KIND.base64)) to++;
    if (to === at) break;
    stop = to;
    at = to;
    while (at < text.length && (is(text, at, KIND.space) || text.startsWith('\\n', at) || text.startsWith('\\r', at)))
      at += text[at] === '\\' ? 2 : 1;
  }
  return stop - from >= 8 ? [{ start: from, end: stop, class: 'private-key' }] : undefined;
}

/** The private members of a JSON Web Key, however often it is escaped. */
export function webKey(scene: Scene, start: number, end: number): Span[] | undefined {
  const { text } = scene;
  if (start < scene.webKeyDone) return undefined;
  const floor = Math.max(scene.cursor, start - 4096);
  const open = Math.max(floor, text.slice(floor, start).lastIndexOf('{') + floor);
  const shut = text.slice(end, end + 8192).indexOf('}');
  const stop = shut < 0 ? Math.min(text.length, end + 8192) : end + shut;
  scene.webKeyDone = stop;
  const spans: Span[] = [];
  for (const found of text.slice(open, stop).matchAll(MEMBERS)) {
    const from = open + found.index + (found[1] as string).length;
    spans.push({ start: from, end: from + (found[2] as string).length, class: 'private-key' });
  }
  return spans.length > 0 ? spans : undefined;
}
