// A real kube-apiserver on a real etcd, in a folder of its own, on loopback. Knows nothing of what tests do with it.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { api, type Connection } from './api.ts';
import { binaries } from './binaries.ts';
import { type Child, startChild } from './child.ts';
import { type Wanted, writeIdentity, writeKubeconfig } from './identity.ts';

export type Cluster = Connection & {
  /** The serving pair; a fake kubelet or proxy of the tests serves with it, so that one CA fits all. */
  pki: { cert: string; key: string };
  /** Where etcd answers clients, for what no API server would do. */
  store: string;
  /** The programs' pids, for the tests of starting and stopping. */
  pids: { etcd: number; apiserver: number };
  stop: () => Promise<void>;
};

export type ClusterOptions = {
  /** Users besides `admin` (system:masters); `people` unless given. */
  users?: Wanted[];
  /** More flags for kube-apiserver. */
  flags?: string[];
  say?: (line: string) => void;
};

/** Nobody of these is bound to any role: what they may do, a test grants. */
export const people = [{ name: 'alice', groups: ['sre'] }, { name: 'bob', groups: ['dev'] }, { name: 'nobody' }];

// Manifests with other Service addresses are refused; `seed` leaves those out.
const serviceRange = '10.96.0.0/16';

/** Starts a control plane in about three seconds. Throws with the remedy when there are no binaries. */
export const startCluster = async (options: ClusterOptions = {}): Promise<Cluster> => {
  const programs = await binaries(options.say);
  if (programs.missing !== undefined) throw new Error(programs.missing);
  // Between finding a free port and listening on it, another may take it; then it is begun again.
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(programs, options);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
};

const startOnce = async (programs: { etcd: string; apiserver: string }, options: ClusterOptions): Promise<Cluster> => {
  const [client, peer, secure] = (await freePorts(3)) as [number, number, number];
  const run = await mkdtemp(join(tmpdir(), 'portcullis-cluster-'));
  const url = `https://127.0.0.1:${secure}`;
  const users = await writeIdentity(run, options.users ?? people);
  const started: Child[] = [];
  const stop = async (): Promise<void> => {
    // The API server first: signalled together with etcd, it may stay for minutes and keep its port.
    for (const child of [...started].reverse()) await child.stop(5000);
    await rm(run, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const etcd = startChild(programs.etcd, etcdFlags(run, client, peer), join(run, 'etcd.log'), run);
    started.push(etcd);
    const flags = [...apiserverFlags(run, client, secure), ...(options.flags ?? [])];
    const apiserver = startChild(programs.apiserver, flags, join(run, 'kube-apiserver.log'));
    started.push(apiserver);
    const token = users[0]!.token;
    const pki = { cert: join(run, 'pki', 'apiserver.crt'), key: join(run, 'pki', 'apiserver.key') };
    const ca = await ready(url, token, pki.cert, started);
    const logs = join(run, 'logs');
    await mkdir(logs);
    const kubeconfig = await writeKubeconfig(join(run, 'kubeconfig'), { url, ca, users });
    const pids = { etcd: etcd.pid, apiserver: apiserver.pid };
    const store = `http://127.0.0.1:${client}`;
    return { url, ca, caFile: pki.cert, token, kubeconfig, users, logs, kubelet: null, pki, store, pids, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const etcdFlags = (run: string, client: number, peer: number): string[] => [
  `--data-dir=${join(run, 'etcd')}`,
  `--listen-client-urls=http://127.0.0.1:${client}`,
  `--advertise-client-urls=http://127.0.0.1:${client}`,
  `--listen-peer-urls=http://127.0.0.1:${peer}`,
  '--unsafe-no-fsync',
];

const apiserverFlags = (run: string, etcd: number, secure: number): string[] => [
  `--etcd-servers=http://127.0.0.1:${etcd}`,
  `--secure-port=${secure}`,
  '--bind-address=127.0.0.1',
  '--advertise-address=127.0.0.1',
  `--cert-dir=${join(run, 'pki')}`,
  '--authorization-mode=RBAC',
  `--token-auth-file=${join(run, 'tokens.csv')}`,
  '--allow-privileged=true',
  `--service-cluster-ip-range=${serviceRange}`,
  `--service-account-issuer=https://127.0.0.1:${secure}`,
  `--api-audiences=https://127.0.0.1:${secure}`,
  `--service-account-key-file=${join(run, 'sa.key')}`,
  `--service-account-signing-key-file=${join(run, 'sa.key')}`,
  // Hostname comes first by default, and the names of our Nodes resolve nowhere.
  '--kubelet-preferred-address-types=InternalIP',
  // No controller makes service accounts here, and a pod without one is refused otherwise.
  '--disable-admission-plugins=ServiceAccount',
];

/** Ports that were free a moment ago, all different: they are held open together while they are chosen. */
const freePorts = async (count: number): Promise<number[]> => {
  const held = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<Server>((done, fail) => server.on('error', fail).listen(0, '127.0.0.1', () => done(server)));
    }),
  );
  const ports = held.map((server) => (server.address() as { port: number }).port);
  await Promise.all(held.map((server) => new Promise((done) => server.close(done))));
  return ports;
};

/** Waits until it serves and has made its own namespaces. Gives the certificate that its clients must trust. */
const ready = async (url: string, token: string, cert: string, children: Child[]): Promise<string> => {
  const deadline = Date.now() + 60_000;
  for (;;) {
    for (const child of children) {
      const end = child.ended();
      if (end) throw new Error(`${end}\n${await child.words()}`);
    }
    if (Date.now() > deadline) throw new Error(`The API server is not ready.\n${await children.at(-1)?.words()}`);
    const ca = await readFile(cert, 'utf8').catch(() => '');
    if (ca && (await serves({ url, token, ca }))) return ca;
    await sleep(50);
  }
};

const serves = async (to: Pick<Connection, 'url' | 'token' | 'ca'>): Promise<boolean> => {
  const ask = api(to);
  try {
    for (const path of ['/readyz', '/api/v1/namespaces/default', '/api/v1/namespaces/kube-system'])
      if ((await ask('GET', path)).status !== 200) return false;
    return true;
  } catch {
    return false;
  } finally {
    ask.close();
  }
};
