// Lines out of a byte stream, each of bounded length. Knows nothing of what a line means.

export type Lines = {
  /** Takes the next bytes as they arrive. */
  readonly push: (chunk: Uint8Array) => void;
  /** The stream is over: what is left is the last line. */
  readonly end: () => void;
};

/**
 * Splits at newlines. A line of more than `maxBytes` is dropped while it arrives, `onTooLong` is called once for it, and
 * the next newline starts afresh. Lines of white space are skipped.
 */
export function lines(maxBytes: number, onLine: (line: Uint8Array) => void, onTooLong: () => void): Lines {
  let held: Uint8Array[] = [];
  let size = 0;
  let dropping = false;

  const hold = (part: Uint8Array): void => {
    if (dropping || part.length === 0) return;
    size += part.length;
    if (size <= maxBytes) {
      held.push(part);
      return;
    }
    dropping = true;
    held = [];
    onTooLong();
  };

  const finish = (): void => {
    const line = held.length === 1 ? held[0]! : Buffer.concat(held);
    const wanted = !dropping && !blank(line);
    held = [];
    size = 0;
    dropping = false;
    if (wanted) onLine(line);
  };

  return {
    push: (chunk) => {
      let from = 0;
      for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, from)) {
        hold(chunk.subarray(from, at));
        finish();
        from = at + 1;
      }
      hold(chunk.subarray(from));
    },
    end: finish,
  };
}

function blank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
