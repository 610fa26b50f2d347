// The line a call travels, read downwards. Knows no tool, no kind, no HTTP, no file, no clock.
import { answer } from './answer/answer.ts';
import { failure, misuse, refusal } from './answer/refusal.ts';
import { clock, decide, type Head, type Judged } from './decide.ts';
import type { Planning } from './documents.ts';
import { bindAll, execute, type Observed, told } from './execute.ts';
import { asFault, Fault } from './fault.ts';
import { higher } from './obligations.ts';
import type { Call, Decided, PlannedRequest, Policy, Ports, Request, Result, Watch } from './ports.ts';
import { callEvent, decisionEvent, outcomeOf } from './record.ts';
import type { RedactorFor } from './redactors.ts';
import { resolve } from './resolve.ts';

/** Laps and requests that one call may take. */
const most = { laps: 6, requests: 64 };

/** What a call has seen so far. */
type Journey = {
  readonly head: Head;
  readonly observed: readonly Observed[];
  readonly decided: readonly Decided[];
  readonly event: (event: ReturnType<typeof decisionEvent>) => void;
};

export type Line = (
  call: Call,
  tool: { readonly args: Record<string, unknown> },
  policy: Policy,
  callId: string,
  watch: Watch,
) => Promise<Result>;

/** The line over these ports. `keep` takes the events; it must not wait for them. */
export function createLine(
  ports: Ports,
  redactorFor: RedactorFor,
  keep: (event: Parameters<Ports['record']>[0], policy: Policy) => void,
): Line {
  return async (call, { args }, policy, callId, watch) => {
    const head: Head = {
      call: { id: callId, tool: call.tool, arguments: args, lap: 1, transport: call.transport },
      subject: call.subject,
      policy,
    };
    const event = (one: ReturnType<typeof decisionEvent>) => keep(one, policy);
    let journey: Journey = { head, observed: [], decided: [], event };
    try {
      for (let lap = 1; ; lap += 1) {
        const on = { ...journey, head: { ...head, call: { ...head.call, lap } } };
        const plan = await policy.plan(planning(on, ports), watch.signal);
        const fresh = unseen(plan.requests, on);
        if (fresh.length === 0 && on.observed.length === 0) throw new Fault('PLAN_EMPTY');
        if (fresh.length + on.observed.length > most.requests) throw new Fault('PLAN_TOO_LARGE');
        const end = fresh.length === 0 ? on : await travel(fresh, on, ports, redactorFor, watch);
        if ('outcome' in end) return end;
        if (fresh.length === 0 || plan.more !== true) return await say(end, plan.answer === true, ports, watch);
        if (lap === most.laps) throw new Fault('PLAN_TOO_LARGE');
        journey = end;
      }
    } catch (thrown) {
      const fault = asFault(thrown);
      const shown = new Fault(fault.code, told(fault.detail, redactorFor()), fault.cause);
      if (journey.decided.length === 0 && !(thrown instanceof Logged))
        keep(
          callEvent(ports.id(), callId, call, shown.code, shown.detail, policy.revision, ports, redactorFor()),
          policy,
        );
      return broken(shown, journey);
    }
  };
}

/** A fault whose decisions already stand in the log. */
class Logged extends Fault {}

/** One lap: resolve, decide, execute. Gives the journey after it, or the result that ends the call. */
async function travel(
  fresh: readonly PlannedRequest[],
  journey: Journey,
  ports: Ports,
  redactorFor: RedactorFor,
  watch: Watch,
): Promise<Journey | Result> {
  const { head } = journey;
  const { lap } = head.call;
  const resolved = await Promise.all(fresh.map((planned) => exact(planned, ports, watch)));
  const known = resolved.filter((one) => one.request !== undefined) as { planned: PlannedRequest; request: Request }[];
  const judged = known.length === 0 ? [] : await decide(known, head, ports, watch.signal);
  const decided = [...journey.decided, ...judged.map(({ id, request, decision }) => ({ id, request, decision }))];
  const log = (observed: readonly Observed[], fault?: Fault) => {
    for (const one of judged) {
      const seen = observed.find((other) => other.judged === one);
      journey.event(decisionEvent(one, seen, outcomeOf(seen, fault), head.policy, ports, redactorFor()));
    }
  };
  const refusing = judged.filter(stops);
  if (refusing.length > 0) {
    log([]);
    return refused(refusing, { ...journey, decided });
  }
  try {
    const bindings = bindAll(judged);
    const observed = await Promise.all(
      judged.map((one) => execute(one, bindings.get(one.id), lap, ports, redactorFor, watch)),
    );
    log(observed);
    const failed = observed.find((one) => one.fault && one.judged.planned.optional !== true);
    if (failed?.fault) return broken(failed.fault, { ...journey, decided });
    return { ...journey, decided, observed: [...journey.observed, ...observed] };
  } catch (thrown) {
    const fault = asFault(thrown);
    log([], fault);
    throw new Logged(fault.code, fault.detail, fault.cause);
  }
}

/** The exact request; a read that may be missing is left out when its kind is. */
async function exact(
  planned: PlannedRequest,
  ports: Ports,
  watch: Watch,
): Promise<{ readonly planned: PlannedRequest; readonly request: Request | undefined }> {
  try {
    return { planned, request: await resolve(planned, ports, watch.signal) };
  } catch (thrown) {
    if (planned.optional === true && asFault(thrown).code === 'KIND_UNKNOWN') return { planned, request: undefined };
    throw thrown;
  }
}

/** true when this decision stops its whole lap. */
function stops({ planned, decision }: Judged): boolean {
  return (
    planned.execute !== false &&
    decision.effect !== 'allow' &&
    !(planned.optional === true && decision.effect === 'deny')
  );
}

function unseen(requests: readonly PlannedRequest[], { observed }: Journey): readonly PlannedRequest[] {
  const ids = new Set(observed.map(({ judged }) => judged.planned.id));
  const fresh = requests.filter(({ id }) => !ids.has(id));
  if (new Set(fresh.map(({ id }) => id)).size !== fresh.length) throw new Fault('POLICY_INVALID');
  return fresh;
}

function planning({ head, observed }: Journey, ports: Ports): Planning {
  return {
    version: 'portcullis.planning/v1',
    call: head.call,
    subject: head.subject,
    cluster: ports.cluster.info,
    observations: observed.map(({ judged, lap, outcome, data, reasons, fault, filtered }) => {
      const { verb, group, version, kind, resource, subresource, scope, namespace, name } = judged.request;
      return {
        id: judged.planned.id,
        lap,
        outcome,
        request: { verb, group, version, kind, resource, subresource, scope, namespace, name },
        data: data ?? null,
        reasons: [...reasons],
        fault: fault ? { code: fault.code, remedy: fault.remedy } : null,
        truncated: filtered !== undefined && filtered.cursor !== '',
      };
    }) as Planning['observations'],
    waited: false,
    now: clock(ports.now()),
  };
}

async function say(journey: Journey, written: boolean, ports: Ports, watch: Watch): Promise<Result> {
  const words = written ? await journey.head.policy.answer(planning(journey, ports), watch.signal) : undefined;
  const text = answer(journey.observed, words, ports);
  return {
    ...ended(journey),
    outcome: 'allow',
    code: '',
    text,
    ...(words?.data === undefined ? {} : { data: words.data }),
  };
}

function refused(refusing: readonly Judged[], journey: Journey): Result {
  const denied = refusing.filter(({ decision }) => decision.effect === 'deny');
  const speaking = denied.length > 0 ? denied : refusing;
  const reasons = speaking.flatMap(({ decision }) => decision.reasons);
  const ids = speaking.map(({ id }) => id);
  const revision = journey.head.policy.revision;
  if (denied.length > 0)
    return {
      ...ended(journey),
      outcome: 'deny',
      code: reasons[0]?.code ?? 'denied',
      text: refusal(`Refused by policy; ${nothing(journey)}.`, reasons, ids, revision),
    };
  const text = `${refusal(`A person must approve this; ${nothing(journey)}.`, reasons, ids, revision)}\n${failure(new Fault('APPROVAL_UNAVAILABLE'), [])}`;
  return { ...ended(journey), outcome: 'approve', code: reasons[0]?.code ?? 'APPROVAL_UNAVAILABLE', text };
}

/** Lookups of earlier laps were allowed, and sent. */
function nothing({ observed }: Journey): string {
  return observed.length > 0 ? 'nothing more was sent' : 'nothing was sent';
}

function broken(fault: Fault, journey: Journey): Result {
  return {
    ...ended(journey),
    outcome: 'fault',
    code: fault.code,
    text: failure(
      fault,
      journey.decided.map(({ id }) => id),
    ),
    cause: fault.cause,
  };
}

function ended({ observed, decided, head }: Journey): Pick<Result, 'classification' | 'decisions' | 'revision'> {
  const classification = observed.reduce(
    (level, { binding }) => higher(level, binding?.classification ?? ''),
    'public',
  );
  return { classification, decisions: decided, revision: head.policy.revision };
}

/** The result of arguments that do not fit their card. */
export function misused(tool: string, problems: readonly string[], revision: string): Result {
  return {
    outcome: 'usage',
    code: 'ARGUMENTS',
    text: misuse(tool, problems),
    classification: 'public',
    decisions: [],
    revision,
  };
}
