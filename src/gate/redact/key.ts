// A name beside a value, and what it announces. Knows no value.
import type { Scene } from './scene.ts';
import { is, KIND } from './scene.ts';
import { ABOUT, ENDINGS, type Family, HARMLESS_BEFORE, HEADS, KEY_OWNERS, NO_PASS, PAIRS, TRAILERS } from './words.ts';

export type Verdict = Family & { /** More than one word: client_secret, not secret. */ readonly qualified: boolean };
export type Key = { readonly start: number; readonly end: number; readonly dashes: number; readonly name: string };

const REACH = 96;
const SUMS: ReadonlySet<string> = new Set(['checksum', 'fingerprint', 'integrity', 'etag']);

/** Letters of other scripts; not their punctuation, their wide forms of ours, or blanks. */
function isForeign(code: number): boolean {
  return (code > 0xbf && code < 0x2000) || (code > 0x2e7f && code < 0xff00 && (code < 0x3000 || code > 0x303f));
}

/** The whole name around an anchor: letters, digits, `_`, `-`, `.`; at most 96 characters either way. */
export function readKey(scene: Scene, start: number, end: number): Key {
  const { text } = scene;
  const inName = (at: number) => is(text, at, KIND.url64) || text[at] === '.' || isForeign(text.charCodeAt(at));
  let from = start;
  const floor = Math.max(scene.cursor, start - REACH);
  while (from > floor && inName(from - 1)) from--;
  let to = end;
  const ceiling = Math.min(text.length, end + REACH);
  // Scripts without blanks go on after the word: 密码是x.
  if (!(text.charCodeAt(end - 1) > 0x2e80)) while (to < ceiling && inName(to)) to++;
  while (to > end && (text[to - 1] === '.' || text[to - 1] === '-')) to--;
  let dashes = 0;
  while (from < start && (text[from] === '-' || text[from] === '.')) {
    if (text[from] === '-') dashes++;
    from++;
  }
  if (text[from - 1] === '\\' && from < start && /[nrt]/.test(text[from] ?? '')) from++; // an escaped line end before the name
  return { start: from, end: to, dashes, name: text.slice(from, to) };
}

/** What a name announces, or nothing. */
export type Judge = (name: string) => Verdict | undefined;

/**
 * A judge of names. `extra` are further words that announce a secret, as a policy may add; `strict` asks less of values.
 * Verdicts are remembered, because logs repeat their names.
 */
export function judgeOfKeys(extra: readonly string[], strict: boolean): Judge {
  const own = new Set(extra.map((word) => split(word).join('')).filter((word) => word !== ''));
  const verdicts = new Map<string, Verdict | undefined>();
  return (name) => {
    const known = verdicts.get(name);
    if (known !== undefined || verdicts.has(name)) return known;
    if (verdicts.size > 5000) verdicts.clear();
    const words = split(name);
    const added = own.size > 0 && words.some((_, i) => own.has(words.slice(i).join('')));
    const verdict: Verdict | undefined = added ? { class: 'secret', grade: 'sure', qualified: true } : judge(words);
    const harder =
      strict && verdict !== undefined
        ? { ...verdict, grade: verdict.grade === 'weak' ? verdict.grade : ('sure' as const) }
        : verdict;
    verdicts.set(name, harder);
    return harder;
  };
}

/** The words of a name: camelCase, snake_case, kebab-case, dots; digits are dropped. */
export function split(name: string): string[] {
  return name
    .slice(-200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && word !== 's');
}

function judge(words: readonly string[]): Verdict | undefined {
  for (let last = words.length - 1; last >= 0; last--) {
    const word = words[last] as string;
    const before = words[last - 1] ?? '';
    const pair = PAIRS.get(`${before} ${word}`);
    if (pair !== undefined) return { ...pair, qualified: true };
    const family = headOf(word, before);
    if (family !== undefined) {
      if (words.slice(0, last).some((one) => SUMS.has(one))) return undefined;
      const harmless = words
        .slice(0, last)
        .some(
          (one, i) =>
            HARMLESS_BEFORE.has(one) && (i === last - 1 || one === 'public' || one === 'max' || one === 'min'),
        );
      if (harmless && family.grade !== 'sure') return undefined;
      return {
        ...family,
        qualified: word !== 'secrets' && word !== 'tokens' && (last > 0 || last < words.length - 1 || word.length > 11),
      };
    }
    if (ABOUT.has(word) && !TRAILERS.has(word)) return undefined;
    // A word we do not know after a telling one (PASSWORD_POSTGRES): telling, but the value has to show it.
    if (!TRAILERS.has(word)) {
      const families = words.slice(0, last).map((one, i) => headOf(one, words[i - 1] ?? ''));
      const at = families.findIndex((one) => one !== undefined && one.grade !== 'weak');
      const earlier = families[at];
      if (earlier === undefined || words.slice(at + 1, last).some((one) => ABOUT.has(one))) return undefined;
      return { class: earlier.class, grade: earlier.grade === 'sure' ? 'shown' : 'weak', qualified: true };
    }
  }
  return undefined;
}

function headOf(word: string, before: string): Family | undefined {
  if (word === 'key' || word === 'keys') return KEY_OWNERS.get(before) ?? HEADS.get(word);
  const known = HEADS.get(word);
  if (known !== undefined) return known;
  for (const ending of ENDINGS) if (word.endsWith(ending)) return HEADS.get(ending);
  if (word.endsWith('pass') && word.length < 24 && !NO_PASS.has(word)) return HEADS.get('pass');
  if (word.endsWith('key') && word.length < 20) return KEY_OWNERS.get(word.slice(0, -3));
  return undefined;
}
