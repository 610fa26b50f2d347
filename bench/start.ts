// How long a server takes from the start of its process to its first `tools/list`.
// By hand: node bench/start.ts [--rounds 7]
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../test/cluster/control-plane.ts';
import { bare, builtBundle, containers, flux, installed, ours } from './contenders.ts';
import { flag, load, median, short, table, turned } from './numbers.ts';
import { type Command, start } from './peer.ts';

type Way = { readonly name: string; readonly command: () => Promise<Command>; readonly times: number[] };

const rounds = flag('rounds', 7);
const policies = join(import.meta.dirname, '..', 'policies');

const once = async ({ command, times }: Way): Promise<void> => {
  const asked = await command();
  const before = performance.now();
  const peer = await start(asked);
  const tools = await peer.tools();
  times.push(performance.now() - before);
  await peer.close();
  if (tools.length === 0) throw new Error('There are no tools.');
};

const folder = await mkdtemp(join(tmpdir(), 'portcullis-bench-'));
const cluster = await startCluster({ users: [] });
try {
  const [modules, bundle] = await Promise.all([installed(), builtBundle()]);
  const way = (name: string, command: () => Promise<Command> | Command): Way => ({
    name,
    command: async () => command(),
    times: [],
  });
  const with_ = (...flags: readonly string[]): Command => ours('', () => flags).stdio(cluster.kubeconfig);
  const warm = join(folder, 'warm');
  let fresh = 0;
  /** A cache in which nothing is but, if wanted, the unpacked compiler. */
  const cold = async (unpacked: boolean): Promise<Command> => {
    const cache = join(folder, `cold-${fresh++}`);
    const compiler = (source: string): boolean => !/policy-.*\.tar\.gz$/.test(source);
    if (unpacked) await cp(warm, cache, { recursive: true, filter: compiler });
    return { ...with_('--policy', policies), env: { XDG_CACHE_HOME: cache } };
  };
  const ways = [
    way('portcullis, prebuilt bundle', () => with_('--policy', bundle)),
    way('portcullis, folder compiled before', () => ({
      ...with_('--policy', policies),
      env: { XDG_CACHE_HOME: warm },
    })),
    way('portcullis, folder never compiled', () => cold(true)),
    way('portcullis, nothing cached at all', () => cold(false)),
    way('bare', () => bare.stdio(cluster.kubeconfig)),
    way('kubernetes-mcp-server', () => containers(modules).stdio(cluster.kubeconfig)),
    way('mcp-server-kubernetes', () => flux(modules).stdio(cluster.kubeconfig)),
  ];
  await once(ways[1]!); // fills the warm cache
  for (const one of ways) await once(one); // warms the disk's cache
  for (const one of ways) one.times.length = 0;
  const began = load();
  for (let round = 0; round < rounds; round++) for (const one of turned(ways, round)) await once(one);
  const base = median(ways.find(({ name }) => name === 'bare')!.times);
  console.log(`\nstart to first tools/list (${began})\n`);
  const rows = ways.map(({ name, times }) => [name, short(median(times)), short(median(times) / base)]);
  console.log(table(['', 'ms', '× bare'], rows));
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
