// What the policy's subcommands are called with. It must not know what any of them does.
import { Command, Option } from 'commander';
import { example } from '../flags.ts';

export type Common = { readonly opa?: string; readonly json?: boolean };
export type Checked = Common & { readonly preset?: string; readonly configData?: string; readonly schemas?: string };

/** A subcommand on a policy folder, with what they all have. */
export function onPolicy(name: string, description: string, ...examples: readonly string[]): Command {
  return new Command(name)
    .description(description)
    .argument('[policies]', 'the policy folder', 'policies')
    .addOption(new Option('--opa <path>', 'an opa binary of the pinned version, instead of the built-in compiler'))
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', `\nExit codes: 0 well, 1 problems found, 2 usage.\n${example(...examples)}`);
}

/** The second argument of those that read the tests. */
export const testsHelp = ['[tests]', 'the folder with its tests', 'policy-tests'] as const;

/** Adds what decides which data is checked. */
export function withData(command: Command): Command {
  return command
    .option('--preset <name>', 'check the data with this preset')
    .option('--config-data <file>', 'check the data with your own values laid over it')
    .option('--schemas <dir>', 'type-check against these schemas instead of those that come with portcullis');
}
