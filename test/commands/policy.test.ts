// portcullis policy: what it says of good and bad policies, where, and how it ends. The real compiler runs.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { policyCommand } from '../../src/commands/policy/policy.ts';
import { readBundle } from '../../src/policy/bundle.ts';

const shipped = fileURLToPath(new URL('../../policies', import.meta.url));
let policies: string;
let tests: string;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portcullis-policy-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  policies = join(folder, 'policies');
  tests = join(folder, 'tests');
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** A small library with a test that reaches a part of it. */
async function small(): Promise<void> {
  await put(
    join(policies, 'lib/words.rego'),
    'package lib.words\n\nshort(word) if count(word) < 3\n\nlong(word) if count(word) > 8\n',
  );
  await put(
    join(tests, 'words_test.rego'),
    'package lib.words_test\n\nimport data.lib.words\n\ntest_short if words.short("a")\n',
  );
}

async function run(...args: string[]): Promise<{ text: string; code: number }> {
  const said: string[] = [];
  const codes: number[] = [];
  const command = policyCommand({ say: (text) => void said.push(text), exit: (number) => void codes.push(number) });
  for (const each of [command, ...command.commands]) each.exitOverride().configureOutput({ writeErr: () => undefined });
  await command.parseAsync(args, { from: 'user' });
  return { text: said.join('\n'), code: codes.at(-1) ?? -1 };
}

describe('policy check', () => {
  test('the policy that comes with portcullis has no problems', async () => {
    expect(await run('check', shipped, 'none')).toEqual({ text: 'No problems.', code: 0 });
  });

  test('a mistake in Rego: file, row, column, why', async () => {
    await cp(shipped, policies, { recursive: true });
    await put(join(policies, 'lib/broken.rego'), 'package lib.broken\n\nword := input.request.namespce\n\nx := y\n');
    const { text, code } = await run('check', policies, tests);
    expect(text).toContain(`${join(policies, 'lib/broken.rego')}:5:6: `);
    expect(text).toMatch(/\n\d+ problems?\.$/);
    expect(code).toBe(1);
  });

  test('a mistake in the tests is told in the tests', async () => {
    await cp(shipped, policies, { recursive: true });
    await put(join(tests, 'a_test.rego'), 'package a_test\n\ntest_a if {\n');
    const { text } = await run('check', policies, tests);
    expect(text).toContain(`${join(tests, 'a_test.rego')}:`);
  });

  test("a mistake in the operator's own data: the file as it was named, and the path", async () => {
    const mine = join(dirname(policies), 'mine.yaml');
    await put(mine, 'limits:\n  itms: 3\n');
    const { text, code } = await run('check', shipped, 'none', '--config-data', mine);
    expect(text).toMatch(new RegExp(`^${mine}:2:\\d+: limits\\.itms: There is no such key`));
    expect(code).toBe(1);
  });

  test('--json prints the same for scripts', async () => {
    await put(join(policies, 'lib/a.rego'), 'package lib.a\n\nx := )\n');
    const { text, code } = await run('check', policies, tests, '--json');
    expect(JSON.parse(text)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ file: join(policies, 'lib/a.rego'), row: 3 })]),
    });
    expect(code).toBe(1);
  });

  test('a folder that is not there is wrong usage', async () => {
    await expect(run('check', policies)).rejects.toMatchObject({ code: 2, message: /There is no folder/ });
  });
});

describe('policy test', () => {
  test('says how many passed', async () => {
    await small();
    expect(await run('test', policies, tests)).toEqual({ text: '1 passed, 0 failed.', code: 0 });
  });

  test('names what failed, and where', async () => {
    await small();
    await put(
      join(tests, 'more_test.rego'),
      'package lib.more_test\n\nimport data.lib.words\n\ntest_long if words.long("a")\n',
    );
    const { text, code } = await run('test', policies, tests);
    expect(text).toBe(`${join(tests, 'more_test.rego')}:5: lib.more_test.test_long failed\n1 passed, 1 failed.`);
    expect(code).toBe(1);
  });

  test('names the lines that no test reaches, and fails below the threshold only', async () => {
    await small();
    const measured = await run('test', policies, tests, '--coverage');
    expect(measured.text).toContain(`${join(policies, 'lib/words.rego')}:5: no test reaches this\n`);
    expect(measured.code).toBe(0);
    const { text, code } = await run('test', policies, tests, '--threshold', '100');
    expect(text).toMatch(/Coverage \d+(\.\d+)? %, wanted 100 %\.$/);
    expect(code).toBe(1);
  });

  test('runs the chosen tests, and says when there are none', async () => {
    await small();
    expect((await run('test', policies, tests, '--run', 'short')).code).toBe(0);
    expect(await run('test', policies, tests, '--run', 'nothing')).toEqual({ text: 'No test was run.', code: 1 });
  });

  test('what does not compile is told like a mistake', async () => {
    await put(join(policies, 'lib/a.rego'), 'package lib.a\n\nx := )\n');
    const { text, code } = await run('test', policies, tests);
    expect(text).toContain(`${join(policies, 'lib/a.rego')}:3:`);
    expect(code).toBe(1);
  });

  test.each(['101', '-1', 'all'])('a threshold of %s is wrong usage', async (threshold) => {
    await expect(run('test', policies, tests, `--threshold=${threshold}`)).rejects.toThrow(/0 to 100/);
  });
});

describe('policy build', () => {
  test('makes a bundle that a server takes, under a revision that follows its content', async () => {
    const output = join(dirname(policies), 'bundle.tar.gz');
    const first = JSON.parse((await run('build', shipped, '-o', output, '--json')).text) as Record<string, unknown>;
    expect(first).toMatchObject({ ok: true, file: output, revision: expect.stringMatching(/^[0-9a-f]{12}$/) });
    expect((await readBundle(await readFile(output))).revision).toBe(first.revision);
    const { text } = await run('build', shipped, '-o', output, '--revision', 'march');
    expect(text).toMatch(/bundle\.tar\.gz: revision march, \d+ bytes\.$/);
  });

  test('makes none of a policy with problems', async () => {
    await cp(shipped, policies, { recursive: true });
    await put(join(policies, 'guards/extra.rego'), 'package guards.extra\n\ndney contains 1 if input.call.lap == 1\n');
    const output = join(dirname(policies), 'bundle.tar.gz');
    const { text, code } = await run('build', policies, '-o', output);
    expect(text).toContain('did you mean deny?');
    expect(code).toBe(1);
    expect(existsSync(output)).toBe(false);
  });
});

describe('policy fmt', () => {
  const loose = 'package lib.a\nx   :=   1\n';

  test('names what is not formatted; fails only if asked to; formats only if asked to', async () => {
    const file = join(policies, 'lib/a.rego');
    await put(file, loose);
    expect(await run('fmt', policies)).toEqual({ text: `${file}\n1 file to format.`, code: 0 });
    expect((await run('fmt', policies, '--check')).code).toBe(1);
    expect(await readFile(file, 'utf8')).toBe(loose);
    expect(await run('fmt', policies, '--write')).toEqual({ text: `${file}\n1 file formatted.`, code: 0 });
    expect(await run('fmt', policies, '--check')).toEqual({ text: 'Nothing to format.', code: 0 });
    await expect(run('fmt', policies, '--check', '--write')).rejects.toThrow(/cannot be used with/);
  });

  test('what does not parse is told with its place', async () => {
    await put(join(policies, 'lib/a.rego'), 'package lib.a\n\nx := )\n');
    const { text, code } = await run('fmt', policies);
    expect(text).toContain(`${join(policies, 'lib/a.rego')}:3:`);
    expect(text).toMatch(/\n\d+ problems?\.$/);
    expect(code).toBe(1);
  });
});

describe('policy rules', () => {
  test('lists every reason that the policy can give', async () => {
    const { text, code } = await run('rules', shipped);
    expect(text).toMatch(/^guards\.namespaces\.deny +namespace_closed +\S/m);
    expect(code).toBe(0);
  });

  test('and for scripts, with where it stands', async () => {
    const rows = JSON.parse((await run('rules', shipped, '--json')).text) as Record<string, unknown>[];
    expect(rows.find(({ code }) => code === 'namespace_closed')).toMatchObject({
      package: 'guards.namespaces',
      rule: 'deny',
      at: expect.stringMatching(/namespaces\.rego:\d+$/),
    });
  });
});

test('every help ends with an example', () => {
  for (const command of policyCommand().commands) {
    const help: string[] = [];
    command.configureOutput({ writeOut: (text) => void help.push(text) }).outputHelp();
    expect(help.join('').trimEnd()).toMatch(/\nExamples?:\n {2}.*$/s);
  }
});
