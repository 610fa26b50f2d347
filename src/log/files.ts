// Files as the log needs them: append, cut back, rename, lock. Must not know what stands in them.
import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { acquire } from './lock.ts';

/** An open file. Bytes go to its end; a failed append may have left some of them there. */
export type LogFile = {
  readonly append: (bytes: Uint8Array) => Promise<void>;
  readonly size: () => Promise<number>;
  /** Whether the path it was opened at still leads to it. */
  readonly isThere: () => Promise<boolean>;
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
  /** Whether what is written there stays; a pipe or a device forgets. */
  readonly stays: (path: string) => Promise<boolean>;
  /** Keeps other processes away from `path`; gives the way to let go. Rejects when one is there. */
  readonly lock: (path: string) => Promise<() => Promise<void>>;
};

const { O_APPEND, O_CREAT, O_RDWR } = constants;

export const disk: Files = {
  open: async (path) => {
    const file = asLogFile(await open(path, O_APPEND | O_CREAT | O_RDWR, 0o600), path);
    if ((await file.size()) === 0) await syncFolder(path);
    return file;
  },
  rename: async (from, to) => {
    await rename(from, to);
    await syncFolder(to);
  },
  remove: (path) => rm(path, { force: true }),
  rotated,
  stays: async (path) => (await stat(path)).isFile(),
  lock: (path) => acquire(`${path}.lock`),
};

/** A new name is on the disk once its folder is; where a folder cannot be opened, the system does that by itself. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), constants.O_RDONLY).catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** Numbers of the rotated files beside `path`, ascending (1 is the newest). */
export async function rotated(path: string): Promise<readonly number[]> {
  const start = `${basename(path)}.`;
  const names = await readdir(dirname(path));
  return names
    .filter((name) => name.startsWith(start) && /^[1-9]\d{0,5}$/.test(name.slice(start.length)))
    .map((name) => Number(name.slice(start.length)))
    .toSorted((a, b) => a - b);
}

function asLogFile(handle: FileHandle, path: string): LogFile {
  return {
    append: (bytes) => handle.appendFile(bytes),
    size: async () => ((await handle.stat()) as Stats).size,
    isThere: async () => {
      const [mine, found] = await Promise.all([handle.stat(), stat(path).catch(() => undefined)]);
      return found !== undefined && mine.ino === found.ino && mine.dev === found.dev;
    },
    read: async (position, length) => {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, position);
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
