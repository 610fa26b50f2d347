// Whether the value found beside a telling name is its secret, given how the two are written. Reads no value.
import type { Key, Verdict } from './key.ts';
import type { Scene } from './scene.ts';
import { isSecret, looksRandom } from './worth.ts';

/** How a name and its value stand together. */
export type Claim = {
  readonly key: Key;
  readonly verdict: Verdict;
  readonly separator: string;
  /** The name stands in quotes. */
  readonly quoted: boolean;
  /** The name is the first thing of its line. */
  readonly line: boolean;
};

/** Judges the head of a value; `wrapped` says it stands in quotes. */
export function holds(scene: Scene, claim: Claim, value: string, wrapped: boolean): boolean {
  const { text } = scene;
  const { key, verdict, separator, quoted, line } = claim;
  const before = text.slice(Math.max(0, key.start - 24), key.start);
  // "invalid token: abc", "no password: …": a message, not an assignment; what follows must show itself.
  if (
    !wrapped &&
    !line &&
    separator === ':' &&
    !quoted &&
    verdict.grade !== 'sure' &&
    /(?:invalid|bad|unknown|no|expired|missing|unexpected|failed|error)\s$/i.test(before) &&
    !looksRandom(value, 8)
  )
    return false;
  // "PASS: TestLogin": the outcome of a test.
  if (key.name === 'PASS' && separator === ':' && !looksRandom(value, 6)) return false;
  // arn:…:secret:name, checksum/secret: … are names of other things.
  if (
    verdict.grade !== 'sure' &&
    !quoted &&
    ((separator === ':' && text[key.start - 1] === ':') || /(?:checksum|hash|digest|sha256|md5)\/$/i.test(before))
  )
    return false;
  if (verdict.class === 'authorization' && !looksRandom(value, 8)) return false;
  if (value.startsWith('{') || (!wrapped && value.startsWith('?')) || value.startsWith('map[')) return false;
  if (!isSecret(verdict.grade, value, verdict.qualified)) return false;
  if (verdict.class === 'connection' && /[=@]|:\/\//.test(value) && !/^[A-Za-z0-9+/]{20,}={0,2}$/.test(value))
    return false;
  const query = text[key.start - 1] === '?' || text[key.start - 1] === '&';
  if (verdict.class !== 'key' || query) return true;
  // Caches name their keys after what they hold and its digest.
  if (/^(?:[A-Za-z][\w.]*[-:/_])+[0-9a-f]{32,}$/.test(value)) return false;
  if (!verdict.qualified && /^[a-z]{3,}[-:/_]/.test(value)) return false;
  return wrapped || verdict.qualified || !/^[0-9a-f-]+$/i.test(value);
}
