// Quotation marks in all the spellings that wrap a name or a value. Knows nothing of what is between them.

export type Quote = { readonly mark: string; readonly end: number };

const WRITTEN: readonly string[] = ['&quot;', '&#34;', '&apos;', '&#39;', '%22', '%27', '\\u0022', '\\x22'];

/** The quotation mark at a position: `"`, `'`, a backtick, any of them behind backslashes, or spelt as an entity. */
export function quoteAt(text: string, at: number): Quote | undefined {
  const code = text.charCodeAt(at);
  if (code === 34 || code === 39 || code === 96) return { mark: text[at] as string, end: at + 1 };
  if (code === 92) {
    let to = at;
    while (to < at + 32 && text.charCodeAt(to) === 92) to++;
    const unit = text.charCodeAt(to);
    if (unit === 34 || unit === 39) return { mark: text.slice(at, to + 1), end: to + 1 };
  }
  if (code === 38 || code === 37 || code === 92)
    for (const mark of WRITTEN) if (text.startsWith(mark, at)) return { mark, end: at + mark.length };
  return undefined;
}

/** Where a quoted stretch ends: at the same mark behind no more backslashes than it opened with; -1 if not before `limit`. */
export function closing(text: string, from: number, mark: string, limit: number): number {
  const unit = mark[mark.length - 1] as string;
  if (unit !== '"' && unit !== "'" && unit !== '`') {
    const at = text.slice(from, Math.min(limit, from + 65536)).indexOf(mark);
    return at < 0 ? -1 : from + at;
  }
  const most = mark.length - 1;
  const code = unit.charCodeAt(0);
  let slashes = 0;
  for (let at = from; at < limit; at++) {
    const here = text.charCodeAt(at);
    if (here === 92) slashes++;
    else {
      if (here === code) {
        // '' inside '…' is an apostrophe in YAML and SQL.
        if (most === 0 && unit === "'" && slashes === 0 && text[at + 1] === "'" && at > from) {
          at++;
          slashes = 0;
          continue;
        }
        if (slashes <= most) return at - slashes;
        if (most === 0 && slashes % 2 === 0) return at;
      }
      slashes = 0;
    }
  }
  return -1;
}
