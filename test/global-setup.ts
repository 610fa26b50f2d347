// One real control plane and kubelet for all test files of a run, or a loud word why not. Knows no test.
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster } from './cluster/control-plane.ts';
import { startKubelet } from './cluster/kubelet.ts';
import type { Provided } from './cluster/real.ts';

/** Vitest runs this before the first and the returned function after the last test file. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const { provided, stop } = await start();
  provide('cluster', provided);
  return stop;
};

const start = async (): Promise<{ provided: Provided; stop: () => Promise<void> }> => {
  // For a run of a few units by hand: three seconds less.
  if (process.env.PORTCULLIS_REAL === 'off') return without('PORTCULLIS_REAL is "off"');
  try {
    const cluster = await startCluster();
    const kubelet = await startKubelet(cluster).catch(async (error) => {
      await cluster.stop();
      throw error;
    });
    const { stop, pids: _, ...provided } = cluster;
    return { provided, stop: () => kubelet.stop().then(stop) };
  } catch (error) {
    return without((error as Error).message);
  }
};

const without = async (missing: string): Promise<{ provided: Provided; stop: () => Promise<void> }> => {
  const skipped = (await realTests()).map((line) => `  ${line}`);
  const words = [`NO REAL CLUSTER: ${missing}`, 'Without one, these are skipped:', ...skipped].join('\n');
  if (process.env.CI === 'true') throw new Error(`${words}\nWith CI=true that is a failure.`);
  const line = '!'.repeat(100);
  // Said twice: before, and after the last test, where it is not scrolled away.
  const say = (): void => console.error(`\n${line}\n${words}\n${line}\n`);
  say();
  return { provided: { missing }, stop: async () => say() };
};

/** The tests that `describeReal` holds, as `file: name`, read from their sources. */
const realTests = async (): Promise<string[]> => {
  const lines: string[] = [];
  for await (const file of glob('test/**/*.test.ts', { cwd: join(import.meta.dirname, '..') })) {
    const source = await readFile(join(import.meta.dirname, '..', file), 'utf8');
    for (const [, name] of source.matchAll(/describeReal\(\s*['"`](.+?)['"`],/g)) lines.push(`${file}: ${name}`);
  }
  return lines.sort();
};
