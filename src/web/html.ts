// HTML out of templates in which every value is escaped. Knows no page.

const markup = Symbol('markup');

/** What may stand in a page as it is. Only templates of ours make it; no document from outside can pretend to be it. */
export type Html = { readonly [markup]: string };

export type Value = string | number | Html | readonly Html[] | undefined;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Everything that is not seen, or that moves what is seen: controls, bidi marks, zero-width and private characters. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A template of HTML. A text between tags is escaped and its unseen characters are shown as marked escapes; a text in a
 * tag is escaped and must stand in double quotes; markup is taken as it is; undefined is nothing.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  let out = strings[0] ?? '';
  let inTag = opens(false, out);
  values.forEach((value, at) => {
    if (inTag && !isMarkup(value) && !/="[^"<>]*$/.test(strings[at] ?? ''))
      throw new Error('A value in a tag must stand in double quotes.');
    out += render(value, inTag);
    const next = strings[at + 1] ?? '';
    out += next;
    inTag = opens(inTag, next);
  });
  return made(out);
}

/** Text for where no tags may stand: a title, a text field. */
export function plain(text: string): Html {
  return made(escaped(text.replace(unseen, spelled)));
}

/** The page as text, to be sent. */
export function textOf(page: Html): string {
  return page[markup];
}

function render(value: Value, inTag: boolean): string {
  if (value === undefined) return '';
  if (isMarkup(value)) return value[markup];
  if (Array.isArray(value)) return value.map((one: Html) => one[markup]).join('');
  const text = String(value);
  if (inTag) return escaped(text.replace(unseen, spelled));
  return escaped(text).replace(unseen, (character) => `<span class="unseen">${spelled(character)}</span>`);
}

function isMarkup(value: Value): value is Html {
  return typeof value === 'object' && markup in value;
}

function made(text: string): Html {
  return { [markup]: text };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function spelled(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}

/** Whether a tag is open at the end of this piece of a template. */
function opens(before: boolean, piece: string): boolean {
  const [open, close] = [piece.lastIndexOf('<'), piece.lastIndexOf('>')];
  return open === close ? before : open > close;
}
