// Station 3: every request of a lap becomes one input document, and one message to the engine decides them all.

import type { Decision, Input } from './documents.ts';
import { fetchFacts, noFacts } from './facts.ts';
import { Fault } from './fault.ts';
import { obligationsSupported } from './obligations.ts';
import type { Call, Facts, PlannedRequest, Policy, Ports, Request } from './ports.ts';

/** A request with its decision. */
export type Judged = {
  readonly id: string;
  readonly planned: PlannedRequest;
  readonly request: Request;
  readonly input: Input;
  readonly decision: Decision;
  readonly facts: readonly string[];
};

/** What of a call stands in each of its documents. */
export type Head = { readonly call: Input['call']; readonly subject: Call['subject']; readonly policy: Policy };

/** How often facts may be fetched and the request decided again. */
const factLaps = 2;

/** One decision for each request, in order; reasons and obligations in the order of their RFC 8785 text. */
export async function decide(
  requests: readonly { readonly planned: PlannedRequest; readonly request: Request }[],
  head: Head,
  ports: Ports,
  signal?: AbortSignal,
): Promise<readonly Judged[]> {
  const now = clock(ports.now());
  let judged: readonly Judged[] = requests.map(({ planned, request }) => ({
    id: ports.id(),
    planned,
    request,
    input: input(request, noFacts, now, head, ports),
    decision: undecided,
    facts: [],
  }));
  judged = await judge(judged, head, ports, signal);
  for (let lap = 0; lap < factLaps && judged.some(isOpen); lap += 1) {
    const known = await Promise.all(judged.map((one) => (isOpen(one) ? learn(one, head, ports, now, signal) : one)));
    const open = known.filter(isOpen);
    const again = new Map((await judge(open, head, ports, signal)).map((one) => [one.id, one]));
    judged = known.map((one) => again.get(one.id) ?? one);
  }
  if (judged.some(isOpen)) throw new Fault('FACT_UNAVAILABLE');
  return judged;
}

/** Refuses whatever happens: what a request is before the policy has spoken. */
const undecided: Decision = {
  effect: 'deny',
  reasons: [],
  needs: [],
  obligations: [],
  approval: {
    methods: [],
    approvers: [],
    quorum: 1,
    requestWithinSeconds: 1,
    useWithinSeconds: 1,
    waitSeconds: 0,
    risk: 'high',
  },
  shadow: [],
};

async function judge(
  judged: readonly Judged[],
  { policy }: Head,
  ports: Ports,
  signal?: AbortSignal,
): Promise<readonly Judged[]> {
  const decisions = await policy.decide(
    judged.map((one) => one.input),
    signal,
  );
  if (decisions.length !== judged.length) throw new Fault('POLICY_INVALID');
  return judged.map((one, index) => ({ ...one, decision: ordered(decisions[index] ?? undecided, ports) }));
}

function isOpen({ decision }: Judged): boolean {
  return decision.effect !== 'deny' && decision.needs.length > 0;
}

async function learn(one: Judged, head: Head, ports: Ports, now: Input['now'], signal?: AbortSignal): Promise<Judged> {
  const facts = await fetchFacts(one, ports, signal);
  return {
    ...one,
    input: input(one.request, facts, now, head, ports),
    facts: [...new Set([...one.facts, ...one.decision.needs])].sort(),
  };
}

function input(request: Request, facts: Facts, now: Input['now'], { call, subject }: Head, { cluster }: Ports): Input {
  return {
    version: 'portcullis.input/v1',
    call,
    subject,
    cluster: cluster.info,
    request,
    facts,
    approval: { digest: '' },
    approvals: [],
    now,
    obligationsSupported: [...obligationsSupported],
  };
}

function ordered(decision: Decision, { canonical }: Ports): Decision {
  const sort = <T>(list: readonly T[]): T[] => {
    if (list.length < 2) return [...list];
    const keyed = list.map((item) => ({ item, key: canonical(item) }));
    return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ item }) => item);
  };
  return {
    ...decision,
    reasons: sort(decision.reasons),
    obligations: sort(decision.obligations),
    shadow: sort(decision.shadow),
  };
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** The only time a policy knows, in UTC. */
export function clock(date: Date): Input['now'] {
  return {
    unix: Math.floor(date.getTime() / 1000),
    rfc3339: date.toISOString(),
    weekday: weekdays[date.getUTCDay()] ?? 'Sun',
    minuteOfDay: date.getUTCHours() * 60 + date.getUTCMinutes(),
  };
}
