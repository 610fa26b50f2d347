// portcullis approvals approve and refuse: a person's yes or no. A yes is given to what was seen, never to an id alone.
import { type Command, InvalidArgumentError } from 'commander';
import type { OpenedApprovals } from '../../approvals/approvals.ts';
import { Fault } from '../../gate/fault.ts';
import type { Approval, Verdict } from '../../gate/ports.ts';
import { example, Mistake } from '../flags.ts';
import { atDesk, type DeskFlags, deskCommand, find, notOpen } from './desk.ts';
import { seconds, whole } from './list.ts';
import type { Person } from './person.ts';
import { shownLine } from './shown.ts';

const method = 'cli';
type Flags = DeskFlags & { readonly note?: string; readonly yes?: string };

/** The subcommand that approves. */
export function approveCommand(person: Person): Command {
  return voting('approve', 'show one of them, ask, and approve it', person)
    .option(
      '--yes <digest>',
      'do not ask: approve what has this digest (8 characters of it at least, as show prints it)',
      prefix,
    )
    .addHelpText(
      'after',
      example(
        'portcullis approvals approve 3f9a1c7e-1',
        'portcullis approvals approve 3f9a1c7e-1 --yes sha256:0b5d2c91',
      ),
    );
}

/** The subcommand that refuses. */
export function refuseCommand(person: Person): Command {
  return voting('refuse', 'refuse one of them', person).addHelpText(
    'after',
    example('portcullis approvals refuse 3f9a1c7e-1 --note "not during the sale"'),
  );
}

function voting(verdict: Verdict, description: string, person: Person): Command {
  return deskCommand(verdict, description)
    .argument('<id>', 'as list prints it')
    .option('--note <text>', 'a word to those who read it later', note)
    .addHelpText('after', '\nExit codes: 0 done, 1 fault, 2 usage, 3 not open any more, or unknown.')
    .action((id: string, flags: Flags) => atDesk(flags, person, (desk) => decide(desk, id, verdict, flags, person)));
}

async function decide(
  desk: OpenedApprovals,
  id: string,
  verdict: Verdict,
  flags: Flags,
  person: Person,
): Promise<void> {
  const approval = await find(desk, id);
  const { state, terms } = approval;
  if (state !== 'requested' && state !== 'approved') throw closed(approval);
  if (!terms.methods.includes(method))
    throw new Mistake(
      `The policy takes no word on ${id} from the command line, only by: ${shownLine(terms.methods.join(', ')) || 'nobody'}.`,
    );
  if (verdict === 'approve' && !(await agreed(approval, flags, person))) return;
  const who = person.who();
  const own = { verdict, ...who, method, note: flags.note ?? '', at: seconds(person) };
  const after = await desk.vote(id, own, approval.digest).catch(async (error: unknown) => {
    if (error instanceof Fault && error.code === 'APPROVAL_CLOSED') throw closed(await find(desk, id));
    throw error;
  });
  const counted = after.votes.find((one) => one.approver === who.approver && one.method === method);
  if (counted?.verdict !== verdict)
    throw new Mistake(
      `${who.approver} has already said ${counted?.verdict ?? 'something'} by this way, and the first word counts.`,
      notOpen,
    );
  person.say(result(after));
}

function result({ id, state, terms, votes, agreed }: Approval): string {
  if (state === 'refused') return `Refused ${id}.`;
  if (state === 'approved')
    return `Approved ${id}. The agent can make its call again now; the policy has the last word.`;
  const said = new Set(votes.map(({ approver }) => approver)).size;
  const uncounted = said > agreed ? ' Not every word counts: the policy names who may decide, and by which way.' : '';
  return `Your word on ${id} is on record: ${agreed} of ${terms.quorum} agreed.${uncounted}`;
}

/** Whether this person agrees to what they were shown. */
async function agreed(approval: Approval, { yes }: Flags, person: Person): Promise<boolean> {
  if (yes !== undefined) {
    if (hexOf(approval.digest).startsWith(yes)) return true;
    throw new Mistake(
      `${approval.id} has another digest than ${yes}: look at it again with portcullis approvals show ${approval.id}.`,
      notOpen,
    );
  }
  if (!person.ask)
    throw new Mistake(
      `Nobody can be asked here. Look at it with: portcullis approvals show ${approval.id}; then give the beginning of its digest: --yes DIGEST.`,
      2,
    );
  person.say(`${await whole(approval, person)}\n`);
  const answer = await person.ask(`Approve as ${shownLine(person.who().approver)}? [y/N] `);
  if (/^y(?:es)?$/i.test(answer.trim())) return true;
  person.say('Nothing was approved or refused.');
  return false;
}

function closed({ id, state }: Approval): Mistake {
  return new Mistake(
    `${id} is not open any more: it is ${state}. If it is still needed, the agent makes its call again.`,
    notOpen,
  );
}

function prefix(text: string): string {
  const hex = hexOf(text);
  if (!/^[0-9a-f]{8,64}$/.test(hex)) throw new InvalidArgumentError('Write at least 8 characters of the digest.');
  return hex;
}

function hexOf(digest: string): string {
  return digest.replace(/^sha256:/, '').toLowerCase();
}

function note(text: string): string {
  if (text.length > 1000) throw new InvalidArgumentError('Write at most 1,000 characters.');
  return text;
}
