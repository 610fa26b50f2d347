// portcullis policy check: what is wrong with the Rego, the data and the names of rules. It must not know how it is found.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { CheckOptions } from '../../policy/check.ts';
import type { Layer } from '../../policy/config.ts';
import type { Problem } from '../../policy/problems.ts';
import { Mistake } from '../flags.ts';
import type { Out } from '../out.ts';
import { compiler } from './compiler.ts';
import { needFolder } from './folder.ts';
import { type Checked, onPolicy, testsHelp, withData } from './options.ts';
import { placed, report } from './report.ts';

/** The subcommand. */
export function checkCommand(out: Out): Command {
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
export async function found(policies: string, tests: string, flags: Checked): Promise<readonly Problem[]> {
  needFolder(policies);
  const { checkPolicy } = await import('../../policy/check.ts');
  const { PolicyError } = await import('../../policy/problems.ts');
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
  const { readLayer } = await import('../../policy/config.ts');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Mistake(`${file} cannot be read.`, 2);
  });
  return readLayer(file, text);
}
