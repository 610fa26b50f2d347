// How long a gated get of one pod takes, over stdio and over HTTP, one caller and sixteen at once, against the raw request.
// By hand: node bench/get.ts [--rounds 5] [--seconds 1.5] [--warm 10] [--callers 1,16] [--over stdio,http]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { api } from '../test/cluster/api.ts';
import { type Cluster, startCluster } from '../test/cluster/control-plane.ts';
import { bare, builtBundle, type Contender, containers, flux, installed, ours } from './contenders.ts';
import { cpuTime } from './cpu.ts';
import { flag, load, median, quantile, short, table, turned, words } from './numbers.ts';
import { freePort, start } from './peer.ts';
import { populate } from './populate.ts';

type Subject = {
  readonly name: string;
  readonly pid: number;
  readonly call: () => Promise<void>;
  readonly close: () => Promise<void>;
};
type Burst = {
  readonly times: readonly number[];
  readonly seconds: number;
  readonly cpu: number;
  readonly failed: number;
};

const rounds = flag('rounds', 5);
const seconds = flag('seconds', 1.5);
const warmSeconds = flag('warm', 10);
const callers = words('callers', ['1', '16']).map(Number);
const transports = words('over', ['stdio', 'http']) as readonly ('stdio' | 'http')[];
const target = { namespace: 'bench-0', name: '' };

const raw = async (cluster: Cluster): Promise<Subject> => {
  const ask = api(cluster);
  const path = `/api/v1/namespaces/${target.namespace}/pods/${target.name}`;
  const call = async (): Promise<void> => {
    const { status, json } = await ask('GET', path);
    if (status !== 200 || !json) throw new Error(`${status}`);
  };
  return { name: 'raw request', pid: process.pid, call, close: async () => ask.close() };
};

const served = async (contender: Contender, over: 'stdio' | 'http', cluster: Cluster): Promise<Subject> => {
  const command =
    over === 'stdio' ? contender.stdio(cluster.kubeconfig) : contender.http(cluster.kubeconfig, await freePort());
  const peer = await start(command);
  const asked = contender.get(target.namespace, target.name);
  const call = async (): Promise<void> => {
    const { text, isError } = await peer.call(asked);
    if (isError || !text.includes(target.name)) throw new Error(text.slice(0, 200));
  };
  return { name: contender.name, pid: peer.pid, call, close: peer.close };
};

/** Calls as fast as they are answered, for a while; no caller calls less than once. */
const burst = async ({ name, pid, call }: Subject, at: number): Promise<Burst> => {
  const times: number[] = [];
  let failed = 0;
  const used = await cpuTime(pid);
  const begun = performance.now();
  const lane = async (): Promise<void> => {
    do {
      const before = performance.now();
      try {
        await call();
        times.push(performance.now() - before);
      } catch (error) {
        if (failed++ === 0) console.error(`${name}: ${(error as Error).message}`);
      }
    } while (performance.now() - begun < seconds * 1000 && failed < 100);
  };
  await Promise.all(Array.from({ length: at }, lane));
  const took = (performance.now() - begun) / 1000;
  return { times, seconds: took, cpu: ((await cpuTime(pid)) - used) / times.length, failed };
};

/** Until the code is compiled: a server is as fast as it will be only after a thousand calls. */
const warmUp = async ({ call }: Subject): Promise<void> => {
  const end = performance.now() + warmSeconds * 1000;
  for (let calls = 0; calls < 2000 && performance.now() < end; calls++) await call().catch(() => {});
};

const measure = async (subjects: readonly Subject[], at: number): Promise<string> => {
  const bursts = new Map<string, Burst[]>(subjects.map(({ name }) => [name, []]));
  for (const subject of subjects) await burst(subject, at);
  for (let round = 0; round < rounds; round++)
    for (const subject of turned(subjects, round)) bursts.get(subject.name)!.push(await burst(subject, at));
  const p50 = (of: readonly Burst[]): number => median(of.map(({ times }) => quantile(times, 0.5)));
  const base = p50(bursts.get('raw request')!);
  const rows = [...bursts].map(([name, of]) => {
    const failed = of.reduce((sum, one) => sum + one.failed, 0);
    return [
      failed > 0 ? `${name} (${failed} failed)` : name,
      short(p50(of)),
      short(median(of.map(({ times }) => quantile(times, 0.99)))),
      short(median(of.map(({ times, seconds }) => times.length / seconds))),
      short(p50(of) / base),
      short(median(of.map(({ cpu }) => cpu))),
    ];
  });
  return table(['', 'p50 ms', 'p99 ms', 'calls/s', '× raw', 'CPU ms a call'], rows);
};

const folder = await mkdtemp(join(tmpdir(), 'portcullis-bench-'));
const cluster = await startCluster({ users: [] });
try {
  const [modules, bundle] = await Promise.all([installed(), builtBundle()]);
  const [namespace = ''] = await populate(cluster, { pods: 20, namespaces: 1 });
  const list = (await api(cluster)('GET', `/api/v1/namespaces/${namespace}/pods`)).json as {
    items: { metadata: { name: string } }[];
  };
  target.namespace = namespace;
  target.name = list.items[10]!.metadata.name;
  for (const over of transports) {
    const subjects = [await raw(cluster)];
    try {
      for (const contender of [
        ours('portcullis', () => ['--policy', bundle]),
        ours('portcullis --log', () => ['--policy', bundle, '--log', join(folder, `${over}.log`)]),
        bare,
        containers(modules),
        flux(modules),
      ])
        subjects.push(await served(contender, over, cluster));
      for (const subject of subjects) await warmUp(subject);
      for (const at of callers) {
        console.log(`\nget of a pod over ${over}, ${at === 1 ? 'one caller' : `${at} callers at once`} (${load()})\n`);
        console.log(await measure(subjects, at));
      }
    } finally {
      for (const subject of subjects) await subject.close();
    }
  }
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
