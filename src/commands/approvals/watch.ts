// portcullis approvals watch: a line for whatever waits, and one whenever something comes of it, until it is ended.
import { once } from 'node:events';
import type { Command } from 'commander';
import type { OpenedApprovals } from '../../approvals/approvals.ts';
import { example } from '../flags.ts';
import { atDesk, type DeskFlags, deskCommand } from './desk.ts';
import { row, seconds } from './list.ts';
import type { Person } from './person.ts';

/** How often to look for what only time did. */
const lookEvery = 5000;

/** The subcommand. */
export function watchCommand(person: Person): Command {
  return deskCommand('watch', 'print what waits, and what comes, as it comes')
    .addHelpText('after', example('portcullis approvals watch'))
    .action((flags: DeskFlags) => atDesk(flags, person, (desk) => follow(desk, person)));
}

async function follow(desk: OpenedApprovals, person: Person): Promise<void> {
  const known = new Map<string, string>();
  let looking = Promise.resolve();
  let failure: unknown;
  const ended = new AbortController();
  const end = () => ended.abort();
  const look = (first = false) => {
    looking = looking
      .then(async () => {
        for (const one of (await desk.list()).toReversed()) {
          const state = `${one.state} ${one.votes.length}`;
          if (known.get(one.id) === state) continue;
          known.set(one.id, state);
          if (!first || one.state === 'requested' || one.state === 'approved') person.say(row(one, seconds(person)));
        }
      })
      .catch((error: unknown) => {
        failure = error;
        end();
      });
  };
  const stop = desk.changed(() => look());
  const timer = setInterval(() => look(), lookEvery);
  person.signal?.addEventListener('abort', end, { once: true });
  process.once('SIGINT', end);
  look(true);
  if (!ended.signal.aborted && !person.signal?.aborted) await once(ended.signal, 'abort');
  process.removeListener('SIGINT', end);
  clearInterval(timer);
  stop();
  await looking;
  if (failure !== undefined) throw failure;
}
