// The only file that speaks HTTP: one request, one answer, within a size. Knows no retry and no kind.
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Fault } from '../gate/fault.ts';
import type { Connection } from './connections.ts';
import { maxBytes, type Reply, tooLarge } from './failures.ts';

/** One request: a checked path, its query, the form of the answer wanted, and what it carries if it changes something. */
export type Request = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  readonly accept: string;
  readonly mutation?: Mutation;
};

export type Mutation = {
  /** As Kubernetes calls it. */
  readonly verb: 'create' | 'patch' | 'delete';
  /** The media type of `document`, which is sent as JSON. */
  readonly type: string;
  readonly document: unknown;
  /** Called at the last moment at which nothing has left: from then on, nobody but the server knows. */
  readonly leaving: () => void;
};

const methods = { create: 'POST', patch: 'PATCH', delete: 'DELETE' } as const;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Gives the answer whatever its status; rejects with whatever broke the connection. */
export const exchange = async (to: Connection, request: Request, signal: AbortSignal): Promise<Reply> => {
  const { origin, pathname } = new URL(to.credentials.server);
  const { mutation } = request;
  const letter = mutation && letterOf(mutation, signal);
  const { statusCode, headers, body } = await to.dispatcher.request({
    origin,
    // The server's address may have a path of its own, as behind a gateway.
    path: `${pathname === '/' ? '' : pathname}${request.path}${queryOf(request.query)}`,
    method: mutation ? methods[mutation.verb] : 'GET',
    headers: {
      ...to.credentials.headers,
      accept: request.accept,
      'user-agent': `portcullis/${version}`,
      ...(to.local ? {} : { 'accept-encoding': 'gzip' }),
      ...letter?.headers,
    },
    ...(letter ? { body: letter.body } : {}),
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

/** The connection asks for the first piece of a body when it is made and about to write: nothing has left before. */
const letterOf = ({ type, document, leaving }: Mutation, signal: AbortSignal) => {
  const bytes = Buffer.from(JSON.stringify(document));
  const body = async function* (): AsyncGenerator<Buffer> {
    signal.throwIfAborted();
    leaving();
    yield bytes;
  };
  const headers = { 'content-type': type, 'content-length': String(bytes.length) };
  // Any async iterable is a body; the library's types say so of streams alone.
  return { headers, body: body() as unknown as Readable };
};

const gunzipped = promisify(gunzip) as (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const unzip = async (bytes: Buffer): Promise<string> =>
  (await gunzipped(bytes, { maxOutputLength: maxBytes })).toString('utf8');

const queryOf = (query: Request['query']): string => {
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
