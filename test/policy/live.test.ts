import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Compiler, createCompiler } from '../../src/policy/compiler.ts';
import { type LiveOptions, type LivePolicy, openPolicy } from '../../src/policy/live.ts';
import { type PolicyError, spell } from '../../src/policy/problems.ts';
import { absurdInput } from '../../src/policy/self-test.ts';
import { folderOf, packedFiles, restOfDecision, wholePolicy } from './rego.ts';

const stack: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of stack.splice(0).reverse()) await end();
});

/** The compiler, and how often it was asked to build. */
function counted(): { compiler: Compiler; builds: () => number } {
  const compiler = createCompiler();
  let builds = 0;
  const build: Compiler['build'] = (...given) => {
    builds++;
    return compiler.build(...given);
  };
  return { compiler: { ...compiler, build }, builds: () => builds };
}

async function policyFolder() {
  const folder = await folderOf(await wholePolicy());
  stack.push(() => rm(folder, { recursive: true, force: true }));
  const write = (path: string, text: string) => writeFile(join(folder, path), text);
  return { folder, write };
}

async function opened(
  options: Partial<LiveOptions>,
): Promise<{ live: LivePolicy; problems: string[][]; recovered: boolean[] }> {
  const problems: string[][] = [];
  const recovered: boolean[] = [];
  const live = await openPolicy({
    watch: false,
    workers: 1,
    deadlineMs: 2_000,
    onProblem: (error) => problems.push(error.problems.map(spell)),
    onChange: (_, change) => recovered.push(change.recovered),
    ...options,
  });
  stack.push(live.close);
  return { live, problems, recovered };
}

const list = {
  ...absurdInput.request,
  verb: 'list',
  group: '',
  version: 'v1',
  kind: 'Pod',
  resource: 'pods',
  subresource: '',
  name: '',
};
async function effectIn(live: LivePolicy, namespace: string): Promise<string | undefined> {
  const [decision] = await live.current().decide([{ ...absurdInput, request: { ...list, namespace } }]);
  return decision?.effect;
}

describe('a policy folder', () => {
  test('is compiled once, and not again at the next start', async () => {
    const { folder } = await policyFolder();
    const cacheDir = await folderOf({});
    const first = counted();
    await opened({ dir: folder, cacheDir, compiler: first.compiler });
    const second = counted();
    const { live } = await opened({ dir: folder, cacheDir, compiler: second.compiler });
    expect([first.builds(), second.builds(), (await readdir(cacheDir)).length]).toEqual([1, 0, 1]);
    expect(await effectIn(live, 'shop')).toBe('allow');
  });

  test('opens and closes a namespace by its data alone, without compiling', async () => {
    const { folder } = await policyFolder();
    const configData = join(folder, '../', `${folder.split('/').at(-1)}-mine.yaml`);
    await writeFile(configData, 'namespaces: {deny: []}\n');
    stack.push(() => rm(configData));
    const { compiler, builds } = counted();
    const { live, recovered } = await opened({ dir: folder, configData, compiler });
    const before = live.current();
    expect(await effectIn(live, 'shop')).toBe('allow');
    await writeFile(configData, 'namespaces: {deny: [shop]}\n');
    await live.reload();
    expect(await effectIn(live, 'shop')).toBe('deny');
    expect([builds(), recovered, live.state().loads]).toEqual([1, [false], 2]);
    expect(live.current().revision).not.toBe(before.revision);
    // A call that began with the old policy ends with it.
    const [old] = await before.decide([{ ...absurdInput, request: { ...list, namespace: 'shop' } }]);
    expect(old?.effect).toBe('allow');
  });

  test('that breaks keeps the last good policy, says so once, and says when it is good again', async () => {
    const { folder, write } = await policyFolder();
    const { live, problems, recovered } = await opened({ dir: folder, compiler: createCompiler(), now: () => 7 });
    const good = live.current().revision;
    await write('guards/mine.rego', 'package guards.mine\n\ndeny contains x if input.call.lap > 5\n');
    await live.reload();
    await live.reload();
    expect(problems).toEqual([[expect.stringMatching(/^guards\/mine.rego:3:\d+: .*unsafe/)]]);
    expect(live.state()).toMatchObject({ revision: good, failures: 1, lastErrorAt: 7 });
    expect(await effectIn(live, 'shop')).toBe('allow');
    await rm(join(folder, 'guards/mine.rego'));
    await live.reload();
    expect([recovered, live.state().lastError, live.state().failures]).toEqual([[true], '', 1]);
  });

  test('that allows everything is refused by the test at load, and the good one stays', async () => {
    const { folder, write } = await policyFolder();
    const { live, problems } = await opened({ dir: folder, compiler: createCompiler() });
    await write(
      'main/main.rego',
      `package main\n\ncatalog := {"tools": [], "prompts": [], "instructions": ""}\n\nplan := {"requests": []}\n\nanswer := {"blocks": []}\n\ndecision := {"effect": "allow", ${restOfDecision}}\n`,
    );
    await live.reload();
    expect(problems.flat().join()).toMatch(/does not refuse/);
    expect(await effectIn(live, 'kube-system')).toBe('deny');
  });

  test('is watched: an edit is in force without asking', async () => {
    const { folder, write } = await policyFolder();
    const changed = Promise.withResolvers<void>();
    const { live } = await opened({
      dir: folder,
      compiler: createCompiler(),
      watch: true,
      quietMs: 20,
      pollMs: 200,
      onChange: () => changed.resolve(),
    });
    await mkdir(join(folder, 'config/namespaces'));
    await write('config/namespaces/data.yaml', 'deny: [shop]\n');
    await changed.promise;
    expect(await effectIn(live, 'shop')).toBe('deny');
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      'data under a Rego root',
      { 'guards/data.yaml': 'a: 1' },
      /guards\/data.yaml: guards holds Rego and may hold no data/,
    ],
    ['Rego under config', { 'config/x.rego': 'package config.x\n' }, /config\/x.rego: config holds data/],
    [
      'a misspelt rule',
      { 'guards/mine.rego': 'package guards.mine\n\ndney contains "x" if false\n' },
      /guards\/mine.rego:3:1: .*did you mean deny\?/,
    ],
    [
      'a builtin we do not have',
      { 'guards/mine.rego': 'package guards.mine\n\n_x := replace("a", "", "b")\n' },
      /guards\/mine.rego:3:\d+: .*replace/,
    ],
    [
      'a misspelt field of the input',
      {
        'guards/mine.rego':
          '# METADATA\n# schemas:\n#   - input: schema.input\npackage guards.mine\n\n_x if input.request.namespce == ""\n',
      },
      /namespce/,
    ],
  ])('with %s is no policy', async (_, files, why) => {
    const folder = await folderOf({ ...(await wholePolicy()), ...files });
    stack.push(() => rm(folder, { recursive: true }));
    const refused = await opened({ dir: folder, compiler: createCompiler() }).then(
      () => '',
      (error: PolicyError) => error.problems.map(spell).join('\n'),
    );
    expect(refused).toMatch(why);
  });
});

describe('a bundle', () => {
  test('is never compiled, and is read again when it is replaced', async () => {
    const files = await wholePolicy();
    const folder = await folderOf({});
    const bundle = join(folder, 'bundle.tar.gz');
    stack.push(() => rm(folder, { recursive: true }));
    await writeFile(bundle, await packedFiles(files, { revision: 'one' }));
    const { live, problems } = await opened({ bundle });
    expect(live.state().revision).toMatch(/^one-[0-9a-f]{8}$/);
    expect(await effectIn(live, 'shop')).toBe('allow');

    await writeFile(bundle, 'half a bund');
    await live.reload();
    expect(problems.flat().join()).toMatch(/not a gzipped tar file/);
    expect(await effectIn(live, 'shop')).toBe('allow');

    await writeFile(`${bundle}.new`, await packedFiles(files, { revision: 'two' }));
    await rename(`${bundle}.new`, bundle);
    await live.reload();
    expect(live.state().revision).toMatch(/^two-/);
  });

  test('and its preset and the data of the operator are laid over it as over a folder', async () => {
    const folder = await folderOf({ 'mine.yaml': 'namespaces: {allow: [shop]}\n' });
    const bundle = join(folder, 'bundle.tar.gz');
    stack.push(() => rm(folder, { recursive: true }));
    await writeFile(bundle, await packedFiles(await wholePolicy()));
    const { live } = await opened({ bundle, preset: 'strict', configData: join(folder, 'mine.yaml') });
    expect([await effectIn(live, 'shop'), await effectIn(live, 'bank')]).toEqual(['allow', 'deny']);
  });
});
