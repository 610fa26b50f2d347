// One real control plane and kubelet for all test files of a run, or a loud word why not. Knows no test.
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

const without = (missing: string): { provided: Provided; stop: () => Promise<void> } => {
  const words = `NO REAL CLUSTER: ${missing}\nEvery test that needs one (they are listed as skipped) is left out.`;
  if (process.env.CI === 'true') throw new Error(`${words} With CI=true that is a failure.`);
  const line = '!'.repeat(100);
  console.error(`\n${line}\n${words}\n${line}\n`);
  return { provided: { missing }, stop: async () => {} };
};
