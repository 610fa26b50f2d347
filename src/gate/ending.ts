// How a call ends when it does not simply end well: refused, waiting for a person, broken, or half done.

import { changesPiece } from './answer/changes.ts';
import { write } from './answer/piece.ts';
import { failure, misuse, refusal } from './answer/refusal.ts';
import type { Asked } from './approve.ts';
import { cell, reveal } from './clean.ts';
import type { Judged } from './decide.ts';
import { Fault } from './fault.ts';
import type { Journey } from './lap.ts';
import { bind, higher } from './obligations.ts';
import type { Approval, Change, Reason, Result, Waiting } from './ports.ts';
import { optionsOf, sidesOf } from './proposal.ts';
import type { Redactor } from './redact/redactor.ts';
import { isWhole, line, type ShownChange, type Sides, shownChanges } from './shown.ts';

/** What every result of a journey carries. */
export function ended({ observed, decided, head }: Journey): Pick<Result, 'classification' | 'decisions' | 'revision'> {
  const classification = observed.reduce(
    (level, { binding }) => higher(level, binding?.classification ?? ''),
    'public',
  );
  return { classification, decisions: decided, revision: head.policy.revision };
}

/** At least one decision says no; a person who did may have said why. */
export function refused(refusing: readonly Judged[], journey: Journey, approval?: Approval): Result {
  const reasons = refusing.flatMap(({ decision }) => decision.reasons);
  const { revision } = journey.head.policy;
  const text = refusal(`Refused by policy; ${nothing(journey)}.`, reasons, idsOf(refusing), revision);
  const notes = (approval?.votes ?? []).flatMap(({ verdict, approver, note }) =>
    verdict === 'refuse' && note !== '' ? [`${cell(approver)} wrote: "${cell(note).replaceAll('"', "'")}"`] : [],
  );
  return { ...ended(journey), outcome: 'deny', code: reasons[0]?.code ?? 'denied', text: [text, ...notes].join('\n') };
}

/** The tool itself sends nothing more: what was asked for makes no sense for what it saw. */
export function declined(reasons: readonly Reason[], journey: Journey): Result {
  const { revision } = journey.head.policy;
  const text = refusal(
    `Not done: ${nothing(journey)}.`,
    reasons,
    journey.decided.map(({ id }) => id),
    revision,
  );
  return { ...ended(journey), outcome: 'deny', code: reasons[0]?.code ?? 'refused', text };
}

/** A person must agree, and nobody can be asked. */
export function unapproved(pending: readonly Judged[], journey: Journey): Result {
  const reasons = pending.flatMap(({ decision }) => decision.reasons);
  const head = `A person must approve this; ${nothing(journey)}.`;
  const text = `${refusal(head, reasons, idsOf(pending), journey.head.policy.revision)}\n${failure(new Fault('APPROVAL_UNAVAILABLE'), [])}`;
  return { ...ended(journey), outcome: 'approve', code: reasons[0]?.code ?? 'APPROVAL_UNAVAILABLE', text };
}

/** It waits for a person: what, how they answer, and what to do meanwhile. */
export function approvable(pending: readonly Judged[], { approval, before }: Asked, journey: Journey): Result {
  const { head, ports } = journey;
  const { id, terms, expiresAt, agreed, cluster } = approval;
  const reasons = pending.flatMap(({ decision }) => decision.reasons);
  // Who asks sees of it what they may read; the person who decides sees all of it.
  const seen = pending.map((judged) => {
    const { request, input, decision } = judged;
    const binding = bind(decision.obligations);
    const [all, sides, redactor] = [input.facts.changes ?? [], sidesOf(input.facts), journey.redactorFor(binding)];
    const shown = shownChanges(all, sides, binding.trees, redactor);
    const options = optionsOf(judged, binding).map((option) => `  (${option})`);
    const lines = [`${request.verb} ${named(request)}`, ...options, ...shown.changes.map((one) => `  ${line(one)}`)];
    return {
      lines,
      isWhole: () => shown.redactions + shown.unseen === 0 && isAll(shown.changes, all, sides, redactor),
    };
  });
  const changes = seen.flatMap(({ lines }) => lines);
  const piece = changesPiece(`What would change, cluster ${cluster}`, changes, 'The person who decides sees them all.');
  const until = new Date(expiresAt * 1000).toISOString();
  const text = [
    refusal(`Waiting for a person; ${nothing(journey)}.`, reasons, idsOf(pending), head.policy.revision),
    write(piece, 8 * 1024, ports.fingerprint),
    `Approval ${id}, risk ${terms.risk}, ${agreed} of ${terms.quorum} so far, open until ${until}.`,
    asked(approval, ports),
    ...(before === undefined ? [] : [`It takes the place of approval ${before.id}${before.why}.`]),
  ].join('\n');
  const isAsked = terms.methods.includes('elicitation') && seen.every(({ isWhole }) => isWhole());
  const question = isAsked ? [`Approve on cluster ${cluster}? Risk: ${terms.risk}.`, ...changes].join('\n') : '';
  const waiting: Waiting = { id, methods: terms.methods, question, expiresAt };
  return {
    ...ended(journey),
    outcome: 'approve',
    code: reasons[0]?.code ?? 'approval_needed',
    text,
    approval: waiting,
  };
}

/** A form shows what the caller may read: whether that is, to the letter, what a person would be shown elsewhere. */
function isAll(shown: readonly ShownChange[], changes: readonly Change[], sides: Sides, redactor: Redactor): boolean {
  const told = shownChanges(changes, sides, [], redactor, reveal).changes;
  return told.every((one, at) => isWhole(one) && line(one) === line(shown[at] ?? one));
}

/** Who answers, and where: only ways that the policy lists and this server has; and what to do then. */
function asked({ id, terms: { methods, approvers } }: Approval, { approvals }: Journey['ports']): string {
  const ways = approvals?.ways(id) ?? {};
  const open = methods.filter((method) => Object.hasOwn(ways, method)).sort();
  const who = approvers.length === 0 ? 'A person' : `One of ${approvers.join(', ')}`;
  const then = 'Then make the same call again, with the same arguments.';
  if (open.length > 0) return `${who} answers ${open.map((method) => ways[method]).join(', or ')}. ${then}`;
  if (methods.includes('elicitation')) return `Your own client asks its person, if it can. ${then}`;
  return failure(new Fault('APPROVAL_UNAVAILABLE'), []);
}

/** Our own failure, or the cluster's. */
export function broken(fault: Fault, journey: Journey): Result {
  const text = failure(
    fault,
    journey.decided.map(({ id }) => id),
  );
  return { ...ended(journey), outcome: 'fault', code: fault.code, text, cause: fault.cause };
}

/** Of several changes some were made and one was not: which, and how to go on. */
export function halfDone(fault: Fault, wrote: readonly Judged[], journey: Journey): Result {
  const outcome = (one: Judged) => journey.observed.find(({ judged }) => judged === one)?.outcome;
  const list = (head: string, which: readonly Judged[]) =>
    which.length === 0 ? [] : [`${head}: ${which.map(({ request }) => named(request)).join(', ')}.`];
  const text = [
    failure(fault, []),
    ...list(
      'Done',
      wrote.filter((one) => outcome(one) === 'ok'),
    ),
    ...list(
      'Failed',
      wrote.filter((one) => outcome(one) === 'fault'),
    ),
    ...list(
      'Not sent',
      wrote.filter((one) => outcome(one) === undefined),
    ),
    'To go on: remove the cause, then make the same call again: what is done is left as it is, the rest may need a new yes.',
    `Decision ${idsOf(wrote).join(', ')}.`,
  ].join('\n');
  return { ...ended(journey), outcome: 'fault', code: fault.code, text, cause: fault.cause };
}

/** The result of arguments that do not fit their card. */
export function misused(tool: string, problems: readonly string[], revision: string): Result {
  const text = misuse(tool, problems);
  return { outcome: 'usage', code: 'ARGUMENTS', text, classification: 'public', decisions: [], revision };
}

/** `deployments.apps shop/web`. */
function named({ resource, subresource, group, namespace, name }: Judged['request']): string {
  return `${resource}${group === '' ? '' : `.${group}`}${subresource === '' ? '' : `/${subresource}`} ${namespace === '' ? '' : `${namespace}/`}${name}`;
}

function idsOf(judged: readonly Judged[]): readonly string[] {
  return judged.map(({ id }) => id);
}

/** Lookups of earlier laps were allowed, and sent. */
function nothing({ observed }: Journey): string {
  return observed.length > 0 ? 'nothing more was sent' : 'nothing was sent';
}
