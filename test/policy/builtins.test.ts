import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtins } from '../../src/policy/builtins.ts';
import { readBundle } from '../../src/policy/bundle.ts';
import { createCompiler } from '../../src/policy/compiler.ts';
import { createInstance } from '../../src/policy/instance.ts';
import { compile } from '../../src/policy/wasm.ts';
import { type Probe, probeRego, probes } from './probes.ts';
import { packedFiles, wholeRego } from './rego.ts';

type Given = Record<string, { value: unknown; same: boolean } | undefined>;
const compiler = createCompiler();

describe('every builtin of the host has recorded calls', () => {
  test.each(Object.keys(builtins))('%s', (name) => {
    expect(probes.filter(({ call }) => call.startsWith(`${name}(`)).length).toBeGreaterThan(4);
  });
});

describe('OPA itself still gives what was recorded', () => {
  let given: Given;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'portcullis-probe-'));
    await writeFile(join(folder, 'probe.rego'), probeRego(probes));
    const answer = await compiler.evaluate('data.probe.given', { policies: folder });
    given = answer.ok ? (answer.value[0] as Given) : {};
  }, 60_000);
  test.each(numbered(probes))('%s', (call, at) => expectRecorded(given, call, at));
});

describe('the WASM with our builtins gives the same', () => {
  let given: Given;
  beforeAll(async () => {
    const rego = wholeRego({ 'lib/probe.rego': probeRego(probes).replace('package probe', 'package lib.probe') });
    rego['system/log.rego'] = 'package system.log\n\nmask := [data.lib.probe.given]\n';
    const { wasm } = await readBundle(await packedFiles(rego));
    const blueprint = { module: await compile(wasm), data: new TextEncoder().encode('{}'), maximumPages: 1024 };
    const [set] = createInstance(blueprint).evaluate(bytes('{}'), 'system/log/mask') as { result: [Given] }[];
    given = set?.result[0] ?? {};
  }, 60_000);
  test.each(numbered(probes))('%s', (call, at) => expectRecorded(given, call, at));
});

function numbered(some: readonly Probe[]): [string, number][] {
  return some.map(({ call }, at) => [call.length > 80 ? `${call.slice(0, 80)}…` : call, at]);
}

function expectRecorded(given: Given, _call: string, at: number): void {
  const found = given[String(at)];
  if (probes[at]?.result === null) expect(found).toBeUndefined();
  else expect(found, `wanted ${probes[at]?.result}`).toMatchObject({ same: true });
}

function bytes(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).slice().buffer;
}
