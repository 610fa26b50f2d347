// The desk at which a person decides, as the page sees it: what waits, and a way to say yes or no. Knows no HTTP and no store.
import type { Approval, Verdict } from '../gate/ports.ts';

/** One piece of a unified diff. Lines are numbered from 1. */
export type Hunk = {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly { readonly sign: ' ' | '+' | '-'; readonly text: string }[];
};

/** Who decides, and for which groups that person speaks. Comes from a one-time link, never from a form. */
export type Approver = { readonly approver: string; readonly groups: readonly string[] };

export type Desk = {
  /** What waits and what was decided lately, in any order. */
  readonly list: () => Promise<readonly Approval[]>;
  /** One of them, with one diff for each of its requests. */
  readonly get: (
    id: string,
  ) => Promise<{ readonly approval: Approval; readonly diffs: readonly (readonly Hunk[])[] } | undefined>;
  /** One more voice. Throws APPROVAL_CLOSED when it is too late for one. */
  readonly vote: (
    id: string,
    vote: Approver & { readonly verdict: Verdict; readonly note: string },
  ) => Promise<Approval>;
  /** Calls the listener whenever anything on the desk has changed; gives a function that stops it. */
  readonly changed: (listener: () => void) => () => void;
  /** Takes a one-time token: who it was made for, for exactly one caller, ever. */
  readonly redeem: (token: string) => Promise<Approver | undefined>;
  /** Unix seconds. */
  readonly now: () => number;
};
