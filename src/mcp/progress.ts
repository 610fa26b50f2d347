// What a call says of itself while it runs, as progress notifications. Knows no cluster and no policy.
import type { ServerContext } from '@modelcontextprotocol/server';
import type { Watch } from '../gate/ports.ts';

/** MCP asks both sides to limit the rate: this many in any one second. */
const PER_SECOND = 10;

/** What a call said last is said again this often, in milliseconds: it still runs, and no client need give up on it. */
const ALIVE_EVERY = 5000;

/** MCP wants each notification to say more than the one before it, even if there is no more to say. */
const A_LITTLE = 2 ** -10;

export type Progress = {
  readonly report: Watch['progress'];
  /** Says what the call does now, wherever it stands. */
  readonly say: (message: string) => void;
  /** Says no more, and resolves when every notification has been handed to the transport: none follows the result. */
  readonly settled: () => Promise<void>;
};

/** Progress for one request: silent without a token, always increasing, never faster than a client can take. */
export function progress(ctx: ServerContext, clock: () => number = () => performance.now()): Progress {
  const progressToken = ctx.mcpReq._meta?.progressToken;
  if (progressToken === undefined) return { report: undefined, say: () => {}, settled: async () => {} };
  let last = { done: Number.NEGATIVE_INFINITY, total: undefined as number | undefined, message: '' };
  let sent: number[] = [];
  let alive: NodeJS.Timeout | undefined;
  let tail: Promise<void> = Promise.resolve();

  const report = (done: number, total: number | undefined, message: string): void => {
    if (!Number.isFinite(done) || done <= last.done) return;
    const now = clock();
    sent = sent.filter((at) => now - at < 1000);
    if (sent.length >= PER_SECOND && done !== total) return;
    sent.push(now);
    last = { done, total, message };
    const params = {
      progressToken,
      progress: done,
      ...(total === undefined ? {} : { total }),
      ...(message === '' ? {} : { message }),
    };
    // A client that is gone cannot be told; the call itself learns of it by its signal.
    tail = tail.then(() => ctx.mcpReq.notify({ method: 'notifications/progress', params })).catch(() => {});
    clearTimeout(alive);
    alive = setTimeout(() => say(last.message), ALIVE_EVERY);
  };

  const say = (message: string): void => {
    const { done, total } = last;
    const next = Math.max(done + A_LITTLE, 0);
    report(next, total !== undefined && next <= total ? total : undefined, message);
  };

  return {
    report,
    say,
    settled: () => {
      clearTimeout(alive);
      return tail;
    },
  };
}
