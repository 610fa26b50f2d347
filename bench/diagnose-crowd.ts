// A diagnosis in a namespace with thousands of pods: time, memory of the server, requests; of one workload among them, of
// one that owns them all, of the namespace. Against the raw list of the pods, and what the other server needs.
// By hand: node bench/diagnose-crowd.ts [--pods 3000] [--rounds 5] [--ours-only 1]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { countTokens } from 'gpt-tokenizer';
import { type Cluster, startCluster } from '../test/cluster/control-plane.ts';
import { writeKubeconfig } from '../test/cluster/identity.ts';
import { startRecorder } from '../test/cluster/recorder.ts';
import { builtBundle, type Contender, containers, embedded, installed, ours } from './contenders.ts';
import { type Crowd, crowded } from './crowd.ts';
import { factsOf, type Wanted } from './facts.ts';
import { watchMemory } from './memory.ts';
import { flag, load, median, short, table, turned } from './numbers.ts';
import { type Peer, start, type ToolCall } from './peer.ts';
import type { RawAnswer, RawAsk } from './raw.ts';

type Subject = {
  readonly name: string;
  readonly pid: number;
  readonly go: () => Promise<Given>;
  readonly close: () => Promise<void>;
};
type Given = { readonly ms: number; readonly tokens: number };
type Seen = { readonly times: number[]; tokens: number; memory: number };
type Sent = { readonly decided: number; readonly http: number };

const pods = flag('pods', 3000);
const rounds = flag('rounds', 5);
const alone = flag('ours-only', 0) > 0;

const raw = (cluster: Cluster, namespace: string): Subject => {
  const child = fork(join(import.meta.dirname, 'raw.ts'), [cluster.kubeconfig], {
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  const go = async (): Promise<Given> => {
    child.send({ path: `/api/v1/namespaces/${namespace}/pods`, accept: 'application/json' } satisfies RawAsk);
    const [{ ms }] = (await once(child, 'message')) as [RawAnswer];
    return { ms, tokens: 0 };
  };
  const close = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  };
  return { name: 'raw list of the pods', pid: child.pid ?? 0, go, close };
};

const served = async ({ name, stdio }: Contender, calls: readonly ToolCall[], kubeconfig: string): Promise<Subject> => {
  const peer: Peer = await start(stdio(kubeconfig));
  const go = async (): Promise<Given> => {
    const before = performance.now();
    const texts: string[] = [];
    for (const call of calls) {
      const { text, isError } = await peer.call(call);
      if (isError) throw new Error(`${name}: ${text.slice(0, 300)}`);
      texts.push(text);
    }
    const ms = performance.now() - before;
    return { ms, tokens: texts.reduce((sum, text) => sum + tokens(text), 0) };
  };
  return { name: calls.length > 1 ? `${name}, ${calls.length} calls` : name, pid: peer.pid, go, close: peer.close };
};

/** Line by line: the tokenizer slows down over megabytes. */
const tokens = (text: string): number => text.split('\n').reduce((sum, line) => sum + countTokens(`${line}\n`), 0);

/** What one diagnosis decides and sends, by its log and by a recorder before the API server. */
const sentBy = async (cluster: Cluster, bundle: string, call: ToolCall, folder: string): Promise<Sent> => {
  const recorder = await startRecorder(cluster);
  const log = join(folder, 'decisions.log');
  await rm(log, { force: true });
  const kubeconfig = await writeKubeconfig(join(folder, 'recorded'), { url: recorder.url, users: cluster.users });
  const peer = await start(ours('', () => ['--policy', bundle, '--log', log]).stdio(kubeconfig));
  try {
    await peer.call({ tool: 'list', arguments: { kind: 'namespaces' } }); // discovery is no part of it
    recorder.clear();
    const before = (await readFile(log, 'utf8')).split('\n').length;
    await peer.call(call);
    return { http: recorder.requests.length, decided: (await readFile(log, 'utf8')).split('\n').length - before };
  } finally {
    await peer.close();
    await recorder.stop();
  }
};

const measure = async (subjects: readonly Subject[]): Promise<ReadonlyMap<string, Seen>> => {
  const seen = new Map(subjects.map(({ name }) => [name, { times: [], tokens: 0, memory: 0 } as Seen]));
  for (let round = -1; round < rounds; round++)
    for (const { name, pid, go } of turned(subjects, Math.max(0, round))) {
      const one = seen.get(name)!;
      const watch = watchMemory(pid);
      const given = await go();
      one.memory = Math.max(one.memory, await watch.stop());
      one.tokens = given.tokens;
      if (round >= 0) one.times.push(given.ms);
    }
  return seen;
};

const compare = async (
  what: string,
  wanted: Wanted,
  crowd: Crowd,
  cluster: Cluster,
  modules: string,
  bundle: string,
  folder: string,
) => {
  const call = { tool: 'diagnose', arguments: wanted };
  const policy = () => ['--policy', bundle];
  // Everybody afresh, so that the memory is of this alone.
  const subjects = [raw(cluster, crowd.namespace)];
  try {
    subjects.push(await served(ours('diagnose', policy), [call], cluster.kubeconfig));
    subjects.push(await served(embedded('diagnose, embedded', policy, join(folder, 'dump')), [call], ''));
    if (!alone) subjects.push(await served(containers(modules), factsOf(crowd.manifests, wanted), cluster.kubeconfig));
    const began = load();
    const seen = await measure(subjects);
    const { decided, http } = await sentBy(cluster, bundle, call, folder);
    const base = median(seen.get(subjects[0]!.name)!.times);
    const rows = [...seen].map(([name, { times, memory, tokens }]) => [
      name,
      short(median(times)),
      short(median(times) / base),
      short(memory / 2 ** 20),
      tokens ? short(tokens) : '–',
    ]);
    console.log(
      `\n${what}, ${pods.toLocaleString('en-US')} pods: ${decided} requests decided, ${http} sent, pages counted (${began})\n`,
    );
    console.log(table(['', 'ms', '× raw', 'peak MiB', 'tokens'], rows));
  } finally {
    for (const subject of subjects) await subject.close();
  }
};

/** The same as a folder, for the embedded cluster. */
const dump = async ({ manifests, logs }: Crowd, into: string): Promise<void> => {
  await mkdir(into, { recursive: true });
  await writeFile(join(into, 'cluster.json'), JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests }));
  for (const [key, text] of Object.entries(logs)) {
    const file = join(into, 'logs', `${key}.log`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
};

const folder = await mkdtemp(join(tmpdir(), 'portcullis-bench-'));
const cluster = await startCluster({ users: [] });
try {
  const [modules, bundle] = await Promise.all([alone ? '' : installed(), builtBundle()]);
  const crowd = await crowded(cluster, pods);
  const { namespace, few, all } = crowd;
  await dump(crowd, join(folder, 'dump'));
  const on = (what: string, wanted: Wanted) => compare(what, wanted, crowd, cluster, modules, bundle, folder);
  await on('One workload among many', { kind: 'deployment', name: few, namespace });
  await on('One workload that owns them all', { kind: 'deployment', name: all, namespace });
  await on('The namespace', { namespace });
  await crowd.stop();
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
