// The decision log: one line per decision, masked, chained, in order, to a file, to stderr, or to both. Must not know why a decision was made.
import { Fault } from '../gate/fault.ts';
import type { DecisionEvent } from '../gate/ports.ts';
import { origin as beginning, type Head, type Spelled, seal } from './chain.ts';
import { disk, type Files } from './files.ts';
import { type Interrupted, interruptedBy, openChanges, unknownOutcome } from './interrupted.ts';
import { openJournal, type Torn } from './journal.ts';
import { decisionLine, noticeLine, type Origin } from './line.ts';
import type { Redact } from './secrets.ts';

export type LogOptions = {
  readonly file?: string | undefined;
  readonly stderr?: boolean | undefined;
  /** A file is put aside once it is this large (100 MiB). */
  readonly maxBytes?: number | undefined;
  /** How many older files stay (10). */
  readonly keep?: number | undefined;
  /** On every line, as OPA has them: which server, which version. */
  readonly labels: Readonly<Record<string, string>>;
  /** The bundle's name in `bundles` (portcullis). */
  readonly bundle?: string | undefined;
  /** Redaction on top of the built-in masking. */
  readonly redact?: Redact | undefined;
};

export type Health = { readonly ok: boolean; readonly reason: string };

export type DecisionLog = {
  /**
   * Keeps one decision; resolves when it is written (and on the disk, if `durable`), rejects with LOG_UNWRITABLE when it
   * is not. `mask` is the result of the policy's system/log/mask.
   */
  readonly record: (
    event: DecisionEvent,
    mask: readonly unknown[],
    how?: { readonly durable?: boolean },
  ) => Promise<void>;
  readonly health: () => Health;
  /** Whether what is recorded stays in a file: without that nothing may be changed. */
  readonly onDisk: boolean;
  /** Changes that were under way when the process before this one ended; the log says since then that their outcome is unknown. */
  readonly interrupted: readonly Interrupted[];
  /** The end of the chain: keep it elsewhere, and `audit verify --head` finds a log cut off at its end. */
  readonly head: () => Head;
  /** Writes what is waiting, then lets the file go. */
  readonly close: () => Promise<void>;
};

/** The world of the log; a test gives its own. */
export type LogWorld = {
  readonly files: Files;
  readonly stderr: (text: string) => Promise<void>;
  readonly now: () => Date;
};

const world: LogWorld = { files: disk, stderr: toStderr, now: () => new Date() };
const batchLimit = 256;
const queueLimit = 8192;
/** Errors that pass by themselves: the log opens nevertheless, and recovers when there is room. */
const passing = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EMFILE', 'ENFILE']);

type Waiting = {
  readonly line: Spelled;
  readonly durable: boolean;
  readonly done: () => void;
  readonly failed: (error: Error) => void;
};
type Lost = { readonly lines: number; readonly since: string; readonly code: string };

/** Neither file nor stderr: nobody asked for a log. */
const nowhere: DecisionLog = {
  record: async () => undefined,
  health: () => ({ ok: true, reason: 'no log is kept' }),
  onDisk: false,
  interrupted: [],
  head: () => beginning,
  close: async () => undefined,
};

/**
 * Opens the log and finds where its chain stands. Rejects, in words for the operator, when another process writes the
 * file, it cannot be opened, or what stands in it cannot be continued. A full disk does not keep it from opening.
 */
export async function openDecisionLog(options: LogOptions, at: LogWorld = world): Promise<DecisionLog> {
  const { file, stderr = false, maxBytes = 104_857_600, keep = 10, labels, bundle = 'portcullis', redact } = options;
  if (file === undefined && !stderr) return nowhere;
  const origin: Origin = { labels, bundle };
  const journal = file === undefined ? undefined : openJournal(file, { maxBytes, keep }, at.files);

  let head = beginning;
  let torn: Torn | undefined;
  let lost: Lost | undefined;
  let interrupted: readonly Interrupted[] = [];
  let owed: readonly Spelled[] = [];
  let trouble = '';
  let running: Promise<void> | undefined;
  let closed = false;
  const queue: Waiting[] = [];

  const failed = (error: unknown, lines: number): Fault => {
    trouble = inWords(error);
    const since = lost?.since ?? at.now().toISOString();
    lost = { lines: (lost?.lines ?? 0) + lines, since, code: codeOf(error) };
    return new Fault('LOG_UNWRITABLE', '', error);
  };

  /** Writes these lines after whatever must be said first; all of them or none. */
  const write = async (lines: readonly Spelled[], durable: boolean): Promise<void> => {
    const place = journal ? await journal.begin() : { head, start: head.seq === 0, torn: undefined };
    torn ??= place.torn;
    const now = at.now().toISOString();
    const told = lost;
    const notices = Object.entries({ torn, lost: told }).flatMap(([key, said]) =>
      said === undefined ? [] : [noticeLine({ [key]: said }, now, origin)],
    );
    let next = place.head;
    let text = '';
    for (const line of [...notices, ...owed, ...lines]) {
      const sealed = seal(line, next, place.start && text === '');
      next = sealed.head;
      text += `${sealed.text}\n`;
    }
    if (text !== '') await journal?.write(text, next, durable);
    if (stderr && text !== '') await (journal ? at.stderr(text).catch(() => undefined) : at.stderr(text));
    head = next;
    torn = undefined;
    owed = [];
    lost = lost && told !== lost ? { ...lost, lines: lost.lines - (told?.lines ?? 0) } : undefined;
    if (!lost) trouble = '';
  };

  const drain = async (): Promise<void> => {
    await new Promise(setImmediate);
    while (queue.length > 0) {
      const batch = queue.splice(0, batchLimit);
      try {
        await write(
          batch.map(({ line }) => line),
          batch.some(({ durable }) => durable),
        );
        for (const { done } of batch) done();
      } catch (error) {
        const fault = failed(error, batch.length);
        for (const each of batch) each.failed(fault);
      }
    }
    running = undefined;
  };

  /** What a crash left open is said first, and before anybody asks. */
  const resume = async (path: string): Promise<void> => {
    const found = await openChanges(path, at.files);
    interrupted = found.map(interruptedBy);
    owed = found.map((line) => decisionLine(unknownOutcome(line, at.now()), [], origin, redact));
    if (owed.length > 0) await write([], true);
  };

  try {
    await write([], false);
    if (file !== undefined) await resume(file);
  } catch (error) {
    if (!passing.has(codeOf(error))) {
      await journal?.close();
      throw cannotOpen(error, file ?? '');
    }
    trouble = inWords(error);
  }
  const onDisk = file !== undefined && (await at.files.stays(file).catch(() => true));

  return {
    record: (event, mask, how = {}) =>
      new Promise((resolve, reject) => {
        if (closed || queue.length >= queueLimit) {
          reject(failed(new Error(closed ? 'it is closed' : 'too much is waiting to be written'), 1));
          return;
        }
        try {
          const line = decisionLine(event, mask, origin, redact);
          queue.push({ line, durable: how.durable ?? false, done: resolve, failed: reject });
        } catch (error) {
          reject(failed(error, 1));
          return;
        }
        running ??= drain();
      }),
    health: () => {
      if (trouble === '') return { ok: true, reason: '' };
      const missing = lost ? ` Missing from it so far: ${lost.lines}.` : '';
      return { ok: false, reason: `The decision log cannot be written: ${trouble}.${missing}` };
    },
    onDisk,
    interrupted,
    head: () => head,
    close: async () => {
      closed = true;
      await running;
      if (lost || owed.length > 0) await write([], false).catch(() => undefined);
      await journal?.close();
    },
  };
}

function codeOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

const words: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk reports an error',
  EROFS: 'the file system is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EPIPE: 'nobody reads it any more',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

/** Never node's own message: it carries a path. */
function inWords(error: unknown): string {
  const code = codeOf(error);
  if (code === 'UNKNOWN') return error instanceof Error ? error.message : 'for an unknown reason';
  return words[code] ?? `the system says ${code}`;
}

function cannotOpen(error: unknown, file: string): Error {
  if (codeOf(error) === 'UNKNOWN') return error instanceof Error ? error : new Error(String(error));
  return new Error(
    `The decision log ${file} cannot be opened: ${inWords(error)}. Choose another file, or make this one writable.`,
  );
}

function toStderr(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stderr.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
