// What a header carries: credentials behind their scheme, the answer to a digest challenge, cookies. Knows no name but theirs.
import type { Key, Verdict } from './key.ts';
import { closing, quoteAt } from './quote.ts';
import { is, KIND, type Scene, skip, skipBlanks } from './scene.ts';
import { type Span, spanOf } from './span.ts';
import { BARE, readValue } from './value.ts';
import { isSecret, looksRandom } from './worth.ts';

export const SCHEMES =
  /^(?:bearer|basic|token|digest|apikey|api-key|negotiate|bot|geniekey|splunk|sso-key|key|oauth|jwt|sharedkey|github-bearer|zapikey|discogs|klaviyo-api-key|pve?apitoken|aws4-hmac-sha256)[ =:]+/i;

/** Authorization: the scheme stays, what follows goes. */
export function credentials(
  text: string,
  from: number,
  limit: number,
  verdict: Verdict,
  scheme: string,
): Span[] | undefined {
  const start = skipBlanks(text, from, limit);
  if (/^aws4/i.test(scheme)) return undefined;
  if (/^digest/i.test(scheme)) return answer(text, start, limit);
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

/** Digest: only the answer to the challenge can be played again. */
function answer(text: string, from: number, limit: number): Span[] | undefined {
  const found = /\bresponse=["'\\]{0,4}([0-9a-f]{32,128})/.exec(text.slice(from, Math.min(limit, from + 1024)));
  if (found === null) return undefined;
  const end = from + found.index + found[0].length;
  return [{ start: end - (found[1] as string).length, end, class: 'digest' }];
}

/** Cookie: every value goes, names and attributes of Set-Cookie stay. */
export function cookies(scene: Scene, key: Key, from: number): Span[] | undefined {
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
  return spanOf(
    'cookie',
    readValue(text, from, scene.lineEnd, BARE, (head) => looksRandom(head, 12)),
  );
}
