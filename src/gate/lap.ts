// One lap of the line: resolve, decide, approve, execute. All of it is decided before any of it is sent.
import { type Asked, type Asker, ask, claim, finish, isPending } from './approve.ts';
import { decide, type Head, type Judged, Unlearned } from './decide.ts';
import { approvable, broken, halfDone, refused, unapproved } from './ending.ts';
import { bindAll, execute, type Observed, told } from './execute.ts';
import { asFault, Fault } from './fault.ts';
import { idle, mutate } from './mutate.ts';
import { isIdle, isMutation, isWrite } from './mutation.ts';
import type { Binding } from './obligations.ts';
import { at, parsePointer, put, without } from './pointer.ts';
import type { Approval, Decided, PlannedRequest, Ports, Request, Result, Watch } from './ports.ts';
import { decisionEvent, outcomeOf, type Recorder } from './record.ts';
import type { RedactorFor } from './redactors.ts';
import { resolve } from './resolve.ts';

/** What a call has seen so far, and the world it sees. */
export type Journey = {
  readonly head: Head;
  readonly observed: readonly Observed[];
  readonly decided: readonly Decided[];
  readonly ports: Ports;
  readonly redactorFor: RedactorFor;
  readonly recorder: Recorder;
  readonly watch: Watch;
};

/** One lap. Gives the journey after it, or the result that ends the call. */
export async function travel(
  fresh: readonly PlannedRequest[],
  before: Journey,
  asker: Asker,
): Promise<Journey | Result> {
  const { head, ports, redactorFor, watch } = before;
  const requests = (await Promise.all(fresh.map((planned) => exact(planned, before)))).filter(isKnown);
  let judged: readonly Judged[] = [];
  let asked: Asked | undefined;
  const on = (): Journey => ({ ...before, decided: [...before.decided, ...judged.map(decidedOf)] });
  try {
    if (requests.length > 0) judged = await decide(requests, head, ports, watch.signal);
    if (judged.some(stops)) return refusedLap(judged, on());
    // Said before a person is asked for what then could not be done.
    if (ports.lasting === false && judged.some(isReal)) throw new Fault('LOG_MISSING');
    if (judged.some(isPending)) {
      if (!ports.approvals) return refusedLap(judged, on());
      asked = await ask(judged, head, asker, ports, redactorFor, watch);
      judged = asked.judged;
      if (judged.some(stops)) return refusedLap(judged, on(), asked.approval);
      if (judged.some(isPending)) return waitingLap(judged, asked, on());
    }
    const bindings = bindAll(judged);
    const observed = await carryOut(judged, bindings, asked?.approval, on());
    const failed = observed.find((one) => one.fault && one.judged.planned.optional !== true);
    const after = { ...on(), observed: [...before.observed, ...observed] };
    if (!failed?.fault) return after;
    const wrote = judged.filter((one) => isMutation(one, bindings.get(one.id)) && !isIdle(one));
    return wrote.length > 1 ? halfDone(failed.fault, wrote, after) : broken(failed.fault, on());
  } catch (thrown) {
    const fault = asFault(thrown);
    if (thrown instanceof Unlearned) judged = thrown.judged;
    // Nothing was decided yet: the call as a whole has a line.
    if (judged.length === 0) throw fault;
    log(judged, [], on(), { fault, approval: asked?.approval });
    return broken(new Fault(fault.code, told(fault.detail, redactorFor()), fault.cause), on());
  }
}

/** true when it would really change something. */
function isReal(judged: Judged): boolean {
  return isMutation(judged, undefined) && !isIdle(judged);
}

type Known = { readonly planned: PlannedRequest; readonly request: Request };

function isKnown(one: { readonly planned: PlannedRequest; readonly request: Request | undefined }): one is Known {
  return one.request !== undefined;
}

/** The exact request, its body whole; a read that may be missing is left out when its kind is. */
async function exact(planned: PlannedRequest, journey: Journey) {
  try {
    const body = planned.takes ? filled(planned, journey) : planned.body;
    const whole = body === undefined ? planned : { ...planned, body };
    return { planned, request: await resolve(whole, journey.ports, journey.watch.signal) };
  } catch (thrown) {
    if (planned.optional === true && asFault(thrown).code === 'KIND_UNKNOWN') return { planned, request: undefined };
    throw thrown;
  }
}

/** A body with a part of an object that was held: the planner moves what it may not see. */
function filled({ body = {}, takes }: PlannedRequest, { observed }: Journey): Record<string, unknown> {
  const held = observed.find(({ judged }) => judged.planned.id === takes?.observation)?.held;
  const [from, to] = [parsePointer(takes?.from ?? ''), parsePointer(takes?.to ?? '')];
  const out = (takes?.without ?? []).map(parsePointer);
  if (!held || !from || !to || out.some((keys) => keys === undefined)) throw new Fault('POLICY_INVALID');
  const part = out.reduce<unknown>((left, keys) => without(left, keys ?? []), at(held, from));
  const whole = put(body, to, part);
  if (part === undefined || typeof whole !== 'object' || whole === null || Array.isArray(whole))
    throw new Fault('REQUEST_INVALID', 'There is nothing to take from what was read.');
  return whole as Record<string, unknown>;
}

function decidedOf({ id, request, decision }: Judged): Decided {
  return { id, request, decision };
}

/** true when this decision stops its whole lap, whoever agrees. */
function stops({ planned, request, decision }: Judged): boolean {
  // A plan cannot make a write optional.
  const spared = planned.optional === true && !isWrite(request);
  return planned.execute !== false && decision.effect === 'deny' && !spared;
}

function refusedLap(judged: readonly Judged[], journey: Journey, approval?: Approval): Result {
  log(judged, [], journey, { approval });
  const stopping = judged.filter(stops);
  return stopping.length > 0 ? refused(stopping, journey, approval) : unapproved(judged.filter(isPending), journey);
}

function waitingLap(judged: readonly Judged[], asked: Asked, journey: Journey): Result {
  log(
    judged.filter((one) => !isIdle(one)),
    [],
    journey,
    { approval: asked.approval, outcome: 'waiting' },
  );
  log(judged.filter(isIdle), [], journey, { outcome: 'not_executed' });
  return approvable(judged.filter(isPending), asked, journey);
}

/** Reads run together. Once something is changed, everything goes in order, and nothing follows a failure. */
async function carryOut(
  judged: readonly Judged[],
  bindings: ReadonlyMap<string, Binding>,
  approval: Approval | undefined,
  journey: Journey,
): Promise<readonly Observed[]> {
  const { head, ports, redactorFor, watch } = journey;
  const { lap } = head.call;
  const writes = (one: Judged) => one.planned.execute !== false && isWrite(one.request);
  const one = async (next: Judged): Promise<Observed> => {
    if (isIdle(next)) return idle(next, lap);
    const binding = bindings.get(next.id);
    if (!binding || !isWrite(next.request)) return execute(next, binding, lap, ports, redactorFor, watch);
    const kept = isMutation(next, binding) ? (sending: Judged) => insist(sending, journey, approval) : undefined;
    return mutate(next, binding, lap, kept, ports, redactorFor, watch);
  };
  if (!judged.some(writes)) {
    const observed = await Promise.all(judged.map(one));
    log(judged, observed, journey, {});
    return observed;
  }
  if (approval) await claim(approval, head.call.id, ports);
  const observed: Observed[] = [];
  for (const next of judged) {
    const seen = await one(next);
    observed.push(seen);
    // The approval is not ended, and nobody answered, before the log has it.
    await log([next], [seen], journey, isIdle(next) ? { outcome: 'not_executed' } : { approval });
    if (seen.fault && next.planned.optional !== true) break;
  }
  const sent = observed.filter(({ judged: one }) => !isIdle(one));
  if (approval) await finish(approval, sent.map((seen) => outcomeOf(seen, undefined)).join(', '), ports);
  const rest = judged.filter((left) => !observed.some((seen) => seen.judged === left));
  log(rest, [], journey, { approval, outcome: 'not_executed' });
  return observed;
}

/** The line of a mutation, on the disk before it is sent. */
async function insist(judged: Judged, { head, ports, redactorFor, recorder }: Journey, approval?: Approval) {
  const ids = approval ? [approval.id] : [];
  const event = decisionEvent(judged, undefined, 'sending', head.policy, ports, redactorFor(), ids);
  await recorder.insist(event, head.policy);
}

type Ending = {
  readonly fault?: Fault | undefined;
  readonly approval?: Approval | undefined;
  readonly outcome?: ReturnType<typeof outcomeOf>;
};

/** One line for each decision; how it ended is read off what was observed, unless it is said. Resolves when all are kept. */
function log(
  judged: readonly Judged[],
  observed: readonly Observed[],
  { head, ports, redactorFor, recorder }: Journey,
  { fault, approval, outcome }: Ending,
): Promise<unknown> {
  const ids = approval ? [approval.id] : [];
  const kept = judged.map((one) => {
    const seen = observed.find((other) => other.judged === one);
    const [ending, error] = [outcome ?? outcomeOf(seen, fault), seen?.fault ?? fault];
    return recorder.keep(decisionEvent(one, seen, ending, head.policy, ports, redactorFor(), ids, error), head.policy);
  });
  return Promise.all(kept);
}
