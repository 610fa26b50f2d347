// portcullis policy fmt: names the Rego files that are not formatted, or formats them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { Problem } from '../../policy/problems.ts';
import { example } from '../flags.ts';
import type { Out } from '../out.ts';
import { compiler } from './compiler.ts';
import { needFolder } from './folder.ts';
import type { Common } from './options.ts';
import { placed, spelled, summary } from './report.ts';

type FormatFlags = Common & { readonly write?: boolean; readonly check?: boolean };

/** The subcommand. */
export function formatCommand(out: Out): Command {
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
      folders.forEach(needFolder);
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
