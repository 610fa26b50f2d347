// How many tokens of a model's context the catalog of tools takes, before anything was asked.
// By hand: node bench/catalog.ts
import { countTokens } from 'gpt-tokenizer';
import { startCluster } from '../test/cluster/control-plane.ts';
import { builtBundle, containers, flux, installed, ours } from './contenders.ts';
import { short, table } from './numbers.ts';
import { type Command, start, type Tool } from './peer.ts';

const reads = (tool: Tool): boolean => tool.annotations?.readOnlyHint === true;

const measured = (name: string, tools: readonly Tool[]): string[] => {
  const text = JSON.stringify(tools);
  return [name, String(tools.length), short(Buffer.byteLength(text)), short(countTokens(text))];
};

const cluster = await startCluster({ users: [] });
try {
  const [modules, bundle] = await Promise.all([installed(), builtBundle()]);
  const { kubeconfig } = cluster;
  const go = containers(modules).stdio(kubeconfig);
  const node = flux(modules).stdio(kubeconfig);
  const ways: Readonly<Record<string, Command>> = {
    portcullis: ours('', () => ['--policy', bundle]).stdio(kubeconfig),
    'kubernetes-mcp-server': go,
    'kubernetes-mcp-server --read-only': { ...go, args: [...go.args, '--read-only'] },
    'mcp-server-kubernetes': node,
    'mcp-server-kubernetes, read only': { ...node, env: { ...node.env, ALLOW_ONLY_READONLY_TOOLS: 'true' } },
  };
  const rows: string[][] = [];
  for (const [name, command] of Object.entries(ways)) {
    const peer = await start(command);
    const tools = await peer.tools();
    await peer.close();
    rows.push(measured(name, tools));
    if (name === 'portcullis') rows.push(measured('portcullis, its tools that read', tools.filter(reads)));
  }
  console.log(table(['', 'tools', 'bytes', 'tokens'], rows));
} finally {
  await cluster.stop();
}
