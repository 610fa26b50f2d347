// Station 4: what needs a person is put on record under one digest, the policy decides again with what people said, and
// until it is content the call ends in words that say what waits. Whether a yes is enough is the policy's matter alone.
import { decideWith, type Head, type Judged } from './decide.ts';
import { Fault } from './fault.ts';
import { isIdle } from './mutation.ts';
import type { Approval, Approvals, Call, Ports, Vote, Watch } from './ports.ts';
import { type Bound, binding, proposal } from './proposal.ts';
import type { RedactorFor } from './redactors.ts';

/** What the caller and its transport bring along. */
export type Asker = Pick<Call, 'consent'> & { readonly approved: boolean; readonly why: string };

/** How station 4 ends: decided again with an approval, or still waiting for one. */
export type Asked = {
  readonly judged: readonly Judged[];
  readonly approval: Approval;
  /** What it took the place of, and why. */
  readonly before: { readonly id: string; readonly why: string } | undefined;
};

/** true when a person must agree before this one is sent. */
export function isPending(judged: Judged): boolean {
  return judged.planned.execute !== false && judged.decision.effect === 'approve' && !isIdle(judged);
}

/**
 * Puts the pending requests of a lap before people. Throws APPROVAL_UNAVAILABLE where nobody can be asked, or what the
 * store throws.
 */
export async function ask(
  judged: readonly Judged[],
  head: Head,
  asker: Asker,
  ports: Ports,
  redactorFor: RedactorFor,
  watch: Watch,
): Promise<Asked> {
  const { approvals } = ports;
  if (!approvals) throw new Fault('APPROVAL_UNAVAILABLE');
  const pending = judged.filter(isPending);
  const bound = binding(pending, head, ports);
  const anew = () => approvals.request(proposal(pending, bound, head, asker, ports, redactorFor));
  const again = (one: Approval) => decideWith(judged, head, bound.digest, one, ports, watch.signal);
  const known = await approvals.find(bound.digest);
  if (known?.state === 'refused') {
    const refused = await again(known);
    // A no that the policy does not count, or no longer, is no reason never to ask again.
    const isRefused = refused.some(({ decision }) => decision.effect === 'deny');
    if (isRefused) return { judged: refused, approval: known, before: undefined };
  }
  const requested = known && open.has(known.state) ? { approval: known } : await anew();
  const before = earlier('before' in requested ? requested.before : undefined, known, bound);
  const approval = await voted(requested.approval, head, asker, approvals, ports);
  const asked: Asked = { judged: await again(approval), approval, before };
  const { waitSeconds } = approval.terms;
  if (waitSeconds === 0 || !asked.judged.some(isPending) || approval.state !== 'requested') return asked;
  watch.progress?.(0, undefined, `waiting for a person's approval (${approval.id})`);
  await approvals.wait(approval.id, waitSeconds, watch.signal);
  if (watch.signal?.aborted) throw new Fault('CANCELLED');
  const now = (await approvals.find(bound.digest)) ?? approval;
  return { judged: await again(now), approval: now, before };
}

const open: ReadonlySet<Approval['state']> = new Set(['requested', 'approved']);

/** What a new proposal comes after: one of the same target that it replaces, or the same one, unanswered in time. */
function earlier(replacing: Approval | undefined, known: Approval | undefined, bound: Bound): Asked['before'] {
  if (replacing) return { id: replacing.id, why: `: ${changed(replacing, bound)} changed since` };
  return known?.state === 'expired' ? { id: known.id, why: ', which expired' } : undefined;
}

/** Which of the three a newer proposal differs in from an older one of the same target. */
function changed({ parts }: Approval, bound: Bound): string {
  const names = { request: 'the arguments', live: 'the object', revision: 'the policy' } as const;
  const differing = (['request', 'live', 'revision'] as const).filter((part) => parts[part] !== bound.parts[part]);
  return differing.map((part) => names[part]).join(' and ') || 'what the cluster would make of it';
}

/** Casts the votes that came with the call itself, where the policy's terms know their channel. */
async function voted(
  approval: Approval,
  { subject }: Head,
  { approved, consent }: Asker,
  approvals: Approvals,
  ports: Ports,
): Promise<Approval> {
  if (approval.state !== 'requested') return approval;
  const { methods } = approval.terms;
  const mine = { approver: subject.id, groups: subject.groups, note: '', at: Math.floor(ports.now().getTime() / 1000) };
  const votes: Vote[] = [];
  if (approved && methods.includes('argument')) votes.push({ ...mine, method: 'argument', verdict: 'approve' });
  // A form that was answered for another proposal says nothing about this one.
  if (consent?.approval === approval.id && methods.includes('elicitation'))
    votes.push({ ...mine, method: 'elicitation', verdict: consent.verdict, note: (consent.note ?? '').slice(0, 200) });
  let now = approval;
  for (const vote of votes) now = await approvals.vote(approval.id, vote);
  return now;
}

/** Takes the approval for this call. Throws APPROVAL_USED when another call was faster. */
export async function claim({ id }: Approval, callId: string, { approvals }: Ports): Promise<void> {
  if (!(await approvals?.claim(id, callId))) throw new Fault('APPROVAL_USED');
}

/** Says how a call that claimed it ended. What cannot be kept then is found at the next start. */
export async function finish({ id }: Approval, outcome: string, { approvals }: Ports): Promise<void> {
  await approvals?.finish(id, outcome).catch(() => {});
}
