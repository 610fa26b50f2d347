// portcullis policy test: runs the Rego tests and says what failed and what no test reaches.
import { existsSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { TestReport } from '../../policy/compiler.ts';
import type { Out } from '../out.ts';
import { compiler } from './compiler.ts';
import { needFolder } from './folder.ts';
import { type Common, onPolicy, testsHelp } from './options.ts';
import { located, placed, spelled, summary } from './report.ts';

type TestFlags = Common & { readonly run?: string; readonly coverage?: boolean; readonly threshold?: number };

/** The subcommand. */
export function testCommand(out: Out): Command {
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
      needFolder(policies);
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
