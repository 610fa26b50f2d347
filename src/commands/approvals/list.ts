// portcullis approvals list and show: what waits, what was decided, and everything about one of them.
import type { Command } from 'commander';
import type { Approval } from '../../gate/ports.ts';
import { example } from '../flags.ts';
import { atDesk, type DeskFlags, deskCommand, find } from './desk.ts';
import type { Person } from './person.ts';
import { shownJson, shownLine } from './shown.ts';
import { painter, standing, targetOf, view } from './view.ts';

type Flags = DeskFlags & { readonly json?: boolean };

/** The subcommand that lists. */
export function listCommand(person: Person): Command {
  return deskCommand('list', 'what waits for a person, then what was decided lately')
    .option('--json', 'print them as JSON')
    .addHelpText('after', example('portcullis approvals list'))
    .action((flags: Flags) =>
      atDesk(flags, person, async (desk) => {
        const all = await desk.list();
        if (flags.json) person.say(shownJson(all));
        else person.say(all.length === 0 ? 'Nothing waits.' : all.map((one) => row(one, seconds(person))).join('\n'));
      }),
    );
}

/** The subcommand that shows one. */
export function showCommand(person: Person): Command {
  return deskCommand('show', 'one of them: who asks, why, what would change')
    .argument('<id>', 'as list prints it')
    .option('--json', 'print it as JSON')
    .addHelpText('after', example('portcullis approvals show 3f9a1c7e-1'))
    .action((id: string, flags: Flags) =>
      atDesk(flags, person, async (desk) => {
        const approval = await find(desk, id);
        person.say(flags.json ? shownJson(approval) : await whole(approval, person));
      }),
    );
}

/** All of an approval, with its diffs, in the person's colours. */
export async function whole(approval: Approval, person: Person): Promise<string> {
  const { diff } = await import('../../approvals/diff.ts');
  const diffs = approval.requests.map(({ before, after }) => diff(before, after));
  return view(approval, diffs, painter(person.colour), seconds(person));
}

/** One line: id, state, what, by whom. */
export function row(approval: Approval, now: number): string {
  const [first] = approval.requests;
  const more = approval.requests.length > 1 ? ` and ${approval.requests.length - 1} more` : '';
  const target = first ? `${targetOf(first)}${more}` : '(nothing)';
  return shownLine(
    `${approval.id}  ${standing(approval, now)}  ${target}  on ${approval.cluster}  by ${approval.requester.id}`,
  );
}

export function seconds({ now }: Person): number {
  return Math.floor(now().getTime() / 1000);
}
