// Records as folders, facts as files in them: crash-safe, and shared by processes without locks. Must not know what they are.
// A record comes into being by one rename and goes by one; a fact by one link. Both fail when the name is taken, so that
// of many writers one wins, and nobody ever sees half a file.
import { randomUUID } from 'node:crypto';
import { watch as watchFolder } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disk, ownFolder, readFolder, disk as realDisk } from './disk.ts';
import type { Shelf } from './shelf.ts';

export type FileShelfOptions = {
  readonly disk?: Disk | undefined;
  /** How often to look for what the system does not tell, as on a network file system. */
  readonly pollSeconds?: number | undefined;
};

/** What is left of an interrupted write is swept away after this long. */
const abandonedAfter = 10 * 60_000;

/** Opens the shelf in a folder, made when missing. Rejects with words for the operator when the folder is not safe. */
export async function fileShelf(
  dir: string,
  { disk = realDisk, pollSeconds = 2 }: FileShelfOptions = {},
): Promise<Shelf> {
  await ownFolder(dir);
  await sweep(dir, disk);
  const { watch, close } = watcher(dir, pollSeconds * 1000);
  const fresh = (): string => join(dir, `.${randomUUID()}`);

  return {
    keys: async () => (await readdir(dir)).filter((name) => !name.startsWith('.')),
    read: (key) => readFolder(join(dir, key)),
    create: async (key, fact, text) => {
      const made = fresh();
      try {
        await disk.folder(made);
        await disk.write(join(made, fact), text);
        await disk.sync(made);
        if (!(await disk.move(made, join(dir, key)))) return false;
        await disk.sync(dir);
        return true;
      } finally {
        await disk.remove(made);
      }
    },
    put: async (key, fact, text) => {
      const made = fresh();
      try {
        await disk.write(made, text);
        if (!(await disk.link(made, join(dir, key, fact)))) return false;
        await disk.sync(join(dir, key));
        return true;
      } finally {
        // Its going is also what those see who watch the folder.
        await disk.remove(made);
      }
    },
    remove: async (key) => {
      const gone = fresh();
      if (await disk.move(join(dir, key), gone)) await disk.remove(gone);
    },
    watch,
    close,
  };
}

async function sweep(dir: string, disk: Disk): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!/^\.[0-9a-f-]{36}$/.test(name)) continue;
    const found = await lstat(join(dir, name)).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > abandonedAfter) await disk.remove(join(dir, name));
  }
}

/** One watch and one poll for all listeners, as long as there are any. */
function watcher(dir: string, pollEvery: number): Pick<Shelf, 'watch' | 'close'> {
  const listeners = new Set<() => void>();
  let stop: (() => void) | undefined;
  const start = (): (() => void) => {
    let soon: NodeJS.Timeout | undefined;
    let seen: string | undefined;
    const tell = (): void => {
      // Writing one fact is several events.
      soon ??= setTimeout(() => {
        soon = undefined;
        for (const listener of listeners) listener();
      }, 20).unref();
    };
    const poll = async (): Promise<void> => {
      const now = await state(dir).catch(() => '');
      if (seen !== undefined && seen !== now) tell();
      seen = now;
    };
    const timer = setInterval(poll, pollEvery).unref();
    const events = notified(dir, tell);
    void poll();
    return () => {
      clearInterval(timer);
      clearTimeout(soon);
      events?.close();
    };
  };
  return {
    watch: (listener) => {
      const own = () => listener();
      listeners.add(own);
      stop ??= start();
      return () => {
        listeners.delete(own);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
    close: () => {
      listeners.clear();
      stop?.();
      stop = undefined;
    },
  };
}

/** Where the system has no watch left to give, the poll remains. */
function notified(dir: string, tell: () => void): { close: () => void } | undefined {
  try {
    const events = watchFolder(dir, { persistent: false }, tell);
    events.on('error', () => events.close());
    return events;
  } catch {
    return undefined;
  }
}

async function state(dir: string): Promise<string> {
  const names = (await readdir(dir)).filter((name) => !name.startsWith('.')).toSorted();
  const times = await Promise.all(
    names.map(async (name) => (await lstat(join(dir, name)).catch(() => undefined))?.mtimeMs),
  );
  return JSON.stringify([names, times]);
}
