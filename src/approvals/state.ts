// The life of an approval: one table, and what the facts on record make of it at a moment. Knows no store, no clock and no policy.
import { fits } from '../gate/glob.ts';
import type { ApprovalState, Proposal, Vote } from '../gate/ports.ts';

/** Who took it, for which call. `owner` names the installation that must see the call through after a crash. */
export type Claim = { readonly callId: string; readonly owner: string; readonly at: number };

/** What is on record of a proposal. Facts are only ever added. All times are Unix seconds. */
export type Facts = {
  readonly terms: Proposal['terms'];
  readonly requester: string;
  readonly requestedAt: number;
  readonly votes: readonly Vote[];
  readonly claim?: Claim | undefined;
  readonly superseded?: { readonly by: string; readonly at: number } | undefined;
  readonly finished?: { readonly outcome: string; readonly at: number } | undefined;
};

export type Step = 'agreement' | 'refusal' | 'claim' | 'successor' | 'lapse';

/** Which step leads where. What a state does not list cannot happen to it. */
export const machine: Readonly<Record<ApprovalState, Readonly<Partial<Record<Step, ApprovalState>>>>> = {
  requested: {
    agreement: 'approved',
    // Whose word is enough is decided by the policy, which may know more of people than is on record here.
    claim: 'used',
    refusal: 'refused',
    successor: 'superseded',
    lapse: 'expired',
  },
  approved: {
    agreement: 'approved',
    claim: 'used',
    refusal: 'refused',
    successor: 'superseded',
    lapse: 'expired',
  },
  refused: {},
  expired: {},
  used: {},
  superseded: {},
};

/** The outcome of a claim that came too late and sent nothing: it does not count. */
export const withdrawn = 'withdrawn';

/** Where it stands, since when, and when that ends by itself. */
export type Standing = { readonly state: ApprovalState; readonly since: number; readonly expiresAt: number };

/** true while something may still come of it. */
export function isOpen(state: ApprovalState): boolean {
  return may(state, 'successor');
}

/** Whether a step can be taken from here. */
export function may(state: ApprovalState, step: Step): boolean {
  return machine[state][step] !== undefined;
}

/**
 * The state at `now`. `approved` means as many different people as the terms ask for, and is for people to see: whether
 * these people are enough is decided by the policy. A claim that counts outranks everything, whatever the times say: it
 * was made after looking, and what was executed stays executed.
 */
export function standing(facts: Facts, now: number): Standing {
  const { requestedAt, votes, claim, superseded, finished, terms } = facts;
  const agreed = new Set<string>();
  let at: Standing = { state: 'requested', since: requestedAt, expiresAt: requestedAt + terms.requestWithinSeconds };
  const take = (step: Step, since: number, expiresAt = at.expiresAt): void => {
    const state = machine[at.state][step];
    if (state) at = { state, since, expiresAt };
  };
  for (const mark of [...votes, ...(superseded ? [superseded] : [])].toSorted((one, other) => one.at - other.at)) {
    if (mark.at >= at.expiresAt) take('lapse', at.expiresAt);
    if (!('verdict' in mark)) take('successor', mark.at);
    else if (!counts(mark, facts)) continue;
    else if (mark.verdict === 'refuse') take('refusal', mark.at);
    else if (agreed.add(mark.approver.toLowerCase()).size >= terms.quorum)
      take('agreement', mark.at, mark.at + terms.useWithinSeconds);
  }
  if (now >= at.expiresAt) take('lapse', at.expiresAt);
  return claim && finished?.outcome !== withdrawn ? { ...at, state: 'used', since: claim.at } : at;
}

/** Whether the terms know this person and this way; what nobody is asked to say neither opens nor closes anything. */
export function counts(vote: Vote, { terms, requester }: Pick<Facts, 'terms' | 'requester'>): boolean {
  const { method, approver, groups, verdict } = vote;
  if (!terms.methods.includes(method)) return false;
  // Who asked may always take it back.
  if (terms.notRequester && verdict === 'approve' && approver.toLowerCase() === requester.toLowerCase()) return false;
  return terms.approvers.length === 0 || terms.approvers.some((entry) => isMeant(entry, approver, groups));
}

function isMeant(entry: string, approver: string, groups: readonly string[]): boolean {
  return entry.startsWith('group:') ? groups.includes(entry.slice('group:'.length)) : fits(entry, approver);
}

/** How many different people have agreed, of those who count. */
export function agreeing(facts: Pick<Facts, 'votes' | 'terms' | 'requester'>): number {
  const yes = facts.votes.filter((vote) => vote.verdict === 'approve' && counts(vote, facts));
  return new Set(yes.map(({ approver }) => approver.toLowerCase())).size;
}
