// The world of the gate as object literals: a policy of functions, a cluster of tables. Each test says what differs.
import { createHash, createHmac } from 'node:crypto';
import { stringify } from 'yaml';
import type { Catalog, Decision, Input, Plan, Planning } from '../../src/gate/documents.ts';
import { createGate } from '../../src/gate/gate.ts';
import type {
  Call,
  Cluster,
  DecisionEvent,
  Gate,
  Permit,
  Policy,
  Ports,
  Resource,
  Response,
  Subject,
} from '../../src/gate/ports.ts';

export const subject: Subject = { id: 'alice', groups: ['sre'], claims: {}, agent: '', verified: true };

export const pods: Resource = {
  group: '',
  version: 'v1',
  kind: 'Pod',
  resource: 'pods',
  scope: 'Namespaced',
  subresources: ['log'],
  verbs: ['get', 'list'],
};
export const nodes: Resource = {
  group: '',
  version: 'v1',
  kind: 'Node',
  resource: 'nodes',
  scope: 'Cluster',
  subresources: [],
  verbs: ['get', 'list'],
};

export const allow: Decision = {
  effect: 'allow',
  reasons: [],
  needs: [],
  obligations: [],
  approval: {
    methods: [],
    approvers: [],
    quorum: 1,
    requestWithinSeconds: 60,
    useWithinSeconds: 60,
    waitSeconds: 0,
    notRequester: false,
    risk: 'medium',
  },
  shadow: [],
};
export const deny: Decision = {
  ...allow,
  effect: 'deny',
  reasons: [{ code: 'closed', message: 'It is closed.', remedy: 'Use another.', subject: 'x' }],
};

export const catalog: Catalog = {
  tools: [
    {
      name: 'read',
      title: 'Read',
      description: 'Reads.',
      arguments: { type: 'object' },
      hints: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
    },
  ],
  prompts: [],
  instructions: 'Be kind.',
};

export type FakePolicy = {
  readonly plan?: (planning: Planning) => Plan | Promise<Plan>;
  readonly decide?: (input: Input) => Decision | Promise<Decision>;
  readonly answer?: Policy['answer'];
  readonly catalog?: Catalog;
};

/** A policy that plans one get of a pod and allows it, unless told otherwise. */
export function policy({ plan, decide, answer, catalog: shown = catalog }: FakePolicy = {}): Policy {
  return {
    revision: 'r1',
    catalog: async () => shown,
    plan: async (planning) =>
      plan ? plan(planning) : { requests: [{ id: 'one', verb: 'get', kind: 'pod', namespace: 'shop', name: 'web-1' }] },
    decide: async (inputs) => Promise.all(inputs.map((input) => (decide ? decide(input) : allow))),
    answer: answer ?? (async () => ({ blocks: [] })),
    mask: async () => [],
    accept: (_, args) => ({ args: args as Record<string, unknown> }),
  };
}

export type Fake = {
  readonly gate: Gate;
  readonly sent: Permit[];
  readonly events: DecisionEvent[];
  readonly call: (args?: unknown, more?: Partial<Call>) => ReturnType<Gate['call']>;
};

/** A gate over fakes, with all it sent and all it logged. */
export function fake({
  policy: fakePolicy = {},
  send,
  resolve,
  ports = {},
  revision = () => 'r1',
  listTypes,
  cluster = {},
}: {
  readonly policy?: FakePolicy;
  readonly send?: (permit: Permit, signal?: AbortSignal) => Response | Promise<Response>;
  readonly resolve?: Cluster['resolve'];
  readonly ports?: Partial<Ports>;
  readonly revision?: () => string;
  readonly listTypes?: () => void;
  readonly cluster?: Partial<Cluster>;
} = {}): Fake {
  const sent: Permit[] = [];
  const events: DecisionEvent[] = [];
  let count = 0;
  const live = policy(fakePolicy);
  const gate = createGate({
    policy: () => ({ ...live, revision: revision() }),
    cluster: {
      info: { name: 'test', labels: {} },
      resolve:
        resolve ??
        (async (kind) =>
          [pods, nodes].filter((one) => [one.resource, one.kind.toLowerCase()].includes(kind.toLowerCase()))),
      listTypes: async () => {
        listTypes?.();
        return () => ({ type: 'atomic' });
      },
      send: async (permit, signal) => {
        sent.push(permit);
        return send
          ? send(permit, signal)
          : { type: 'object', object: { kind: 'Pod', metadata: { name: permit.request.name } } };
      },
      ...cluster,
    },
    record: async (event) => void events.push(event),
    now: () => new Date('2026-11-21T10:14:00Z'),
    id: () => `id-${++count}`,
    canonical: (value) => JSON.stringify(value),
    digest: (value) => `sha256:${createHash('sha256').update(JSON.stringify(value)).digest('hex')}`,
    fingerprint: (secret) => createHmac('sha256', 'test').update(secret).digest('hex').slice(0, 8),
    seal: (token) => `sealed${Buffer.from(token).toString('base64url')}`,
    unseal: (sealed) =>
      sealed.startsWith('sealed') ? Buffer.from(sealed.slice(6), 'base64url').toString() : undefined,
    yaml: (value) => stringify(value),
    ...ports,
  });
  const call: Fake['call'] = async (args = {}, more = {}) => {
    const result = await gate.call({ tool: 'read', arguments: args, subject, transport: 'stdio', ...more });
    await gate.settle();
    return result;
  };
  return { gate, sent, events, call };
}

/** Batches as the cluster gives them. */
export async function* batches<T>(...all: readonly (readonly T[])[]): AsyncGenerator<T[]> {
  for (const batch of all) yield [...batch];
}

export const over = () => ({ continue: '', remaining: null, restarted: false });
