// The policy of this repository as a server runs it: compiled, with a preset and an operator's own data. Knows no story.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '../../src/gate/ports.ts';
import { createCompiler } from '../../src/policy/compiler.ts';
import { cacheFolder } from '../../src/policy/compiler-module.ts';
import { type LivePolicy, openPolicy } from '../../src/policy/live.ts';

const dir = join(import.meta.dirname, '..', '..', 'policies');

export type Policies = {
  /** The policy under a preset with YAML laid over it; opened once for each. */
  readonly of: (preset?: string, config?: string) => Promise<Policy>;
  readonly close: () => Promise<void>;
};

/** Compiled once for all of them: data never recompiles. Nothing here may be timed, so the deadline is generous. */
export function createPolicies(): Policies {
  const compiler = createCompiler();
  const opened = new Map<string, Promise<LivePolicy>>();
  return {
    of: async (preset = 'default', config = '') => {
      const key = JSON.stringify([preset, config]);
      const known = opened.get(key) ?? withConfig(config, (configData) => open(preset, configData));
      opened.set(key, known);
      return (await known).current();
    },
    close: async () => {
      const all = await Promise.allSettled(opened.values());
      await Promise.all(all.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)));
    },
  };

  function open(preset: string, configData: string | undefined): Promise<LivePolicy> {
    const cacheDir = cacheFolder();
    return openPolicy({ dir, preset, configData, compiler, cacheDir, watch: false, workers: 1, deadlineMs: 20_000 });
  }
}

async function withConfig<T>(config: string, use: (path: string | undefined) => Promise<T>): Promise<T> {
  if (config === '') return use(undefined);
  const folder = await mkdtemp(join(tmpdir(), 'portcullis-story-'));
  try {
    const path = join(folder, 'config.yaml');
    await writeFile(path, config);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
