// Makes text from a cluster harmless to look at: no escape sequences, no hidden or reordering characters. Redaction
// comes between the two steps: hidden characters must not split a secret, nor written ones stick to it.

const escapes =
  /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]?|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c\n]{0,4096}(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]{0,8}[0-~]?/g;
/** Zero-width, filler, tag and variation characters carry text that no reader sees. Bidi marks are shown instead. */
const hidden = /(?![\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])\p{Default_Ignorable_Code_Point}/gu;
const control =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/g;
const suspect = /[^\n\t\u0020-\u007e\u00a0-\u00ac\u00ae-\u034e\u0370-\u061b\u061d-\u115e]/;

/** Text without terminal escapes and hidden characters, well formed, CRLF as LF. The first step. */
export function strip(text: string): string {
  if (!suspect.test(text)) return text;
  return text.toWellFormed().replaceAll('\r\n', '\n').replace(escapes, '').replace(hidden, '');
}

/** Text with every control or bidi character written out (`\x07`, `\u202e`). Line feeds and tabs stay. The second step. */
export function spell(text: string): string {
  return suspect.test(text) ? text.replace(control, written) : text;
}

/** Both steps, for text that holds no secrets. */
export function clean(text: string): string {
  return spell(strip(text));
}

/**
 * For a person who decides: nothing is taken out. Text with anything in it that could not be seen has every such
 * character written out, and its backslashes doubled, so that no two texts look alike.
 */
export function reveal(text: string): string {
  // What looks like one of our own signs is doubled, in every text.
  const plain = text.toWellFormed().replace(/\\(?=[xu\\])/g, '\\\\');
  if (!suspect.test(text) || clean(text) === text) return plain;
  return plain.replace(hidden, written).replace(control, written);
}

function written(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\u{${code.toString(16)}}`;
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Text on one line, without runs of spaces that could look like the next column. */
export function cell(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

/** Every string of a JSON value, keys too, through one of the steps; the value itself where nothing changes. */
export function eachText(value: unknown, step: (text: string) => string): unknown {
  if (typeof value === 'string') return step(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const parts = value.map((part) => eachText(part, step));
    return parts.every((part, at) => part === value[at]) ? value : parts;
  }
  const entries = Object.entries(value);
  const parts = entries.map(([key, part]) => [step(key), eachText(part, step)] as const);
  return parts.every(([key, part], at) => key === entries[at]?.[0] && part === entries[at]?.[1])
    ? value
    : Object.fromEntries(parts);
}
