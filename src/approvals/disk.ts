// The few steps on a file system that make a fact whole, durable and exclusive. Must not know what stands in a file.
import { constants, type Stats } from 'node:fs';
import { link, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Unusable } from './shelf.ts';

/** Each function is one step: what a crash can come between. */
export type Disk = {
  /** A new folder for its owner only. */
  readonly folder: (path: string) => Promise<void>;
  /** A new file for its owner only, on the disk when this resolves. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** A second name for a file. false when that name is taken, or its folder is gone. */
  readonly link: (from: string, to: string) => Promise<boolean>;
  /** Renames a folder. false when the new name is taken, or the old one gone. */
  readonly move: (from: string, to: string) => Promise<boolean>;
  /** Keeps the names in a folder. */
  readonly sync: (folder: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
};

export const disk: Disk = {
  folder: async (path) => {
    await mkdir(path, { mode: 0o700 });
  },
  write: async (path, text) => {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  link: (from, to) => unless(link(from, to), 'EEXIST', 'ENOENT'),
  move: (from, to) => unless(rename(from, to), 'EEXIST', 'ENOTEMPTY', 'ENOTDIR', 'ENOENT'),
  sync: async (folder) => {
    const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  remove: (path) => rm(path, { recursive: true, force: true }),
};

async function unless(step: Promise<void>, ...codes: readonly string[]): Promise<boolean> {
  try {
    await step;
    return true;
  } catch (error) {
    if (codes.includes(codeOf(error))) return false;
    throw error;
  }
}

export function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}

/** Makes a folder for its owner only where there is none, and refuses one that others could have put something into. */
export async function ownFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') return;
    throw new Unusable(`Approvals cannot be kept in ${path}: it cannot be made (${codeOf(error)}).`, error);
  });
  const wrong = fault(await lstat(path), 'isDirectory', 0o077);
  if (wrong === 'mode')
    throw new Unusable(
      `Approvals cannot be kept in ${path}: others may look or write into it. Make it yours alone: chmod 700 ${path}`,
    );
  if (wrong === 'owner')
    throw new Unusable(
      `Approvals cannot be kept in ${path}: it belongs to another user. Run this as that user, or choose another folder.`,
    );
  if (wrong === 'type')
    throw new Unusable(`Approvals cannot be kept in ${path}: it is a link or a file. Name the folder itself.`);
}

const largest = 16 * 1024 * 1024;
const mostFiles = 1000;

/** Every file of a folder, as text. undefined when there is no such folder; {@link Unusable} when it is not all ours. */
export async function readFolder(path: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const wrong = fault(await lstat(path), 'isDirectory', 0o022);
    if (wrong) throw new Unusable(problems[wrong]);
    const names = (await readdir(path)).filter((name) => !name.startsWith('.'));
    if (names.length > mostFiles) throw new Unusable('It holds too many files.');
    const files = new Map<string, string>();
    let left = largest;
    for (const name of names.toSorted()) {
      const text = await readWhole(join(path, name), left);
      left -= text.length;
      files.set(name, text);
    }
    return files;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    // A machine that is out of something says nothing about the record.
    if (error instanceof Unusable || ['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN'].includes(codeOf(error))) throw error;
    throw new Unusable('It cannot be read.', error);
  }
}

/** Follows no link, waits for no pipe, and reads nothing that is too large. */
async function readWhole(path: string, most: number): Promise<string> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = await file.stat();
    const wrong = fault(stats, 'isFile', 0o022);
    if (wrong) throw new Unusable(problems[wrong]);
    if (stats.size > most) throw new Unusable('It is too large.');
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.readFile());
  } finally {
    await file.close();
  }
}

const problems = {
  mode: 'Others may write into it.',
  owner: 'It belongs to another user.',
  type: 'It is a link, or not what it should be.',
} as const;

function fault(stats: Stats, type: 'isFile' | 'isDirectory', forbidden: number): keyof typeof problems | undefined {
  if (!stats[type]()) return 'type';
  if (process.getuid && stats.uid !== process.getuid()) return 'owner';
  return (stats.mode & forbidden) === 0 ? undefined : 'mode';
}
