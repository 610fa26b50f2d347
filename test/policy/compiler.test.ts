// The compiler as the rest of Portcullis sees it: a policy folder in, data out, nothing installed.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createCompiler } from '../../src/policy/compiler.ts';
import { summary } from '../../src/policy/compiler-tests.ts';
import { folderOf, smallPolicy, smallSchemas, smallTests } from './folders.ts';

const compiler = createCompiler();

const sources = async (changed: Record<string, string> = {}, tests: Record<string, string> = smallTests) => ({
  policies: await folderOf({ ...smallPolicy, ...changed }),
  tests: await folderOf(tests),
  schemas: await folderOf(smallSchemas),
});

const guard = (body: string) => ({ 'guards/extra.rego': `package guards.extra\n\n${body}\n` });

describe('check', () => {
  test('says nothing of a policy without mistakes', async () => {
    expect(await compiler.check(await sources())).toEqual([]);
  });

  const mistakes: [sentence: string, body: string, row: number, code: string, message: RegExp][] = [
    ['an unsafe variable', 'deny contains x if y', 3, 'rego_unsafe_var_error', /var x is unsafe/],
    ['half a rule', 'deny contains', 4, 'rego_parse_error', /unexpected eof/],
    ['an unused import', 'import data.lib', 3, 'rego_compile_error', /import data\.lib unused/],
    ['a builtin that WASM lacks', 'x := time.now_ns()', 3, 'rego_type_error', /undefined function time\.now_ns/],
    ['one that never returns there', 'x := replace("a", "", "b")', 3, 'rego_type_error', /undefined function replace/],
    ['one that opens a connection', 'x := http.send({})', 3, 'rego_type_error', /undefined function http\.send/],
    ['concat over a set', 'x := concat(",", {"a", "b"})', 3, 'rego_type_error', /concat: invalid argument/],
    ['a set inside a text', 'x := $"{y}"\n\ny := {1, 2}', 3, 'rego_type_error', /template_string: invalid argument/],
    ['an object inside a text', 'x := $"{y}"\n\ny := {"a": 1}', 3, 'rego_type_error', /template_string: invalid/],
    [
      'a field no input has',
      '# METADATA\n# schemas:\n#   - input: schema.input\ndeny contains "x" if input.request.namespce == "a"',
      6,
      'rego_type_error',
      /namespce/,
    ],
  ];
  test.each(mistakes)('finds %s, with file and row', async (_, body, row, code, message) => {
    const found = await compiler.check(await sources(guard(body)));
    expect(found).toContainEqual(
      expect.objectContaining({
        mount: 'policies',
        file: 'guards/extra.rego',
        row,
        code,
        message: expect.stringMatching(message),
      }),
    );
  });

  const sound: [sentence: string, body: string][] = [
    ['concat over an array', 'x := concat(",", ["a", "b"])'],
    ['numbers, truth, null and text inside a text', 'x := $"{1} {true} {null} {y}"\n\ny := "s"'],
    ['an operand that may be undefined inside a text', 'x := $"in {input.request.namespace}"'],
    ['a builtin our host adds', 'x := semver.compare("1.2.3", "1.2.4")'],
  ];
  test.each(sound)('allows %s', async (_, body) => {
    expect(await compiler.check(await sources(guard(body)))).toEqual([]);
  });

  test('lets no folder widen what a policy may call', async () => {
    const { stdout } = await compiler.run(['capabilities', '--current']);
    const found = await compiler.check(await sources({ ...guard('x := time.now_ns()'), 'capabilities.json': stdout }));
    expect(found).toHaveLength(1);
  });

  test('reports every mistake of a folder, in the order of the files', async () => {
    const found = await compiler.check(
      await sources({
        'guards/b.rego': 'package guards.b\n\nx := y\n',
        'guards/a.rego': 'package guards.a\n\nx := y\n',
      }),
    );
    expect(found.map(({ file, row, col }) => [file, row, col])).toEqual([
      ['guards/a.rego', 3, 6],
      ['guards/b.rego', 3, 6],
    ]);
  });
});

describe('test', () => {
  test('counts what passed and covers every line', async () => {
    const report = await compiler.test(await sources(), { threshold: 100 });
    expect(report).toEqual({
      ok: true,
      passed: 3,
      skipped: [],
      failed: [],
      coverage: { percent: 100, missed: [] },
      diagnostics: [],
    });
  });

  test('names each test that fails, and the case of it', async () => {
    const report = await compiler.test(
      await sources(
        {},
        {
          'bad_test.rego': `package bad_test

test_wrong if 1 == 2

test_cases[name] if {
	some name, n in {"one": 1, "two": 2}
	n == 1
}

todo_test_later if false
`,
        },
      ),
    );
    expect(report.ok).toBe(false);
    expect(report.failed.map(({ name, file, row, cases }) => ({ name, file, row, cases }))).toEqual([
      { name: 'bad_test.test_wrong', file: 'bad_test.rego', row: 3, cases: [] },
      { name: 'bad_test.test_cases', file: 'bad_test.rego', row: 5, cases: ['two'] },
    ]);
    expect(report.skipped).toEqual(['bad_test.todo_test_later']);
  });

  test('is not content below the threshold, and names the lines no test reached', async () => {
    const report = await compiler.test(await sources(guard('deny contains "x" if input.never')), { threshold: 100 });
    expect(report.ok).toBe(false);
    expect(report.failed).toEqual([]);
    expect(report.coverage?.missed).toEqual([{ file: 'guards/extra.rego', row: 3 }]);
  });

  test('is not content when coverage is asked for and none is reported', () => {
    expect(summary([], null, 100).ok).toBe(false);
    expect(summary([], null, 0).ok).toBe(true);
  });

  test('runs only the tests whose name matches', async () => {
    expect((await compiler.test(await sources(), { run: 'masked' })).passed).toBe(1);
  });

  test('refuses two tests of one name, of which one would hide the other', async () => {
    const twice = { 'a_test.rego': 'package a_test\n\ntest_x if 1 == 2\n\ntest_x if true\n' };
    const report = await compiler.test(await sources({}, twice));
    expect(report.ok).toBe(false);
    expect(report.diagnostics).toMatchObject([
      { mount: 'policy-tests', file: 'a_test.rego', row: 5, code: 'duplicate_test' },
    ]);
  });

  test('says what does not compile', async () => {
    const report = await compiler.test(await sources({}, { 'a_test.rego': 'package a_test\n\ntest_x if y\n' }));
    expect(report.ok).toBe(false);
    expect(report.diagnostics).toMatchObject([{ file: 'a_test.rego', row: 3, code: 'rego_unsafe_var_error' }]);
  });
});

describe('build', () => {
  test('gives a bundle that names its revision and the five entry points', async () => {
    const built = await compiler.build(await sources(), { revision: 'r1' });
    if (!built.ok) throw new Error(JSON.stringify(built.diagnostics));
    const folder = await folderOf({});
    await writeFile(join(folder, 'b.tar.gz'), built.value);
    const inspected = await compiler.inspect(join(folder, 'b.tar.gz'));
    expect(inspected).toMatchObject({
      ok: true,
      value: {
        manifest: { revision: 'r1' },
        wasm_modules: [
          {
            entrypoints: [
              'data.main.catalog',
              'data.main.plan',
              'data.main.decision',
              'data.main.answer',
              'data.system.log.mask',
            ],
          },
        ],
      },
    });
  });

  test('gives the same bytes from two folders', async () => {
    const digest = async () => {
      const built = await compiler.build(await sources(), { revision: 'r1' });
      return built.ok && createHash('sha256').update(built.value).digest('hex');
    };
    expect(await digest()).toEqual(await digest());
  });

  test('refuses a policy with a mistake, and says where it is', async () => {
    const built = await compiler.build(await sources(guard('x := y')));
    expect(built).toMatchObject({ ok: false, diagnostics: [{ file: 'guards/extra.rego', row: 3, col: 6 }] });
  });

  test('refuses a policy without an entry point, and names it', async () => {
    const built = await compiler.build(await sources({ 'system/log.rego': 'package system.log\n' }));
    expect(built).toMatchObject({ ok: false, diagnostics: [{ message: expect.stringContaining('system/log/mask') }] });
  });
});

describe('format', () => {
  const untidy = { 'a.rego': 'package a\nx   := 1\n', 'b.rego': 'package b\n\nx := 1\n' };

  test('names the files that would change, and leaves them', async () => {
    const folder = await folderOf(untidy);
    expect(await compiler.format(folder)).toEqual({ ok: true, value: ['a.rego'] });
    expect(await readFile(join(folder, 'a.rego'), 'utf8')).toBe(untidy['a.rego']);
  });

  test('changes them when told to', async () => {
    const folder = await folderOf(untidy);
    expect(await compiler.format(folder, { write: true })).toEqual({ ok: true, value: ['a.rego'] });
    expect(await readFile(join(folder, 'a.rego'), 'utf8')).toBe('package a\n\nx := 1\n');
  });

  test('says what it cannot read', async () => {
    expect(await compiler.format(await folderOf({ 'a.rego': 'package' }))).toMatchObject({ ok: false });
  });
});

describe('evaluate', () => {
  test('answers a query about a policy, an input and data', async () => {
    const policies = await folderOf(smallPolicy);
    const input = { request: { namespace: 'kube-system' } };
    const answer = await compiler.evaluate('[data.main.decision.effect, data.more]', {
      policies,
      input,
      data: { more: 1 },
    });
    expect(answer).toEqual({ ok: true, value: [['deny', 1]] });
  });

  test('gives nothing for what is undefined', async () => {
    expect(await compiler.evaluate('data.nothing')).toEqual({ ok: true, value: [] });
  });

  test('gives the error of a builtin only in strict mode', async () => {
    expect(await compiler.evaluate('1 / 0')).toEqual({ ok: true, value: [] });
    expect(await compiler.evaluate('1 / 0', { strict: true })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'eval_builtin_error', message: expect.stringContaining('divide by zero') }],
    });
  });
});

describe('rules', () => {
  test('shows each rule with its kind, its place and its METADATA', async () => {
    const found = await compiler.rules(await folderOf(smallPolicy));
    if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
    expect(found.value.map((file) => [file.file, file.package])).toEqual([
      ['guards/namespaces.rego', 'guards.namespaces'],
      ['main/main.rego', 'main'],
      ['system/log.rego', 'system.log'],
    ]);
    expect(found.value[0]?.rules).toEqual([
      {
        name: 'deny',
        ref: 'deny',
        kind: 'set',
        default: false,
        row: 8,
        col: 1,
        metadata: {
          scope: 'rule',
          title: 'The namespace is closed',
          custom: { code: 'NAMESPACE_CLOSED', remedy: 'Ask for another namespace.' },
        },
      },
    ]);
  });

  test('tells sets, objects, functions, values and defaults apart', async () => {
    const text = 'package a\n\ns contains 1\n\no[x] := x if some x in [1]\n\nf(x) := x\n\ndefault v := 1\n';
    const found = await compiler.rules(await folderOf({ 'a.rego': text }));
    expect(found.ok && found.value[0]?.rules.map((rule) => [rule.name, rule.kind, rule.default])).toEqual([
      ['s', 'set', false],
      ['o', 'object', false],
      ['f', 'function', false],
      ['v', 'value', true],
    ]);
  });
});

describe('a run', () => {
  test('prints nothing of its own on the process that asks for it', async () => {
    const program = `
      import { createCompiler } from ${JSON.stringify(new URL('../../src/policy/compiler.ts', import.meta.url).href)};
      const { stdout, stderr } = await createCompiler().run(['eval', 'print("x")']);
      process.exitCode = stdout !== '' && stderr === 'x\\n' ? 0 : 9;
    `;
    const ran = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
    expect(ran).toEqual({ stdout: '', stderr: '' });
  });

  test('leaves no file behind', async () => {
    const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('portcullis-compiler-'));
    const before = await left();
    await compiler.run(['version']);
    expect((await left()).filter((name) => !before.includes(name))).toEqual([]);
  });

  test('is stopped at its deadline', async () => {
    const slow = createCompiler({ deadline: 1000 });
    const forever = 'count([1 | some a in numbers.range(1, 9999); some b in numbers.range(1, 9999); a == b])';
    await expect(slow.run(['eval', forever])).rejects.toThrow(/took longer than 1000 ms and was stopped/);
  });

  test('is stopped when its caller gives up', async () => {
    await expect(compiler.run(['version'], {}, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });

  test('sees no file of this machine but those it is given', async () => {
    const { code, stderr } = await compiler.run(['check', '/etc']);
    expect(code).toBe(1);
    expect(stderr).not.toBe('');
  });
});

describe('a native binary', () => {
  const program = async (printed: string) => {
    const folder = await folderOf({ opa: `#!/bin/sh\necho '${printed}'\n` });
    await chmod(join(folder, 'opa'), 0o755);
    return join(folder, 'opa');
  };

  test.each([
    ['of another version', 'Version: 1.21.0', 'is OPA 1.21.0'],
    ['that only begins like it', 'Version: 1.22.0-dev', 'is OPA 1.22.0-dev'],
    ['that is something else', 'hello', 'does not say which version of OPA it is'],
  ])('%s is refused', async (_, printed, words) => {
    const other = createCompiler({ native: await program(printed) });
    await expect(other.check(await sources())).rejects.toThrow(words);
  });

  test('that is not there is refused, with a remedy and without its path', async () => {
    const none = createCompiler({ native: '/nowhere/opa' });
    await expect(none.run(['version'])).rejects.toThrow(
      /^The program given with --opa cannot be run\. Give .* OPA 1\.22\.0/,
    );
  });
});

describe('the cache', () => {
  test('holds the module under its digest, and is not believed when changed', async () => {
    const cache = await folderOf({});
    expect((await createCompiler({ cache }).run(['version'])).code).toBe(0);
    const [name = ''] = await readdir(cache);
    expect(name).toMatch(/^opa-[0-9a-f]{16}\.wasm$/);

    await writeFile(join(cache, `${name}.new`), 'not a module');
    await rename(join(cache, `${name}.new`), join(cache, name));
    expect((await createCompiler({ cache }).run(['version'])).code).toBe(0);
    expect((await readFile(join(cache, name))).length).toBeGreaterThan(1 << 20);
  });

  test('is done without where it cannot be written', async () => {
    const folder = await folderOf({ file: '' });
    expect((await createCompiler({ cache: join(folder, 'file', 'cache') }).run(['version'])).code).toBe(0);
  });
});
