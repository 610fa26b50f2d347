// The corpus's dice: a seeded generator and the kinds of secret it can make. Knows no shape and no redactor.

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const WORDS =
  'river stone copper maple falcon harbor winter candle meadow anchor pepper violet rocket saddle tunnel marble'.split(
    ' ',
  );

// Words inside passwords are others than those around them, or a user's name would look like a leftover.
const HIDDEN_WORDS =
  'thunder blossom crystal dolphin emerald galaxy hazelnut island jasmine kernel lantern mustang nectar orchid phoenix quartz'.split(
    ' ',
  );

export type Dice = {
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  from(alphabet: string, length: number): string;
  hex(length: number): string;
  alnum(length: number): string;
  lower(length: number): string;
  base64(bytes: number): string;
  base64url(length: number): string;
  password(): string;
  plainPassword(): string;
  word(): string;
  name(): string;
  uuid(): string;
  time(): string;
};

/** mulberry32: small, good enough, the same everywhere. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(unit() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const from = (alphabet: string, length: number) => {
    let out = '';
    for (let i = 0; i < length; i++) out += alphabet[below(alphabet.length)];
    return out;
  };
  const hex = (length: number) => from('0123456789abcdef', length);
  const alnum = (length: number) => from(LOWER + UPPER + DIGITS, length);
  const lower = (length: number) => from(LOWER + DIGITS, length);
  const base64 = (bytes: number) => Buffer.from(Array.from({ length: bytes }, () => below(256))).toString('base64');
  const base64url = (length: number) => from(`${LOWER}${UPPER}${DIGITS}_-`, length);
  const word = () => pick(WORDS);
  const hidden = () => pick(HIDDEN_WORDS);
  const capital = (text: string) => text[0]?.toUpperCase() + text.slice(1);
  const plainPassword = () =>
    pick([
      () => `${hidden()}${below(9000) + 100}`,
      () => `${capital(hidden())}${capital(hidden())}${below(90) + 10}`,
      () => `${from(LOWER + UPPER, 4)}${from(DIGITS, 3)}${from(LOWER + UPPER, 4)}`,
      () => alnum(12 + below(12)),
    ])();
  const password = () =>
    pick([
      plainPassword,
      plainPassword,
      () => `${capital(hidden())}!${below(9000) + 100}`,
      () => `${alnum(5)}${pick(['!', '#', '%', '*', '^', '-', '_', '+', '~', '.'])}${alnum(6)}`,
      () => `${alnum(4)}@${alnum(4)}$${alnum(4)}`,
      () => `${hidden()}-${hidden()}-${below(900) + 10}`,
    ])();
  const uuid = () => [8, 4, 4, 4, 12].map(hex).join('-');
  const two = (limit: number) => String(below(limit)).padStart(2, '0');
  const time = () => `2026-0${below(9) + 1}-1${below(9)}T${two(24)}:${two(60)}:${two(60)}.${from(DIGITS, 3)}Z`;
  const name = () => `${word()}-${word()}`;
  return { below, pick, from, hex, alnum, lower, base64, base64url, password, plainPassword, word, name, uuid, time };
}
