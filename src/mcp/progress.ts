// What a call says of itself while it runs, as progress notifications. Knows no cluster and no policy.
import type { ServerContext } from '@modelcontextprotocol/server';
import type { Watch } from '../gate/ports.ts';

/** MCP asks both sides to limit the rate: this many in any one second. */
const PER_SECOND = 10;

/** A call that says the same again is still alive: told this often (milliseconds), by this little more than before. */
const ALIVE_EVERY = 5000;
const A_LITTLE = 2 ** -10;

export type Progress = {
  readonly report: Watch['progress'];
  /** Says this again and again while something lasts, until it is over. */
  readonly during: <T>(message: string, lasting: Promise<T>) => Promise<T>;
  /** Resolves when every notification has been handed to the transport, so that none follows the result. */
  readonly settled: () => Promise<void>;
};

/** Progress for one request: silent without a token, always increasing, never faster than a client can take. */
export function progress(ctx: ServerContext, clock: () => number = () => performance.now()): Progress {
  const progressToken = ctx.mcpReq._meta?.progressToken;
  if (progressToken === undefined)
    return { report: undefined, during: (_, lasting) => lasting, settled: async () => {} };
  let last = Number.NEGATIVE_INFINITY;
  let lastAt = Number.NEGATIVE_INFINITY;
  let sent: number[] = [];
  let tail: Promise<void> = Promise.resolve();

  const report = (said: number, total: number | undefined, message: string): void => {
    const now = clock();
    // MCP wants every notification to say more than the one before it.
    const done = said <= last && now - lastAt >= ALIVE_EVERY ? last + A_LITTLE : said;
    if (!Number.isFinite(done) || done <= last || (total !== undefined && done > Math.max(total, said))) return;
    sent = sent.filter((at) => now - at < 1000);
    if (sent.length >= PER_SECOND && done !== total) return;
    sent.push(now);
    last = done;
    lastAt = now;
    const params = {
      progressToken,
      progress: done,
      ...(total === undefined ? {} : { total }),
      ...(message === '' ? {} : { message }),
    };
    // A client that is gone cannot be told; the call itself learns of it by its signal.
    tail = tail.then(() => ctx.mcpReq.notify({ method: 'notifications/progress', params })).catch(() => {});
  };

  const during = <T>(message: string, lasting: Promise<T>): Promise<T> => {
    const again = (): void => report(Math.max(last, 0), undefined, message);
    again();
    const timer = setInterval(again, ALIVE_EVERY);
    return lasting.finally(() => clearInterval(timer));
  };

  return { report, during, settled: () => tail };
}
