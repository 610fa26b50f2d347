// Station 3: every request of a lap becomes one input document, and one message to the engine decides them all.

import type { Decision, Input } from './documents.ts';
import { type Asking, fetchFacts, noFacts } from './facts.ts';
import { asFault, Fault } from './fault.ts';
import { isWrite } from './mutation.ts';
import { obligationsSupported } from './obligations.ts';
import type { Approval, Call, Facts, PlannedRequest, Policy, Ports, Request } from './ports.ts';

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
  const call = { ...head.call, arguments: brief(head.call.arguments, ports.digest) };
  const told = { ...head, call };
  let judged: readonly Judged[] = requests.map(({ planned, request }) => ({
    id: ports.id(),
    planned,
    request,
    input: input(request, noFacts, now, told, ports),
    decision: undecided,
    facts: [],
  }));
  const asking = { ports, arriving: arriving(requests), signal };
  judged = await judge(judged, head, ports, signal);
  try {
    for (let lap = 0; lap < factLaps && judged.some(isOpen); lap += 1) {
      const learned = await Promise.all(judged.filter(isOpen).map((one) => learn(one, told, now, asking)));
      const again = new Map((await judge(learned, head, ports, signal)).map((one) => [one.id, one]));
      judged = judged.map((one) => again.get(one.id) ?? one);
    }
    if (judged.some(isOpen)) throw new Fault('FACT_UNAVAILABLE');
    return judged;
  } catch (thrown) {
    throw new Unlearned(asFault(thrown), judged);
  }
}

/** What the policy wanted to know could not be known. Something may have been sent to find out, under these decisions. */
export class Unlearned extends Fault {
  readonly judged: readonly Judged[];

  constructor({ code, detail, cause }: Fault, judged: readonly Judged[]) {
    super(code, detail, cause);
    this.judged = judged;
  }
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
    notRequester: false,
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

/** Facts that are there already are not asked for again; for what is only decided, nothing is sent at all. */
function isOpen({ decision, facts, planned }: Judged): boolean {
  return (
    planned.execute !== false && decision.effect !== 'deny' && decision.needs.some((need) => !facts.includes(need))
  );
}

async function learn(one: Judged, head: Head, now: Input['now'], asking: Asking): Promise<Judged> {
  const facts = await fetchFacts(one, asking);
  return {
    ...one,
    input: input(one.request, facts, now, head, asking.ports),
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

/** Namespaces that a lap itself brings: nothing can be looked up in them before. */
function arriving(requests: readonly { readonly request: Request }[]): ReadonlySet<string> {
  const named = requests.filter(
    ({ request: { group, resource, verb } }) => isWrite({ verb }) && group === '' && resource === 'namespaces',
  );
  return new Set(named.map(({ request }) => request.name));
}

const argumentMost = 2048;

/** A whole manifest among the arguments is judged as the requests it became; here its digest stands for it. */
function brief(args: Input['call']['arguments'], digest: Ports['digest']): Input['call']['arguments'] {
  const short = (value: unknown): unknown => {
    const size =
      typeof value === 'string' ? value.length : typeof value === 'object' ? JSON.stringify(value).length : 0;
    return size > argumentMost ? { digest: digest(value) } : value;
  };
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, short(value)]));
}

/**
 * Decides again with what people said of a digest. Every vote on record goes in; which of them count is the policy's
 * matter. A decision that asks for more facts now than it had is refused.
 */
export async function decideWith(
  judged: readonly Judged[],
  head: Head,
  digest: string,
  approval: Approval,
  ports: Ports,
  signal?: AbortSignal,
): Promise<readonly Judged[]> {
  const { id, state, requestedAt, requester, votes } = approval;
  const said = votes.map(({ verdict, approver, groups, method, at }) => ({
    ...{ id, digest: approval.digest, verdict, approver, groups: [...groups], method, at, requestedAt },
    requester: requester.id,
    used: state === 'used',
    superseded: state === 'superseded',
  }));
  const now = clock(ports.now());
  const put = judged.map((one) => ({ ...one, input: { ...one.input, now, approval: { digest }, approvals: said } }));
  const again = await judge(put, head, ports, signal);
  if (again.some(isOpen)) throw new Fault('FACT_UNAVAILABLE');
  return again;
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
