// A telling name that is itself a value, and its partner called "value": env lists, XML, form parts, struct dumps.

import { holds } from './claim.ts';
import { credentials, SCHEMES } from './header.ts';
import type { Key, Verdict } from './key.ts';
import { quoteAt } from './quote.ts';
import { blockScalar } from './scalar.ts';
import { KIND, lineAt, type Scene, skip } from './scene.ts';
import { type Span, spanOf } from './span.ts';
import { BARE, readValue } from './value.ts';
import { isSecret, looksRandom } from './worth.ts';

const FORM = /^"[^\n]{0,120}\r?\n(?:[\w-]{1,40}:[^\n]{0,120}\r?\n){0,4}\r?\n/;
const ELEMENT = /^<\/[\w:.-]{1,40}>\s{0,80}<(?:[\w.-]{1,24}:)?(?:\w{0,24}value|val|string)(?: [^<>]{0,80})?>/i;
const BACKWARDS =
  /(?:^|[\s"'{,<-])(?:value|val)\\{0,3}["']?\s{0,4}[:=]\s{0,4}(?:\\{0,3}["'])?([^\s"'\\,}{]{3,200})(?:\\{0,3}["'])?[\s,;]{1,40}(?:\\{0,3}["'])?(?:name|key)(?:\\{0,3}["'])?\s{0,4}[:=]\s{0,4}(?:\\{0,3}["'])?$/i;

/** The name is itself a value, and its partner is called value: env lists, XML attributes, struct dumps. */
export function partner(scene: Scene, key: Key, verdict: Verdict): Span[] | undefined {
  const { text } = scene;
  const head =
    /^[\\"'`\s,;]{0,64}(?:[-+|]\s{0,8})?(?:default|string)?_?(?:value|val)[\\"']{0,8}\s{0,8}(?:=>|[=:])[ \t]{0,16}/i.exec(
      text.slice(key.end, key.end + 160),
    )?.[0];
  if (verdict.grade === 'weak') return undefined;
  if (head === undefined) return apart(scene, key, verdict);
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
  const block = text[at] === '|' || text[at] === '>' ? blockScalar(scene, at, verdict) : undefined;
  if (block !== undefined) return block;
  const startsAlone = /^\s*(?:-\s)?$/.test(
    text.slice(scene.lineStart, Math.min(at, scene.lineStart + 64)).replace(/value\s*[:=]\s*$/i, ''),
  );
  const claim = { key, verdict: { ...verdict, qualified: true }, separator: '=', quoted: false, line: true };
  return spanOf(
    verdict.class,
    readValue(text, at, scene.lineEnd, { query: false, line: startsAlone }, (head, wrapped) =>
      holds(scene, claim, head, wrapped),
    ),
  );
}

/** The partner has no name: the body of a form's part, the element after <name>…</name>. */
function apart(scene: Scene, key: Key, verdict: Verdict): Span[] | undefined {
  const { text } = scene;
  const behind = text.slice(key.end, key.end + 640);
  const form = text.slice(Math.max(0, key.start - 6), key.start) === 'name="' ? FORM.exec(behind)?.[0] : undefined;
  if (form !== undefined) {
    lineAt(scene, key.end + form.length);
    return spanOf(
      verdict.class,
      readValue(text, key.end + form.length, scene.lineEnd, BARE, (head) => isSecret('sure', head, true)),
    );
  }
  const element = ELEMENT.exec(behind)?.[0] ?? /^["'](?: [^<>]{0,80})?>(?=[^<>\s])/.exec(behind)?.[0];
  if (element === undefined) return undefined;
  const from = skip(text, key.end + element.length, KIND.space, key.end + element.length + 80);
  const length = text.slice(from, from + 4096).search(/\s{0,80}<\//);
  return length > 0 && isSecret(verdict.grade, text.slice(from, from + length), true)
    ? [{ start: from, end: from + length, class: verdict.class }]
    : undefined;
}

/** `value: x` and then `name: PASSWORD`. It lies behind us: it goes to the scene's cells. */
export function valueFirst(scene: Scene, key: Key, verdict: Verdict): void {
  const { text } = scene;
  // Names that can follow a value begin behind a separator or its quotation mark.
  if (!/[\s"':=]/.test(text[key.start - 1] ?? '')) return;
  const near = text.slice(Math.max(0, key.start - 12), key.start);
  if (!/(?:name|key)/i.test(near)) return;
  const before = text.slice(Math.max(0, key.start - 320), key.start);
  const secret = BACKWARDS.exec(before)?.[1];
  if (secret === undefined || !isSecret(verdict.grade, secret, true) || !looksRandom(secret, 5)) return;
  const start = key.start - before.length + before.lastIndexOf(secret);
  if (!/(?:name|key)\\{0,3}["']?\s{0,4}[:=]/i.test(text.slice(start, key.start))) return;
  if (/value\\{0,3}["']?\s{0,4}[:=]/i.test(text.slice(key.end, key.end + 24))) return;
  scene.cells.push({ start, end: start + secret.length, class: verdict.class });
}
