// Station 4: what needs a person is put on record under one digest, the policy decides again with what people said, and
// until it is content the call ends in words that say what waits. Whether a yes is enough is the policy's matter alone.
import { substance } from './changes.ts';
import { eachText, reveal, spell } from './clean.ts';
import { decideWith, type Head, type Judged } from './decide.ts';
import { asFault, Fault } from './fault.ts';
import { isIdle } from './mutation.ts';
import { type Binding, bind } from './obligations.ts';
import type { Approval, Approvals, Call, Ports, Proposal, Proposed, Vote, Watch } from './ports.ts';
import type { RedactorFor } from './redactors.ts';
import { line, shownChanges } from './shown.ts';

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
    if (!refused.some(isPending)) return { judged: refused, approval: known, before: undefined };
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

type Bound = Pick<Proposal, 'digest' | 'target' | 'parts'>;

/**
 * What a yes is bound to (DESIGN §9): who asks, where, the requests, what they would change, the policy, and the live
 * objects, as far as they are not the cluster's own account of itself: a status moves while a person reads.
 */
function binding(pending: readonly Judged[], { subject, policy }: Head, { cluster, digest }: Ports): Bound {
  const who = { id: subject.id, groups: subject.groups, cluster: cluster.info.name };
  const requests = pending.map(({ request }) => request.digest);
  const live = pending.map(({ input: { facts } }) => ({
    uid: ((facts.live?.metadata ?? {}) as { uid?: unknown }).uid ?? '',
    content: substance(facts.live, ['status']) ?? null,
  }));
  // What the server fills into a new object may differ from one dry run to the next; the object itself is the request.
  const changes = pending.map(({ input: { facts } }) => (facts.live === null ? [] : facts.changes));
  const parts = { request: digest(requests), live: digest(live), revision: policy.revision };
  const targets = pending.map(({ request: { group, resource, namespace, name } }) => [
    group,
    resource,
    namespace,
    name,
  ]);
  return {
    digest: digest({ who, requests, changes, live, revision: policy.revision }),
    target: digest({ who, targets }),
    parts,
  };
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

function proposal(
  pending: readonly Judged[],
  bound: Bound,
  { call, subject }: Head,
  { why }: Asker,
  { cluster, yaml }: Ports,
  redactorFor: RedactorFor,
): Proposal {
  const plain = redactorFor();
  const [first] = pending;
  if (!first) throw new Fault('INTERNAL');
  const requests = pending.map((one) => proposed(one, yaml, redactorFor));
  const terms = strictest(pending.map(({ decision }) => decision.approval));
  return {
    ...bound,
    cluster: cluster.info.name,
    tool: call.tool,
    requester: { id: subject.id, groups: subject.groups, agent: subject.agent },
    why: spell(plain.text(reveal(why)).text).slice(0, 400),
    requests,
    reasons: pending.flatMap(({ decision }) => decision.reasons),
    // Whoever agrees to what is not shown takes the higher risk.
    terms: requests.some(({ unseen }) => unseen > 0) ? { ...terms, risk: 'high' } : terms,
  };
}

/** What of a request is not as usual, in words. */
export function optionsOf({ options, verb }: Judged['request'], { force }: Pick<Binding, 'force'>): readonly string[] {
  const { gracePeriodSeconds: grace, propagationPolicy, uid, patch } = options;
  return [
    ...(grace >= 0 ? [`grace period ${grace} s${grace === 0 ? ': without waiting for it to end' : ''}`] : []),
    ...(propagationPolicy === '' ? [] : [`what it owns: ${propagationPolicy}`]),
    ...(uid === '' ? [] : [`only if its uid is ${uid}`]),
    ...(force || options.force ? ['takes fields over from their managers'] : []),
    ...(patch === 'apply' ? [`${verb} as server-side apply: also becomes manager of the fields that it names`] : []),
  ];
}

function tried({ facts, request }: Judged['input']): string {
  if (facts.changes === null) return 'not asked for';
  // The very object that was sent stands for one that could not be tried.
  return facts.dryRun === request.body ? 'not possible: its namespace comes with it' : 'accepted';
}

/** What nobody could be shown whole, nobody is asked about: bytes of one object as YAML. */
const textMost = 256 * 1024;

function proposed({ request, input, decision }: Judged, yaml: Ports['yaml'], redactorFor: RedactorFor): Proposed {
  const binding = bind(decision.obligations);
  const redactor = redactorFor(binding);
  const { facts } = input;
  const shown = shownChanges(facts.changes ?? [], [], redactor, reveal);
  const text = (object: typeof facts.live): string => {
    const part = substance(object, ['status']);
    if (part === undefined) return '';
    const written = yaml(inOrder(eachText(redactor.value(eachText(part, reveal)).value, spell)));
    if (written.length > textMost) throw new Fault('INPUT_TOO_LARGE', 'It cannot be shown to a person whole.');
    return written;
  };
  const { verb, group, version, kind, resource, subresource, namespace, name } = request;
  return {
    ...{ verb, group, version, kind, resource, subresource, namespace, name },
    options: optionsOf(request, binding),
    unseen: shown.unseen,
    changes: shown.changes.map(line),
    before: text(facts.live),
    after: text(facts.dryRun),
    dryRun: tried(input),
  };
}

/** Keys sorted at every depth, so that a diff shows what changed and not where a server put it. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]));
}

/** Several requests under one yes: the terms of the strictest. */
function strictest(terms: readonly Proposal['terms'][]): Proposal['terms'] {
  const [first, ...others] = terms;
  if (!first) throw new Fault('INTERNAL');
  return others.reduce((one, other) => {
    const risks = ['low', 'medium', 'high'] as const;
    return {
      methods: one.methods.filter((method) => other.methods.includes(method)),
      approvers: one.approvers.length === 0 ? other.approvers : one.approvers,
      quorum: Math.max(one.quorum, other.quorum),
      requestWithinSeconds: Math.min(one.requestWithinSeconds, other.requestWithinSeconds),
      useWithinSeconds: Math.min(one.useWithinSeconds, other.useWithinSeconds),
      waitSeconds: Math.min(one.waitSeconds, other.waitSeconds),
      notRequester: one.notRequester || other.notRequester,
      risk: risks[Math.max(risks.indexOf(one.risk), risks.indexOf(other.risk))] ?? 'high',
    };
  }, first);
}

/** Takes the approval for this call. Throws APPROVAL_USED when another call was faster. */
export async function claim({ id }: Approval, callId: string, { approvals }: Ports): Promise<void> {
  if (!(await approvals?.claim(id, callId))) throw new Fault('APPROVAL_USED');
}

/** Says how a call that claimed it ended. What cannot be kept then is found at the next start. */
export async function finish({ id }: Approval, outcome: string, { approvals }: Ports): Promise<void> {
  await approvals?.finish(id, outcome).catch((thrown: unknown) => asFault(thrown));
}
