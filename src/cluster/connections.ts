// Kept-alive connections to one cluster, renewed with its credentials. Knows no request.
import type { Dispatcher } from 'undici';
import { Fault } from '../gate/fault.ts';
import type { Access, Credentials } from './access.ts';
import { maxBytes } from './failures.ts';

export type Timeouts = {
  /** Milliseconds to a connection, to the first byte, between two bytes, and for all of a request with its retries. */
  readonly connect: number;
  readonly headers: number;
  readonly body: number;
  readonly whole: number;
};

export const usualTimeouts: Timeouts = { connect: 5_000, headers: 30_000, body: 30_000, whole: 120_000 };

export type Connection = {
  readonly dispatcher: Dispatcher;
  readonly credentials: Credentials;
  /** The server is on this machine. */
  readonly local: boolean;
};

export type Connections = {
  /** Fresh ones have their credentials fetched anew. Throws a {@link Fault}. */
  readonly connect: (fresh: boolean) => Promise<Connection>;
  readonly close: () => Promise<void>;
};

/** A pool of connections. */
export const openConnections = (access: Access, timeouts: Timeouts): Connections => {
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

  const close = async (): Promise<void> => {
    closed = true;
    await held?.dispatcher.then(
      (dispatcher) => dispatcher.destroy(),
      () => {},
    );
  };
  return { connect, close };
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

const isLocal = (server: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(server).hostname);
