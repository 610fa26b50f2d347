// Makes text from a cluster harmless to look at: no escape sequences, no hidden or reordering characters.

const escapes =
  /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]?|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c\n]{0,4096}(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]{0,8}[0-~]?/g;
/** Zero-width and tag characters carry text that no reader sees. */
const hidden = /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff\u{e0000}-\u{e007f}\u{fe00}-\u{fe0f}]/gu;
const control =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/g;
const suspect =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/;

/**
 * Text with terminal escapes and hidden characters removed and every other control or bidi character written out
 * (`\x07`, `\u202e`). Line feeds and tabs stay; CRLF becomes LF.
 */
export function clean(text: string): string {
  if (!suspect.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(escapes, '')
    .replace(hidden, '')
    .replace(control, written);
}

function written(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Text on one line, without runs of spaces that could look like the next column. */
export function cell(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

/** Every string of a JSON value, cleaned; keys too. */
export function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [clean(key), cleanValue(part)]));
}
