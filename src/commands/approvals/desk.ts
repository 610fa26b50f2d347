// Opens the approvals that a command is about, and finds the one it names; mistakes end here in words for people.
import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { OpenedApprovals } from '../../approvals/approvals.ts';
import type { Approval } from '../../gate/ports.ts';
import { Mistake } from '../flags.ts';
import { approvalsFolder } from '../state.ts';
import type { Person } from './person.ts';
import { shownLine } from './shown.ts';

export type DeskFlags = { readonly approvals?: string };

/** It is not there, or nothing can be done with it any more. */
export const notOpen = 3;

export function deskCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--approvals <dir>', 'where the server keeps its approvals (default: in your state folder)');
}

/** Does something with the approvals, and closes them. */
export async function atDesk(
  flags: DeskFlags,
  person: Person,
  what: (desk: OpenedApprovals) => Promise<void>,
): Promise<void> {
  const dir = resolve(flags.approvals ?? approvalsFolder(person.env));
  // A name mistyped must not become a folder in which nothing ever waits.
  if (flags.approvals !== undefined && !(await lstat(dir).catch(() => undefined)))
    throw new Mistake(`There is no folder ${flags.approvals}. Name the one that the server was started with.`, 2);
  const { openApprovals, Unusable } = await import('../../approvals/approvals.ts');
  try {
    const desk = await openApprovals({ dir }, { now: person.now, onProblem: person.warn });
    try {
      await what(desk);
    } finally {
      desk.close();
    }
  } catch (error) {
    throw error instanceof Unusable ? new Mistake(error.message) : error;
  }
}

/** The approval of this id; ends with 3 when there is none, with 1 when nobody may rely on it. */
export async function find(desk: OpenedApprovals, id: string): Promise<Approval> {
  const { Unusable } = await import('../../approvals/approvals.ts');
  const found = await desk.get(id).catch((error: unknown) => {
    if (!(error instanceof Unusable)) throw error;
    throw new Mistake(
      `The approval ${shownLine(id)} cannot be used. ${error.message} Let the call be made again, and decide on the new one.`,
    );
  });
  if (found) return found;
  throw new Mistake(`There is no approval ${shownLine(id)}. See what there is: portcullis approvals list`, notOpen);
}
