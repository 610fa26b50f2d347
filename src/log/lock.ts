// One process at a time, by a file that says who. Must not know what it guards.
import { readFileSync } from 'node:fs';
import { open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';

type Holder = { readonly pid: number; readonly host: string; readonly since: string };

/** A holder on another machine that has not touched its lock for this long is gone. */
const goneAfter = 60_000;
const touchEvery = 10_000;
const ours = new Set<string>();

/** Takes the lock, or rejects with who has it. A lock whose process is gone is taken over. */
export async function acquire(path: string): Promise<() => Promise<void>> {
  const me: Holder = { pid: process.pid, host: hostname(), since: startOf(process.pid) };
  if (ours.has(path)) throw taken(path, me);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await create(path, me)) return hold(path);
    const text = await readFile(path, 'utf8').catch(() => '');
    const holder = parse(text);
    if (await alive(path, holder)) throw taken(path, holder);
    await discard(path, text);
  }
  throw taken(path, undefined);
}

async function create(path: string, me: Holder): Promise<boolean> {
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(me));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function hold(path: string): () => Promise<void> {
  ours.add(path);
  const timer = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, touchEvery);
  timer.unref();
  return async () => {
    clearInterval(timer);
    ours.delete(path);
    await rm(path, { force: true });
  };
}

/** Moves a stale lock away, and puts back what is not the one that was judged: someone else was quicker. */
async function discard(path: string, judged: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8').catch(() => judged)) === judged) await rm(aside, { force: true });
  else await rename(aside, path);
}

async function alive(path: string, holder: Holder | undefined): Promise<boolean> {
  if (holder === undefined || holder.host !== hostname()) return fresh(path);
  if (holder.pid === process.pid) return ours.has(path);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return holder.since === '' || holder.since === startOf(holder.pid);
}

async function fresh(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs < goneAfter;
}

/** When a process began, in ticks since boot, so that a number used again is not taken for its former owner; '' where the system does not tell. */
function startOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')')).split(' ')[20] ?? '';
  } catch {
    return '';
  }
}

function parse(text: string): Holder | undefined {
  try {
    const { pid, host, since } = JSON.parse(text) as Partial<Record<keyof Holder, unknown>>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'string') return undefined;
    return { pid, host, since };
  } catch {
    return undefined;
  }
}

function taken(path: string, holder: Holder | undefined): Error {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  const file = path.replace(/\.lock$/, '');
  return new Error(
    `The decision log ${file} is written by ${who}. Two processes cannot share a chain: give each its own file, or end the other one.`,
  );
}
