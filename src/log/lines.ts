// Lines out of a stream of bytes, each of bounded length and valid UTF-8. Must not know what they say.

/** A line, or in words why there is none. The last one must end too. */
export type Raw =
  | { readonly text: string; readonly reason?: never }
  | { readonly text?: never; readonly reason: string };

/** Bytes; no line of a decision log comes near it. */
export const longestLine = 1_048_576;

/** Splits at line feeds; stops at a line that is too long. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Raw> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (line: Uint8Array): Raw => {
    try {
      return { text: utf8.decode(line) };
    } catch {
      return { reason: 'It is not UTF-8: the line was edited.' };
    }
  };
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const all: Buffer = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = all.indexOf(10); at >= 0; at = all.indexOf(10, from)) {
      yield decode(all.subarray(from, at));
      from = at + 1;
    }
    rest = all.subarray(from);
    if (rest.length > longestLine) {
      yield { reason: 'It is longer than any line of this log.' };
      return;
    }
  }
  if (rest.length > 0) yield { reason: 'It has no end: the line was cut, or is being written right now.' };
}
