// What others wrote, as a terminal may show it: every character that acts, hides or only looks like a space is spelled out.

/** Text that may have line feeds. Everything but letters, marks, numbers, punctuation, symbols and the space is written out. */
export function shown(text: string): string {
  return text.replace(/[^\P{C}\n]|[^\P{Z} ]|\p{Default_Ignorable_Code_Point}|[\ud800-\udfff]/gu, spelled);
}

/** The same on one line. */
export function shownLine(text: string): string {
  return shown(text).replaceAll('\n', '\\n');
}

/** JSON in which such characters are escapes: still the same JSON. */
export function shownJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(
    /[^\P{C}\n]|[^\P{Z} ]|\p{Default_Ignorable_Code_Point}/gu,
    (found) => [...Array(found.length).keys()].map((at) => `\\u${hex(found.charCodeAt(at))}`).join(''),
  );
}

function spelled(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${hex(code)}`;
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
