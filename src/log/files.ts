// Files as the log needs them: append, cut back, rename, lock. Must not know what stands in them.
import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { acquire } from './lock.ts';

/** An open file. Bytes go to its end; a failed append may have left some of them there. */
export type LogFile = {
  readonly append: (bytes: Uint8Array) => Promise<void>;
  readonly size: () => Promise<number>;
  readonly read: (position: number, length: number) => Promise<Uint8Array>;
  readonly truncate: (size: number) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The file system, as far as the log may see it. Errors carry node's `code`. */
export type Files = {
  /** Opens for appending, made when missing, readable by its owner only. */
  readonly open: (path: string) => Promise<LogFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Numbers of `path.1`, `path.2`, … that exist, ascending. */
  readonly rotated: (path: string) => Promise<readonly number[]>;
  /** Keeps other processes away from `path`; gives the way to let go. Rejects when one is there. */
  readonly lock: (path: string) => Promise<() => Promise<void>>;
};

const { O_APPEND, O_CREAT, O_RDWR } = constants;

export const disk: Files = {
  open: async (path) => asLogFile(await open(path, O_APPEND | O_CREAT | O_RDWR, 0o600)),
  rename,
  remove: (path) => rm(path, { force: true }),
  rotated,
  lock: (path) => acquire(`${path}.lock`),
};

/** Numbers of the rotated files beside `path`, ascending (1 is the newest). */
export async function rotated(path: string): Promise<readonly number[]> {
  const start = `${basename(path)}.`;
  const names = await readdir(dirname(path));
  return names
    .filter((name) => name.startsWith(start) && /^[1-9]\d{0,5}$/.test(name.slice(start.length)))
    .map((name) => Number(name.slice(start.length)))
    .toSorted((a, b) => a - b);
}

function asLogFile(handle: FileHandle): LogFile {
  return {
    append: (bytes) => handle.appendFile(bytes),
    size: async () => ((await handle.stat()) as Stats).size,
    read: async (position, length) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    },
    truncate: (size) => handle.truncate(size),
    sync: () =>
      handle.datasync().catch((error: NodeJS.ErrnoException) => {
        // A device has nothing to sync.
        if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP') throw error;
      }),
    close: () => handle.close(),
  };
}
