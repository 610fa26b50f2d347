// Base64 that hides a secret: unpacked, read like any text, and replaced whole if anything was found in it.
import { is, KIND, type Scene, skip } from './scene.ts';
import type { Span } from './span.ts';

const HIDDEN = [
  'password',
  'Password',
  'PASSWORD',
  'passwd',
  'secret',
  'Secret',
  'SECRET',
  'token',
  'TOKEN',
  'Token',
  'PRIVATE KEY',
  'api_key',
  'apiKey',
  'API_KEY',
  '_KEY=',
  '://',
  '"auth',
  'PASS=',
  'pwd=',
  'Pwd=',
];

/** What telling words look like inside base64, at each of the three ways they can lie. */
export function encodedWords(): string[] {
  const out = new Set<string>();
  for (const word of HIDDEN)
    for (let shift = 0; shift < 3; shift++) {
      const code = encode('\0'.repeat(shift) + word);
      const from = shift === 0 ? 0 : shift + 1;
      const to = Math.floor(((shift + word.length) * 8) / 6);
      if (to - from >= 3) out.add(code.slice(from, to));
    }
  return [...out];
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function encode(text: string): string {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const unit of text) {
    held = (held << 8) | unit.charCodeAt(0);
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      out += DIGITS[(held >> bits) & 63];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? out + DIGITS[(held << (6 - bits)) & 63] : out;
}

const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) VALUES[DIGITS.charCodeAt(i)] = i;
VALUES['-'.charCodeAt(0)] = 62;
VALUES['_'.charCodeAt(0)] = 63;

/** The text in a base64 run, or nothing if it is not text. */
export function decode(text: string): string | undefined {
  const parts: string[] = [];
  let bits = 0;
  let held = 0;
  let odd = 0;
  let codes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const value = VALUES[text.charCodeAt(i) & 127] as number;
    if (value < 0) continue;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const code = (held >> bits) & 255;
    held &= (1 << bits) - 1;
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code > 126) odd++;
    codes.push(code);
    if (codes.length === 4096) {
      if (odd > 1024) return undefined;
      parts.push(String.fromCharCode(...codes));
      codes = [];
    }
  }
  parts.push(String.fromCharCode(...codes));
  const out = parts.join('');
  return odd * 8 > out.length ? undefined : out;
}

/** Reads the base64 run around an anchor, once. `hides` says whether a text holds a secret. */
export function blob(
  scene: Scene,
  start: number,
  end: number,
  mark: string,
  hides: (text: string) => boolean,
): Span[] | undefined {
  const { text } = scene;
  if (start < scene.blobDone || !text.startsWith(mark, start)) return undefined;
  let from = start;
  while (from > scene.cursor && from > scene.blobDone && is(text, from - 1, KIND.base64) && text[from - 1] !== '=')
    from--;
  const to = skip(text, end, KIND.base64);
  scene.blobDone = to;
  if (to - from < 16) return undefined;
  // A slash or a name glued in front shifts everything; a run of base64 begins at a multiple of four.
  const body = text.slice(from, to);
  const plain = decode(body);
  return plain !== undefined && hides(plain) ? [{ start: from, end: to, class: 'encoded' }] : undefined;
}
