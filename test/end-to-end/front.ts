// What stands between a server under test and the real API server: records, holds answers back, goes down and comes up again.
import { request } from 'node:http';
import { connect, createServer, type Server as Tcp } from 'node:net';
import { join } from 'node:path';
import type { Connection } from '../cluster/api.ts';
import { writeKubeconfig } from '../cluster/identity.ts';
import { type Recorded, type Recorder, startRecorder } from '../cluster/recorder.ts';
import { scratch } from './program.ts';

export type Front = {
  /** A kubeconfig that leads here. */
  readonly kubeconfig: string;
  /** What came, in order; kept for the whole life of the front. */
  readonly requests: readonly Recorded[];
  /** Holds back every answer to a request that fits, until the function it gives is called. */
  readonly hold: (fits: (record: Recorded) => boolean) => () => void;
  readonly stop: () => Promise<void>;
};

/** Puts a recorder before the API server. */
export const startFront = async (cluster: Connection): Promise<Front> => {
  const behind = await startRecorder(cluster);
  let held: { fits: (record: Recorded) => boolean; open: Promise<void> } | undefined;
  const recorder = await startRecorder(async (record, response, incoming) => {
    if (held?.fits(record)) await Promise.race([held.open, gone(response)]);
    if (response.destroyed) return;
    const { hostname, port } = new URL(behind.url);
    const { host: _, ...headers } = incoming.headers;
    const options = { hostname, port, method: record.method, path: incoming.url, headers };
    const onward = request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    onward.end(record.body);
  });
  return {
    kubeconfig: await kubeconfigFor(cluster, recorder.url),
    requests: recorder.requests,
    hold: (fits) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = { fits, open: promise };
      return () => {
        held = undefined;
        resolve();
      };
    },
    stop: async () => {
      await recorder.stop();
      await behind.stop();
    },
  };
};

export type Door = {
  readonly kubeconfig: string;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** An address at which nothing listens until the door is opened. */
export const startDoor = async (cluster: Connection): Promise<Door> => {
  const behind: Recorder = await startRecorder(cluster);
  const target = Number(new URL(behind.url).port);
  const make = (): Tcp =>
    createServer((socket) => {
      const onward = connect(target, '127.0.0.1');
      socket.pipe(onward).pipe(socket);
      socket.on('error', () => onward.destroy());
      onward.on('error', () => socket.destroy());
      socket.on('close', () => onward.destroy());
    });
  const port = await freePort();
  let server: Tcp | undefined;
  return {
    kubeconfig: await kubeconfigFor(cluster, `http://127.0.0.1:${port}`),
    open: () =>
      new Promise((done, fail) => {
        server = make();
        server.once('error', fail).listen(port, '127.0.0.1', done);
      }),
    close: async () => {
      await behind.stop();
      if (server) await new Promise((done) => server?.close(done));
    },
  };
};

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

const kubeconfigFor = async (cluster: Connection, url: string): Promise<string> =>
  writeKubeconfig(join(await scratch(), 'kubeconfig'), { url, users: cluster.users });

const gone = (response: { once: (event: 'close', then: () => void) => unknown }): Promise<void> =>
  new Promise((done) => response.once('close', () => done()));
