// A list in chunks, the next one fetched while this one is parsed. Knows how lists go on, not where they come from.
import { Fault } from '../gate/fault.ts';
import type { ListEnd } from '../gate/ports.ts';
import { tooLarge } from './failures.ts';
import { type Fields, fieldsOf, parseObject, textOf } from './json.ts';

/** Fetches one chunk as text: so many entries after a token ('' = from the start). */
export type Fetch = (limit: number, token: string, signal: AbortSignal) => Promise<string>;

export type PageOptions = {
  readonly fetch: Fetch;
  readonly from: string;
  /** Entries wanted in all, and in one chunk. */
  readonly total: number;
  readonly size: number;
  readonly signal?: AbortSignal | undefined;
  /** The entries of a parsed chunk. */
  readonly entries: (page: Fields) => readonly unknown[];
  /** Where an entry stands in the server's order; '' when it does not say. */
  readonly key: (entry: unknown) => string;
};

export type Pages = {
  /** What the first chunk says besides its entries. It was read already: a list that cannot begin fails at once. */
  readonly head: Fields;
  /** Entries chunk by chunk, to be read once; nothing that was given is kept. */
  readonly entries: () => AsyncGenerator<readonly unknown[]>;
  readonly end: () => ListEnd;
};

/** Chunks without an entry in a row: a server may filter, but not for ever. */
const emptyMost = 16;

type Page = { readonly head: Fields; readonly entries: readonly unknown[]; readonly token: string };

/**
 * Starts a list. A place that has expired (410) is begun again once, behind what was already given, and `end` says so;
 * a second time is the fault CLUSTER_GONE.
 */
export const openPages = async (options: PageOptions): Promise<Pages> => {
  const { fetch, total, entries, key } = options;
  let { size } = options;
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  options.signal?.addEventListener('abort', cancel, { once: true });
  if (options.signal?.aborted) cancel();
  let end: ListEnd = { continue: '', remaining: null, restarted: false };
  let left = total;
  let last = '';
  let skip = '';

  const load = async (token: string, limit: number): Promise<string> => {
    try {
      return await fetch(limit, token, stop.signal);
    } catch (error) {
      // Five hundred entries of a megabyte each are too much for one answer, not for a list.
      if (error instanceof Fault && error.detail === tooLarge && limit > 1) {
        size = Math.ceil(limit / 8);
        return load(token, size);
      }
      if (!(error instanceof Fault) || error.code !== 'CLUSTER_GONE' || end.restarted) throw error;
      const onward = textOf(fieldsOf(error.cause).continue);
      // The server may offer to go on from the same place in today's list; else from the start, dropping what was given.
      if (onward === '' && (options.from !== '' || last === '')) throw error;
      end = { ...end, restarted: true };
      skip = onward === '' ? last : '';
      return fetch(limit, onward, stop.signal);
    }
  };

  const take = (text: string): Page => {
    const body = parseObject(text);
    const { continue: next, remainingItemCount } = fieldsOf(body.metadata);
    const all = entries(body);
    const fresh = skip === '' ? all : all.filter((entry) => key(entry) > skip);
    const kept = fresh.slice(0, left);
    left -= kept.length;
    last = key(kept.at(-1)) || last;
    const over = fresh.length - kept.length;
    const behind = typeof remainingItemCount === 'number' ? remainingItemCount : textOf(next) === '' ? 0 : null;
    end = { ...end, continue: textOf(next), remaining: behind === null ? null : behind + over };
    const { items: _, rows: __, ...head } = body;
    return { head, entries: kept, token: textOf(next) };
  };

  let empty = 0;
  let ahead: { token: string; text: Promise<string> } | undefined;
  // Nobody but this holds a chunk's text, so that it is gone when its entries are being read.
  const advance = (text: string): Page => {
    ahead = prefetch(text);
    return take(text);
  };

  function prefetch(text: string): { token: string; text: Promise<string> } | undefined {
    const token = tokenIn(text);
    const limit = Math.min(size, left - size);
    if (token === '' || limit <= 0 || skip !== '') return undefined;
    const next = load(token, limit);
    next.catch(() => {});
    return { token, text: next };
  }

  let page: Page | undefined = advance(await load(options.from, Math.min(size, total)));
  const { head } = page;

  const given = async function* (): AsyncGenerator<readonly unknown[]> {
    try {
      while (page) {
        const { token, entries: batch }: Page = page;
        page = undefined;
        yield batch;
        if (token === '' || left <= 0) return;
        empty = batch.length === 0 ? empty + 1 : 0;
        if (empty >= emptyMost) throw new Fault('CLUSTER_BROKEN', 'The list goes on without end and holds nothing.');
        page = advance(await (ahead?.token === token ? ahead.text : load(token, Math.min(size, left))));
      }
    } finally {
      // Whoever stops reading takes the chunk that is under way with them.
      stop.abort();
      options.signal?.removeEventListener('abort', cancel);
    }
  };
  return { head, entries: given, end: () => end };
};

/** A list's metadata comes before its entries, so the next token is known before the chunk is parsed. */
const tokenIn = (text: string): string => {
  const head = text.slice(0, 2_048);
  const found = /"metadata":\{[^{}]*?"continue":"([^"\\]+)"/.exec(head.split(/"(?:items|rows)":/)[0] ?? '');
  return found?.[1] ?? '';
};
