// A telling name that is itself a value, and its partner called "value": env lists, XML, form parts, struct dumps.
import { credentials, SCHEMES } from './header.ts';
import type { Key, Verdict } from './key.ts';
import { quoteAt } from './quote.ts';
import { blockScalar } from './scalar.ts';
import { lineAt, type Scene } from './scene.ts';
import { type Span, spanOf } from './span.ts';
import { BARE, readValue } from './value.ts';
import { isSecret } from './worth.ts';

/** The name is itself a value, and its partner is called value: env lists, XML attributes, struct dumps. */
export function partner(scene: Scene, key: Key, verdict: Verdict): Span[] | undefined {
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

