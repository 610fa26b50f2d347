// A telling name and the value that goes with it, in every way machines write that down. Sentences are prose.ts.
import { argument } from './call.ts';
import { holds } from './claim.ts';
import { enclosed } from './element.ts';
import { longFlag } from './flag.ts';
import { cookies, credentials, SCHEMES } from './header.ts';
import { type Key, readKey, type Verdict } from './key.ts';
import { partner, valueFirst } from './partner.ts';
import { afterUser, lineBelow, sentence } from './prose.ts';
import { closing, type Quote, quoteAt } from './quote.ts';
import { blockScalar, continued, nextLine, startsLine } from './scalar.ts';
import { is, KIND, lineAt, type Scene, skip, skipBlanks } from './scene.ts';
import type { Span } from './span.ts';
import { listed } from './sql.ts';
import { column } from './table.ts';
import { readValue, type Stretch } from './value.ts';

const SEPARATORS: readonly string[] = [
  '=>',
  ':=',
  '->',
  '==',
  '%3D',
  '%3A',
  '%3d',
  '%3a',
  '\\u003d',
  '=',
  ':',
  '：',
  '是',
  '为',
  '는',
  '은',
];
const OWNED =
  /^(?:client|auth|access|api|refresh|bearer|app|application|shared|bot|session|webhook|consumer|signing|deploy|personal|registration|admin|root|master)$/i;
const WRAPPED =
  /^(?:(?:Some|Just|Secret|SecretStr|SecretString|Password|Optional|Right|Ok|String|str|bytes|Literal|Value|Sensitive|pulumi\.String|aws\.String)(?:\(|\[)|string\(\d{1,5}\) |<<|\()(?=["'])/;
const ARROW = /^[ \t]{0,4}(?:->|=>|→)[ \t]{0,4}/;

/** Reads around a telling word; a span, or nothing. */
export function pairs(scene: Scene, start: number, end: number): Span[] | undefined {
  const key = keyAt(scene, start, end);
  scene.nameDone = key.end;
  lineAt(scene, key.start);
  const verdict = verdictOf(scene, key);
  if (verdict === undefined) return undefined;
  if (verdict.grade !== 'weak') {
    column(scene, key, verdict);
    listed(scene, key);
    valueFirst(scene, key, verdict);
  }
  return (
    afterUser(scene, key, verdict) ??
    assigned(scene, key, verdict) ??
    partner(scene, key, verdict) ??
    longFlag(scene, key, verdict) ??
    sentence(scene, key, verdict) ??
    announced(scene, key, verdict)
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
  const named = is(scene.text, end - 1, KIND.url64) || scene.text.charCodeAt(end - 1) > 0x7f;
  const key = readKey(scene, start, named ? end : end - 1);
  // "Secret ID = x", "API key value: x".
  const more = /^ (?:id|key|value|code|string|phrase)(?=\s{0,4}[:=])/i.exec(
    scene.text.slice(key.end, key.end + 16),
  )?.[0];
  return more === undefined ? key : { ...key, end: key.end + more.length, name: key.name + more };
}

/** "API key", "Secret Access Key": a second word before a plain one. */
function twoWords(scene: Scene, key: Key): Verdict | undefined {
  const gap = scene.text[key.start - 1];
  if (gap !== ' ' || !is(scene.text, key.start - 2, KIND.word)) return undefined;
  let from = key.start - 1;
  const floor = Math.max(scene.lineStart, from - 24);
  while (from > floor && is(scene.text, from - 1, KIND.url64)) from--;
  const before = scene.text.slice(from, key.start - 1);
  if (/^(?:the|a|your|my|our|this|new|old|for|with|by)$|[^A-Za-z-]/i.test(before)) return undefined;
  if (!/^(?:key|secret|string|phrase|code|word|token|id)$/i.test(key.name)) return undefined;
  if (/^(?:secret|token)$/i.test(key.name) && !OWNED.test(before)) return undefined;
  const both = scene.judge(`${before} ${key.name}`);
  return both?.qualified === true ? both : undefined;
}

/** A line about a secret that ends in a colon, and the secret alone on the next. */
function announced(scene: Scene, key: Key, verdict: Verdict): Span[] | undefined {
  if (verdict.grade === 'weak' || scene.lineEnd - key.end > 160 || !key.name.match(/^[A-Z]?[a-z]+s?$|^[A-Z]+$/))
    return undefined;
  return /:\s{0,8}$/.test(scene.text.slice(Math.max(key.end, scene.lineEnd - 12), scene.lineEnd))
    ? lineBelow(scene, verdict)
    : undefined;
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
  at = skipColours(text, at);
  at = skipBlanks(text, at, at + 64);
  const separator = SEPARATORS.find((one) => text.startsWith(one, at));
  const line = startsLine(scene, key);
  if (separator === undefined)
    return enclosed(scene, key, verdict, at) ?? argument(scene, key, verdict, shut !== undefined, at);
  const colon = separator === ':' || separator === '：';
  if (text[at + separator.length] === ':' || text[at + separator.length] === '/') {
    if (colon && text[at + separator.length] === ':') return undefined;
    if (text.startsWith('://', at)) return undefined;
  }
  at = skipBlanks(text, at + separator.length, at + separator.length + 64);
  at = skipColours(text, at);
  if (text.startsWith('!!', at)) at = skipBlanks(text, skip(text, at + 2, KIND.letter), at + 40);
  if ((text[at] === '|' || text[at] === '>') && colon) {
    const block = blockScalar(scene, at, verdict);
    if (block !== undefined) return block;
  }
  at += WRAPPED.exec(text.slice(at, at + 32))?.[0].length ?? 0;
  if (text[at] === '[' && !text.startsWith('[redacted:', at) && text[at + 1] !== ']')
    at = skipBlanks(text, at + 1, at + 8);
  if (at >= scene.lineEnd) return nextLine(scene, key, verdict, colon || separator === '=>');
  const query = text[key.start - 1] === '?' || text[key.start - 1] === '&' || separator.startsWith('%3');
  if (verdict.class === 'signature' && !query && !/signature/i.test(key.name)) return undefined;
  if (verdict.class === 'cookie') return cookies(scene, key, at);
  const quote = quoteAt(text, at);
  const behind = credentialsAt(scene, verdict, at, quote);
  if (behind !== undefined) return behind.spans;
  const claim = { key, verdict, separator, quoted: shut !== undefined, line };
  const style = {
    query,
    line: line && key.dashes === 0,
    coded: separator.startsWith('%3'),
    // PASSWORD=a&b=c in an env file is one value; a form's names are not written in capitals.
    env: line && separator === '=' && /^[A-Z][A-Z0-9_]+$/.test(key.name),
  };
  const accepts = (head: string, wrapped: boolean) => holds(scene, claim, head, wrapped);
  const value = braced(scene, verdict, at, separator) ?? readValue(text, at, scene.lineEnd, style, accepts);
  if (value === undefined) return undefined;
  // A bare number in JSON: its placeholder has to be a string.
  const bare =
    shut !== undefined &&
    !value.wrapped &&
    text[key.end] === '"' &&
    /^-?[\d.]{1,64}$/.test(text.slice(value.start, Math.min(value.end, value.start + 65)));
  const end = continued(text, value, scene.lineEnd);
  const first: Span = { start: value.start, end, class: verdict.class, ...(bare ? { bare } : {}) };
  const arrow = ARROW.exec(text.slice(value.after, value.after + 12))?.[0];
  if (arrow === undefined) return [first];
  const second = readValue(text, value.after + arrow.length, scene.lineEnd, style, accepts);
  return second === undefined ? [first] : [first, { start: second.start, end: second.end, class: verdict.class }];
}

/** Past the sequences that colour a terminal. */
function skipColours(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 27 && text[at + 1] === '[') {
    let to = at + 2;
    while (to < at + 12 && /[\d;]/.test(text[to] ?? '')) to++;
    if (text[to] !== 'm') break;
    at = to + 1;
  }
  return at;
}

/** `Bearer x` and its like behind a separator, in quotes or not; no spans if a scheme stands there and no credentials. */
function credentialsAt(
  scene: Scene,
  verdict: Verdict,
  at: number,
  quote: Quote | undefined,
): { spans: Span[] | undefined } | undefined {
  const { text, lineEnd } = scene;
  const from = quote?.end ?? at;
  const scheme = SCHEMES.exec(text.slice(from, from + 40))?.[0];
  if (scheme === undefined) return undefined;
  const telling = verdict.class === 'authorization';
  if (quote === undefined)
    return telling || /^(?:bearer|basic) /i.test(scheme)
      ? { spans: credentials(text, from + scheme.length, lineEnd, verdict, scheme) }
      : undefined;
  if (!telling && !verdict.qualified && verdict.grade !== 'weak') return undefined;
  const end = closing(text, from, quote.mark, lineEnd);
  return { spans: credentials(text, from + scheme.length, end < 0 ? lineEnd : end, verdict, scheme) };
}

/** PWD={x}; as ODBC quotes. */
function braced(scene: Scene, verdict: Verdict, at: number, separator: string): Stretch | undefined {
  if (separator !== '=' || verdict.grade !== 'sure' || scene.text[at] !== '{') return undefined;
  const found = /^\{([^{}\s"':]{4,128})\}(?=[;"'\s]|$)/.exec(scene.text.slice(at, Math.min(scene.lineEnd, at + 132)));
  const inside = found?.[1];
  if (inside === undefined || inside.startsWith('[redacted') || !/\d|[a-z][A-Z]/.test(inside)) return undefined;
  return { start: at + 1, end: at + 1 + inside.length, wrapped: true, after: at + 2 + inside.length };
}
