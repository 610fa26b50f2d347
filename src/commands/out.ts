// Where a command writes and how it ends, so that a test can listen.

export type Out = {
  /** One or more whole lines, without the last line feed. */
  readonly say: (text: string) => void;
  /** 0 well, 1 problems found, 2 wrong usage; takes effect when the process ends by itself. */
  readonly exit: (code: number) => void;
};

export const terminal: Out = {
  say: (text) => void process.stdout.write(`${text}\n`),
  exit: (code) => {
    process.exitCode = code;
  },
};

/** Text of unknown origin, as one harmless piece of a line: no control characters, nothing that turns the direction. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
}
