// A server on loopback before a real API server (or a function), that remembers every request. Judges nothing.
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, createServer as plain, type ServerResponse } from 'node:http';
import { Agent, request as forward, createServer as secure } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Connection } from './api.ts';
import type { Cluster } from './control-plane.ts';

export type Recorded = {
  method: string;
  /** As it was sent, nothing decoded or resolved, without the query. */
  path: string;
  query: Record<string, string>;
  /** Without `authorization`, so that a test may print this. `authorized` says whether there was one. */
  headers: Record<string, string>;
  authorized: boolean;
  body: string;
  /** The status answered, or null while there is none. */
  status: number | null;
  /** The connection ended before the answer did. */
  aborted: boolean;
};

/** `request` is the raw one, its body already read into `record.body`. */
export type Handler = (record: Recorded, response: ServerResponse, request: IncomingMessage) => void | Promise<void>;

export type Recorder = {
  url: string;
  /** In the order they came; one array for ever, emptied by `clear`. */
  requests: Recorded[];
  /** The same as `GET /api/v1/pods`, without queries. */
  lines: () => string[];
  clear: () => void;
  stop: () => Promise<void>;
};

/**
 * Records what reaches it and passes it on, credentials too. Plain HTTP, since it never leaves this machine; with `pki`
 * (a cluster's serving pair) HTTPS, so that the cluster's own CA fits it.
 */
export const startRecorder = async (
  target: Pick<Connection, 'url' | 'ca'> | Handler,
  pki?: Cluster['pki'],
): Promise<Recorder> => {
  const requests: Recorded[] = [];
  const agent = new Agent({ keepAlive: true, ...(typeof target === 'function' ? {} : { ca: target.ca }) });
  const handler = typeof target === 'function' ? target : passTo(target.url, agent);
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const record = recordOf(request);
    requests.push(record);
    watch(response, record);
    take(request, record)
      .then(() => handler(record, response, request))
      .catch(() => response.destroy());
  };
  const pair = pki && { cert: await readFile(pki.cert), key: await readFile(pki.key) };
  const server = pair ? secure(pair, listener) : plain(listener);
  await new Promise<void>((done, fail) => server.on('error', fail).listen(0, '127.0.0.1', done));
  return {
    url: `${pair ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    lines: () => requests.map(({ method, path }) => `${method} ${path}`),
    clear: () => void requests.splice(0),
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};

const recordOf = (request: IncomingMessage): Recorded => {
  // Not by URL: it would resolve the very dots and slashes a test looks for.
  const [path = '', ...query] = (request.url ?? '').split('?');
  const { authorization, ...headers } = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, `${value}`]),
  );
  return {
    method: request.method ?? '',
    path,
    query: Object.fromEntries(new URLSearchParams(query.join('?'))),
    headers,
    authorized: authorization !== undefined,
    body: '',
    status: null,
    aborted: false,
  };
};

const watch = (response: ServerResponse, record: Recorded): void => {
  response.on('finish', () => {
    record.status = response.statusCode;
  });
  response.on('close', () => {
    record.aborted = !response.writableFinished;
  });
};

const take = async (request: IncomingMessage, record: Recorded): Promise<void> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  record.body = Buffer.concat(parts).toString('utf8');
};

const passTo =
  (base: string, agent: Agent): Handler =>
  (record, response, request) =>
    new Promise((done, fail) => {
      const { hostname, port } = new URL(base);
      const { host: _, ...headers } = request.headers;
      const { method, url: path } = request;
      const on = forward({ hostname, port, method, path, headers, agent }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response).on('close', done);
        answer.on('error', fail);
      });
      on.on('error', fail);
      // A client that goes away takes its request to the API server with it.
      response.on('close', () => on.destroy());
      on.end(record.body);
    });
