// What each command of the compiler is asked and how its answer is read. It must not know how the compiler is run.
import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type {
  BuildOptions,
  Compiled,
  EvaluateOptions,
  FormatOptions,
  ModuleRules,
  Sources,
  TestOptions,
} from './compiler.ts';
import { type Diagnostic, parsed, place, plainDiagnostic, readDiagnostics } from './compiler-diagnostics.ts';
import { home } from './compiler-module.ts';
import { inScratch, type Mounts, type Outcome, type Runner } from './compiler-run.ts';
import { readTests, summary, type TestReport } from './compiler-tests.ts';

// The rules a bundle answers by; there are no others.
const entryPoints = ['main/catalog', 'main/plan', 'main/decision', 'main/answer', 'system/log/mask'];

export async function check(runner: Runner, sources: Sources, signal: AbortSignal): Promise<Diagnostic[]> {
  const schemas = sources.schemas ?? join(home(), 'schemas');
  return checkWith(runner, sources, ['--strict', '--schema', 'schemas'], { schemas }, signal);
}

function checkWith(
  runner: Runner,
  sources: Sources,
  flags: readonly string[],
  more: Mounts,
  signal: AbortSignal,
): Promise<Diagnostic[]> {
  return inScratch(async (out) => {
    const [capabilities, paths, mounts] = await prepared(sources, out);
    const args = ['check', '--format', 'json', '--max-errors', '100', ...flags, ...capabilities, ...paths];
    const outcome = await runner(args, { ...mounts, ...more }, signal);
    return outcome.code === 0 ? [] : reasons(outcome);
  });
}

export function build(
  runner: Runner,
  sources: Sources,
  options: BuildOptions,
  signal: AbortSignal,
): Promise<Compiled<Buffer>> {
  const alone = { ...sources, tests: undefined };
  return inScratch(async (out) => {
    const [capabilities, paths, mounts] = await prepared(alone, out);
    const entries = (options.entryPoints ?? entryPoints).flatMap((entry) => ['--entrypoint', entry]);
    const revision = options.revision === undefined ? [] : ['--revision', options.revision];
    const target = ['--bundle', '--target', 'wasm', '--output', 'out/bundle.tar.gz'];
    const args = ['build', ...target, ...entries, ...revision, ...capabilities, ...paths];
    const outcome = await runner(args, mounts, signal);
    if (outcome.code === 0) return { ok: true, value: await readFile(join(out, 'bundle.tar.gz')) };
    // The stock `build` prints its errors as text only; `check` finds the same ones and says where they are.
    const found = await checkWith(runner, alone, [], {}, signal);
    return { ok: false, diagnostics: found.length > 0 ? found : reasons(outcome) };
  });
}

export async function test(
  runner: Runner,
  module: Runner,
  sources: Sources,
  options: TestOptions,
  signal: AbortSignal,
): Promise<TestReport> {
  const mounts = folders(sources);
  const paths = Object.keys(mounts);
  const chosen = options.run === undefined ? [] : ['--run', options.run];
  const threshold = options.threshold ?? 0;
  const measure = options.coverage === true || threshold > 0;

  // Two tests of one name are found by the module only, so another runner's tests are first looked at by it.
  if (runner !== module) {
    const looked = await module(['test', '--format', 'json', '--run', '^$', ...paths], mounts, signal);
    if (looked.code === 1) return broken(reasons(looked));
  }
  const once = measure && runner === module ? ['--coverage'] : [];
  const outcome = await runner(['test', '--format', 'json', ...once, ...chosen, ...paths], mounts, signal);
  const read = outcome.code === 1 ? undefined : readTests(outcome.stdout);
  if (read === undefined) return broken(reasons(outcome));

  const second = measure && runner !== module;
  const covered = second ? await coverage(runner, chosen, mounts, signal) : read.covered;
  return summary(read.results, covered, threshold);
}

// The stock `test` prints either results or coverage, and no coverage while a test fails.
async function coverage(runner: Runner, chosen: readonly string[], mounts: Mounts, signal: AbortSignal) {
  const outcome = await runner(['test', '--coverage', ...chosen, ...Object.keys(mounts)], mounts, signal);
  return readTests(`{"results": [], "coverage": ${outcome.code === 0 ? outcome.stdout : 'null'}}`)?.covered ?? null;
}

function broken(diagnostics: readonly Diagnostic[]): TestReport {
  return { ok: false, passed: 0, skipped: [], failed: [], coverage: null, diagnostics };
}

export async function format(
  runner: Runner,
  folder: string,
  options: FormatOptions,
  signal: AbortSignal,
): Promise<Compiled<string[]>> {
  const mounts = { policies: folder };
  const listed = await runner(['fmt', '--list', 'policies'], mounts, signal);
  if (listed.code !== 0) return { ok: false, diagnostics: reasons(listed) };
  const files = listed.stdout.split('\n').filter((line) => line !== '');
  if (options.write === true && files.length > 0) {
    const written = await runner(['fmt', '--write', 'policies'], mounts, signal);
    if (written.code !== 0) return { ok: false, diagnostics: reasons(written) };
  }
  return { ok: true, value: files.map((path) => place(path).file) };
}

export function evaluate(
  runner: Runner,
  query: string,
  options: EvaluateOptions,
  signal: AbortSignal,
): Promise<Compiled<unknown[]>> {
  return inScratch(async (out) => {
    const mounts = { out, ...(options.policies === undefined ? {} : { policies: options.policies }) };
    const args = ['eval', '--format', 'json'];
    if (options.policies !== undefined) args.push('--data', 'policies');
    if (options.strict === true) args.push('--strict-builtin-errors');
    if (options.input !== undefined) {
      await writeFile(join(out, 'input.json'), JSON.stringify(options.input));
      args.push('--input', 'out/input.json');
    }
    if (options.data !== undefined) {
      await writeFile(join(out, 'data.json'), JSON.stringify(options.data));
      args.push('--data', 'out/data.json');
    }
    const outcome = await runner([...args, query], mounts, signal);
    if (outcome.code !== 0) {
      return { ok: false, diagnostics: readDiagnostics(outcome.stdout) ?? reasons(outcome) };
    }
    const answer = parsed(outcome.stdout) as { result?: { expressions: { value: unknown }[] }[] };
    return { ok: true, value: (answer.result ?? []).map((row) => row.expressions[0]?.value) };
  });
}

export async function rules(module: Runner, folder: string, signal: AbortSignal): Promise<Compiled<ModuleRules[]>> {
  const outcome = await module(['rules', 'policies'], { policies: folder }, signal);
  if (outcome.code !== 0) return { ok: false, diagnostics: reasons(outcome) };
  const found = parsed(outcome.stdout) as ModuleRules[];
  return { ok: true, value: found.map((file) => ({ ...file, file: place(file.file).file })) };
}

export function inspect(runner: Runner, path: string, signal: AbortSignal): Promise<Compiled<unknown>> {
  return inScratch(async (out) => {
    const isFolder = (await stat(path)).isDirectory();
    const mounts = isFolder ? { policies: path } : { out };
    if (!isFolder) await copyFile(path, join(out, basename(path)));
    const target = isFolder ? 'policies' : `out/${basename(path)}`;
    const outcome = await runner(['inspect', '--annotations', '--format', 'json', target], mounts, signal);
    if (outcome.code !== 0) return { ok: false, diagnostics: reasons(outcome) };
    return { ok: true, value: parsed(outcome.stdout) };
  });
}

// The published capabilities hold even if the folder has a file of its own: what a policy may call is not its to say.
async function prepared(sources: Sources, out: string): Promise<[capabilities: string[], paths: string[], Mounts]> {
  const file = sources.capabilities ?? join(home(), 'policies', 'capabilities.json');
  await copyFile(file, join(out, 'capabilities.json'));
  const mounts = folders(sources);
  return [['--capabilities', 'out/capabilities.json'], Object.keys(mounts), { ...mounts, out }];
}

function folders(sources: Sources): Mounts {
  return {
    policies: sources.policies,
    ...(sources.tests === undefined ? {} : { 'policy-tests': sources.tests }),
  };
}

function reasons(outcome: Outcome): Diagnostic[] {
  return readDiagnostics(outcome.stderr) ?? [plainDiagnostic(outcome.stderr || outcome.stdout)];
}
