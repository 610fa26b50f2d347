// What a gated write costs beside the raw one: a scale, a dry run shown, and fifty documents applied at once. The yes
// comes as an argument, so that no person is measured; everything else is as by default: dry run, digest, claim, fsync.
// By hand: node bench/write.ts [--rounds 7] [--calls 20] [--documents 50]
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Api, api } from '../test/cluster/api.ts';
import { type Cluster, startCluster } from '../test/cluster/control-plane.ts';
import { builtBundle, containers, entry, flux, installed } from './contenders.ts';
import { flag, load, median, quantile, short, table, turned } from './numbers.ts';
import { type Peer, start, type ToolCall } from './peer.ts';

type Subject = {
  readonly name: string;
  readonly call: (turn: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

const rounds = flag('rounds', 7);
const calls = flag('calls', 20);
const documents = flag('documents', 50);
const namespace = 'bench-write';
const deployment = `/apis/apps/v1/namespaces/${namespace}/deployments/web`;
const patched = { type: 'application/strategic-merge-patch+json' };
const applied = { type: 'application/apply-patch+yaml' };

/** No two turns ask for the same, so that each one changes something. */
const replicas = (turn: number): number => 3 + (turn % 4);

const config = `
approval: {methods: [argument]}
`;

const good = ({ status, text }: { status: number; text: string }): void => {
  if (status >= 300) throw new Error(`${status} ${text.slice(0, 200)}`);
};

const prepare = async (ask: Api): Promise<void> => {
  good(await ask('POST', '/api/v1/namespaces', { body: { metadata: { name: namespace } } }));
  const labels = { app: 'web' };
  const containersOf = [{ name: 'web', image: 'registry.example/web:1' }];
  const spec = {
    replicas: 3,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: containersOf } },
  };
  good(
    await ask('POST', `/apis/apps/v1/namespaces/${namespace}/deployments`, {
      body: { metadata: { name: 'web' }, spec },
    }),
  );
};

const scaled = (turn: number) => ({ spec: { replicas: replicas(turn) } });
const mapOf = (index: number, turn: number) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: `part-${index}`, namespace },
  data: { turn: String(turn), text: 'a line of configuration\n'.repeat(8) },
});

const tool = (name: string, peer: Peer, asked: (turn: number) => ToolCall): Subject => ({
  name,
  call: async (turn) => {
    const { text, isError } = await peer.call(asked(turn));
    if (isError) throw new Error(`${name}: ${text.slice(0, 400)}`);
  },
  close: peer.close,
});

/** Turns of all subjects, interleaved; the first round only warms up. */
const measure = async (title: string, subjects: readonly Subject[], each: number): Promise<void> => {
  const times = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  let turn = 0;
  for (let round = 0; round <= rounds; round++)
    for (const { name, call } of turned(subjects, round))
      for (let count = 0; count < each; count++) {
        const before = performance.now();
        await call(turn++);
        if (round > 0) times.get(name)!.push(performance.now() - before);
      }
  const base = median(times.get(subjects[0]!.name)!);
  const rows = [...times].map(([name, of]) => [
    name,
    short(median(of)),
    short(quantile(of, 0.99)),
    short(median(of) / base),
  ]);
  console.log(`\n${title} (${load()})\n\n${table(['', 'p50 ms', 'p99 ms', '× raw'], rows)}`);
};

const ours = async (cluster: Cluster, folder: string, bundle: string): Promise<Peer> => {
  const data = join(folder, 'config.yaml');
  await writeFile(data, config);
  const flags = [
    '--config-data',
    data,
    '--log',
    join(folder, 'decisions.log'),
    '--approvals',
    join(folder, 'approvals'),
  ];
  return start({
    program: process.execPath,
    args: [entry, 'serve', '--stdio', '--kubeconfig', cluster.kubeconfig, '--policy', bundle, ...flags],
  });
};

const folder = await mkdtemp(join(tmpdir(), 'portcullis-bench-'));
const cluster = await startCluster({ users: [] });
const ask = api(cluster);
try {
  const [modules, bundle] = await Promise.all([installed(), builtBundle()]);
  await prepare(ask);
  const gated = await ours(cluster, folder, bundle);
  const go = await start(containers(modules).stdio(cluster.kubeconfig));
  const node = await start(flux(modules).stdio(cluster.kubeconfig));
  const target = { namespace, name: 'web' };
  const raw = (name: string, call: Subject['call']): Subject => ({ name, call, close: async () => {} });
  const dry = async (turn: number) =>
    good(await ask('PATCH', `${deployment}?dryRun=All`, { body: scaled(turn), ...patched }));
  const patch = async (turn: number) => good(await ask('PATCH', deployment, { body: scaled(turn), ...patched }));
  try {
    await measure(
      'scale of a Deployment',
      [
        raw('raw patch', patch),
        raw('raw get, dry run and patch', async (turn) => {
          good(await ask('GET', deployment));
          await dry(turn);
          await patch(turn);
        }),
        tool('portcullis', gated, (turn) => ({
          tool: 'scale',
          arguments: { kind: 'deployment', ...target, replicas: replicas(turn), approved: true },
        })),
        tool('kubernetes-mcp-server', go, (turn) => ({
          tool: 'resources_scale',
          arguments: { apiVersion: 'apps/v1', kind: 'Deployment', ...target, scale: replicas(turn) },
        })),
        tool('mcp-server-kubernetes', node, (turn) => ({
          tool: 'kubectl_scale',
          arguments: { ...target, replicas: replicas(turn) },
        })),
      ],
      calls,
    );
    const one = (turn: number) => JSON.stringify(mapOf(0, turn));
    await measure(
      'a dry run of one document, shown as changes',
      [
        raw('raw dry run', async (turn) =>
          good(
            await ask('PATCH', `/api/v1/namespaces/${namespace}/configmaps/part-0?fieldManager=raw&dryRun=All`, {
              body: mapOf(0, turn),
              ...applied,
            }),
          ),
        ),
        tool('portcullis', gated, (turn) => ({ tool: 'diff', arguments: { manifest: one(turn) } })),
      ],
      calls,
    );
    const all = (turn: number) => Array.from({ length: documents }, (_, index) => mapOf(index, turn));
    await measure(
      `${documents} documents applied`,
      [
        raw('raw applies, one after the other', async (turn) => {
          for (const [index, body] of all(turn).entries())
            good(
              await ask(
                'PATCH',
                `/api/v1/namespaces/${namespace}/configmaps/raw-${index}?fieldManager=raw&force=true`,
                { body: { ...body, metadata: { name: `raw-${index}`, namespace } }, ...applied },
              ),
            );
        }),
        tool('portcullis', gated, (turn) => ({
          tool: 'apply',
          arguments: {
            manifest: all(turn)
              .map((map) => JSON.stringify(map))
              .join('\n---\n'),
            approved: true,
          },
        })),
      ],
      2,
    );
  } finally {
    for (const peer of [gated, go, node]) await peer.close();
  }
} finally {
  ask.close();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
