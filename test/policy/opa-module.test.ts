// The compressed compiler in the repository is what its sources say, byte for byte.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { capabilities } from '../../scripts/capabilities.ts';
import { buildModule, pinnedGo, presentGo, sha256, source } from '../../scripts/opa.ts';
import { createCompiler, opaVersion } from '../../src/policy/compiler.ts';
import { digests, unpack } from '../../src/policy/compiler-module.ts';
import { folderOf, smallPolicy, smallTests } from './folders.ts';

const minutes = 60_000;
const [pinned, present, published] = await Promise.all([pinnedGo(), presentGo(), digests(source)]);
const missing = present === pinned ? '' : `needs ${pinned}, here is ${present ?? 'no Go'}`;
if (missing !== '') {
  console.error(`\n!!! NOT REBUILT: opa/opa.wasm.br is not compared with its sources: that ${missing}.\n`);
}

test('the module and its compressed file have the digests that are published', async () => {
  const compressed = await readFile(join(source, 'opa.wasm.br'));
  expect(sha256(compressed)).toBe(published['opa.wasm.br']);
  expect(sha256(await unpack(compressed))).toBe(published['opa.wasm']);
});

test('the module is the pinned version of OPA, built with the pinned Go', async () => {
  const { stdout } = await createCompiler().run(['version']);
  expect(stdout).toContain(`Version: ${opaVersion}\nGo Version: ${pinned}\n`);
  expect(await readFile(join(source, 'go.mod'), 'utf8')).toContain(`github.com/open-policy-agent/opa v${opaVersion}\n`);
});

test('under CI=true the Go there is, is the pinned one, so that the module is built again', () => {
  if (process.env.CI === 'true' && present !== undefined) expect(present).toBe(pinned);
});

test('policies/capabilities.json is what this OPA and opa/builtins.json make', async () => {
  const committed = await readFile(new URL('../../policies/capabilities.json', import.meta.url), 'utf8');
  expect(await capabilities()).toBe(committed);
});

describe.skipIf(missing !== '')('where Go is present', () => {
  const copied = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'opa-sources-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await cp(source, folder, { recursive: true });
    return folder;
  };

  test('its sources, wherever they lie, build the same module', { timeout: 15 * minutes }, async () => {
    expect(sha256(await buildModule(await copied()))).toBe(published['opa.wasm']);
  });

  test('a native build of them gives the same bundle and the same reports', { timeout: 15 * minutes }, async () => {
    const folder = await copied();
    const native = join(folder, 'native-opa');
    await promisify(execFile)('go', ['build', '-trimpath', '-buildvcs=false', '-o', native, '.'], { cwd: folder });
    const [ours, theirs] = [createCompiler(), createCompiler({ native })];

    const sources = { policies: await folderOf(smallPolicy), tests: await folderOf(smallTests) };
    const options = { revision: 'r1' };
    expect(await theirs.build(sources, options)).toEqual(await ours.build(sources, options));
    expect(await theirs.check(sources)).toEqual(await ours.check(sources));
    const broken = { policies: await folderOf({ ...smallPolicy, 'guards/b.rego': 'package guards.b\n\nx := y\n' }) };
    expect(await theirs.build(broken)).toEqual(await ours.build(broken));
    expect(await theirs.format(broken.policies)).toEqual(await ours.format(broken.policies));
  });
});
