// MCP over standard input and output. Stdout carries JSON-RPC and nothing else. Knows no policy and no cluster.
import type { Readable, Writable } from 'node:stream';
import type { JSONRPCMessage, McpServer, Transport } from '@modelcontextprotocol/server';
import { serveStdio as serveSdk } from '@modelcontextprotocol/server/stdio';
import { INVALID_REQUEST, type Refusal, readFrame, refusal } from './frame.ts';
import { lines } from './lines.ts';
import { openQuestions } from './question.ts';
import { createMcp, type Serving } from './server.ts';

export type StdioLimits = {
  /** Bytes of one message. */
  readonly frameBytes: number;
  /** Requests under way before reading pauses. */
  readonly pending: number;
  /** How long calls may go on after the end of input, in milliseconds. */
  readonly drainMs: number;
};

const LIMITS: StdioLimits = { frameBytes: 4 * 1024 * 1024, pending: 128, drainMs: 2000 };

export type StdioOptions = Serving & {
  readonly input?: Readable;
  readonly output?: Writable;
  readonly limits?: Partial<StdioLimits>;
};

/** `closed` resolves when the client is gone, its calls have ended and their decisions are kept: the moment to exit with 0. */
export type StdioServer = { readonly closed: Promise<void>; readonly close: () => Promise<void> };

/** Serves one client until the end of input, a broken pipe or `close`. */
export function serveStdio(options: StdioOptions): StdioServer {
  const report = options.onError ?? (() => {});
  const wire = stdioWire(options.input ?? process.stdin, options.output ?? process.stdout, {
    ...LIMITS,
    ...options.limits,
  });
  const changed = (mcp: McpServer) => () => {
    mcp.sendToolListChanged();
    mcp.sendPromptListChanged();
  };
  const served = serveSdk(
    async ({ era }) => {
      const mcp = await createMcp({ ...options, transport: 'stdio', era, questions: openQuestions() });
      const stop = options.onPolicyChange(changed(mcp));
      mcp.server.onclose = stop;
      return mcp;
    },
    { transport: wire.transport, onerror: report },
  );
  const closed = wire.closed.then(() => options.gate.settle());
  const close = async (): Promise<void> => {
    await served.close();
    await closed;
  };
  return { closed, close };
}

type Wire = { readonly transport: Transport; readonly closed: Promise<void> };

/** The SDK's own transport drops what it cannot read and ends at a line that is too long; this one answers and goes on. */
function stdioWire(input: Readable, output: Writable, limits: StdioLimits): Wire {
  const pending = new Set<string>();
  // What this server asks of the client: reading goes on for its answers, however many calls are under way.
  const asked = new Set<string>();
  const full = (): boolean => pending.size - asked.size >= limits.pending;
  const { promise: closed, resolve: resolveClosed } = Promise.withResolvers<void>();
  let state: 'open' | 'ending' | 'closed' = 'open';
  let deadline: NodeJS.Timeout | undefined;

  const close = async (): Promise<void> => {
    if (state === 'closed') return;
    state = 'closed';
    clearTimeout(deadline);
    input.off('data', reader.push);
    input.pause();
    transport.onclose?.();
    resolveClosed();
  };
  const write = (message: JSONRPCMessage | Refusal): Promise<void> => {
    if (state === 'closed' || !output.writable) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    output.write(`${JSON.stringify(message)}\n`, () => resolve());
    return promise;
  };
  const settle = (id: unknown): void => {
    pending.delete(key(id));
    if (state === 'open' && input.isPaused() && !full()) input.resume();
    if (state === 'ending' && pending.size === 0) void close();
  };
  const receive = (line: Uint8Array): void => {
    const frame = readFrame(line);
    if ('refusal' in frame) {
      void write(frame.refusal);
      return;
    }
    const { message } = frame;
    if (isCall(message)) pending.add(key(message.id));
    else if (!('method' in message)) asked.delete(key(message.id));
    if (full()) input.pause();
    transport.onmessage?.(message);
    if (isCancellation(message)) settle(message.params?.requestId);
  };
  const tooLong = (): void =>
    void write(refusal(INVALID_REQUEST, `The message is longer than ${limits.frameBytes} bytes.`));
  const reader = lines(limits.frameBytes, receive, tooLong);
  const end = (): void => {
    if (state !== 'open') return;
    reader.end();
    state = 'ending';
    if (pending.size === 0) void close();
    else deadline = setTimeout(() => void close(), limits.drainMs);
  };
  const broken = (error: Error): void => {
    transport.onerror?.(error);
    void close();
  };

  const transport: Transport = {
    start: async () => {
      input.on('data', reader.push);
      input.once('end', end);
      input.once('close', end);
      input.on('error', broken);
      output.on('error', broken);
      output.once('close', () => void close());
      if (input.readableEnded || input.destroyed) setImmediate(end);
    },
    send: async (message) => {
      if (isCall(message)) asked.add(key(message.id));
      if (isCancellation(message)) asked.delete(key(message.params?.requestId));
      if (state === 'open' && input.isPaused() && !full()) input.resume();
      await write(message);
      if ('id' in message && !('method' in message)) settle(message.id);
    },
    close,
  };
  return { transport, closed };
}

/** A number and a string of the same digits are two ids. */
function key(id: unknown): string {
  return `${typeof id}:${String(id)}`;
}

/** A subscription is answered only when it ends, so nothing waits for it. */
function isCall(message: JSONRPCMessage): message is Extract<JSONRPCMessage, { method: string; id: string | number }> {
  return 'method' in message && 'id' in message && message.method !== 'subscriptions/listen';
}

function isCancellation(message: JSONRPCMessage): message is Extract<JSONRPCMessage, { method: string }> {
  return 'method' in message && message.method === 'notifications/cancelled';
}
