import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPolicy } from '../../src/policy/check.ts';
import { createCompiler } from '../../src/policy/compiler.ts';
import { layerOf } from '../../src/policy/config.ts';
import { nearest, spell } from '../../src/policy/problems.ts';
import { folderOf, wholePolicy } from './rego.ts';

const compiler = createCompiler();
let folder: string;
beforeAll(async () => {
  // Without most of the diagnosis, which nothing else refers to: it takes longest to read.
  const files = Object.entries(await wholePolicy());
  folder = await folderOf(Object.fromEntries(files.filter(([path]) => !path.startsWith('diagnosis/'))));
});
afterAll(() => rm(folder, { recursive: true }));

const explained = '# METADATA\n# title: No.\n# custom:\n#   code: no\n#   remedy: Stop.\n';

/** What is said of the policy with one more file. */
async function problemsWith(path: string, text: string): Promise<string[]> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
  try {
    return (await checkPolicy(compiler, { policies: folder })).map(spell);
  } finally {
    await rm(join(folder, path));
  }
}

describe('portcullis policy check', () => {
  test('has nothing to say of the policy that comes with the server', async () => {
    const shipped = fileURLToPath(new URL('../../policies', import.meta.url));
    expect(await checkPolicy(compiler, { policies: shipped })).toEqual([]);
  }, 180_000);

  test('takes a guard that explains itself, with rules of its own', async () => {
    expect(
      await problemsWith(
        'guards/mine.rego',
        `package guards.mine\n\n${explained}deny contains "x" if _x\n\n_x if input.call.lap > 5\n`,
      ),
    ).toEqual([]);
  });

  test('takes a guard of changes in the folder of those', async () => {
    expect(
      await problemsWith(
        'guards/write/mine.rego',
        `package guards.write.mine\n\n${explained}deny contains "x" if input.call.lap > 5\n`,
      ),
    ).toEqual([]);
  });

  test.each<[string, string, string, string | RegExp]>([
    [
      'a misspelt deny',
      'guards/mine.rego',
      'package guards.mine\n\ndney contains "x" if input.call.lap > 5\n',
      /^guards\/mine.rego:3:1: guards.mine may not have a public rule dney; did you mean deny\? Allowed: deny, approve, oblige, needs, hide\.$/,
    ],
    ['a misspelt plan', 'tools/mine.rego', 'package tools.mine\n\nplam := {}\n', /did you mean plan\?/],
    [
      'a public rule of one’s own',
      'guards/mine.rego',
      'package guards.mine\n\nbusiness_hours if input.call.lap > 5\n',
      /begin the name with _/,
    ],
    ['a fifth entry point', 'main/more.rego', 'package main\n\ncatalogue := {}\n', /did you mean catalog\?/],
    [
      'a reason without a code',
      'guards/mine.rego',
      'package guards.mine\n\n# METADATA\n# title: No.\n# custom:\n#   remedy: Stop.\ndeny contains "x" if input.call.lap > 5\n',
      /deny needs METADATA with title, custom.code and custom.remedy/,
    ],
    [
      'a second part of a rule without METADATA',
      'guards/mine.rego',
      `package guards.mine\n\n${explained}deny contains "x" if input.call.lap > 5\n\napprove contains "y" if input.call.lap > 6\n`,
      /approve needs METADATA/,
    ],
    [
      'a misspelt rule of a guard of changes',
      'guards/write/mine.rego',
      'package guards.write.mine\n\naprove contains "x" if input.call.lap > 5\n',
      /guards.write.mine may not have a public rule aprove; did you mean approve\?/,
    ],
    [
      'a reason of a guard of changes without a code',
      'guards/write/mine.rego',
      'package guards.write.mine\n\ndeny contains "x" if input.call.lap > 5\n',
      /deny needs METADATA/,
    ],
    [
      'a guard too deep to be asked',
      'guards/write/mine/own.rego',
      `package guards.write.mine.own\n\n${explained}deny contains "x" if input.call.lap > 5\n`,
      /^guards\/write\/mine\/own.rego: guards.write.mine.own would not be asked: guards are guards.<concern>/,
    ],
    [
      'a guard in a folder nobody asks',
      'guards/read/mine.rego',
      `package guards.read.mine\n\n${explained}deny contains "x" if input.call.lap > 5\n`,
      /guards.read.mine would not be asked/,
    ],
    [
      'a guard that is called like a folder of guards',
      'guards/write.rego',
      `package guards.write\n\n${explained}deny contains "x" if input.call.lap > 5\n`,
      /guards.write is a folder of guards; name the guard: guards.write.<concern>\./,
    ],
    [
      'a guard that is called like a rule',
      'guards/write/deny.rego',
      `package guards.write.deny\n\n${explained}deny contains "x" if input.call.lap > 5\n`,
      /guards.write.deny has the name of a rule/,
    ],
    ['a syntax error', 'guards/mine.rego', 'package guards.mine\n\ndeny contains if\n', /^guards\/mine.rego:3:\d+: /],
    [
      'an unused variable',
      'guards/mine.rego',
      'package guards.mine\n\n_x if {\n\tunused := input.call.lap\n}\n',
      /^guards\/mine.rego:4:\d+: .*unused/,
    ],
    [
      'a builtin that is not ours',
      'guards/mine.rego',
      'package guards.mine\n\n_x := time.now_ns()\n',
      /undefined function time.now_ns/,
    ],
    [
      'data under a Rego root',
      'lib/data.json',
      '{"a": 1}',
      'lib/data.json: lib holds Rego and may hold no data: data belongs under config.',
    ],
    ['any YAML under a Rego root', 'guards/list.yaml', 'a: 1', /guards holds Rego/],
    ['data that would not be read', 'config/mine.yaml', 'a: 1', /Only files named data.yaml/],
    [
      'Rego under config',
      'config/x.rego',
      'package config.x\n',
      'config/x.rego: config holds data; it may hold no Rego.',
    ],
    ['Rego in a package nobody asks', 'other/x.rego', 'package other\n', /package other is not under main, tools/],
    ['an entry point made a package', 'main/decision/x.rego', 'package main.decision\n', /must be a rule/],
    [
      'an unknown key in the data',
      'config/limits/data.yaml',
      'itmes: 5\n',
      /^config\/limits\/data.yaml:1:8: limits.itmes: There is no such key; did you mean items\?$/,
    ],
  ])('names %s', async (_, path, text, said) => {
    const problems = await problemsWith(path, text);
    expect(problems.join('\n')).toMatch(said);
  });

  test('reads the preset and the operator’s file with the rest', async () => {
    const operator = layerOf('mine.yaml', { limits: { items: 'many' } });
    const problems = await checkPolicy(compiler, { policies: folder, preset: 'strict', operator });
    expect(problems.map(spell).join()).toMatch(/^mine.yaml: limits.items: This must be integer/);
  });
});

test.each([
  ['dney', 'deny'],
  ['Deny', 'deny'],
  ['obligate', 'oblige'],
  ['xyz', undefined],
  ['', undefined],
])('the nearest name to %s is %s', (name, known) => {
  expect(nearest(name, ['deny', 'approve', 'oblige'])).toBe(known);
});
