// A stretch of text that holds a secret, and how stretches are replaced. Knows no pattern.

/** Keyed fingerprint of a secret, short hex: equal secrets get equal fingerprints, nothing else can be told from one. */
export type Fingerprint = (secret: string) => string;

export type Span = {
  readonly start: number;
  readonly end: number;
  readonly class: string;
  /** The secret itself where the text spells it differently (JSON escapes). */
  readonly secret?: string;
  /** The stretch was a bare JSON number or word: its placeholder must bring quotes along. */
  readonly bare?: boolean;
};

/** The stretch as the one span of a class, or nothing. */
export function spanOf(
  kind: string,
  stretch: { readonly start: number; readonly end: number } | undefined,
): Span[] | undefined {
  return stretch === undefined ? undefined : [{ start: stretch.start, end: stretch.end, class: kind }];
}

/** What stands where a secret stood. */
export function placeholder(kind: string, secret: string, fingerprint: Fingerprint): string {
  return `[redacted:${kind}:${fingerprint(secret)}]`;
}

/** Replaces spans, which come sorted and apart. */
export function replaced(text: string, spans: readonly Span[], fingerprint: Fingerprint): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const span of spans) {
    const mark = placeholder(span.class, span.secret ?? text.slice(span.start, span.end), fingerprint);
    parts.push(text.slice(from, span.start), span.bare === true ? `"${mark}"` : mark);
    from = span.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** The end of a placeholder that starts here, or -1. A foreign text cannot hide much in something this narrow. */
export function placeholderEnd(text: string, start: number): number {
  if (!text.startsWith('[redacted:', start)) return -1;
  const close = text.slice(start, start + 96).indexOf(']');
  return close > 0 && /^\[redacted:[a-z0-9-]{1,40}:[0-9a-f]{1,32}$/.test(text.slice(start, start + close))
    ? start + close + 1
    : -1;
}

/** Whether a stretch holds a placeholder: it has been redacted already, and what is left around it is no secret. */
export function holdsPlaceholder(text: string, start: number, end: number): boolean {
  const inside = text.slice(start, end);
  for (let at = inside.indexOf('[redacted:'); at >= 0; at = inside.indexOf('[redacted:', at + 1))
    if (placeholderEnd(text, start + at) > 0) return true;
  return false;
}
