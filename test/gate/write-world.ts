// A world in which one object can be written: a policy that wants a dry run and a yes, a cluster of one Deployment.
import { type OpenedApprovals, openApprovals } from '../../src/approvals/approvals.ts';
import type { Decision, Input, Plan, Planning } from '../../src/gate/documents.ts';
import { Fault } from '../../src/gate/fault.ts';
import type { Call, DecisionEvent, Gate, Permit, Ports, Resource, Response, Result } from '../../src/gate/ports.ts';
import { allow, catalog, deny, fake, pods, subject } from './fake.ts';

export const deployments: Resource = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  resource: 'deployments',
  scope: 'Namespaced',
  subresources: ['scale', 'status'],
  verbs: ['get', 'list', 'patch', 'delete'],
};
export const namespaces: Resource = { ...pods, kind: 'Namespace', resource: 'namespaces', scope: 'Cluster' };

type Json = Record<string, unknown>;

export const scale: Plan['requests'][number] = {
  id: 'scale',
  verb: 'patch',
  kind: 'deployments.apps',
  namespace: 'shop',
  name: 'web',
  options: { patch: 'strategic' },
};

/** What this policy asks of people, unless told otherwise: one yes, by page or command line. */
export const terms: Decision['approval'] = {
  methods: ['page', 'cli'],
  approvers: [],
  quorum: 1,
  requestWithinSeconds: 3600,
  useWithinSeconds: 900,
  waitSeconds: 0,
  notRequester: false,
  risk: 'medium',
};

/** Reads are free; a write needs a dry run, and as many voices as the terms say. */
export function judge(asked: Partial<Decision['approval']> = {}): (input: Input) => Decision {
  const approval = { ...terms, ...asked };
  return (input) => {
    const { request, facts, approvals } = input;
    if (request.verb === 'get' || request.options.dryRun)
      return { ...allow, needs: request.verb === 'get' ? [] : ['dry_run'] };
    const needs: Decision['needs'] = ['dry_run'];
    if (facts.changes === null) return { ...allow, effect: 'approve', approval, needs };
    const mine = approvals.filter(
      ({ digest, used, superseded, method }) =>
        digest === input.approval.digest && digest !== '' && !used && !superseded && approval.methods.includes(method),
    );
    if (mine.some(({ verdict }) => verdict === 'refuse')) return { ...deny, approval };
    const yes = new Set(mine.map(({ approver }) => approver));
    const reasons = [
      { code: 'approval_needed', message: 'A person must agree.', remedy: 'Wait.', subject: request.name },
    ];
    const obligations = [{ type: 'precondition', on: 'resourceVersion' }];
    if (yes.size >= approval.quorum) return { ...allow, approval, needs, obligations };
    return { ...allow, effect: 'approve', reasons, approval, needs, obligations };
  };
}

export type WriteWorld = {
  readonly call: (replicas?: number, more?: Partial<Call>) => Promise<Result>;
  readonly gate: Gate;
  readonly asking: (replicas: number) => Call;
  readonly approvals: OpenedApprovals;
  readonly sent: Permit[];
  /** What was really changed: neither read nor tried. */
  readonly written: () => readonly Permit[];
  readonly events: DecisionEvent[];
  /** The id of what waits. */
  readonly waiting: () => Promise<string>;
  readonly approve: (approver?: string, method?: string) => Promise<void>;
  /** The object as it is; a test may move it. */
  live: Json;
  now: Date;
};

/** Opens it. `reply` answers in the place of the cluster where it gives something. */
export async function openWriteWorld({
  decide = judge(),
  plan,
  reply,
  ports = {},
  revision,
  listTypes,
}: {
  readonly decide?: (input: Input) => Decision;
  readonly plan?: (planning: Planning) => Plan;
  readonly reply?: (permit: Permit) => Response | undefined;
  readonly ports?: Partial<Ports>;
  readonly revision?: () => string;
  /** Called before each look at how lists are keyed, with how often that was. */
  readonly listTypes?: (asked: number) => void;
} = {}): Promise<WriteWorld> {
  const world = { now: new Date('2026-11-21T10:14:00Z'), live: object(3) } as WriteWorld;
  const approvals = await openApprovals('memory', { now: () => world.now, cli: 'portcullis approvals approve' });
  const write = { ...catalog.tools[0]!, name: 'write', hints: { ...catalog.tools[0]!.hints, readOnly: false } };
  const planned = ({ call }: Planning): Plan => ({
    requests: [{ ...scale, body: { spec: { replicas: call.arguments.replicas } } }],
  });
  let looked = 0;
  const made = fake({
    listTypes: () => listTypes?.(++looked),
    policy: { plan: plan ?? planned, decide, catalog: { ...catalog, tools: [write] } },
    resolve: async (kind) =>
      [deployments, pods, namespaces].filter((one) => kind.toLowerCase().includes(one.kind.toLowerCase())),
    send: (permit) => reply?.(permit) ?? answer(permit, world),
    ports: { approvals, now: () => world.now, ...ports },
    ...(revision ? { revision } : {}),
  });
  return Object.assign(world, {
    approvals,
    gate: made.gate,
    asking: (replicas: number): Call => ({ tool: 'write', arguments: { replicas }, subject, transport: 'stdio' }),
    sent: made.sent,
    events: made.events,
    written: () => made.sent.filter(({ request }) => request.verb !== 'get' && !request.options.dryRun),
    call: (replicas = 5, more: Partial<Call> = {}) => made.call({ replicas }, { tool: 'write', ...more }),
    waiting: async () => (await approvals.list()).find(({ state }) => state === 'requested')?.id ?? '',
    approve: async (approver = 'bob', method = 'cli') => {
      const vote = { verdict: 'approve', approver, groups: [], method, note: '', at: 0 } as const;
      await approvals.vote(await world.waiting(), vote);
    },
  });
}

export function object(replicas: unknown, more: Json = {}): Json {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop', uid: 'u1', resourceVersion: '7' },
    spec: { replicas },
    status: { readyReplicas: 3 },
    ...more,
  };
}

function answer({ request, precondition }: Permit, world: WriteWorld): Response {
  const { metadata } = world.live as { metadata: Json };
  if (precondition?.resourceVersion && precondition.resourceVersion !== metadata.resourceVersion)
    throw new Fault('CLUSTER_CONFLICT', 'the object has been modified');
  if (request.verb === 'get') return { type: 'object', object: world.live };
  const { replicas } = (request.body.spec ?? {}) as Json;
  const next = { ...world.live, spec: { ...(world.live.spec as Json), replicas } };
  if (request.options.dryRun) return { type: 'object', object: next };
  world.live = { ...next, metadata: { ...metadata, resourceVersion: String(Number(metadata.resourceVersion) + 1) } };
  return { type: 'object', object: world.live };
}
