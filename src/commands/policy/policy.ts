// portcullis policy: check, test, build and format a policy with nothing installed. It must not know how any of it is done.
import { Command } from 'commander';
import { example } from '../flags.ts';
import { type Out, terminal } from '../out.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { formatCommand } from './format.ts';
import { rulesCommand } from './rules.ts';
import { testCommand } from './test.ts';

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
