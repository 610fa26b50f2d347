// Opens the place where approvals are kept: in memory, or in a folder that the server and the command line share.
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { ownFolder } from './disk.ts';
import { type FileShelfOptions, fileShelf } from './file.ts';
import { createLinks, type Links } from './links.ts';
import { memoryShelf } from './memory.ts';
import { createPages, type Pages } from './pages.ts';
import { createStore, type Store, type StoreOptions } from './store.ts';

export type { Guest, Links } from './links.ts';
export type { Pages } from './pages.ts';
export { Unusable } from './shelf.ts';
export type { Store } from './store.ts';

export type OpenOptions = Pick<StoreOptions, 'now' | 'onProblem'> & {
  /** Names this installation in its claims, the same after a restart. */
  readonly owner?: string | undefined;
  /** Where the page is, once there is one. */
  readonly page?: (() => string | undefined) | undefined;
  /** The command that approves, to which the id is added, where people have one. */
  readonly cli?: string | undefined;
  readonly pollSeconds?: number | undefined;
  readonly disk?: Disk | undefined;
};

export type OpenedApprovals = Store & {
  readonly links: Links;
  readonly pages: Pages;
  /** Ends all watching. */
  readonly close: () => void;
};

/**
 * Opens approvals. A folder is made when missing, for its owner only; one that others can look or write into, that
 * belongs to somebody else, or that is a link, is refused with words for the operator.
 */
export async function openApprovals(
  where: 'memory' | { readonly dir: string },
  options: OpenOptions,
): Promise<OpenedApprovals> {
  const { now, onProblem, owner = '', page, cli } = options;
  const [requests, linked, paged] = await shelves(where, options);
  const ways = (id: string): Readonly<Record<string, string>> => {
    const address = page?.();
    return { ...(address ? { page: `at ${address}` } : {}), ...(cli ? { cli: `with: ${cli} ${id}` } : {}) };
  };
  return {
    ...createStore(requests, { now, owner, ways, onProblem }),
    links: createLinks(linked, now),
    pages: createPages(paged, now),
    close: () => {
      for (const shelf of [requests, linked, paged]) shelf.close();
    },
  };
}

async function shelves(where: 'memory' | { readonly dir: string }, { disk, pollSeconds }: FileShelfOptions) {
  if (where === 'memory') return [memoryShelf(), memoryShelf(), memoryShelf()] as const;
  const open = (name: string) => fileShelf(join(where.dir, name), { disk, pollSeconds });
  await ownFolder(where.dir);
  return [await open('requests'), await open('links'), await open('pages')] as const;
}
