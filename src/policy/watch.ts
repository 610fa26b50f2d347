// Says when files change. It must not know what is in them, and may say so once too often: the reader compares.
import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Milliseconds: how long files must be still, and how often they are looked at where the system says nothing. */
export type WatchOptions = { readonly quietMs?: number; readonly pollMs?: number };

/** Calls `changed` after something under the paths (files or folders) changed and was still again. Ends with `close`. */
export function watchPaths(
  paths: readonly string[],
  changed: () => void,
  { quietMs = 100, pollMs = 1_000 }: WatchOptions = {},
): { readonly close: () => void } {
  let quiet: NodeJS.Timeout | undefined;
  let known: string | undefined;
  let closed = false;
  const stir = () => {
    clearTimeout(quiet);
    if (!closed) quiet = setTimeout(changed, quietMs).unref();
  };

  const watchers = paths.flatMap((path) => watcherOf(path, stir));
  // Network folders, container mounts and replaced files send no word, or the wrong one.
  const look = async () => {
    const now = await fingerprint(paths);
    if (known !== undefined && now !== known) stir();
    known = now;
  };
  void look();
  const poll = setInterval(() => void look(), pollMs).unref();

  return {
    close: () => {
      closed = true;
      clearTimeout(quiet);
      clearInterval(poll);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** The folder a file is in is watched, because editors put a new file in the place of the old one. */
function watcherOf(path: string, stir: () => void): FSWatcher[] {
  const started: FSWatcher[] = [];
  for (const [target, recursive] of [
    [path, true],
    [dirname(path), false],
  ] as const) {
    try {
      const watcher = watch(target, { recursive, persistent: false }, stir);
      // A watcher that fails leaves the poll.
      watcher.on('error', () => watcher.close());
      started.push(watcher);
    } catch {
      // As above.
    }
  }
  return started;
}

async function fingerprint(paths: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const look = async (path: string, depth: number): Promise<void> => {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || depth > 16) return void lines.push(`${path} gone`);
    if (!found.isDirectory()) return void lines.push(`${path} ${found.size} ${found.mtimeMs} ${found.ino}`);
    for (const name of (await readdir(path).catch(() => [])).sort()) {
      if (!name.startsWith('.')) await look(join(path, name), depth + 1);
    }
  };
  for (const path of paths) await look(path, 0);
  return lines.join('\n');
}
