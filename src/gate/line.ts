// The line a call travels, read downwards. Knows no tool, no kind, no HTTP, no file, no clock.
import { answer } from './answer/answer.ts';
import type { Asker } from './approve.ts';
import { clock, type Head } from './decide.ts';
import type { Plan, Planning } from './documents.ts';
import { broken, declined, ended } from './ending.ts';
import { exact } from './exact.ts';
import { told } from './execute.ts';
import { asFault, Fault } from './fault.ts';
import { type Journey, travel } from './lap.ts';
import { patience } from './patience.ts';
import type { Call, PlannedRequest, Policy, Ports, Result, Watch } from './ports.ts';
import { callEvent, type Recorder } from './record.ts';
import type { RedactorFor } from './redactors.ts';

/** Laps and requests that one call may take. */
const most = { laps: 6, requests: 64 };

export type Line = (
  call: Call,
  tool: { readonly args: Record<string, unknown> },
  policy: Policy,
  callId: string,
  watch: Watch,
) => Promise<Result>;

/** The line over these ports. */
export function createLine(ports: Ports, redactorFor: RedactorFor, recorder: Recorder): Line {
  return async (call, { args }, policy, callId, watch) => {
    const head: Head = {
      call: { id: callId, tool: call.tool, arguments: args, lap: 1, transport: call.transport },
      subject: call.subject,
      policy,
    };
    const wait = patience(watch);
    const refuse = (code: string, detail: string) =>
      recorder.keep(callEvent(ports.id(), callId, call, code, detail, policy.revision, ports, redactorFor()), policy);
    let journey: Journey = { head, observed: [], decided: [], ports, redactorFor, recorder, watch };
    try {
      for (let lap = 1; ; lap += 1) {
        const on = { ...journey, head: { ...head, call: { ...head.call, lap } } };
        const plan = await policy.plan(planning(on, wait.over()), watch.signal);
        if (plan.refuse && plan.refuse.length > 0) {
          refuse(plan.refuse[0]?.code ?? '', '');
          return declined(plan.refuse, on);
        }
        // What is waited for keeps its lap: a rollout may take a hundred looks.
        const seen = plan.again && isSeen(plan.requests, on);
        if (plan.again && seen) await wait.pause(plan.again);
        const fresh = seen ? plan.requests : unseen(plan.requests, on);
        if (fresh.length === 0 && on.observed.length === 0) throw new Fault('PLAN_EMPTY');
        if (fresh.length + on.observed.length > most.requests) throw new Fault('PLAN_TOO_LARGE');
        const end = fresh.length === 0 ? on : await travel(fresh, seen ? forget(fresh, on) : on, asker(call, plan));
        if ('outcome' in end) return end;
        if (!plan.again && (fresh.length === 0 || plan.more !== true)) return await say(end, plan.answer === true);
        if (seen) lap -= 1;
        else if (lap === most.laps) throw new Fault('PLAN_TOO_LARGE');
        journey = end;
      }
    } catch (thrown) {
      const fault = asFault(thrown);
      const shown = new Fault(fault.code, told(fault.detail, redactorFor()), fault.cause);
      refuse(shown.code, shown.detail);
      return broken(shown, journey);
    }
  };
}

function asker({ consent }: Call, { approved, reason }: Plan): Asker {
  return { consent, approved: approved === true, why: reason ?? '' };
}

function unseen(requests: readonly PlannedRequest[], { observed }: Journey): readonly PlannedRequest[] {
  const ids = new Set(observed.map(({ judged }) => judged.planned.id));
  const fresh = requests.filter(({ id }) => !ids.has(id));
  if (new Set(fresh.map(({ id }) => id)).size !== fresh.length) throw new Fault('POLICY_INVALID');
  return fresh;
}

function isSeen(requests: readonly PlannedRequest[], { observed }: Journey): boolean {
  return requests.length > 0 && requests.every(({ id }) => observed.some(({ judged }) => judged.planned.id === id));
}

/** The journey without what is about to be observed anew. */
function forget(again: readonly PlannedRequest[], journey: Journey): Journey {
  const ids = new Set(again.map(({ id }) => id));
  return {
    ...journey,
    observed: journey.observed.filter(({ judged }) => !ids.has(judged.planned.id)),
    decided: journey.decided.filter(({ request }) => !ids.has(request.id)),
  };
}

function planning({ head, observed, ports }: Journey, waited: boolean): Planning {
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
        data: exact(data ?? null),
        reasons: [...reasons],
        fault: fault ? { code: fault.code, remedy: fault.remedy } : null,
        truncated: filtered !== undefined && (filtered.cursor !== '' || (filtered.remaining ?? 0) > 0),
      };
    }) as Planning['observations'],
    waited,
    now: clock(ports.cluster.moment?.() ?? ports.now()),
  };
}

async function say(journey: Journey, written: boolean): Promise<Result> {
  const { head, observed, ports, watch } = journey;
  const words = written ? await head.policy.answer(planning(journey, false), watch.signal) : undefined;
  const text = answer(observed, words, ports);
  const data = words?.data === undefined ? {} : { data: words.data };
  return { ...ended(journey), outcome: 'allow', code: '', text, ...data };
}
