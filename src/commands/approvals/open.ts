// portcullis approvals open: a one-time link to the page of a running server, for the person at this terminal.
import type { Command } from 'commander';
import { example, Mistake } from '../flags.ts';
import { atDesk, type DeskFlags, deskCommand, find } from './desk.ts';
import type { Person } from './person.ts';

/** Where a page takes a token, and what to show then. */
export function linkTo(page: string, token: string, id = ''): string {
  const link = new URL(page);
  link.pathname = `${link.pathname.replace(/\/$/, '')}/open`;
  link.search = new URLSearchParams({ token, ...(id && { id }) }).toString();
  return link.href;
}

/** The subcommand. */
export function openCommand(person: Person): Command {
  return deskCommand('open', 'print a link to the approvals page that works once, within ten minutes')
    .argument('[id]', 'which approval to show')
    .addHelpText('after', example('portcullis approvals open'))
    .action((id: string | undefined, flags: DeskFlags) =>
      atDesk(flags, person, async (desk) => {
        if (id !== undefined) await find(desk, id);
        const [page] = await desk.pages.addresses();
        if (page === undefined)
          throw new Mistake(
            'No running server shows a page here: one by stdio opens its page when the first approval waits. Start portcullis serve --http, or decide with: portcullis approvals approve ID',
          );
        person.say(linkTo(page, await desk.links.mint(person.who()), id));
      }),
    );
}
