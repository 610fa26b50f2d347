// Reads and mutations over kept-alive connections: deadlines, what is tried again, and what never is. Knows no kind.
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../gate/fault.ts';
import type { Access } from './access.ts';
import { openConnections, type Timeouts, usualTimeouts } from './connections.ts';
import { exchange, type Mutation, type Request } from './exchange.ts';
import { faultOfError, faultOfReply, faultOfWrite, isReset, type Reply, unknownOutcome } from './failures.ts';

export type Ask = Omit<Request, 'mutation'> & { readonly signal?: AbortSignal | undefined };

export type Send = Omit<Ask, 'accept'> & Omit<Mutation, 'leaving'> & { readonly dryRun: boolean };

export type Http = {
  /** Reads a text. Throws a {@link Fault}; a Status the server sent with it is the fault's `cause`. */
  readonly read: (ask: Ask) => Promise<string>;
  /**
   * Sends a mutation, once, whatever happens, and gives the text of what the server made of it. Throws a {@link Fault}:
   * OUTCOME_UNKNOWN when it may have reached the server and no answer says what became of it; after any other, nothing was
   * changed.
   */
  readonly write: (send: Send) => Promise<string>;
  readonly close: () => Promise<void>;
};

const maxAttempts = 4;
const again = new Set([429, 502, 503, 504]);

/** A way to one cluster. */
export const openHttp = (access: Access, timeouts: Timeouts = usualTimeouts): Http => {
  const { connect, close } = openConnections(access, timeouts);

  const read = ({ signal, ...ask }: Ask): Promise<string> =>
    within(timeouts.whole, signal, (stop) => attempts(ask, stop));

  const attempts = async (ask: Request, signal: AbortSignal): Promise<string> => {
    let retried = false;
    for (let attempt = 1; ; attempt++) {
      const reply = await exchange(await connect(false), ask, signal).catch((error: unknown) => {
        if (signal.aborted || attempt === maxAttempts || !isReset(error)) throw error;
        return undefined;
      });
      if (reply && reply.status < 300) return reply.text;
      if (reply?.status === 401 && !retried) {
        retried = true;
        await connect(true);
        continue;
      }
      const wait = reply?.retryAfter ?? 100 * 2 ** attempt;
      // A wait that is too long for a caller is said, not sat out.
      if (reply && (!again.has(reply.status) || attempt === maxAttempts || wait > 10_000)) throw faultOfReply(reply);
      await sleep(wait, undefined, { signal });
    }
  };

  const write = async ({ signal, dryRun, path, query, ...mutation }: Send): Promise<string> => {
    let left = false;
    const leaving = (): void => {
      left = true;
    };
    const request = { path, query, accept: 'application/json', mutation: { ...mutation, leaving } };
    const once = async (stop: AbortSignal): Promise<Reply> => exchange(await connect(false), request, stop);
    const reply = await within(timeouts.whole, signal, once).catch((fault: Fault) => {
      throw left && !dryRun ? unknownOutcome(fault.detail || fault.message, fault) : fault;
    });
    if (reply.status >= 200 && reply.status < 300) return reply.text;
    throw faultOfWrite(reply, dryRun);
  };
  return { read, write, close };
};

/** Runs under a deadline and the caller's signal; rejects with a fault. */
const within = async <T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> => {
  if (signal?.aborted) throw new Fault('CANCELLED');
  const stop = new AbortController();
  const cancel = (): void => stop.abort(new Fault('CANCELLED'));
  signal?.addEventListener('abort', cancel, { once: true });
  const timer = setTimeout(() => stop.abort(new Fault('CLUSTER_TIMEOUT')), milliseconds);
  try {
    return await work(stop.signal);
  } catch (thrown) {
    throw stop.signal.aborted ? stop.signal.reason : faultOfError(thrown);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
};
