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
const SCHEMES =
  /^(?:bearer|basic|token|digest|apikey|api-key|negotiate|bot|geniekey|splunk|sso-key|key|oauth|jwt|sharedkey|github-bearer|zapikey|discogs|klaviyo-api-key|pve?apitoken|aws4-hmac-sha256)[ =:]+/i;

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

/** Authorization: the scheme stays, what follows goes. */
function credentials(text: string, from: number, limit: number, verdict: Verdict, scheme: string): Span[] | undefined {
  const start = skipBlanks(text, from, limit);
  if (/^aws4/i.test(scheme) || /^digest/i.test(scheme)) return undefined;
  let end = start;
  while (end < limit && !is(text, end, KIND.space) && !/["'`,;<>)\]}\\]/.test(text[end] as string)) end++; // consumed below, unless short
  const value = text.slice(start, Math.min(end, start + 1024));
  if (value.length < 4 || !isSecret('likely', value, true) || (/^[a-z]+=?$/i.test(value) && value.length < 12))
    return undefined;
  return [
    {
      start,
      end,
      class:
        verdict.grade === 'weak' || verdict.class === 'authorization'
          ? scheme
              .trim()
              .replace(/[ =:]+$/, '')
              .toLowerCase()
              .replace(/[^a-z0-9-]/g, '') || 'authorization'
          : verdict.class,
    },
  ];
}

/** Cookie: every value goes, names and attributes of Set-Cookie stay. */
function cookies(scene: Scene, key: Key, from: number): Span[] | undefined {
  const { text } = scene;
  const quote = quoteAt(text, from);
  let at = quote?.end ?? from;
  const close = quote === undefined ? -1 : closing(text, at, quote.mark, scene.lineEnd);
  const limit = close < 0 ? scene.lineEnd : close;
  const spans: Span[] = [];
  const first = /set.?cookie/i.test(key.name);
  while (at < limit) {
    const equals = skip(text, at, KIND.url64, Math.min(limit, at + 64));
    let sign = equals;
    while (sign < limit && sign < at + 64 && text[sign] === '.')
      sign = skip(text, sign + 1, KIND.url64, Math.min(limit, at + 64));
    if (text[sign] !== '=') break;
    let end = sign + 1;
    while (end < limit && !is(text, end, KIND.space) && !/[;"'`,\]})]/.test(text[end] as string)) end++;
    const value = text.slice(sign + 1, Math.min(end, sign + 513));
    if (value.length >= 8 && isSecret('sure', value, true)) spans.push({ start: sign + 1, end, class: 'cookie' });
    if (first || text[end] !== ';') break;
    at = skipBlanks(text, end + 1, limit);
  }
  // What was read as cookies is not read again, whatever its names.
  scene.nameDone = Math.max(scene.nameDone, at);
  if (spans.length > 0) return spans;
  return span(
    { class: 'cookie' },
    readValue(text, from, scene.lineEnd, BARE, (head) => looksRandom(head, 12)),
  );
}

/** <password>x</password>, | password | x |, setPassword("x"). */
function between(scene: Scene, key: Key, verdict: Verdict, at: number): Span[] | undefined {
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
  if (text[at] === '|') {
    from = skipBlanks(text, at + 1, at + 64);
    if (!/\|\s{0,32}$/.test(text.slice(Math.max(0, key.start - 33), key.start))) return undefined;
    return span(
      verdict,
      readValue(text, from, scene.lineEnd, BARE, (head) => looksRandom(head, 6)),
    );
  }
  if (text[at] === '(' && quoteAt(text, at + 1) !== undefined) {
    const accepts = (head: string) => looksRandom(head, 5) && isSecret(verdict.grade, head, verdict.qualified);
    return span(verdict, readValue(text, at + 1, scene.lineEnd, BARE, accepts));
  }
  return undefined;
}

/** The name is itself a value, and its partner is called value: env lists, XML attributes, struct dumps. */
function named(scene: Scene, key: Key, verdict: Verdict): Span[] | undefined {
  const { text } = scene;
  const head =
    /^[\\"'`\s,;]{0,64}(?:[-+|]\s{0,8})?(?:default|string)?_?(?:value|val)[\\"']{0,8}\s{0,8}(?:=>|[=:])[ \t]{0,16}/i.exec(
      text.slice(key.end, key.end + 160),
    )?.[0];
  if (head === undefined || verdict.grade === 'weak') return undefined;
  const before = text.slice(Math.max(0, key.start - 24), key.start);
  if (
    !/(?:name|key|field|header|variable|var|env|id|param|k|n|property)[\\"']{0,8}\s{0,8}(?:=>|[=:])\s{0,8}[\\"']{0,8}$/i.test(
      before,
    )
  )
    return undefined;
  const at = key.end + head.length;
  lineAt(scene, at);
  if (at >= scene.lineEnd) return undefined;
  const quote = quoteAt(text, at);
  const scheme = SCHEMES.exec(text.slice(quote?.end ?? at, (quote?.end ?? at) + 40))?.[0];
  if (scheme !== undefined && verdict.class === 'authorization')
    return credentials(text, (quote?.end ?? at) + scheme.length, scene.lineEnd, verdict, scheme);
  const block = text[at] === '|' || text[at] === '>' ? blockScalar(scene, key, at, verdict) : undefined;
  if (block !== undefined) return block;
  const startsAlone = /^\s*(?:-\s)?$/.test(
    text.slice(scene.lineStart, Math.min(at, scene.lineStart + 64)).replace(/value\s*[:=]\s*$/i, ''),
  );
  return span(
    verdict,
    readValue(text, at, scene.lineEnd, { query: false, line: startsAlone }, (head, wrapped) =>
      counts(scene, key, { ...verdict, qualified: true }, head, wrapped, false, '=', true),
    ),
  );
}

/** --password x, ["--password", "x"], and the same over two lines of a YAML list. */
function flag(scene: Scene, key: Key, verdict: Verdict): Span[] | undefined {
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
  return span(verdict, readValue(text, at, scene.lineEnd, BARE, accepts));
}

/** Whether a name is the first thing of its line, as in YAML, properties and env files. */
function startsLine(scene: Scene, key: Key): boolean {
  if (key.start - scene.lineStart > 64) return false;
  return /^[\s>|+\-#"']*(?:export |set |ENV |ARG |- )?["']?$/.test(scene.text.slice(scene.lineStart, key.start));
}

function indent(text: string, lineStart: number): number {
  return skipBlanks(text, lineStart) - lineStart;
}

/** name: | and the deeper lines below it. */
function blockScalar(scene: Scene, _key: Key, at: number, verdict: Verdict): Span[] | undefined {
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
function nextLine(scene: Scene, key: Key, verdict: Verdict, colon: boolean): Span[] | undefined {
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
