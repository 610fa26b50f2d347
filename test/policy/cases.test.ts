import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Decision, Input } from '../../src/gate/documents.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { createCompiler } from '../../src/policy/compiler.ts';
import { type Config, mergeConfig, mergeLayers } from '../../src/policy/config.ts';
import { createPolicy } from '../../src/policy/engine.ts';
import { layersOf, readFolder } from '../../src/policy/folder.ts';
import { readConfiguration } from '../../src/yaml/strict.ts';
import { folderOf, packedFiles } from './rego.ts';

type Case = {
  request?: Config;
  input?: Config;
  preset?: string;
  config?: Config;
  effect: string;
  codes?: string[];
  types?: string[];
};
type Run = { readonly input: Input; readonly config: Config };

const policies = fileURLToPath(new URL('../../policies', import.meta.url));
const files = ['data.yaml', 'writes/data.yaml', 'workloads/data.yaml', 'approvals/data.yaml'];
const read = files.map((file) => {
  const text = readFileSync(new URL(`../../policy-tests/cases/${file}`, import.meta.url), 'utf8');
  return readConfiguration(text).value as { base?: Config; named: Record<string, Case> };
});
const base = read[0]?.base ?? {};
const named = Object.assign({}, ...read.map((one) => one.named)) as Record<string, Case>;

const names = Object.keys(named);
let inWasm: Record<string, Decision>;
let inGo: Record<string, Decision>;

beforeAll(async () => {
  const folder = await readFolder(policies);
  const runs = Object.fromEntries(
    Object.entries(named).map(([name, one]): [string, Run] => {
      const config = mergeLayers(layersOf(folder.base, folder.presets, { preset: one.preset }));
      const input = mergeConfig(mergeConfig(base, { request: one.request ?? {} }), one.input ?? {});
      return [name, { input: input as unknown as Input, config: mergeConfig(config, one.config ?? {}) }];
    }),
  );
  const rego = Object.fromEntries(folder.rego);
  [inWasm, inGo] = await Promise.all([throughWasm(runs, rego), throughGo(runs, rego)]);
}, 120_000);

test('no two cases have one name', () => {
  expect(names.length).toBe(read.reduce((sum, one) => sum + Object.keys(one.named).length, 0));
});

describe('a case decides in WASM as it says, and as Go decides', () => {
  test.each(names)('%s', (name) => {
    const decision = inWasm[name];
    expect(sorted(decision)).toEqual(sorted(inGo[name]));
    const wanted = named[name];
    expect(decision?.effect).toBe(wanted?.effect);
    expect(decision?.reasons.map(({ code }) => code).sort()).toEqual([...(wanted?.codes ?? [])].sort());
  });
});

async function throughWasm(runs: Record<string, Run>, rego: Record<string, string>): Promise<Record<string, Decision>> {
  const { wasm } = await readBundle(await packedFiles(rego));
  const decisions: Record<string, Decision> = {};
  for (const [config, group] of Map.groupBy(Object.entries(runs), ([, run]) => JSON.stringify(run.config))) {
    const policy = await createPolicy(
      wasm,
      { config: JSON.parse(config) },
      { revision: '', workers: 1, deadlineMs: 5_000 },
    );
    const found = await policy.decide(group.map(([, { input }]) => input));
    group.forEach(([name], at) => {
      decisions[name] = found[at]!;
    });
    await policy.close();
  }
  return decisions;
}

// As a rule of its own: the replaced data does not reach the rules from a bare query. Replacing it costs ten times a
// decision, so it is done once for all cases of one configuration.
const runner = `package lib.runs

decisions[name] := decision if {
	some group in input
	decided := {one.name: decision |
		some one in group.runs
		decision := data.main.decision with input as one.input
	} with data.config as group.config
	some name, decision in decided
}
`;

async function throughGo(runs: Record<string, Run>, rego: Record<string, string>): Promise<Record<string, Decision>> {
  const folder = await folderOf({ ...rego, 'lib/runs.rego': runner });
  const groups = Map.groupBy(Object.entries(runs), ([, run]) => JSON.stringify(run.config));
  const grouped = [...groups].map(([config, group]) => ({
    config: JSON.parse(config),
    runs: group.map(([name, { input }]) => ({ name, input })),
  }));
  const answer = await createCompiler().evaluate('data.lib.runs.decisions', { policies: folder, input: grouped });
  if (!answer.ok) throw new Error(answer.diagnostics.map(({ message }) => message).join('\n'));
  return answer.value[0] as Record<string, Decision>;
}

/** Arrays carry no order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  );
}
