// A telling word in a sentence: "the password is …", "temporary password for root: …". Machines' spellings are pair.ts.
import type { Key, Verdict } from './key.ts';
import { quoteAt } from './quote.ts';
import { startsLine } from './scalar.ts';
import { lineAt, type Scene, skipBlanks } from './scene.ts';
import type { Span } from './span.ts';
import { has, isName, isPath } from './survivors.ts';
import { BARE, readValue, trimmed } from './value.ts';
import { isProse, isSecret, looksRandom, strikes } from './worth.ts';

const LINKS: ReadonlySet<string> = new Set(
  'is was are = : to as -> - – — be now ist lautet war es est sera: becomes equals es: é est: 是 为'.split(' '),
);
const STRONG: ReadonlySet<string> = new Set('is was = : equals'.split(' '));
const WORDS = 9;
const FAR = 140;

/** The secret a sentence gives away after its telling word, if it does. */
export function sentence(scene: Scene, key: Key, verdict: Verdict): Span[] | undefined {
  if (verdict.class === 'auth' || verdict.class === 'signature' || verdict.class === 'cookie') return undefined;
  const { text } = scene;
  lineAt(scene, key.end);
  if (/[<:/$@#=\\]/.test(text[key.start - 1] ?? '')) return undefined;
  if (text[key.end] !== ' ' && text[key.end] !== '\t') return undefined;
  const directive = alone(scene, key, verdict);
  if (directive !== undefined) return directive;
  const limit = Math.min(scene.lineEnd, key.end + FAR);
  let at = skipBlanks(text, key.end, limit);
  let link = '';
  for (let i = 0; i < WORDS && at < limit; i++) {
    const value = readValue(text, at, scene.lineEnd, { query: false, line: false });
    if (value === undefined) return undefined;
    const word = text.slice(value.start, Math.min(value.end, value.start + 600));
    if (word.includes('[redacted:')) return undefined;
    if (
      (i === 0 || link !== '') &&
      gives(verdict, word, link, value.wrapped, quoteAt(text, at)?.mark ?? '', text.slice(value.after, value.after + 2))
    )
      return [{ start: value.start, end: value.end, class: verdict.class }];
    if (value.wrapped && value.end - value.start > 64) return undefined;
    const next = text.slice(value.after, value.after + 1);
    if (/[.;,!?)]/.test(next) || (!value.wrapped && /["'`]/.test(next)) || word.length > 100) return undefined;
    const lower = word.toLowerCase();
    link =
      next === ':' || next === '='
        ? next
        : LINKS.has(lower)
          ? lower
          : i > 0 && LINKS.has(link) && /^(?:set|now|changed|to|as|follows|the)$/.test(lower)
            ? link
            : '';
    at = skipBlanks(text, next === ':' || next === '=' ? value.after + 1 : value.after, limit);
  }
  return link === ':' && at >= scene.lineEnd ? lineBelow(scene, verdict) : undefined;
}

/** `password x` and nothing else on the line: .netrc, redis.conf, FTP. */
function alone(scene: Scene, key: Key, verdict: Verdict): Span[] | undefined {
  const { text, lineEnd } = scene;
  if (verdict.grade !== 'sure' || !startsLine(scene, key)) return undefined;
  const value = readValue(text, skipBlanks(text, key.end, lineEnd), lineEnd, BARE);
  if (value === undefined || skipBlanks(text, value.after, lineEnd) < trimmed(text, value.start, lineEnd))
    return undefined;
  const word = text.slice(value.start, Math.min(value.end, value.start + 600));
  // "PASS src/login.test.ts", "password rotated": outcomes and sentences; a secret shows a digit, a sign or mixed case.
  if (!isSecret('sure', word, true) || /^[\w.-]*\/|=|^[A-Z]?[a-z]+$/.test(word)) return undefined;
  return key.name !== 'PASS' || looksRandom(word, 4) || isName(word)
    ? [{ start: value.start, end: value.end, class: verdict.class }]
    : undefined;
}

/** "Use this password:" and then, alone on a line further down, the password. */
export function lineBelow(scene: Scene, verdict: Verdict): Span[] | undefined {
  const found = /^\s{1,40}(\S{6,256})[ \t]{0,16}\r?(?:\n|$)/.exec(scene.text.slice(scene.lineEnd, scene.lineEnd + 320));
  const word = found?.[1];
  if (found === null || word === undefined || !isSecret(verdict.grade, word, true) || !looksRandom(word, 8))
    return undefined;
  const start = scene.lineEnd + found[0].indexOf(word);
  return [{ start, end: start + word.length, class: verdict.class }];
}

/** "credentials: admin / x", "basic auth bob:x", "username/password: bob/x", "bob/x (username/password)". */
export function afterUser(scene: Scene, key: Key, verdict: Verdict): Span[] | undefined {
  const { text } = scene;
  const before = text.slice(Math.max(0, key.start - 16), key.start);
  const both = /\b(?:user|username|login)\s?[/:|&,]\s?$/i.test(before);
  if (!both && verdict.class !== 'credential' && !(verdict.class === 'auth' && /\bbasic[ -_]$/i.test(before)))
    return undefined;
  const from = scene.text.slice(key.end, key.end + 240);
  const ahead =
    /^["')]{0,2}(?: (?:are|is|as|with|for|using|of))?[:=]?\s{1,4}["'(]?[\w.@-]{2,40}(?: ?[/:|] ?)(\S{5,128})/.exec(
      from,
    );
  const rest = ahead?.[1]?.replace(/[.,;)"'\]}]{1,3}$/, '');
  if (ahead !== null && rest !== undefined && looksRandom(rest, 5)) {
    const start = key.end + ahead[0].length - (ahead[1] as string).length;
    return [{ start, end: start + rest.length, class: 'password' }];
  }
  if (!both) return undefined;
  const line = text.slice(Math.max(scene.lineStart, key.start - 200), key.start);
  const behind = /(?:^|\s)[\w.@-]{2,40}[/:]([^\s/]{5,128}) ?\((?:user|username|login)\s?[/:|&,]\s?$/i.exec(line)?.[1];
  if (behind === undefined || !looksRandom(behind, 5)) return undefined;
  const start = key.start - line.length + line.lastIndexOf(behind);
  scene.cells.push({ start, end: start + behind.length, class: 'password' });
  return undefined;
}

function gives(verdict: Verdict, word: string, link: string, wrapped: boolean, mark: string, after: string): boolean {
  if (
    isPath(word.replace(/^\(/, '')) ||
    /\.\w{1,4}:\d/.test(word) ||
    (/^\p{Ll}+[?!.,;:]*$/u.test(word.normalize('NFC')) && link === '')
  )
    return false;
  if (isProse(word) || has('scheme', word) || /^[^\s@]+@[\w-]+\.[\w.]+$|^[[({]?[A-Za-z_.-]+[=:]/.test(word))
    return false;
  if (verdict.grade === 'weak' || verdict.class === 'key')
    return link !== ':' && strikes(word) && (after === '' || !/^[:=/]/.test(after));
  if (verdict.grade === 'sure') {
    if (!isSecret('sure', word, true)) return false;
    if (wrapped && mark.endsWith("'") && link === '' && isName(word)) return /\d/.test(word);
    if (wrapped) return link !== '' || /\d/.test(word) || looksRandom(word, 4) || /^[A-Za-z]{6,}$/.test(word);
    if (/^\p{L}+$/u.test(word) && !looksRandom(word, 10))
      return STRONG.has(link) && /^(?:[.!,]?\s?$|[.!,])/.test(after) && word.length >= 5;
    if (isName(word)) return STRONG.has(link);
    return link === '' ? looksRandom(word, 6) : looksRandom(word, 4) || (STRONG.has(link) && /^\d{4,}$/.test(word));
  }
  if (isName(word) && verdict.class !== 'token') return false;
  if (/^[a-z0-9]{6}\.[a-z0-9]{16}$/.test(word)) return true;
  return isSecret(verdict.grade, word, true) && !isName(word) && looksRandom(word, link === '' ? 14 : 10);
}
