// An API server that fails in the ways real ones do, by a table of answers. Knows no Kubernetes beyond a Status.
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { type Handler, type Recorded, type Recorder, startRecorder } from './recorder.ts';

/** One answer: plain data, or a function that writes it. */
export type Fault =
  | { status?: number; headers?: Record<string, string>; json?: unknown; text?: string | Buffer }
  | ((response: ServerResponse, record: Recorded) => void | Promise<void>);

/** By `METHOD /path` (the query does not count) or `*`. A list is answered in turn, its last one for ever. */
export type Routes = Record<string, Fault | Fault[]>;

/** Starts it; what no route names is a 404 Status. `requests` of the recorder tells what came. */
export const startFaulty = (routes: Routes): Promise<Recorder> => {
  const turns = new Map<string, number>();
  const handler: Handler = async (record, response) => {
    const line = `${record.method} ${record.path}`;
    const route = Object.hasOwn(routes, line) ? line : '*';
    const faults = [routes[route] ?? faults404].flat();
    const turn = turns.get(route) ?? 0;
    turns.set(route, turn + 1);
    await play(faults[Math.min(turn, faults.length - 1)] ?? faults404, response, record);
  };
  return startRecorder(handler);
};

const play = async (fault: Fault, response: ServerResponse, record: Recorded): Promise<void> => {
  if (typeof fault === 'function') return fault(response, record);
  const type = fault.json === undefined ? 'text/plain' : 'application/json';
  response.writeHead(fault.status ?? 200, { 'content-type': type, ...fault.headers });
  response.end(fault.json === undefined ? fault.text : JSON.stringify(fault.json));
};

/** A Kubernetes Status as the body of an error. */
export const statusOf = (code: number, reason: string, message: string, headers = {}): Fault => ({
  status: code,
  headers,
  json: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code },
});

const faults404 = statusOf(404, 'NotFound', 'the server could not find the requested resource');

/** What can go wrong, by name. */
export const faults = {
  notFound: faults404,
  tooMany: (seconds: number): Fault =>
    statusOf(429, 'TooManyRequests', 'please try again later', { 'retry-after': String(seconds) }),
  broken: statusOf(500, 'InternalError', 'an error on the server has prevented the request from succeeding'),
  unavailable: statusOf(503, 'ServiceUnavailable', 'the server is currently unable to handle the request'),
  gone: statusOf(410, 'Expired', 'The provided continue parameter is too old'),
  unauthorized: statusOf(401, 'Unauthorized', 'Unauthorized'),
  forbidden: (message: string): Fault => statusOf(403, 'Forbidden', message),
  /** Never answers, until the client gives up. */
  hang: (() => {}) satisfies Fault,
  /** Sends headers and the begin of a body, then nothing more. */
  stall: ((response) => void response.writeHead(200, json).write('{"kind":"PodList","items":[')) satisfies Fault,
  /** Ends the connection instead of answering. */
  close: ((response) => void response.destroy()) satisfies Fault,
  /** Ends the connection in the middle of a body. */
  cut: ((response) => {
    response.writeHead(200, { ...json, 'content-length': '1000' });
    response.write('{"kind":"PodList","items":[', () => response.destroy());
  }) satisfies Fault,
  /** Says JSON and is none. */
  garbage: { headers: { 'content-type': 'application/json' }, text: '<html>It works!</html>' } satisfies Fault,
  /** A JSON string of so many bytes, sent in pieces. */
  huge:
    (bytes: number): Fault =>
    (response) => {
      Readable.from(pieces(bytes)).pipe(response.writeHead(200, json));
    },
} as const satisfies Record<string, Fault | ((argument: never) => Fault)>;

const json = { 'content-type': 'application/json' };

function* pieces(bytes: number): Generator<string> {
  yield '{"kind":"Huge","text":"';
  const piece = 'x'.repeat(65_536);
  for (let left = bytes; left > 0; left -= piece.length) yield piece.slice(0, left);
  yield '"}';
}
