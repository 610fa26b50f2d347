// The log's file through its life: where its chain stands, cutting back what a full disk left half-written, rotation. Must not know what a decision is.
import { type Head, origin, unseal } from './chain.ts';
import { sha256 } from './digest.ts';
import type { Files, LogFile } from './files.ts';
import { longestLine } from './lines.ts';

/** What a crash left after the last whole line. */
export type Torn = { readonly bytes: number; readonly digest: string; readonly text: string };

/** What the next line must know: where the chain stands, whether it begins a file, what was found torn. */
export type Place = { readonly head: Head; readonly start: boolean; readonly torn: Torn | undefined };

/** An append-only file and its older parts. Calls must not overlap. */
export type Journal = {
  /** Makes the file ready for whole lines; opens, repairs and rotates as needed. */
  readonly begin: () => Promise<Place>;
  /** Writes whole lines that end the chain at `head`, or rejects and keeps none of them. */
  readonly write: (text: string, head: Head, durable: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Limits = { readonly maxBytes: number; readonly keep: number };
type State = {
  readonly file: LogFile;
  readonly head: Head;
  readonly size: number;
  /** The last write failed: bytes after `size` are not ours to keep. */
  readonly dirty: boolean;
};

const block = 65_536;
const tornShown = 4096;

/** A journal at `path`; nothing is touched before the first `begin`. */
export function openJournal(path: string, limits: Limits, files: Files): Journal {
  let state: State | undefined;
  let head: Head | undefined;
  let unlock: (() => Promise<void>) | undefined;

  /** Opens the file; what stands there decides where the chain goes on, unless this journal already knows. */
  const open = async (): Promise<{ state: State; torn: Torn | undefined }> => {
    unlock ??= await files.lock(path);
    const file = await files.open(path);
    try {
      const { end, torn } = await wholeLines(file);
      if (torn) await file.truncate(end);
      head ??= (await lastHead(file, end, path)) ?? (await olderHead(path, files)) ?? origin;
      return { state: { file, head, size: end, dirty: false }, torn };
    } catch (error) {
      await file.close();
      throw error;
    }
  };

  const rotate = async (old: State): Promise<void> => {
    state = undefined;
    await old.file.sync();
    await old.file.close();
    await shift(path, limits.keep, files);
  };

  return {
    begin: async () => {
      if (state?.dirty) {
        const { file, size } = state;
        if ((await file.size()) > size) await file.truncate(size);
        state = { ...state, dirty: false };
      }
      // Somebody may have moved or removed it: what goes on being written there, nobody would find.
      if (state && !(await state.file.isThere())) {
        await state.file.close();
        state = undefined;
      }
      if (state && state.size >= limits.maxBytes) await rotate(state);
      let torn: Torn | undefined;
      if (!state) ({ state, torn } = await open());
      return { head: state.head, start: state.size === 0, torn };
    },
    write: async (text, next, durable) => {
      if (!state) throw new Error('The journal is not open.');
      const bytes = Buffer.from(text);
      const { file, size } = state;
      state = { ...state, dirty: true };
      await file.append(bytes);
      if (durable) await file.sync();
      head = next;
      state = { file, head: next, size: size + bytes.length, dirty: false };
    },
    close: async () => {
      const open = state;
      state = undefined;
      try {
        if (open?.dirty && (await open.file.size()) > open.size) await open.file.truncate(open.size);
        await open?.file.sync();
      } finally {
        await open?.file.close();
        await unlock?.();
        unlock = undefined;
      }
    },
  };
}

/** path.2 becomes path.3, path.1 path.2, path path.1; more than `keep` do not stay. Begun again after a failure, it goes on where it stopped. */
async function shift(path: string, keep: number, files: Files): Promise<void> {
  const numbers = await files.rotated(path);
  for (const number of numbers.filter((each) => each > keep)) await files.remove(`${path}.${number}`);
  const taken = new Set(numbers);
  let free = 1;
  while (taken.has(free) && free < keep) free += 1;
  for (let number = free; number > 1; number -= 1) await files.rename(`${path}.${number - 1}`, `${path}.${number}`);
  if (keep > 0) await files.rename(path, `${path}.1`);
  else await files.remove(path);
}

/** Where the last newline stands, and what comes after it. */
async function wholeLines(file: LogFile): Promise<{ readonly end: number; readonly torn: Torn | undefined }> {
  const size = await file.size();
  const end = await lineStart(file, size);
  if (end === size) return { end, torn: undefined };
  const bytes = await file.read(end, Math.min(size - end, longestLine));
  const text = Buffer.from(bytes.subarray(0, tornShown)).toString('utf8');
  return { end, torn: { bytes: size - end, digest: sha256(bytes), text } };
}

/** The position after the last newline before `end`. */
async function lineStart(file: LogFile, end: number): Promise<number> {
  let until = end;
  while (until > 0) {
    const from = Math.max(0, until - block);
    const at = Buffer.from(await file.read(from, until - from)).lastIndexOf(10);
    if (at >= 0) return from + at + 1;
    until = from;
  }
  return 0;
}

async function lastHead(file: LogFile, end: number, path: string): Promise<Head | undefined> {
  if (end === 0) return undefined;
  const from = await lineStart(file, end - 1);
  const read =
    end - from > longestLine
      ? { reason: 'It is longer than any line of this log.' }
      : unseal(Buffer.from(await file.read(from, end - 1 - from)).toString('utf8'));
  if ('link' in read) return { seq: read.link.seq, hash: read.link.hash };
  throw new Error(
    `The last line of ${path} cannot be continued. ${read.reason} \`portcullis audit verify\` shows more; move the file away to begin a new chain.`,
  );
}

/** The newest rotated file's end: for when the file itself is gone or empty. */
async function olderHead(path: string, files: Files): Promise<Head | undefined> {
  const [newest] = await files.rotated(path);
  if (newest === undefined) return undefined;
  const older = `${path}.${newest}`;
  const file = await files.open(older);
  try {
    return await lastHead(file, await lineStart(file, await file.size()), older);
  } finally {
    await file.close();
  }
}
