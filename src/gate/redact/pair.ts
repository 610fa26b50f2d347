// A telling name and the value that goes with it, in every way machines write that down. Sentences are prose.ts.
import { type Key, readKey, type Verdict } from './key.ts';
import { afterUser, sentence } from './prose.ts';
import { closing, quoteAt } from './quote.ts';
import { is, KIND, lineAt, type Scene, skip, skipBlanks } from './scene.ts';
import type { Span } from './span.ts';
import { column } from './table.ts';
import { readValue, type Stretch, trimmed } from './value.ts';
import { isSecret, looksRandom } from './worth.ts';

const SEPARATORS: readonly string[] = ['=>', ':=', '->', '==', '%3D', '%3A', '%3d', '%3a', '\\u003d', '=', ':', '：'];
const OWNED =
  /^(?:client|auth|access|api|refresh|bearer|app|application|shared|bot|session|webhook|consumer|signing|deploy|personal|registration|admin|root|master)$/i;
const WRAPPED = /^(?:Some|Just|Secret|SecretStr|SecretString|Optional|Right|Ok|String|str|bytes)(?:\(|\[)(?=["'])/;
const BARE = { query: false, line: false };
/** Reads around a telling word; a span, or nothing. */
export function pairs(scene: Scene, start: number, end: number): Span[] | undefined {
  const key = keyAt(scene, start, end);
  scene.nameDone = key.end;
  lineAt(scene, key.start);
  const verdict = verdictOf(scene, key);
  if (verdict === undefined) return undefined;
  if (verdict.grade !== 'weak') column(scene, key, verdict);
  return (
    (verdict.class === 'credential' ? afterUser(scene, key) : undefined) ??
    assigned(scene, key, verdict) ??
    named(scene, key, verdict) ??
    flag(scene, key, verdict) ??
    sentence(scene, key, verdict)
  );
}

/** Whether the name around a stem announces anything; a name that does not is not looked at again. */
export function tells(scene: Scene, start: number, end: number): boolean {
  if (start < scene.nameDone) return false;
  const key = keyAt(scene, start, end);
  lineAt(scene, key.start);
  if (verdictOf(scene, key) !== undefined) return true;
  scene.nameDone = key.end;
  return false;
}

function verdictOf(scene: Scene, key: Key): Verdict | undefined {
  const verdict = scene.judge(key.name);
  const two = twoWords(scene, key);
  return two !== undefined && (verdict === undefined || verdict.grade === 'weak' || !verdict.qualified) ? two : verdict;
}

function keyAt(scene: Scene, start: number, end: number): Key {
  // A stem may bring its separator along (sig=), which is no part of the name.
  return readKey(
    scene,
    start,
    is(scene.text, end - 1, KIND.url64) || scene.text.charCodeAt(end - 1) > 0x7f ? end : end - 1,
  );
}

/** "API key", "Secret Access Key": a second word before a plain one. */
function twoWords(scene: Scene, key: Key): Verdict | undefined {
  const gap = scene.text[key.start - 1];
  if (gap !== ' ' || !is(scene.text, key.start - 2, KIND.word)) return undefined;
  let from = key.start - 1;
  const floor = Math.max(scene.lineStart, from - 24);
  while (from > floor && is(scene.text, from - 1, KIND.url64)) from--;
  const before = scene.text.slice(from, key.start - 1);
  if (/^(?:the|a|your|my|our|this|new|old|for|with|by)$/i.test(before)) return undefined;
  if (!/^(?:key|secret|string|phrase|code|word|token|id)$/i.test(key.name)) return undefined;
  if (/^(?:secret|token)$/i.test(key.name) && !OWNED.test(before)) return undefined;
  const both = scene.judge(`${before} ${key.name}`);
  return both?.qualified === true ? both : undefined;
}

/** name SEPARATOR value. */
function assigned(scene: Scene, key: Key, verdict: Verdict): Span[] | undefined {
  const { text } = scene;
  let at = key.end;
  const shut = quoteAt(text, at);
  if (shut !== undefined) at = shut.end;
  if (text[at] === ']' || (text[at] === ')' && shut !== undefined)) at++;
  if (shut === undefined && quoteAt(text, at) !== undefined) at = quoteAt(text, at)?.end ?? at;
  if (text[at] === '?' || text[at] === '!') at++;
  at = skipBlanks(text, at, at + 64);
  const separator = SEPARATORS.find((one) => text.startsWith(one, at));
  const line = startsLine(scene, key);
  if (separator === undefined) return between(scene, key, verdict, at);
  const colon = separator === ':' || separator === '：';
  if (text[at + separator.length] === ':' || text[at + separator.length] === '/') {
    if (colon && text[at + separator.length] === ':') return undefined;
    if (text.startsWith('://', at)) return undefined;
  }
  at = skipBlanks(text, at + separator.length, at + separator.length + 64);
  if (text.startsWith('!!', at)) at = skipBlanks(text, skip(text, at + 2, KIND.letter), at + 40);
  if ((text[at] === '|' || text[at] === '>') && colon) {
    const block = blockScalar(scene, key, at, verdict);
    if (block !== undefined) return block;
  }
  at += WRAPPED.exec(text.slice(at, at + 24))?.[0].length ?? 0;
  if (text[at] === '[' && !text.startsWith('[redacted:', at) && text[at + 1] !== ']')
    at = skipBlanks(text, at + 1, at + 8);
  if (at >= scene.lineEnd) return nextLine(scene, key, verdict, colon);
  const query = text[key.start - 1] === '?' || text[key.start - 1] === '&' || separator.startsWith('%3');
  if (verdict.class === 'signature' && !query && !/signature/i.test(key.name)) return undefined;
  if (verdict.class === 'cookie') return cookies(scene, key, at);
  const scheme = SCHEMES.exec(text.slice(at, at + 40))?.[0];
  const quote = quoteAt(text, at);
  const inner = quote === undefined ? undefined : SCHEMES.exec(text.slice(quote.end, quote.end + 40))?.[0];
  if (inner !== undefined && quote !== undefined) {
    const end = closing(text, quote.end, quote.mark, scene.lineEnd);
    const from = quote.end + inner.length;
    if (verdict.class === 'authorization' || verdict.qualified || verdict.grade === 'weak')
      return credentials(text, from, end < 0 ? scene.lineEnd : end, verdict, inner);
  }
  if (scheme !== undefined && (verdict.class === 'authorization' || /^(?:bearer|basic) /i.test(scheme)))
    return credentials(text, at + scheme.length, scene.lineEnd, verdict, scheme);
  const style = { query, line: line && key.dashes === 0 };
  const value = readValue(text, at, scene.lineEnd, style, (head, wrapped) =>
    counts(scene, key, verdict, head, wrapped, shut !== undefined, separator, line),
  );
  if (value === undefined) return undefined;
  // A bare number in JSON: its placeholder has to be a string.
  const bare =
    shut !== undefined &&
    !value.wrapped &&
    text[key.end] === '"' &&
    /^-?[\d.]{1,64}$/.test(text.slice(value.start, Math.min(value.end, value.start + 65)));
  return [{ start: value.start, end: value.end, class: verdict.class, ...(bare ? { bare } : {}) }];
}

function span(verdict: { readonly class: string }, value: Stretch | undefined): Span[] | undefined {
  return value === undefined ? undefined : [{ start: value.start, end: value.end, class: verdict.class }];
}

/** Whether the value found beside a telling name is its secret. Sees the value's head only. */
function counts(
  scene: Scene,
  key: Key,
  verdict: Verdict,
  value: string,
  wrapped: boolean,
  keyQuoted: boolean,
  separator: string,
  line: boolean,
): boolean {
  const { text } = scene;
  // "invalid token: abc", "no password: …": a message, not an assignment; what follows must show itself.
  if (
    !wrapped &&
    !line &&
    separator === ':' &&
    !keyQuoted &&
    verdict.grade !== 'sure' &&
    /(?:invalid|bad|unknown|no|expired|missing|unexpected|failed|error)\s$/i.test(
      text.slice(Math.max(0, key.start - 12), key.start),
    ) &&
    !looksRandom(value, 8)
  )
    return false;
  // arn:…:secret:name, checksum/secret: … are names of other things.
  if (
    verdict.grade !== 'sure' &&
    !keyQuoted &&
    ((separator === ':' && text[key.start - 1] === ':') ||
      /(?:checksum|hash|digest|sha256|md5)\/$/i.test(text.slice(Math.max(0, key.start - 24), key.start)))
  )
    return false;
  if (verdict.class === 'authorization' && !looksRandom(value, 8)) return false;
  if (value.startsWith('{') || value.startsWith('map[')) return false;
  if (!isSecret(verdict.grade, value, verdict.qualified)) return false;
  if (verdict.class === 'connection' && /[=@]|:\/\//.test(value) && !/^[A-Za-z0-9+/]{20,}={0,2}$/.test(value))
    return false;
  if (
    verdict.class === 'key' &&
    !wrapped &&
    text[key.start - 1] !== '?' &&
    text[key.start - 1] !== '&' &&
    !verdict.qualified &&
    /^[0-9a-f-]+$/i.test(value)
  )
    return false;
  return true;
}

