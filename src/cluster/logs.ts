// The end of a container's log within its bounds. Knows how a kubelet cuts; sends nothing itself.
import type { Bounds, Options } from '../gate/ports.ts';

/** Asks for the last lines of a log, cut after so many bytes from the start of those lines. */
export type FetchLog = (lines: number, limitBytes: number) => Promise<string>;

const maxTries = 3;
/** Bytes that a word cut in half may have left. */
const wordMost = 4096;

/** How many lines from the end are wanted: those asked for, behind those already shown, within the bound. */
export const linesWanted = (
  { tailLines, skipLines }: Pick<Options, 'tailLines' | 'skipLines'>,
  lines: number,
): number => (tailLines === 0 ? lines : Math.min(tailLines + skipLines, lines));

/**
 * A kubelet applies `limitBytes` from the start of the tail, so a cap that is hit has lost the end, where the crash
 * stands: then fewer lines are asked for. What is given is the end, whole lines where there are any.
 */
export const readLog = async (
  fetch: FetchLog,
  wanted: number,
  { bytes }: Pick<Bounds, 'bytes'>,
): Promise<{ text: string; cut: boolean }> => {
  const cap = Math.max(bytes * 4, 65_536);
  let lines = wanted;
  let text = '';
  let lost = false;
  for (let attempt = 1; attempt <= maxTries; attempt++) {
    text = await fetch(lines, cap);
    const size = Buffer.byteLength(text);
    // A character cut in half was replaced by one of up to three bytes.
    if (size < cap - 3) break;
    lost = true;
    const got = Math.max(1, text.split('\n').length - 1);
    if (lines === 1) break;
    lines = Math.max(1, Math.min(lines - 1, Math.floor((got * Math.min(bytes, cap / 2)) / size)));
  }
  const end = endOf(text, bytes);
  return { text: end, cut: lost || end.length < text.length };
};

/** The last whole lines that fit; of a single longer line, its end. */
export const endOf = (text: string, bytes: number): string => {
  const all = Buffer.from(text);
  if (all.length <= bytes) return text;
  const start = all.length - bytes;
  const line = all.indexOf(10, start - 1);
  if (line !== -1 && line + 1 < all.length) return all.subarray(line + 1).toString('utf8');
  // Not in the middle of a word, of which the rest could be half a secret, nor of a character.
  const word = all.subarray(start, start + wordMost).findIndex((byte) => byte === 32 || byte === 9);
  let at = word === -1 ? start + Math.min(wordMost, bytes >> 1) : start + word + 1;
  while (at < all.length && ((all[at] as number) & 0xc0) === 0x80) at++;
  return all.subarray(at).toString('utf8');
};
