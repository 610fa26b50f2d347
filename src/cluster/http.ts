// The only file that speaks HTTP: pooled connections, deadlines, retries, and what a status means. Knows no kind.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { Fault, type FaultCode } from '../gate/fault.ts';
import type { Access, Credentials } from './access.ts';

/** What is read: a checked path, its query, and the form wanted. */
export type Ask = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly accept: string;
  readonly signal?: AbortSignal | undefined;
};

export type Timeouts = {
  /** Milliseconds to a connection, to the first byte, between two bytes, and for all of a request with its retries. */
  readonly connect: number;
  readonly headers: number;
  readonly body: number;
  readonly whole: number;
};

export type Http = {
  /** Reads a text. Throws a {@link Fault}; a Status the server sent with it is the fault's `cause`. */
  readonly read: (ask: Ask) => Promise<string>;
  readonly close: () => Promise<void>;
};

export const usualTimeouts: Timeouts = { connect: 5_000, headers: 30_000, body: 30_000, whole: 120_000 };

const maxBytes = 96 * 1024 * 1024;
const maxDetail = 2_000;
const maxAttempts = 4;
const again = new Set([429, 502, 503, 504]);

const faultsByStatus: Readonly<Record<number, FaultCode>> = {
  401: 'CLUSTER_UNAUTHORIZED',
  403: 'CLUSTER_FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'CLUSTER_TIMEOUT',
  410: 'CLUSTER_GONE',
  429: 'CLUSTER_BUSY',
  502: 'CLUSTER_UNREACHABLE',
  503: 'CLUSTER_BUSY',
  504: 'CLUSTER_TIMEOUT',
};

const faultsByError: Readonly<Record<string, FaultCode>> = {
  UND_ERR_CONNECT_TIMEOUT: 'CLUSTER_UNREACHABLE',
  UND_ERR_HEADERS_TIMEOUT: 'CLUSTER_TIMEOUT',
  UND_ERR_BODY_TIMEOUT: 'CLUSTER_TIMEOUT',
  UND_ERR_HEADERS_OVERFLOW: 'CLUSTER_BROKEN',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'CLUSTER_BROKEN',
};

const resets = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

type Connection = { readonly dispatcher: Dispatcher; readonly credentials: Credentials; readonly local: boolean };
type Reply = { readonly status: number; readonly text: string; readonly retryAfter: number | undefined };

/** A pool of kept-alive connections to one cluster. */
export const openHttp = (access: Access, timeouts: Timeouts = usualTimeouts): Http => {
  let held: { key: string; credentials: Credentials; dispatcher: Promise<Dispatcher> } | undefined;
  let closed = false;

  const connect = async (fresh: boolean): Promise<Connection> => {
    const credentials = await access.credentials(fresh);
    if (closed) throw new Fault('CANCELLED');
    // Nothing is waited for between this look and the change: first requests that come together share one pool.
    if (held?.credentials !== credentials) held = renewed(credentials);
    const mine = held;
    try {
      return { dispatcher: await mine.dispatcher, credentials, local: isLocal(credentials.server) };
    } catch (error) {
      if (held === mine) held = undefined;
      throw error;
    }
  };

  const renewed = (credentials: Credentials): NonNullable<typeof held> => {
    const key = JSON.stringify([credentials.server, credentials.tls, credentials.proxy]);
    const old = held;
    if (old?.key === key) return { key, credentials, dispatcher: old.dispatcher };
    // What runs on the old connections may end.
    void old?.dispatcher.then((dispatcher) => dispatcher.close()).catch(() => {});
    return { key, credentials, dispatcher: dispatcherOf(credentials, timeouts) };
  };

  const read = async (ask: Ask): Promise<string> => {
    const stop = new AbortController();
    const cancel = (): void => stop.abort(new Fault('CANCELLED'));
    if (ask.signal?.aborted) throw new Fault('CANCELLED');
    ask.signal?.addEventListener('abort', cancel, { once: true });
    const timer = setTimeout(() => stop.abort(new Fault('CLUSTER_TIMEOUT')), timeouts.whole);
    try {
      return await attempts(ask, stop.signal);
    } catch (thrown) {
      throw stop.signal.aborted ? stop.signal.reason : faultOfError(thrown);
    } finally {
      clearTimeout(timer);
      ask.signal?.removeEventListener('abort', cancel);
    }
  };

  const attempts = async (ask: Ask, signal: AbortSignal): Promise<string> => {
    let retried = false;
    for (let attempt = 1; ; attempt++) {
      const reply = await exchange(await connect(false), ask, signal).catch((error: unknown) => {
        if (signal.aborted || attempt === maxAttempts || !resets.has(codeOf(error))) throw error;
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

  const close = async (): Promise<void> => {
    closed = true;
    await held?.dispatcher.then(
      (dispatcher) => dispatcher.destroy(),
      () => {},
    );
  };
  return { read, close };
};

const dispatcherOf = async ({ tls, proxy }: Credentials, timeouts: Timeouts): Promise<Dispatcher> => {
  // Loaded at the first request: it costs 60 ms, and a server must be there before that.
  const { Agent, ProxyAgent } = await import('undici');
  const options = {
    allowH2: false,
    connections: 64,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
    keepAliveTimeout: 30_000,
    maxResponseSize: maxBytes,
  };
  const connect = { ...tls, timeout: timeouts.connect, keepAlive: true, keepAliveInitialDelay: 30_000 };
  return proxy === ''
    ? new Agent({ ...options, connect })
    : new ProxyAgent({ ...options, uri: proxy, requestTls: connect });
};

const exchange = async (to: Connection, ask: Ask, signal: AbortSignal): Promise<Reply> => {
  const { origin, pathname } = new URL(to.credentials.server);
  const { statusCode, headers, body } = await to.dispatcher.request({
    origin,
    // The server's address may have a path of its own, as behind a gateway.
    path: `${pathname === '/' ? '' : pathname}${ask.path}${queryOf(ask.query)}`,
    method: 'GET',
    headers: {
      ...to.credentials.headers,
      accept: ask.accept,
      'user-agent': `portcullis/${version}`,
      ...(to.local ? {} : { 'accept-encoding': 'gzip' }),
    },
    signal,
  });
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new Fault('CLUSTER_BROKEN', tooLarge);
    parts.push(part);
  }
  const bytes = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts, size);
  const text = headers['content-encoding'] === 'gzip' ? await unzip(bytes) : bytes.toString('utf8');
  return { status: statusCode, text, retryAfter: waitOf(headers['retry-after']) };
};

export const tooLarge = `The answer is larger than ${maxBytes / 1024 / 1024} MiB.`;

const gunzipped = promisify(gunzip) as (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const unzip = async (bytes: Buffer): Promise<string> =>
  (await gunzipped(bytes, { maxOutputLength: maxBytes })).toString('utf8');

const queryOf = (query: Ask['query']): string => {
  const given = Object.entries(query ?? {})
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]): [string, string] => [name, String(value)]);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

/** Milliseconds, of seconds or a date. */
const waitOf = (header: string | string[] | undefined): number | undefined => {
  if (typeof header !== 'string') return undefined;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
};

const isLocal = (server: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(server).hostname);

const faultOfReply = ({ status, text }: Reply): Fault => {
  const said = statusOf(text);
  if (!said) return new Fault(faultsByStatus[status] ?? 'CLUSTER_BROKEN', `The server answered HTTP ${status}.`);
  // Any Status without a code of its own here is the server's considered refusal, in its own words.
  return new Fault(faultsByStatus[status] ?? 'CLUSTER_REFUSED', said.message.slice(0, maxDetail), said);
};

/** A Kubernetes Status, as far as we read it. */
export type Status = { readonly message: string; readonly continue: string };

const statusOf = (text: string): Status | undefined => {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('kind' in parsed) || parsed.kind !== 'Status')
      return undefined;
    const { message, metadata } = parsed as { message?: unknown; metadata?: { continue?: unknown } };
    return { message: String(message ?? ''), continue: String(metadata?.continue ?? '') };
  } catch {
    return undefined;
  }
};

const faultOfError = (error: unknown): Fault => {
  if (error instanceof Fault) return error;
  const code = codeOf(error);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' || code === 'ERR_BUFFER_TOO_LARGE')
    return new Fault('CLUSTER_BROKEN', tooLarge, error);
  if (code.startsWith('HPE_')) return new Fault('CLUSTER_BROKEN', '', error);
  return new Fault(faultsByError[code] ?? 'CLUSTER_UNREACHABLE', code, error);
};

/** The deepest code: a library may wrap a system's error in its own. */
const codeOf = (error: unknown): string => {
  const { code, cause, name } = (error ?? {}) as { code?: unknown; cause?: unknown; name?: unknown };
  const inner = cause === undefined ? '' : codeOf(cause);
  if (inner !== '' || typeof code === 'string') return inner || String(code);
  return name === 'HTTPParserError' ? 'HPE_INVALID' : '';
};
