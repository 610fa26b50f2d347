// What a diagnosis costs: calls, tokens and time of one `diagnose`, against what the other server needs for the same
// facts; a row for each broken cluster of the stories.
// By hand: node bench/diagnose.ts [--rounds 5] [--stories test/stories/diagnosis] [--only memory-own-limit,readiness]
import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { countTokens } from 'gpt-tokenizer';
import type { Cluster } from '../test/cluster/control-plane.ts';
import { seedStory, startStoryCluster, type Told, toldNow } from '../test/cluster/story.ts';
import { builtBundle, containers, embedded, installed, ours } from './contenders.ts';
import { factsOf, type Wanted } from './facts.ts';
import { flag, load, median, short, table, turned, words } from './numbers.ts';
import { type Peer, start, type ToolCall } from './peer.ts';

type Subject = { readonly name: string; readonly calls: readonly ToolCall[]; readonly peer: Peer };
type Seen = { readonly times: number[]; tokens: number; failed: number };
type Fixture = { readonly name: string; readonly told: Told; readonly wanted: Wanted };

const rounds = flag('rounds', 5);
const folder = words('stories', [join(import.meta.dirname, '..', 'test', 'stories', 'diagnosis')])[0] ?? '';
/** Broken in ways that have nothing in common. */
const only = words('only', [
  ...['memory-own-limit', 'missing-variable-and-file', 'database-refused-wrong-port', 'exit-137-liveness'],
  ...['tls-expired-and-unknown-authority', 'init-and-sidecar', 'rollout-second-pod', 'readiness', 'images'],
  ...['cpu-requests-fill-the-nodes', 'quota-leaves-no-memory', 'services-without-endpoints', 'jobs-that-never-come'],
  ...['ingresses-that-lead-nowhere', 'claims-that-stay-pending'],
]);

/** The stories that are there, each with the first object that it asks for. */
const fixtures = async (): Promise<readonly Fixture[]> => {
  const found: Fixture[] = [];
  for await (const file of glob('**/*.md', { cwd: folder })) {
    const name = basename(file, '.md');
    if (!only.includes(name)) continue;
    const told = toldNow(await readFile(join(folder, file), 'utf8'));
    const call = told.story.steps.map((step) => step.call.text).find((text) => text.startsWith('diagnose '));
    if (call) found.push({ name, told, wanted: JSON.parse(call.slice('diagnose '.length)) as Wanted });
  }
  const missing = only.filter((name) => !found.some((one) => one.name === name));
  if (missing.length > 0) console.error(`Not in ${folder}: ${missing.join(', ')}`);
  return found.sort((one, other) => only.indexOf(one.name) - only.indexOf(other.name));
};

/** The same cluster as a folder, for the embedded one. */
const dumped = async ({ story }: Told, into: string): Promise<string> => {
  const put = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  await put(join(into, 'cluster.yaml'), story.manifests);
  for (const [key, text] of Object.entries(story.logs)) await put(join(into, 'logs', `${key}.log`), text);
  return into;
};

/** All calls of one who asks, one after the other, as a model makes them; between them it takes no time here. */
const ask = async ({ name, calls, peer }: Subject, seen: Seen): Promise<void> => {
  let tokens = 0;
  const before = performance.now();
  let away = 0;
  for (const call of calls) {
    const { text, isError } = await peer.call(call);
    const counting = performance.now();
    tokens += countTokens(JSON.stringify(call)) + countTokens(text);
    if (isError && seen.failed++ === 0) console.error(`${name}: ${JSON.stringify(call)}: ${text.slice(0, 200)}`);
    away += performance.now() - counting;
  }
  seen.times.push(performance.now() - before - away);
  seen.tokens = tokens;
};

// The other server's client throttles itself after a burst of requests; who diagnoses once a minute never meets that.
const rest = (): Promise<unknown> => new Promise((done) => setTimeout(done, flag('rest', 2000)));

const measure = async (fixture: Fixture, cluster: Cluster, modules: string, bundle: string, into: string) => {
  const { told, wanted } = fixture;
  const diagnose = [{ tool: 'diagnose', arguments: wanted }];
  const policy = () => ['--policy', bundle];
  const others = containers(modules);
  const opened: readonly (readonly [string, readonly ToolCall[], Promise<Peer>])[] = [
    ['ours', diagnose, start(ours('ours', policy).stdio(cluster.kubeconfig))],
    ['embedded', diagnose, start(embedded('embedded', policy, await dumped(told, into)).stdio(''))],
    [others.name, factsOf(told.manifests, wanted), start(others.stdio(cluster.kubeconfig))],
  ];
  const subjects = await Promise.all(opened.map(async ([name, calls, peer]) => ({ name, calls, peer: await peer })));
  const seen = new Map(subjects.map(({ name }) => [name, { times: [], tokens: 0, failed: 0 } as Seen]));
  try {
    for (let round = -1; round < rounds; round++) {
      await rest();
      for (const subject of turned(subjects, Math.max(0, round))) await ask(subject, seen.get(subject.name)!);
      if (round === -1) for (const one of seen.values()) one.times.length = 0; // warm
    }
  } finally {
    await Promise.all(subjects.map(({ peer }) => peer.close()));
  }
  return { calls: subjects.at(-1)!.calls.length, seen };
};

const row = (name: string, { calls, seen }: Awaited<ReturnType<typeof measure>>): readonly string[] => {
  const [mine, dump, theirs] = [...seen.values()];
  const failed = [mine, dump, theirs].reduce((sum, one) => sum + (one?.failed ?? 0), 0);
  const [ms, at, other] = [mine, dump, theirs].map((one) => median(one?.times ?? []));
  return [
    failed > 0 ? `${name} (${failed} refused)` : name,
    `1 : ${calls}`,
    short(mine?.tokens),
    short(theirs?.tokens),
    short((theirs?.tokens ?? 0) / (mine?.tokens ?? 1)),
    short(ms),
    short(other),
    short((other ?? 0) / (ms ?? 1)),
    short(at),
  ];
};

const scratch = await mkdtemp(join(tmpdir(), 'portcullis-bench-'));
try {
  const [modules, bundle] = await Promise.all([installed(), builtBundle()]);
  const rows: (readonly string[])[] = [];
  const began = load();
  for (const fixture of await fixtures()) {
    const cluster = await startStoryCluster({ users: [] });
    try {
      await seedStory(cluster, fixture.told).catch((error: Error) =>
        console.error(`${fixture.name}: ${error.message}`),
      );
      rows.push(row(fixture.name, await measure(fixture, cluster, modules, bundle, join(scratch, fixture.name))));
      console.error(rows.at(-1)?.join('  '));
    } finally {
      await cluster.stop();
    }
  }
  const heads = ['', 'calls', 'tokens', 'theirs', '×', 'ms', 'theirs', '×', 'ms, of a dump'];
  console.log(`\ndiagnose against the calls of kubernetes-mcp-server that give the same facts (${began})\n`);
  console.log(table(heads, rows));
} finally {
  await rm(scratch, { recursive: true, force: true });
}
