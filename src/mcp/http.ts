// MCP over HTTP, on this machine only: the listener, its routes and its bounds. Knows no policy and no cluster.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostHeaderValidation, originValidation } from '@modelcontextprotocol/node';
import { type Endpoint, type EndpointLimits, endpoint, type Route } from './endpoint.ts';
import { refuse, sendJson, sendText } from './exchange.ts';
import { INTERNAL_ERROR } from './frame.ts';
import { loopback } from './loopback.ts';
import type { Serving } from './server.ts';

export type HttpLimits = EndpointLimits & {
  readonly headerBytes: number;
  readonly headers: number;
  readonly connections: number;
  /** Until the last header, until the last byte of the body, and between two requests; in milliseconds. */
  readonly headersMs: number;
  readonly requestMs: number;
  readonly idleMs: number;
};

const LIMITS: HttpLimits = {
  bodyBytes: 1024 * 1024,
  headerBytes: 16 * 1024,
  headers: 64,
  connections: 256,
  calls: 64,
  subscriptions: 64,
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 60_000,
  drainMs: 10_000,
};

/** One line of `/readyz`. */
export type Check = { readonly ok: boolean; readonly message: string };

export type HttpOptions = Serving & {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** What `/readyz` asks, by name. */
  readonly checks?: Readonly<Record<string, () => Check | Promise<Check>>>;
  /** What `/metrics` shows, in the Prometheus text format. */
  readonly metrics?: () => string | Promise<string>;
  /** What else is served, by the first part of its path. Behind the same checks of Host and Origin, never before `/mcp`. */
  readonly routes?: Readonly<Record<string, Route>>;
  /** Aborted, the server drains and closes. */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<HttpLimits>;
};

/** `url` is the address of the MCP endpoint. `close` lets calls end, and resolves when nothing is open any more. */
export type HttpServer = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Listens, or refuses with a message for the operator: an address that others can reach, or a port that is taken.
 * Host and Origin are checked on every path (DNS rebinding); `/mcp` is Streamable HTTP, stateless in both eras.
 */
export async function serveHttp(options: HttpOptions): Promise<HttpServer> {
  const limits = { ...LIMITS, ...options.limits };
  const host = loopback(options.host);
  const mcp = endpoint(options, limits);
  const routes: Record<string, Route> = {
    '/mcp': mcp.handle,
    '/healthz': onlyGet((_, res) => sendText(res, 200, 'ok\n')),
    '/readyz': onlyGet((_, res) => ready(options, mcp, res)),
    '/metrics': onlyGet(async (_, res) => sendText(res, 200, (await options.metrics?.()) ?? '')),
  };
  const names = ['localhost', '127.0.0.1', '[::1]', host.includes(':') ? `[${host}]` : host];
  const hostAllowed = hostHeaderValidation(names);
  const originAllowed = originValidation(names);
  const report = options.onError ?? (() => {});

  const server = createServer(bounds(limits), (req, res) => {
    res.setHeader('X-Content-Type-Options', 'nosniff');
    if (!hostAllowed(req, res) || !originAllowed(req, res)) return;
    const path = (req.url ?? '').split('?', 1)[0]!;
    const route = Object.hasOwn(routes, path) ? routes[path]! : (below(options.routes, path) ?? notFound);
    Promise.resolve(route(req, res)).catch((thrown: unknown) => {
      report(thrown);
      if (!res.headersSent) refuse(res, 500, INTERNAL_ERROR, 'Internal error.');
      else res.destroy();
    });
  });
  server.maxConnections = limits.connections;
  server.maxHeadersCount = limits.headers;
  const port = await listen(server, host, options.port);
  const stop = options.onPolicyChange(mcp.changed);

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await mcp.drain();
      server.closeAllConnections();
      await closed;
      await options.gate.settle();
    })();
    return closing;
  };
  options.signal?.addEventListener('abort', () => void close(), { once: true });
  if (options.signal?.aborted) await close();
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/mcp`, close };
}

async function ready(options: HttpOptions, mcp: Endpoint, res: ServerResponse): Promise<void> {
  const entries = await Promise.all(
    Object.entries(options.checks ?? {}).map(async ([name, check]): Promise<[string, Check]> => {
      try {
        return [name, await check()];
      } catch (thrown) {
        options.onError?.(thrown);
        return [name, { ok: false, message: 'The check itself failed; the log of this server has the cause.' }];
      }
    }),
  );
  if (mcp.draining()) entries.push(['server', { ok: false, message: 'The server is stopping.' }]);
  const ok = entries.every(([, check]) => check.ok);
  sendJson(res, ok ? 200 : 503, { ok, checks: Object.fromEntries(entries) });
}

function onlyGet(route: Route): Route {
  return (req, res) => {
    if (req.method === 'GET' || req.method === 'HEAD') return route(req, res);
    res.setHeader('Allow', 'GET, HEAD');
    sendText(res, 405, 'Only GET is served here.\n');
  };
}

/** The route of a prefix that is the path itself or ends before a `/` of it. The path is taken as it was written. */
function below(routes: HttpOptions['routes'], path: string): Route | undefined {
  return Object.entries(routes ?? {}).find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1];
}

function notFound(_: IncomingMessage, res: ServerResponse): void {
  sendText(res, 404, 'Not found. MCP is served at /mcp.\n');
}

function bounds(limits: HttpLimits) {
  return {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: Math.min(limits.headersMs, 5000),
    noDelay: true,
  };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(notListening(error, host, port)));
    server.listen({ host, port, exclusive: true }, () => {
      server.removeAllListeners('error');
      server.on('error', () => {});
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function notListening(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const why: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken: another program listens there. Stop it, or choose another with --http ${host}:PORT (0 lets the system choose).`,
    EACCES: `Port ${port} on ${host} may not be opened by this user. Choose one above 1023 with --http ${host}:PORT.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Use --http 127.0.0.1:${port}.`,
  };
  return new Error(
    why[error.code ?? ''] ?? `Could not listen on ${host}:${port} (${error.code}). Choose another with --http.`,
    {
      cause: error,
    },
  );
}
