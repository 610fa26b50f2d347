// Lists of many pods, as columns and as objects cut to chosen fields: time against the raw request, memory, size.
// By hand: node bench/list.ts [--sizes 100,1000,5000,10000] [--rounds 5] [--without mcp-server-kubernetes]; of the
// largest sizes half as many rounds.
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTokens } from 'gpt-tokenizer';
import { type Cluster, startCluster } from '../test/cluster/control-plane.ts';
import { bare, builtBundle, type Contender, containers, flux, installed, ours } from './contenders.ts';
import { watchMemory } from './memory.ts';
import { flag, load, median, short, table, turned, words } from './numbers.ts';
import { type Peer, start, type ToolCall } from './peer.ts';
import { populate } from './populate.ts';
import type { RawAnswer, RawAsk } from './raw.ts';
import { realisticPod } from './realistic-pod.ts';

type Given = { readonly ms: number; readonly bytes: number; readonly text: string };
type Subject = {
  readonly name: string;
  readonly pid: number;
  readonly list: () => Promise<Given>;
  readonly close: () => Promise<void>;
};
type Seen = { times: number[]; bytes: number; tokens: number; memory: number; problem: string };

const sizes = words('sizes', ['100', '1000', '5000', '10000']).map(Number);
const rounds = flag('rounds', 5);
const without = words('without', []);
const objects = 'application/json';
const columns = 'application/json;as=Table;v=v1;g=meta.k8s.io';

// The default policy gives 1,000 rows and 24 KiB at most: the whole list is asked for here, so both are raised.
const raised = 'limits:\n  items: 1000000\n  bytes: 16777216\n';

const raw = (name: string, cluster: Cluster, ask: RawAsk): Subject => {
  const child = fork(join(import.meta.dirname, 'raw.ts'), [cluster.kubeconfig], {
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  const list = async (): Promise<Given> => {
    child.send(ask);
    const [{ ms, bytes }] = (await once(child, 'message')) as [RawAnswer];
    return { ms, bytes, text: '' };
  };
  return { name, pid: child.pid ?? 0, list, close: () => gone(child) };
};

const gone = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
};

const served = async (name: string, contender: Contender, asked: ToolCall, cluster: Cluster): Promise<Subject> => {
  const peer: Peer = await start(contender.stdio(cluster.kubeconfig));
  const list = async (): Promise<Given> => {
    const before = performance.now();
    const { text, isError } = await peer.call(asked);
    const ms = performance.now() - before;
    if (isError) throw new Error(text.slice(0, 300));
    return { ms, bytes: Buffer.byteLength(text), text };
  };
  return { name, pid: peer.pid, list, close: peer.close };
};

/** Everybody afresh, so that the memory of a size is of that size. */
const open = async (all: Subject[], namespace: string, cluster: Cluster, contenders: readonly Contender[]) => {
  const path = `/api/v1/namespaces/${namespace}/pods`;
  all.push(raw('raw request', cluster, { path, accept: objects }));
  all.push(raw('raw request, Table', cluster, { path: `${path}?includeObject=None`, accept: columns }));
  for (const contender of contenders) {
    const asks = { columns: contender.columns(namespace), objects: contender.objects?.(namespace) };
    for (const [kind, asked] of Object.entries(asks))
      if (asked) all.push(await served(`${contender.name}, ${kind}`, contender, asked, cluster));
  }
};

const look = async ({ name, pid, list }: Subject, seen: Seen, names: readonly string[]): Promise<void> => {
  if (seen.problem) return;
  const watch = watchMemory(pid);
  try {
    const { ms, bytes, text } = await list();
    seen.times.push(ms);
    seen.bytes = bytes;
    // Counting tokens takes long: once is enough, the list does not change.
    if (text !== '' && seen.tokens === 0) {
      const missing = names.find((name) => !text.includes(name));
      if (missing) throw new Error(`The list is not whole: ${missing} is missing of ${bytes} bytes.`);
      seen.tokens = tokens(text);
    }
  } catch (error) {
    seen.problem = (error as Error).message;
    console.error(`${name}: ${seen.problem}`);
  } finally {
    seen.memory = Math.max(seen.memory, await watch.stop());
  }
};

/** Line by line: the difference is below one in a hundred, and the tokenizer does not slow down over megabytes. */
const tokens = (text: string): number => {
  const sample = text.length > 2_000_000 ? text.slice(0, 2_000_000) : text;
  let count = 0;
  for (const line of sample.split('\n')) count += countTokens(`${line}\n`);
  return Math.round((count * text.length) / sample.length);
};

const measure = async (
  namespace: string,
  size: number,
  names: readonly string[],
  all: readonly Subject[],
): Promise<void> => {
  const seen = new Map(
    all.map(({ name }) => [name, { times: [], bytes: 0, tokens: 0, memory: 0, problem: '' } as Seen]),
  );
  for (const subject of all) await look(subject, seen.get(subject.name)!, names); // warm
  for (const one of seen.values()) one.times = [];
  const began = load();
  const most = size < 5000 ? rounds : Math.ceil(rounds / 2);
  for (let round = 0; round < most; round++)
    for (const subject of turned(all, round)) await look(subject, seen.get(subject.name)!, names);
  const base = median(seen.get('raw request')!.times);
  const rows = [...seen].map(([name, { times, bytes, tokens, memory, problem }]) =>
    problem
      ? [name, 'fails', '–', memory ? short(memory / 2 ** 20) : '–', '–', '–']
      : [
          name,
          short(median(times)),
          short(median(times) / base),
          short(memory / 2 ** 20),
          short(bytes / 1000),
          tokens ? short(tokens) : '–',
        ],
  );
  console.log(`\n${size.toLocaleString('en-US')} pods of ${namespace} (${began})\n`);
  console.log(table(['', 'ms', '× raw', 'peak MiB', 'answer kB', 'tokens'], rows));
};

/** Names that a whole list holds, the last one among them. */
const sampled = (size: number, namespace: string): string[] =>
  Array.from({ length: 50 }, (_, at) => realisticPod(size - 1 - Math.floor((at * size) / 50), namespace).metadata.name);

const folder = await mkdtemp(join(tmpdir(), 'portcullis-bench-'));
const cluster = await startCluster({ users: [] });
try {
  const [modules, bundle] = await Promise.all([installed(), builtBundle()]);
  const data = join(folder, 'raised.yaml');
  await writeFile(data, raised);
  const contenders = [
    ours('portcullis', () => ['--policy', bundle, '--config-data', data, '--log', join(folder, `${randomUUID()}.log`)]),
    bare,
    containers(modules),
    flux(modules),
  ].filter(({ name }) => !without.includes(name));
  let from = 0;
  for (const size of sizes) {
    const [namespace = ''] = await populate(cluster, { pods: size, namespaces: 1, from });
    from = size;
    const all: Subject[] = [];
    try {
      await open(all, namespace, cluster, contenders);
      await measure(namespace, size, sampled(size, namespace), all);
    } finally {
      for (const subject of all) await subject.close();
    }
  }
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
