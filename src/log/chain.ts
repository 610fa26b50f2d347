// One line bound to the line before it, and the test that it still is. Must not know files.
import { canonical, sha256 } from './digest.ts';

/** A line without its place in the chain. */
export type Line = Readonly<Record<string, unknown>> & { readonly custom: Readonly<Record<string, unknown>> };

/** Where a chain stands: the last line's number and hash. */
export type Head = { readonly seq: number; readonly hash: string };

/** Before the first line. */
export const origin: Head = { seq: 0, hash: '' };

/** A line's place: its number, the hash of the line before, its own; `start` on the first line of each file. */
export type Link = { readonly seq: number; readonly prev: string; readonly hash: string; readonly start: boolean };

/** A line in its RFC 8785 form, open where the chain goes. */
export type Spelled = { readonly before: string; readonly after: string };

/** Spells a line once; what it is chained to is put in later. */
export function spell(line: Line): Spelled {
  const [before, after] = around(line, 'custom');
  const [customBefore, customAfter] = around(line.custom, 'chain');
  return { before: `{${before}"custom":{${customBefore}"chain":`, after: `${customAfter}}${after}}` };
}

/** The members of an object on both sides of one key, in order, without that key. */
function around(object: Readonly<Record<string, unknown>>, key: string): readonly [string, string] {
  const keys = Object.keys(object).filter((each) => each !== key && object[each] !== undefined);
  const member = (each: string) => `${JSON.stringify(each)}:${canonical(object[each])}`;
  const before = keys.filter((each) => each < key).toSorted();
  const after = keys.filter((each) => each > key).toSorted();
  return [before.map((each) => `${member(each)},`).join(''), after.map((each) => `,${member(each)}`).join('')];
}

/**
 * The line as it is written: its RFC 8785 form, with `custom.chain` = `{seq, prev, hash}`, where hash is the sha256 of
 * the same form without the hash. Because only one spelling is right, no byte can change unseen.
 */
export function seal(
  { before, after }: Spelled,
  head: Head,
  start: boolean,
): { readonly text: string; readonly head: Head } {
  const seq = head.seq + 1;
  const place = `"prev":"${head.hash}","seq":${seq}${start ? ',"start":true' : ''}}`;
  const hash = sha256(`${before}{${place}${after}`);
  return { text: `${before}{"hash":"${hash}",${place}${after}`, head: { seq, hash } };
}

/** Reads a written line: its link, or in words why it is not what was written. */
export function unseal(text: string): { readonly link: Link; readonly line: Line } | { readonly reason: string } {
  let line: unknown;
  try {
    line = JSON.parse(text);
    if (canonical(line) !== text) return { reason: 'It is not spelled as it was written: the line was edited.' };
  } catch {
    return { reason: 'It is not JSON: the line was edited or cut.' };
  }
  const custom = object(object(line)?.custom);
  const { hash, ...chain } = object(custom?.chain) ?? {};
  const { seq, prev, start = false } = chain;
  if (
    typeof hash !== 'string' ||
    typeof prev !== 'string' ||
    typeof start !== 'boolean' ||
    !Number.isSafeInteger(seq)
  ) {
    return { reason: 'It has no place in the chain (custom.chain): it was not written by this log.' };
  }
  if (sha256(canonical({ ...(line as Line), custom: { ...custom, chain } })) !== hash) {
    return { reason: 'Its content does not fit its hash: the line was edited.' };
  }
  return { link: { seq: seq as number, prev, hash, start }, line: line as Line };
}

function object(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
