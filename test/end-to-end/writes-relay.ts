// What stands between a server that writes and the real API server: counts what would change something, holds requests and
// answers, loses them. Knows no tool.
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import type { Connection } from '../cluster/api.ts';
import { writeKubeconfig } from '../cluster/identity.ts';
import { type Recorded, startRecorder } from '../cluster/recorder.ts';
import { scratch } from './program.ts';

/** Called with each request; what it gives is waited for, and when it throws the connection ends. */
export type Meeting = (record: Recorded) => unknown;

export type Relay = {
  /** A kubeconfig that leads here. */
  readonly kubeconfig: string;
  /** All that came, in order. */
  readonly requests: readonly Recorded[];
  /** Of these, what changes something, and what only tries to. */
  readonly changes: () => readonly Recorded[];
  readonly dryRuns: () => readonly Recorded[];
  /** Meets changes on their way there, before the API server has seen them. */
  readonly onTheWay: (meet: Meeting | undefined) => void;
  /** Meets the answers to changes on their way back. */
  readonly onTheWayBack: (meet: Meeting | undefined) => void;
  readonly stop: () => Promise<void>;
};

/** Puts it before the API server. */
export const startRelay = async (cluster: Connection): Promise<Relay> => {
  const agent = new Agent({ ca: cluster.ca, keepAlive: true });
  let there: Meeting | undefined;
  let back: Meeting | undefined;
  const recorder = await startRecorder(async (record, response, { headers, url }) => {
    const meets = isChange(record);
    if (meets) await there?.(record);
    const answer = await passOn(new URL(url ?? '', cluster.url), agent, record, headers);
    if (meets) await back?.(record);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  const { url, requests } = recorder;
  const kubeconfig = await writeKubeconfig(join(await scratch(), 'kubeconfig'), { url, users: cluster.users });
  return {
    kubeconfig,
    requests,
    changes: () => requests.filter(isChange),
    dryRuns: () => requests.filter(isDryRun),
    onTheWay: (meet) => {
      there = meet;
    },
    onTheWayBack: (meet) => {
      back = meet;
    },
    stop: async () => {
      await recorder.stop();
      agent.destroy();
    },
  };
};

/** `PATCH /api/v1/namespaces/shop/configmaps/settings`. */
export const spelled = ({ method, path }: Recorded): string => `${method} ${path}`;

const reviews = /^\/apis\/authorization\.k8s\.io\//;

const isWriting = ({ method, path }: Recorded): boolean => method !== 'GET' && !reviews.test(path);

const isDryRun = (record: Recorded): boolean => isWriting(record) && record.query.dryRun === 'All';

const isChange = (record: Recorded): boolean => isWriting(record) && record.query.dryRun !== 'All';

type Passed = {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
};

const passOn = (
  url: URL,
  agent: Agent,
  { method, body }: Recorded,
  { host: _, ...headers }: Record<string, string | string[] | undefined>,
): Promise<Passed> =>
  new Promise((done, fail) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', fail);
      response.on('end', () => {
        // Said whole, so it needs no framing of its own.
        const { 'transfer-encoding': __, ...rest } = response.headers;
        done({ status: response.statusCode ?? 502, headers: rest, body: Buffer.concat(parts) });
      });
    });
    sent.on('error', fail);
    sent.end(body);
  });
