// How long a decision of the default policy takes in its worker, message included: one alone, and 64 in one message.
// Run by hand: node bench/engine.ts [rounds]. Also: how long a policy takes to open from the cache.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Input } from '../src/gate/documents.ts';
import { createCompiler } from '../src/policy/compiler.ts';
import { openPolicy } from '../src/policy/live.ts';
import { absurdInput } from '../src/policy/self-test.ts';

const rounds = Number(process.argv[2] ?? 3_000);
const dir = fileURLToPath(new URL('../policies', import.meta.url));
const budgets: Readonly<Record<number, number>> = { 1: 130, 64: 50 };

const pod = (at: number): Input => ({
  ...absurdInput,
  request: {
    ...absurdInput.request,
    verb: 'get',
    group: '',
    version: 'v1',
    kind: 'Pod',
    resource: 'pods',
    subresource: '',
    namespace: 'shop',
    name: `web-${at}`,
  },
});

const cacheDir = await mkdtemp(join(tmpdir(), 'portcullis-bench-'));
try {
  const options = { dir, cacheDir, compiler: createCompiler(), watch: false };
  const cold = await timed(() => openPolicy(options));
  await cold.value.close();
  const { value: live, ms } = await timed(() => openPolicy(options));
  console.log(
    `open: compiled ${cold.ms.toFixed(0)} ms, from the cache ${ms.toFixed(0)} ms (in a process that is warm)`,
  );
  for (const count of [1, 64]) {
    const inputs = Array.from({ length: count }, (_, at) => pod(at));
    const samples: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { ms: took } = await timed(() => live.current().decide(inputs));
      // The first tenth warms the compilers up.
      if (round > rounds / 10) samples.push((took * 1_000) / count);
    }
    samples.sort((a, b) => a - b);
    const at = (share: number) => (samples[Math.floor(samples.length * share)] ?? 0).toFixed(1);
    console.log(`${count} a message: p50 ${at(0.5)} µs each (budget ${budgets[count]}), p99 ${at(0.99)} µs each`);
  }
  await live.close();
} finally {
  await rm(cacheDir, { recursive: true });
}

async function timed<Value>(run: () => Promise<Value>): Promise<{ value: Value; ms: number }> {
  const start = performance.now();
  const value = await run();
  return { value, ms: performance.now() - start };
}
