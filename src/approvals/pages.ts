// Where the pages of running servers are, for those who want to open one. Knows no HTTP.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { seal, unseal } from './seal.ts';
import { object, text, whole } from './shape.ts';
import type { Shelf } from './shelf.ts';

export type Pages = {
  /** Says where this process serves the page; gives the way to take that back. */
  readonly announce: (address: string) => Promise<() => Promise<void>>;
  /** Addresses of processes that live, the newest first. */
  readonly addresses: () => Promise<readonly string[]>;
};

type Page = { address: string; pid: number; started: string; host: string; at: number };
const page = object<Page>({ address: text, pid: whole, started: text, host: text, at: whole });

export function createPages(shelf: Shelf, now: () => Date): Pages {
  const read = async (key: string): Promise<Page | undefined> => {
    try {
      return unseal((await shelf.read(key))?.get('page') ?? '', page);
    } catch {
      return undefined;
    }
  };
  return {
    announce: async (address) => {
      const key = randomUUID();
      const { pid } = process;
      await shelf.create(
        key,
        'page',
        seal({ address, pid, started: startOf(pid), host: hostname(), at: now().getTime() }),
      );
      return () => shelf.remove(key);
    },
    addresses: async () => {
      const found: Page[] = [];
      for (const key of await shelf.keys()) {
        const one = await read(key);
        // A page on another machine's loopback is of no use here, but is not ours to remove.
        if (one && one.host !== hostname()) continue;
        if (one && lives(one) && URL.canParse(one.address)) found.push(one);
        else await shelf.remove(key);
      }
      return found.toSorted((one, other) => other.at - one.at).map(({ address }) => address);
    },
  };
}

function lives({ pid, started }: Page): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return started === startOf(pid);
}

/** When a process began, so that a number used again is not taken for its former owner; '' where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? '';
  } catch {
    return '';
  }
}
