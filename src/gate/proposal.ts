// What a person is asked: who wants what of which objects, what would change, and what a yes is bound to. Asks nobody.
import type { Asker } from './approve.ts';
import { substance } from './changes.ts';
import { eachText, reveal, spell } from './clean.ts';
import type { Head, Judged } from './decide.ts';
import { Fault } from './fault.ts';
import { type Binding, bind } from './obligations.ts';
import type { Ports, Proposal, Proposed } from './ports.ts';
import type { RedactorFor } from './redactors.ts';
import { line, type Sides, shownChanges } from './shown.ts';

/** What a yes is bound to, and what it is about. */
export type Bound = Pick<Proposal, 'digest' | 'target' | 'parts'>;

/**
 * What a yes is bound to (DESIGN §9): who asks, where, the requests, what they would change, the policy, and the live
 * objects, as far as they are not the cluster's own account of itself: a status moves while a person reads.
 */
export function binding(pending: readonly Judged[], { subject, policy }: Head, { cluster, digest }: Ports): Bound {
  const who = { id: subject.id, groups: subject.groups, cluster: cluster.info };
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

/** The proposal as it goes on record: redacted, and complete in what would change. Throws INPUT_TOO_LARGE for what cannot be shown whole. */
export function proposal(
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

const makes = 'makes it: there is no such object yet';
const manages = 'by server-side apply: also becomes manager of the fields that it names';

/** What of a request is not as usual, in words. */
export function optionsOf({ request, input }: Judged, { force }: Pick<Binding, 'force'>): readonly string[] {
  const { options } = request;
  const { gracePeriodSeconds: grace, propagationPolicy, uid, patch } = options;
  return [
    ...(grace >= 0 ? [`grace period ${grace} s${grace === 0 ? ': without waiting for it to end' : ''}`] : []),
    ...(propagationPolicy === '' ? [] : [`what it owns: ${propagationPolicy}`]),
    ...(uid === '' ? [] : [`only if its uid is ${uid}`]),
    ...(force || options.force ? ['takes fields over from their managers'] : []),
    ...(patch !== 'apply' ? [] : [input.facts.live === null ? makes : manages]),
  ];
}

function tried({ facts, request }: Judged['input']): string {
  if (facts.changes === null) return 'not asked for';
  // The very object that was sent stands for one that could not be tried.
  return facts.dryRun === request.body ? 'not possible: its namespace comes with it' : 'accepted';
}

/** What nobody could be shown whole, nobody is asked about: bytes of one object as YAML. */
const textMost = 256 * 1024;

function proposed(judged: Judged, yaml: Ports['yaml'], redactorFor: RedactorFor): Proposed {
  const { request, input, decision } = judged;
  const binding = bind(decision.obligations);
  const redactor = redactorFor(binding);
  const { facts } = input;
  const shown = shownChanges(facts.changes ?? [], sidesOf(facts), [], redactor, reveal);
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
    options: optionsOf(judged, binding),
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

/** The two objects that a change was found between. */
export function sidesOf({ live, dryRun }: Judged['input']['facts']): Sides {
  return { from: live, to: dryRun };
}
