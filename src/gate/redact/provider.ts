// Tokens with a maker's mark, stored password hashes, and the few marks that stand in the middle. The table is providers.ts.
import { ALPHABETS, type Provider } from './providers.ts';
import { is, KIND, type Scene, skipBlanks } from './scene.ts';
import type { Span } from './span.ts';

const tables = new Map<RegExp, Uint8Array>();

function alphabet(shape: RegExp): Uint8Array {
  let table = tables.get(shape);
  if (table === undefined) {
    table = Uint8Array.from({ length: 128 }, (_, code) => (shape.test(String.fromCharCode(code)) ? 1 : 0));
    tables.set(shape, table);
  }
  return table;
}

function run(text: string, from: number, shape: RegExp, limit = text.length): number {
  const table = alphabet(shape);
  let at = from;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || table[code] === 0) break;
  }
  return at;
}

function startsWord(text: string, start: number, prefix = ''): boolean {
  if (!is(text, start - 1, KIND.url64)) return true;
  // A name may end in a token: token-ghp_….
  if (text[start - 1] === '-' && /^[a-z]{2,}[_-]/.test(prefix)) return true;
  return text[start - 2] === '\\' && /[nrt]/.test(text[start - 1] as string);
}

/** A token that begins with a maker's prefix. */
export function marked(scene: Scene, start: number, provider: Provider): Span[] | undefined {
  const { text } = scene;
  if (!text.startsWith(provider.prefix, start) || !startsWord(text, start, provider.prefix)) return undefined;
  const from = start + provider.prefix.length;
  // The head decides; only what is taken is read to its end.
  const head = Math.min(text.length, from + 256);
  let end = run(text, from, ALPHABETS[provider.alphabet], head);
  const long = end === head;
  while (end > from && /[.:/]/.test(text[end - 1] as string)) end--;
  if (end - from < provider.least) return undefined;
  const body = text.slice(from, Math.min(end, from + 256));
  const whole = provider.alphabet === 'upper' && body.length === provider.least;
  if ((!/\d/.test(body) && !whole) || !/[A-Za-z]/.test(body) || /^(.)\1+$/.test(body)) return undefined;
  if (provider.prefix.length < 4 && provider.alphabet === 'alnum' && (!/[A-Z]/.test(body) || !/[a-z]/.test(body)))
    return undefined;
  if (
    provider.prefix.length < 4 &&
    provider.alphabet !== 'word' &&
    provider.alphabet !== 'dots' &&
    is(text, end, KIND.url64)
  )
    return undefined;
  if (provider.class === 'vault-token' && provider.prefix.length === 2 && end - from !== 24) return undefined;
  if (long) end = run(text, end, ALPHABETS[provider.alphabet]);
  const spans: Span[] = [{ start: provider.alphabet === 'path' ? from : start, end, class: provider.class }];
  if (provider.class === 'aws-key-id') spans.push(...secretBeside(text, end));
  return spans;
}

/** The forty characters that come along with an AWS key id in tables and CSV files. */
function secretBeside(text: string, end: number): Span[] {
  let at = end;
  while (at < end + 8 && /["',;:|\t ]/.test(text[at] ?? '')) at++;
  const to = run(text, at, ALPHABETS.base64);
  return at > end && to - at === 40 && /[A-Z]/.test(text.slice(at, to)) && /\d/.test(text.slice(at, to))
    ? [{ start: at, end: to, class: 'aws-secret' }]
    : [];
}

/** A stored password hash. */
export function hash(scene: Scene, start: number, mark: string): Span[] | undefined {
  const { text } = scene;
  if (!text.startsWith(mark, start)) return undefined;
  const end = run(text, start + mark.length, ALPHABETS.hash);
  let to = end;
  // shadow: the hash ends at the colon that begins the dates.
  const colon = text.slice(start + mark.length, Math.min(end, start + 512)).indexOf(':', mark.includes(':') ? 24 : 0);
  if (colon > 0 && !mark.includes(':')) to = start + mark.length + colon;
  while (to > start && /[.,:]/.test(text[to - 1] as string) && to === end) to--;
  return to - start >= 20 ? [{ start, end: to, class: 'password-hash' }] : undefined;
}

/** number:AA… (Telegram), …8Q~… (Azure client secret), ….atlasv1.… (Terraform), K10…::server:… (k3s), …-us12 (Mailchimp). */
export function inner(scene: Scene, start: number, kind: string): Span[] | undefined {
  const { text, cursor } = scene;
  const back = (shape: RegExp, most: number) => {
    let at = start;
    while (at > cursor && start - at < most && shape.test(text[at - 1] as string)) at--;
    return at;
  };
  if (kind === ':AA') {
    const from = back(/\d/, 11);
    const end = run(text, start + 1, ALPHABETS.word);
    return start - from >= 8 &&
      start - from <= 10 &&
      end - start >= 33 &&
      end - start <= 40 &&
      text.startsWith(kind, start)
      ? [{ start: from, end, class: 'telegram-token' }]
      : undefined;
  }
  if (kind === 'Q~') {
    const from = start - 4;
    const end = run(text, start + 2, ALPHABETS.any, Math.min(text.length, start + 64));
    return from >= cursor &&
      /^[A-Za-z0-9_~.-]{3}[78]Q~/.test(text.slice(from, start + 2)) &&
      end - start >= 31 &&
      end - start <= 42
      ? [{ start: from, end, class: 'azure-secret' }]
      : undefined;
  }
  if (kind === '.atlasv1.') {
    const from = back(/[A-Za-z0-9]/, 20);
    const end = run(text, start + kind.length, ALPHABETS.word);
    return start - from >= 10 && end - start >= 40 ? [{ start: from, end, class: 'terraform-token' }] : undefined;
  }
  if (kind === '::server:') {
    const from = back(/[A-Za-z0-9]/, 80);
    const end = run(text, start + kind.length, ALPHABETS.alnum);
    return text.startsWith('K10', from) && end - start > 20 ? [{ start: from, end, class: 'k3s-token' }] : undefined;
  }
  const from = back(/[0-9a-f]/, 33);
  const end = run(text, start + 3, ALPHABETS.digits);
  return start - from === 32 && end - start >= 4 && end - start <= 5
    ? [{ start: from, end, class: 'mailchimp-key' }]
    : undefined;
}

/** A Discord bot token: a number in base64, a stamp, a signature. */
export function discord(scene: Scene, start: number, mark: string): Span[] | undefined {
  const { text } = scene;
  if (!text.startsWith(mark, start) || !startsWord(text, start)) return undefined;
  const found = /^[A-Za-z0-9]{23,28}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,40}(?![A-Za-z0-9_-])/.exec(
    text.slice(start, start + 96),
  );
  return found === null ? undefined : [{ start, end: start + found[0].length, class: 'discord-token' }];
}

/** `Bearer x` and `Basic x` without a header's name in front. */
export function scheme(scene: Scene, start: number, end: number): Span[] | undefined {
  const { text } = scene;
  if (!startsWord(text, start)) return undefined;
  const from = skipBlanks(text, end, end + 4);
  const to = run(text, from, ALPHABETS.any);
  const body = text.slice(from, Math.min(to, from + 512));
  const basic = text.slice(start, end).toLowerCase().startsWith('basic');
  if (body.length < 8 || !/[A-Za-z]/.test(body) || body.startsWith('sha256:')) return undefined;
  const mixed = /\d/.test(body) && body.length >= 10;
  const cased =
    /[a-z]/.test(body) && /[A-Z]/.test(body) && !/^[A-Z]?[a-z]+(?:[A-Z][a-z]+)*$/.test(body) && body.length >= 12;
  if (!mixed && !cased) return undefined;
  if (/^[a-z]+(?:-[a-z0-9]{1,8})+$/.test(body) && basic) return undefined;
  if (/^[A-Za-z_]{2,}=[^=]/.test(body)) return undefined;
  if (body.endsWith('=') && !/[=A-Za-z0-9]={0,2}$/.test(body)) return undefined;
  return [{ start: from, end: to, class: basic ? 'basic' : 'bearer' }];
}
