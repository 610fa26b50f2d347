// What a call says of itself while it runs, as progress notifications. Knows no cluster and no policy.
import type { ServerContext } from '@modelcontextprotocol/server';
import type { Watch } from '../gate/ports.ts';

/** MCP asks both sides to limit the rate: this many in any one second. */
const PER_SECOND = 10;

export type Progress = {
  readonly report: Watch['progress'];
  /** Resolves when every notification has been handed to the transport, so that none follows the result. */
  readonly settled: () => Promise<void>;
};

/** Progress for one request: silent without a token, always increasing, never faster than a client can take. */
export function progress(ctx: ServerContext, clock: () => number = () => performance.now()): Progress {
  const progressToken = ctx.mcpReq._meta?.progressToken;
  if (progressToken === undefined) return { report: undefined, settled: async () => {} };
  let last = Number.NEGATIVE_INFINITY;
  let sent: number[] = [];
  let tail: Promise<void> = Promise.resolve();

  const report = (done: number, total: number | undefined, message: string): void => {
    if (!Number.isFinite(done) || done <= last) return;
    const now = clock();
    sent = sent.filter((at) => now - at < 1000);
    if (sent.length >= PER_SECOND && done !== total) return;
    sent.push(now);
    last = done;
    const params = {
      progressToken,
      progress: done,
      ...(total === undefined ? {} : { total }),
      ...(message === '' ? {} : { message }),
    };
    // A client that is gone cannot be told; the call itself learns of it by its signal.
    tail = tail.then(() => ctx.mcpReq.notify({ method: 'notifications/progress', params })).catch(() => {});
  };

  return { report, settled: () => tail };
}
