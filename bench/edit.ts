// How long an edit of a policy folder takes until it decides, while calls go on, and whether any of them is dropped.
// By hand: node bench/edit.ts [--rounds 7]
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { entry } from './contenders.ts';
import { flag, load, median, short, table } from './numbers.ts';
import { freePort, type Peer, start } from './peer.ts';

const rounds = flag('rounds', 7);
const callers = 4;

/** Written beside and renamed, as an editor does. */
const save = async (file: string, text: string): Promise<number> => {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
  return performance.now();
};

const until = async (from: number, seen: () => Promise<boolean>): Promise<number> => {
  while (!(await seen())) {
    if (performance.now() - from > 60_000) throw new Error('The edit never came to decide.');
    await sleep(5);
  }
  return performance.now() - from;
};

/** Calls without a pause until told to end; what was refused or failed is counted, and shown. */
const calling = (peer: Peer) => {
  const seen = { calls: 0, dropped: 0, times: [] as number[] };
  let over = false;
  const lane = async (): Promise<void> => {
    while (!over) {
      const before = performance.now();
      const { isError, text } = await peer
        .call({ tool: 'list', arguments: { kind: 'pods', namespace: 'shop' } })
        .catch((error: Error) => ({ isError: true, text: error.message }));
      seen.calls++;
      seen.times.push(performance.now() - before);
      if (isError && seen.dropped++ === 0) console.error(text);
      await sleep(5);
    }
  };
  const lanes = Promise.all(Array.from({ length: callers }, lane));
  return async () => {
    over = true;
    await lanes;
    return seen;
  };
};

const folder = await mkdtemp(join(tmpdir(), 'portcullis-bench-'));
const policies = join(folder, 'policies');
await cp(join(import.meta.dirname, '..', 'policies'), policies, { recursive: true });
const port = await freePort();
const peer = await start({
  program: process.execPath,
  args: [entry, 'serve', '--http', String(port), '--cluster', 'demo', '--policy', policies],
  url: `http://127.0.0.1:${port}/mcp`,
});
try {
  const data = join(policies, 'config', 'data.yaml');
  const rego = join(policies, 'tools', 'get.rego');
  const [dataText, regoText] = await Promise.all([readFile(data, 'utf8'), readFile(rego, 'utf8')]);
  const shut = dataText.replace('deny: ["kube-*"]', 'deny: ["kube-*", "bench-*"]');
  const title = 'Get one object';
  if (shut === dataText || !regoText.includes(title))
    throw new Error('The policy is not as this benchmark expects it.');
  const refused = async (): Promise<boolean> =>
    (await peer.call({ tool: 'list', arguments: { kind: 'pods', namespace: 'bench-1' } })).text.includes(
      'namespace_closed',
    );
  const titled = async (wanted: string): Promise<boolean> => JSON.stringify(await peer.tools()).includes(wanted);

  const before = load();
  const stop = calling(peer);
  const took: Record<'data' | 'rego', number[]> = { data: [], rego: [] };
  for (let round = 0; round < rounds; round++) {
    took.data.push(await until(await save(data, shut), refused));
    took.data.push(await until(await save(data, dataText), async () => !(await refused())));
    // A title never seen before: nothing of it can be cached.
    const fresh = `${title} ${round} ${Date.now()}`;
    took.rego.push(await until(await save(rego, regoText.replace(title, fresh)), () => titled(fresh)));
  }
  const { calls, dropped, times } = await stop();
  const row = (name: string, of: readonly number[]): string[] => [name, short(median(of)), short(Math.max(...of))];
  console.log(`\npolicy edit to live, ${callers} callers meanwhile (${before})\n`);
  console.log(table(['', 'median ms', 'longest ms'], [row('data edit', took.data), row('Rego edit', took.rego)]));
  console.log(`\n${calls} calls meanwhile, ${dropped} dropped; the longest took ${short(Math.max(...times))} ms.`);
} finally {
  await peer.close();
  await rm(folder, { recursive: true, force: true });
}
