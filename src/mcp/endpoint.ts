// `/mcp`: one message in, one answer or stream out, and a bound on how many at once. Knows no address and no other path.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { pass, readBody, refuse, sendJson } from './exchange.ts';
import { BUSY, INVALID_REQUEST, readFrame } from './frame.ts';
import { openQuestions } from './question.ts';
import { createMcp, type Serving } from './server.ts';

export type EndpointLimits = {
  /** Bytes of one message. */
  readonly bodyBytes: number;
  /** Requests under way at once; one more is answered 503. */
  readonly calls: number;
  readonly subscriptions: number;
  /** How long calls may go on after `drain`, in milliseconds. */
  readonly drainMs: number;
};

export type Route = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

export type Endpoint = {
  readonly handle: Route;
  readonly changed: () => void;
  /** Refuses new calls, waits for those under way up to the deadline, then ends what is left and every subscription. */
  readonly drain: () => Promise<void>;
  readonly draining: () => boolean;
};

/** `/mcp`: the message is read and bounded here, then served by the SDK with a server made for this one request. */
export function endpoint(options: Serving, limits: EndpointLimits): Endpoint {
  const report = options.onError ?? (() => {});
  const questions = openQuestions();
  const handler = createMcpHandler(({ era }) => createMcp({ ...options, transport: 'http', era, questions }), {
    onerror: report,
    maxSubscriptions: limits.subscriptions,
    maxRequestBodySize: limits.bodyBytes,
  });
  let running = 0;
  let draining = false;
  let idle: () => void = () => {};

  const handle: Route = async (req, res) => {
    if (req.method !== 'POST') {
      res.setHeader('Allow', 'POST');
      return refuse(res, 405, INVALID_REQUEST, 'Only POST is served here: this server keeps no sessions.');
    }
    if (!isJson(req.headers['content-type']))
      return refuse(res, 415, INVALID_REQUEST, 'Content-Type must be application/json.');
    const body = await readBody(req, limits.bodyBytes);
    if (body === 'gone') return;
    if (body === 'too large')
      return refuse(res, 413, INVALID_REQUEST, `The message is longer than ${limits.bodyBytes} bytes.`);
    const frame = readFrame(body);
    if ('refusal' in frame) return sendJson(res, 400, frame.refusal);
    const { message } = frame;
    if (draining || (running >= limits.calls && 'method' in message)) {
      res.setHeader('Retry-After', '1');
      return refuse(
        res,
        503,
        BUSY,
        draining ? 'The server is stopping.' : 'Too many calls are running: try again.',
        message,
      );
    }
    if ('method' in message && message.method === 'subscriptions/listen') return pass(handler, req, res, message);
    running += 1;
    try {
      await pass(handler, req, res, message);
    } finally {
      running -= 1;
      if (running === 0) idle();
    }
  };

  const drain = async (): Promise<void> => {
    draining = true;
    if (running > 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      idle = resolve;
      const deadline = setTimeout(resolve, limits.drainMs);
      await promise;
      clearTimeout(deadline);
    }
    await handler.close();
  };
  const changed = (): void => {
    handler.notify.toolsChanged();
    handler.notify.promptsChanged();
  };
  return { handle, changed, drain, draining: () => draining };
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}
