// portcullis approvals: what waits for a person, and that person's yes or no. It must not know how it is kept.
import { Command } from 'commander';
import { example } from '../flags.ts';
import { listCommand, showCommand } from './list.ts';
import { openCommand } from './open.ts';
import { person as atTerminal, type Person } from './person.ts';
import { approveCommand, refuseCommand } from './vote.ts';
import { watchCommand } from './watch.ts';

/** The command. */
export function approvalsCommand(person: Person = atTerminal()): Command {
  return new Command('approvals')
    .description('see what waits for a person, and approve or refuse it')
    .addCommand(listCommand(person))
    .addCommand(showCommand(person))
    .addCommand(approveCommand(person))
    .addCommand(refuseCommand(person))
    .addCommand(watchCommand(person))
    .addCommand(openCommand(person))
    .addHelpText('after', example('portcullis approvals list', 'portcullis approvals approve 3f9a1c7e-1'));
}
