// Station 9: one event for every decision, also when the line broke. Holds no raw response and no fact, only digests.
import type { Judged } from './decide.ts';
import type { Observed } from './execute.ts';
import type { Fault } from './fault.ts';
import type { Call, DecisionEvent, Policy, Ports, Request } from './ports.ts';
import type { Redactor } from './redact/redactor.ts';

/** Where events go. */
export type Recorder = {
  /** Takes an event; resolves when it is kept or known to be lost, which few need to wait for. */
  readonly keep: (event: DecisionEvent, policy: Policy) => Promise<void>;
  /** Resolves when the event is on a disk. Throws LOG_UNWRITABLE or LOG_MISSING. */
  readonly insist: (event: DecisionEvent, policy: Policy) => Promise<void>;
};

type Outcome = DecisionEvent['custom']['outcome'];

/** The event of one decided request. */
export function decisionEvent(
  judged: Judged,
  observed: Observed | undefined,
  outcome: Outcome,
  policy: Policy,
  ports: Ports,
  redactor: Redactor,
  approvals: readonly string[] = [],
  fault: Fault | undefined = observed?.fault,
): DecisionEvent {
  const { input, decision } = judged;
  const facts = Object.fromEntries(
    Object.entries(input.facts).map(([name, fact]) => [name, fact === null ? null : ports.digest(fact)]),
  );
  const filtered = observed?.filtered;
  return {
    decision_id: judged.id,
    timestamp: input.now.rfc3339,
    path: 'main/decision',
    revision: policy.revision,
    input: inputOf(input, facts, redactor),
    result: resultOf(decision, redactor),
    error: fault ? { code: fault.code, message: said(fault.detail || fault.message, redactor) } : null,
    requested_by: input.subject.id,
    custom: {
      call_id: input.call.id,
      tool: input.call.tool,
      lap: input.call.lap,
      effect: decision.effect,
      input_digest: ports.digest(input),
      outcome,
      fault: fault?.code ?? '',
      obligations: outcome === 'executed' ? [...new Set(decision.obligations.map(({ type }) => type))].sort() : [],
      approvals,
      facts: judged.facts,
      redactions: filtered?.redactions ?? 0,
    },
  };
}

/** The event of a call that ended before anything could be decided. */
export function callEvent(
  id: string,
  callId: string,
  call: Call,
  code: string,
  detail: string,
  revision: string,
  ports: Ports,
  redactor: Redactor,
): DecisionEvent {
  const input = kept(
    {
      call: { id: callId, tool: call.tool.slice(0, 128), arguments: call.arguments, transport: call.transport },
      subject: call.subject,
    },
    redactor,
  ) ?? { call: { id: callId, transport: call.transport }, withheld: true };
  return {
    decision_id: id,
    timestamp: ports.now().toISOString(),
    path: 'main/plan',
    revision,
    input,
    result: null,
    error: { code, message: said(detail, redactor) },
    requested_by: call.subject.id,
    custom: {
      call_id: callId,
      tool: call.tool.slice(0, 128),
      lap: 0,
      effect: 'none',
      input_digest: '',
      outcome: 'refused',
      fault: code,
      obligations: [],
      approvals: [],
      facts: [],
      redactions: 0,
    },
  };
}

/** What came with a call is redacted; the rest of its input is ours. */
function inputOf(input: Judged['input'], facts: object, redactor: Redactor): unknown {
  const theirs = kept({ arguments: input.call.arguments, request: input.request, subject: input.subject }, redactor);
  if (!theirs) return { request: identity(input.request), withheld: true };
  const { arguments: args, request, subject } = theirs as Record<string, unknown>;
  return { ...input, facts, call: { ...input.call, arguments: args }, request, subject };
}

/** Obligations are the policy's own words; the subject of a reason is not. */
function resultOf(decision: Judged['decision'], redactor: Redactor): unknown {
  const theirs = kept({ reasons: decision.reasons, shadow: decision.shadow }, redactor);
  return theirs ? { ...decision, ...theirs } : { effect: decision.effect, withheld: true };
}

/** What the redactor cannot read stays out of the log, but the line is written all the same, with the little that is ours. */
function kept(value: object, redactor: Redactor): object | undefined {
  try {
    return redactor.value(value).value as object;
  } catch {
    return undefined;
  }
}

function said(text: string, redactor: Redactor): string {
  try {
    return redactor.text(text).text;
  } catch {
    return '';
  }
}

/** Of a request, the words that the cluster's discovery gave. */
function identity({ verb, group, version, resource, subresource }: Request): object {
  return { verb, group, version, resource, subresource };
}

const endings: Readonly<Partial<Record<Fault['code'], Outcome>>> = {
  CANCELLED: 'cancelled',
  OUTCOME_UNKNOWN: 'unknown',
  // Nothing was sent.
  LOG_UNWRITABLE: 'refused',
  LOG_MISSING: 'refused',
};

/** How a lap's end is called in the log. */
export function outcomeOf(observed: Observed | undefined, broken: Fault | undefined): Outcome {
  if (broken) return broken.code === 'CANCELLED' ? 'cancelled' : 'refused';
  if (!observed) return 'refused';
  if (observed.fault) return endings[observed.fault.code] ?? 'failed';
  if (observed.outcome !== 'ok') return 'refused';
  return observed.judged.planned.execute === false ? 'not_executed' : 'executed';
}
