// Is a decision log whole? Reads it as a stream and names the first line that is not what was written. Must not know how lines are made.
import { createReadStream } from 'node:fs';
import { type Head, type Line, type Link, unseal } from './chain.ts';
import { type Changes, countChanges } from './changes.ts';
import { rotated } from './files.ts';
import { linesOf } from './lines.ts';

/** A log, oldest part first: files, or one stream under a name. */
export type Source = readonly string[] | { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

export type Whole = {
  readonly ok: true;
  readonly lines: number;
  /** Number of the first and last line; 0 when there is none. A first line above 1: older files are not here. */
  readonly first: number;
  readonly last: number;
  /** Hash of the last line. Keep it elsewhere: a log cut off after a line can only be told by it. */
  readonly head: string;
  /** Lines that say a crash tore something, and how many decisions are known to be missing (full disk). */
  readonly torn: number;
  readonly lost: number;
  readonly changes: Changes;
};
export type Broken = { readonly ok: false; readonly file: string; readonly line: number; readonly reason: string };
export type Verdict = Whole | Broken;

/** The file with its older parts, oldest first: `log.2`, `log.1`, `log`. */
export async function rotatedSet(file: string): Promise<readonly string[]> {
  const numbers = await rotated(file).catch(() => []);
  return [...numbers.toReversed().map((number) => `${file}.${number}`), file];
}

/**
 * Checks every line's spelling, hash, number and the hash of the line before. Finds the first that was edited, inserted,
 * removed or moved, or that tells of a change out of order: `sending` comes first. Whether lines at the very end are missing can only be told with `head`, a hash seen earlier.
 * Rejects when a file cannot be read.
 */
export async function verify(
  source: Source,
  { head = '' }: { readonly head?: string | undefined } = {},
): Promise<Verdict> {
  let end: Head | undefined;
  let first = 0;
  let lines = 0;
  let torn = 0;
  let lost = 0;
  let headSeen = head === '';
  const changes = countChanges(() => first === 1);
  let place = { file: '', line: 0 };
  for (const part of parts(source)) {
    place = { file: part.name, line: 0 };
    for await (const { text, reason: bad } of linesOf(part.bytes())) {
      place = { file: part.name, line: place.line + 1 };
      const read = text === undefined ? { reason: bad } : unseal(text);
      if (!('link' in read)) return { ok: false, ...place, reason: read.reason };
      const reason = misplaced(read.link, end, place.line === 1);
      if (reason !== '') return { ok: false, ...place, reason };
      const { link, line } = read;
      end = { seq: link.seq, hash: link.hash };
      first ||= link.seq;
      const disorder = changes.next(line);
      if (disorder !== '') return { ok: false, ...place, reason: disorder };
      lines += 1;
      torn += 'torn' in line.custom ? 1 : 0;
      lost += lostIn(line);
      headSeen ||= link.hash === head;
    }
  }
  if (!headSeen) return { ok: false, ...place, line: place.line + 1, reason: cutOff };
  return { ok: true, lines, first, last: end?.seq ?? 0, head: end?.hash ?? '', torn, lost, changes: changes.all() };
}

const cutOff = 'The given head is not in the log: its end was cut off, or it is another log.';

function misplaced(link: Link, before: Head | undefined, firstOfFile: boolean): string {
  if (before === undefined) {
    return link.start ? '' : `The file begins with line ${link.seq} of the chain: lines before it were removed.`;
  }
  if (link.seq === before.seq + 1 && link.prev === before.hash) {
    return firstOfFile && !link.start ? 'It should begin its file, and does not: files were cut or joined.' : '';
  }
  if (link.seq !== before.seq + 1) {
    const what = link.seq > before.seq ? 'lines were removed or moved' : 'lines were inserted, repeated or moved';
    return `Line ${before.seq + 1} of the chain should stand here, not ${link.seq}: ${what}.`;
  }
  return 'It does not follow the line before it: one of the two was replaced.';
}

function lostIn(line: Line): number {
  const { lost } = line.custom;
  const lines = typeof lost === 'object' && lost !== null && 'lines' in lost ? lost.lines : 0;
  return typeof lines === 'number' ? lines : 0;
}

function parts(source: Source): { readonly name: string; readonly bytes: () => AsyncIterable<Uint8Array> }[] {
  if ('bytes' in source) return [{ name: source.name, bytes: () => source.bytes }];
  return source.map((name) => ({ name, bytes: () => createReadStream(name, { highWaterMark: 262_144 }) }));
}
