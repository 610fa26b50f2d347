// portcullis policy: check, test, build and format a policy with nothing installed. The work is done in policy/; this says it in few words.
import { existsSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { CheckOptions } from '../policy/check.ts';
import type { Compiler, ModuleRules, TestReport } from '../policy/compiler.ts';
import type { Layer } from '../policy/config.ts';
import type { Problem } from '../policy/problems.ts';
import { example, Mistake } from './flags.ts';
import { type Out, terminal } from './out.ts';

/** The command. */
export function policyCommand(out: Out = terminal): Command {
  return new Command('policy')
    .description('check, test, build and format a policy; nothing needs to be installed')
    .addCommand(checkCommand(out))
    .addCommand(testCommand(out))
    .addCommand(buildCommand(out))
    .addCommand(formatCommand(out))
    .addCommand(rulesCommand(out))
    .addHelpText('after', example('portcullis policy check policies', 'portcullis policy test'));
}

type Common = { readonly opa?: string; readonly json?: boolean };
type Checked = Common & { readonly preset?: string; readonly configData?: string; readonly schemas?: string };

/** A subcommand on a policy folder, with what they all have. */
function onPolicy(name: string, description: string, ...examples: readonly string[]): Command {
  return new Command(name)
    .description(description)
    .argument('[policies]', 'the policy folder', 'policies')
    .addOption(new Option('--opa <path>', 'an opa binary of the pinned version, instead of the built-in compiler'))
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', `\nExit codes: 0 well, 1 problems found, 2 usage.\n${example(...examples)}`);
}

const testsHelp = ['[tests]', 'the folder with its tests', 'policy-tests'] as const;

function withData(command: Command): Command {
  return command
    .option('--preset <name>', 'check the data with this preset')
    .option('--config-data <file>', 'check the data with your own values laid over it')
    .option('--schemas <dir>', 'type-check against these schemas instead of those that come with portcullis');
}

function checkCommand(out: Out): Command {
  return withData(
    onPolicy(
      'check',
      'find what is wrong with the Rego, the data and the names of rules',
      'portcullis policy check',
      'portcullis policy check policies --config-data mine.yaml',
    ),
  )
    .argument(...testsHelp)
    .action(async (policies: string, tests: string, flags: Checked) => {
      const problems = await found(policies, tests, flags);
      report(out, flags, problems, { ok: problems.length === 0, problems }, 'No problems.');
    });
}

/** All problems, with paths as a person would open them. */
async function found(policies: string, tests: string, flags: Checked): Promise<readonly Problem[]> {
  need(policies);
  const { checkPolicy } = await import('../policy/check.ts');
  const { PolicyError } = await import('../policy/problems.ts');
  const { preset, configData, schemas, opa } = flags;
  try {
    const operator = configData === undefined ? undefined : await operatorLayer(configData);
    const options: CheckOptions = { policies, tests, schemas, preset, operator };
    return (await checkPolicy(await compiler(opa), options)).map((problem) =>
      placed(problem, policies, tests, configData),
    );
  } catch (error) {
    if (error instanceof PolicyError) return error.problems;
    throw error;
  }
}

async function operatorLayer(file: string): Promise<Layer> {
  const { readLayer } = await import('../policy/config.ts');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Mistake(`${file} cannot be read.`, 2);
  });
  return readLayer(file, text);
}

type TestFlags = Common & { readonly run?: string; readonly coverage?: boolean; readonly threshold?: number };

function testCommand(out: Out): Command {
  return onPolicy(
    'test',
    'run the Rego tests',
    'portcullis policy test',
    'portcullis policy test --coverage --threshold 100',
    "portcullis policy test --run 'guards.namespaces'",
  )
    .argument(...testsHelp)
    .option('--run <regex>', 'only tests whose full name fits')
    .option('--coverage', 'say which lines no test reaches')
    .addOption(new Option('--threshold <percent>', 'fail below this coverage').argParser(percent))
    .action(async (policies: string, tests: string, { run, coverage, threshold, opa, json }: TestFlags) => {
      need(policies);
      const sources = { policies, tests: existsSync(tests) ? tests : undefined };
      const chosen = {
        ...(run === undefined ? {} : { run }),
        ...(coverage === undefined ? {} : { coverage }),
        ...(threshold === undefined ? {} : { threshold }),
      };
      const tested = await (await compiler(opa)).test(sources, chosen);
      const any = tested.passed + tested.failed.length + tested.skipped.length > 0;
      const ok = tested.ok && any;
      out.say(json ? JSON.stringify({ ...tested, ok }) : testWords(tested, threshold, policies, tests));
      out.exit(ok ? 0 : 1);
    });
}

function percent(text: string): number {
  const number = Number(text);
  if (!/^\d{1,3}(?:\.\d+)?$/.test(text) || number > 100)
    throw new InvalidArgumentError('Write a number from 0 to 100.');
  return number;
}

function testWords(report: TestReport, threshold: number | undefined, policies: string, tests: string): string {
  const { passed, failed, skipped, coverage, diagnostics } = report;
  const at = (file: string, row: number) => `${located(file, policies, tests)}:${row}`;
  const lines = diagnostics.map((each) => spelled(placed(each, policies, tests)));
  for (const { name, file, row, cases, error, output } of failed) {
    const why = [cases.length > 0 ? `case ${cases.join(', ')}` : '', error].filter((part) => part !== '').join('; ');
    lines.push(`${at(file, row)}: ${name} failed${why === '' ? '' : `: ${why}`}`);
    if (output.trim() !== '')
      lines.push(
        ...output
          .trimEnd()
          .split('\n')
          .map((line) => `    ${line}`),
      );
  }
  if (coverage)
    lines.push(
      ...ranges(coverage.missed).map(
        ({ file, rows }) => `${located(file, policies, tests)}:${rows}: no test reaches this`,
      ),
    );
  if (diagnostics.length > 0) return [...lines, summary(diagnostics.length)].join('\n');
  if (passed + failed.length + skipped.length === 0) return [...lines, 'No test was run.'].join('\n');
  const counts = [
    `${passed} passed`,
    `${failed.length} failed`,
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
  ];
  const wanted = threshold === undefined ? '' : `, wanted ${threshold} %`;
  return [...lines, `${counts.join(', ')}.${coverage ? ` Coverage ${coverage.percent} %${wanted}.` : ''}`].join('\n');
}

/** Rows that follow one another, as one range. */
function ranges(missed: readonly { readonly file: string; readonly row: number }[]): { file: string; rows: string }[] {
  const runs: { file: string; from: number; to: number }[] = [];
  for (const { file, row } of missed.toSorted((a, b) =>
    a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1,
  )) {
    const last = runs.at(-1);
    if (last?.file === file && row <= last.to + 1) last.to = row;
    else runs.push({ file, from: row, to: row });
  }
  return runs.map(({ file, from, to }) => ({ file, rows: from === to ? String(from) : `${from}-${to}` }));
}

type BuildFlags = Checked & { readonly output: string; readonly revision?: string };

function buildCommand(out: Out): Command {
  return withData(
    onPolicy(
      'build',
      'check, then compile into a bundle that a server takes without compiling',
      'portcullis policy build -o bundle.tar.gz',
      'portcullis policy build policies -o bundle.tar.gz --revision 2026-03-01',
    ),
  )
    .option('-o, --output <file>', 'where the bundle goes', 'bundle.tar.gz')
    .option('--revision <text>', 'what the log and the metrics call it (a digest of the folder unless given)')
    .action(async (policies: string, flags: BuildFlags) => {
      const problems = await found(policies, '', flags);
      if (problems.length > 0) return report(out, flags, problems, { ok: false, problems }, '');
      const revision = flags.revision ?? (await revisionOf(policies));
      const built = await (await compiler(flags.opa)).build({ policies, tests: undefined }, { revision });
      if (!built.ok) {
        const refused = built.diagnostics.map((each) => placed(each, policies, ''));
        return report(out, flags, refused, { ok: false, problems: refused }, '');
      }
      const { readBundle } = await import('../policy/bundle.ts');
      await readBundle(built.value);
      await writeFile(flags.output, built.value).catch((error: NodeJS.ErrnoException) => {
        throw new Mistake(`${flags.output} cannot be written (${error.code ?? 'for an unknown reason'}).`, 1);
      });
      const made = { ok: true, file: flags.output, revision, bytes: built.value.length };
      report(out, flags, [], made, `${made.file}: revision ${revision}, ${made.bytes} bytes.`);
    });
}

/** A name for what stands in a folder now: its Rego and all of its data. */
async function revisionOf(policies: string): Promise<string> {
  const [{ readFolder, regoDigest }, { digest }] = await Promise.all([
    import('../policy/folder.ts'),
    import('../log/digest.ts'),
  ]);
  const { rego, base, presets } = await readFolder(policies);
  const data = {
    base: base.map(({ value }) => value),
    presets: [...presets].map(([name, { value }]) => [name, value]),
  };
  return digest({ rego: regoDigest(rego), data }).slice('sha256:'.length, 'sha256:'.length + 12);
}

type FormatFlags = Common & { readonly write?: boolean; readonly check?: boolean };

function formatCommand(out: Out): Command {
  return new Command('fmt')
    .description('name the Rego files that are not formatted, or format them')
    .argument('[folders...]', 'folders with Rego (policies and policy-tests)')
    .addOption(new Option('--write', 'format them').conflicts('check'))
    .option('--check', 'fail if there are any')
    .addOption(new Option('--opa <path>', 'an opa binary of the pinned version, instead of the built-in compiler'))
    .option('--json', 'print the outcome as JSON')
    .addHelpText(
      'after',
      `\nExit codes: 0 well, 1 problems found, 2 usage.\n${example('portcullis policy fmt --write', 'portcullis policy fmt --check policies')}`,
    )
    .action(async (given: string[], flags: FormatFlags) => {
      const folders = given.length > 0 ? given : ['policies', ...(existsSync('policy-tests') ? ['policy-tests'] : [])];
      folders.forEach(need);
      const opa = await compiler(flags.opa);
      const files: string[] = [];
      const problems: Problem[] = [];
      for (const folder of folders) {
        const listed = await opa.format(folder, { write: flags.write === true });
        if (listed.ok) files.push(...listed.value.map((file) => join(folder, file)));
        else problems.push(...listed.diagnostics.flatMap(apart).map((each) => placed(each, folder, '')));
      }
      const ok = problems.length === 0 && !(flags.check && files.length > 0);
      const end = problems.length > 0 ? summary(problems.length) : formatted(files.length, flags.write === true);
      out.say(
        flags.json ? JSON.stringify({ ok, files, problems }) : [...problems.map(spelled), ...files, end].join('\n'),
      );
      out.exit(ok ? 0 : 1);
    });
}

/** The formatter prints its errors as text: `policies/lib/a.rego:4:0: rego_parse_error: …`. */
function apart(problem: Problem): Problem[] {
  const places = [
    ...problem.message.matchAll(/^(?:\d+ errors? occurred: )?policies\/([^:\n]+):(\d+)(?::(\d+))?: (.+)$/gm),
  ];
  if (problem.file !== '' || places.length === 0) return [problem];
  return places.map(([, file = '', row, col, message = '']) => ({
    file,
    row: Number(row),
    col: Number(col ?? 0),
    message,
  }));
}

function formatted(files: number, write: boolean): string {
  if (files === 0) return 'Nothing to format.';
  return `${files} file${files === 1 ? '' : 's'} ${write ? 'formatted' : 'to format'}.`;
}

function rulesCommand(out: Out): Command {
  return onPolicy(
    'rules',
    'list what the guards and tools say, and the code of each reason',
    'portcullis policy rules',
    'portcullis policy rules --json',
  ).action(async (policies: string, { opa, json }: Common) => {
    need(policies);
    const listed = await (await compiler(opa)).rules(policies);
    if (!listed.ok) {
      const problems = listed.diagnostics.map((each) => placed(each, policies, ''));
      return report(out, { ...(json ? { json } : {}) }, problems, { ok: false, problems }, '');
    }
    const rows = catalogue(listed.value, policies);
    out.say(json ? JSON.stringify(rows) : table(rows));
    out.exit(0);
  });
}

type Row = {
  readonly package: string;
  readonly rule: string;
  readonly code: string;
  readonly title: string;
  readonly at: string;
};

/** Public rules, in the order of their packages; a rule in several parts stands once for each. */
function catalogue(modules: readonly ModuleRules[], policies: string): Row[] {
  return modules
    .flatMap((module) =>
      module.rules
        .filter(({ name, kind }) => !name.startsWith('_') && !name.startsWith('test_') && kind !== 'function')
        .map(({ name, row, metadata }) => ({
          package: module.package,
          rule: name,
          code: String(metadata?.custom?.code ?? ''),
          title: metadata?.title ?? module.metadata?.title ?? '',
          at: `${join(policies, module.file)}:${row}`,
        })),
    )
    .toSorted((a, b) => (a.package === b.package ? 0 : a.package < b.package ? -1 : 1));
}

function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [`${row.package}.${row.rule}`, row.code, row.title]);
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0), 0));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const compilers = new Map<string | undefined, Compiler>();

/** One for all that a command does: making the compiler ready takes longer than most of what it is asked. */
async function compiler(native: string | undefined): Promise<Compiler> {
  const { createCompiler } = await import('../policy/compiler.ts');
  const made = compilers.get(native) ?? createCompiler({ native });
  compilers.set(native, made);
  return made;
}

function need(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  throw new Mistake(`There is no folder ${folder} here. Name the policy folder, or go to where it is.`, 2);
}

/** Problems and a summary, or the good news; as text or as JSON. */
function report(out: Out, { json }: Common, problems: readonly Problem[], whole: unknown, good: string): void {
  const lines = problems.length === 0 ? [good] : [...problems.map(spelled), summary(problems.length)];
  out.say(json ? JSON.stringify(whole) : lines.join('\n'));
  out.exit(problems.length === 0 ? 0 : 1);
}

function summary(problems: number): string {
  return `${problems} problem${problems === 1 ? '' : 's'}.`;
}

/** The problem with its file as seen from where the command was called. */
function placed<Found extends Problem>(problem: Found, policies: string, tests: string, asGiven?: string): Found {
  const { file } = problem;
  if (file === '' || file === asGiven) return problem;
  const inTests = file.startsWith('policy-tests/') && !existsSync(join(policies, file));
  const mount = (problem as { readonly mount?: string }).mount;
  if (inTests) return { ...problem, file: join(tests, file.slice('policy-tests/'.length)) };
  return { ...problem, file: mount === 'policy-tests' ? join(tests, file) : join(policies, file) };
}

function located(file: string, policies: string, tests: string): string {
  return existsSync(join(policies, file)) || !existsSync(join(tests, file)) ? join(policies, file) : join(tests, file);
}

/** file:row:col: path: message, and what is allowed. */
function spelled({ file, row, col, message, path, allowed }: Problem): string {
  const place = [file, ...(row > 0 ? [row, col] : [])].filter((part) => part !== '' && part !== 0).join(':');
  const choice = allowed && allowed.length > 0 ? ` Allowed: ${allowed.join(', ')}.` : '';
  return `${place === '' ? '' : `${place}: `}${path ? `${path}: ` : ''}${message}${choice}`;
}
