// What must hold of every request, not only of those in stories: asked of the compiled policy, and of the gate.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openSnapshot } from '../src/cluster/snapshot.ts';
import type { Decision, Input } from '../src/gate/documents.ts';
import { obligationsSupported } from '../src/gate/obligations.ts';
import type { Obligation, Policy, Request } from '../src/gate/ports.ts';
import { allow, deny, fake } from './gate/fake.ts';
import { openStoryCluster } from './stories/cluster.ts';
import { createPolicies } from './stories/policy.ts';
import { steady } from './stories/telling.ts';
import { openWorld } from './stories/world.ts';

const policies = createPolicies();
afterAll(() => policies.close());

/** An operator who grants all that can be granted. */
const everything = `
grants:
  - verbs: [get, list, create, update, patch, delete]
    apiGroups: ["*"]
    resources: ["*", secrets, serviceaccounts, pods/log, pods/exec, secrets/status, serviceaccounts/token]
    namespaces: ["*"]
  - verbs: [get, list, create, update, patch, delete]
    apiGroups: ["*"]
    resources: [nodes, namespaces, secrets, clusterroles, apiresources]
    namespaces: []
subresources:
  pods: [log, exec]
  secrets: [status]
  serviceaccounts: [token]
shadow:
  codes: [secrets_closed, not_granted, cluster_closed, subresource_closed, verb_forbidden]
`;

const kinds = [
  ['', 'v1', 'Pod', 'pods', 'Namespaced'],
  ['', 'v1', 'ConfigMap', 'configmaps', 'Namespaced'],
  ['', 'v1', 'Secret', 'secrets', 'Namespaced'],
  ['', 'v1', 'ServiceAccount', 'serviceaccounts', 'Namespaced'],
  ['apps', 'v1', 'Deployment', 'deployments', 'Namespaced'],
  ['example.com', 'v1beta1', 'Widget', 'widgets', 'Namespaced'],
  ['', 'v1', 'Namespace', 'namespaces', 'Cluster'],
  ['', 'v1', 'Node', 'nodes', 'Cluster'],
  ['rbac.authorization.k8s.io', 'v1', 'ClusterRole', 'clusterroles', 'Cluster'],
] as const;

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const verb = fc.constantFrom(
  'get',
  'list',
  'watch',
  'create',
  'update',
  'patch',
  'delete',
  'deletecollection',
  '*',
  '',
);
const subresource = fc.constantFrom('', '', '', 'log', 'exec', 'status', 'token', 'scale', 'Log', 'log/exec');
const namespace = fc.oneof(
  fc.constantFrom(
    '',
    'shop',
    'payments',
    'kube-system',
    'kube-public',
    'KUBE-SYSTEM',
    'kube-system ',
    '../kube-system',
  ),
  word,
);
const view = fc.constantFrom('object', 'table', 'metadata') as fc.Arbitrary<Request['options']['view']>;
const selector = fc.record({
  labels: fc.constantFrom('', 'app=web'),
  fields: fc.constantFrom('', 'metadata.name=x', 'spec.secret=x'),
});

/** Any request that the gate could put together, and many that it could not. */
const requests: fc.Arbitrary<Request> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    verb,
    subresource,
    namespace,
    name: fc.oneof(fc.constant(''), namespace),
    view,
    selector,
    force: fc.boolean(),
  })
  .map(({ kind: [group, version, kind, resource, scope], view: chosen, force, ...rest }) =>
    request({ group, version, kind, resource, scope, ...rest, options: { ...plain.options, view: chosen, force } }),
  );

const plain: Request = {
  id: 'one',
  verb: 'get',
  group: '',
  version: 'v1',
  kind: 'Pod',
  resource: 'pods',
  subresource: '',
  scope: 'Namespaced',
  namespace: 'shop',
  name: 'web',
  selector: { labels: '', fields: '' },
  options: {
    view: 'object',
    fields: [],
    sortBy: '',
    limit: 0,
    continue: '',
    container: '',
    previous: false,
    tailLines: 0,
    skipLines: 0,
    sinceSeconds: 0,
    timestamps: false,
    grep: '',
    path: '',
    dryRun: false,
    force: false,
    fieldManager: 'portcullis',
    patch: '',
    stamp: [],
    propagationPolicy: '',
    gracePeriodSeconds: -1,
    uid: '',
  },
  body: {},
  digest: `sha256:${'0'.repeat(64)}`,
};

function request(parts: Partial<Request>): Request {
  return { ...plain, ...parts };
}

const alice = { id: 'alice', groups: [], claims: {}, agent: '', verified: true };

function input(one: Request): Input {
  return {
    version: 'portcullis.input/v1',
    call: { id: 'call', tool: 'any', arguments: {}, lap: 1, transport: 'stdio' },
    subject: alice,
    cluster: { name: 'demo', labels: {} },
    request: one,
    facts: { live: null, dryRun: null, changes: null, namespace: null, access: null },
    approval: { digest: '' },
    approvals: [],
    now: { unix: 1_768_471_200, rfc3339: '2026-01-15T10:00:00.000Z', weekday: 'Thu', minuteOfDay: 600 },
    obligationsSupported: [...obligationsSupported],
  };
}

/** The decisions of many requests, in one message. */
async function decided(policy: Policy, some: readonly Request[]): Promise<readonly Decision[]> {
  return policy.decide(some.map(input));
}

/** Each run asks about many requests. */
fc.configureGlobal({ numRuns: 50 });

/** How much an effect lets through. */
const width: Readonly<Record<Decision['effect'], number>> = { deny: 0, approve: 1, allow: 2 };
const many = { minLength: 8, maxLength: 24 };

describe('the policy, whatever is granted', () => {
  let generous: Policy;
  beforeAll(async () => {
    generous = await policies.of('default', everything);
  });

  test('allows much, or these properties would say nothing', async () => {
    const some = [
      request({}),
      request({ verb: 'list', name: '' }),
      request({ kind: 'Node', resource: 'nodes', scope: 'Cluster', namespace: '' }),
    ];
    expect((await decided(generous, some)).map(({ effect }) => effect)).toEqual(['allow', 'allow', 'allow']);
  });

  test('never allows anything in a closed namespace, nor the Namespace object itself', async () => {
    const closed = word.map((end) => `kube-${end}`.slice(0, 63).replace(/-$/, 'x'));
    const inside = fc.tuple(requests, closed).map(([one, name]): Request => {
      if (one.resource === 'namespaces') return { ...one, verb: one.verb === 'list' ? 'get' : one.verb, name };
      return { ...one, scope: 'Namespaced', namespace: name };
    });
    await fc.assert(
      fc.asyncProperty(fc.array(inside, many), async (some) => {
        for (const { effect } of await decided(generous, some)) expect(effect).toBe('deny');
      }),
    );
  });

  test('never allows what is no name of a namespace', async () => {
    const odd = fc.constantFrom(
      'Shop',
      'shop ',
      ' shop',
      'shop/',
      '../shop',
      'shop\n',
      '-shop',
      'shop-',
      'shop.x',
      'ѕhop',
      'x'.repeat(64),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(requests, odd), many), async (some) => {
        const odder = some.map(([one, name]): Request => {
          if (one.resource === 'namespaces') return { ...one, verb: 'get', name };
          return { ...one, scope: 'Namespaced', namespace: name };
        });
        for (const { effect } of await decided(generous, odder)) expect(effect).toBe('deny');
      }),
    );
  });

  test('binds every list over all namespaces to the open ones', async () => {
    const wide = requests.map(
      (one): Request => ({ ...one, verb: 'list', scope: 'Namespaced', namespace: '', name: '' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(wide, many), async (some) => {
        for (const { effect, obligations } of await decided(generous, some)) {
          if (effect === 'deny') continue;
          expect(sees(obligations, 'kube-system')).toBe(false);
          expect(sees(obligations, 'shop')).toBe(true);
        }
      }),
    );
  });

  test('never allows a Secret, whatever its group, version, subresource or case', async () => {
    const cased = (text: string) =>
      fc
        .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
        .map((up) => [...text].map((letter, at) => (up[at] ? letter.toUpperCase() : letter)).join(''));
    const secret = fc
      .record({
        one: requests,
        group: fc.oneof(fc.constantFrom('', 'v1', 'core', 'example.com'), word),
        version: fc.constantFrom('v1', 'v1beta1', '', 'v2'),
        names: fc.oneof(
          cased('secrets').map((resource) => ({ resource, kind: 'Thing' })),
          cased('secret').map((kind) => ({ resource: 'things', kind })),
        ),
      })
      .map(({ one, names, ...rest }): Request => ({ ...one, ...names, ...rest }));
    await fc.assert(
      fc.asyncProperty(fc.array(secret, many), async (some) => {
        for (const { effect } of await decided(generous, some)) expect(effect).toBe('deny');
      }),
    );
  });

  test('lets no change through without a person', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(requests, many), async (some) => {
        const decisions = await decided(generous, some);
        for (const [at, { effect }] of decisions.entries())
          if (!['get', 'list'].includes(some[at]?.verb ?? '')) expect(effect).not.toBe('allow');
      }),
    );
  });

  test('says why, and what to do, whenever it refuses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(requests, many), async (some) => {
        for (const { effect, reasons } of await decided(generous, some)) {
          expect(reasons.length > 0).toBe(effect !== 'allow');
          for (const { code, message, remedy } of reasons) expect([code, message, remedy].every(Boolean)).toBe(true);
        }
      }),
    );
  });

  test('binds fields or text, a limit, redaction and a classification to all that it allows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(requests, many), async (some) => {
        for (const [at, { effect, obligations }] of (await decided(generous, some)).entries()) {
          if (effect === 'deny') continue;
          const types = obligations.map(({ type }) => type);
          expect(types).toEqual(expect.arrayContaining(['limit', 'redact', 'classify']));
          if (some[at]?.subresource !== 'log') expect(types).toContain('fields');
        }
      }),
    );
  });
});

describe('a policy that is narrower', () => {
  const base = 'namespaces: {deny: [kube-*]}';
  const narrower: readonly (readonly [what: string, config: string])[] = [
    ['one more namespace under deny', 'namespaces: {deny: [kube-*, shop]}'],
    ['a pattern under deny', 'namespaces: {deny: [kube-*, "*-x", "p*"]}'],
    ['every namespace under deny', 'namespaces: {deny: [kube-*, "*"]}'],
    ['fewer namespaces under allow', 'namespaces: {allow: [shop], deny: [kube-*]}'],
    ['the cluster under deny', 'clusters: {deny: [demo]}'],
    ['one more closed resource', 'secrets: {resources: [secrets, serviceaccounts, pods]}'],
    ['one more closed group', 'secrets: {groups: [authentication.k8s.io, rbac.authorization.k8s.io, apps]}'],
    ['a verb under never', 'verbs: {never: [deletecollection, list]}'],
    ['no selectors', 'selectors: {labels: false, fields: false}'],
    ['no subresources', 'subresources: {pods: []}'],
    ['closed windows', 'windows: {enabled: true, open: []}'],
  ];

  test.each(narrower)('with %s never allows more', async (_, config) => {
    const [wide, narrow] = await Promise.all([policies.of('default', base), policies.of('default', config)]);
    await fc.assert(
      fc.asyncProperty(fc.array(requests, many), async (some) => {
        const [before, after] = await Promise.all([decided(wide, some), decided(narrow, some)]);
        for (const [at, one] of after.entries()) {
          const other = before[at] as Decision;
          expect(width[one.effect]).toBeLessThanOrEqual(width[other.effect]);
          for (const name of ['shop', 'payments', 'kube-system'])
            if (sees(one.obligations, name)) expect(sees(other.obligations, name)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  test.each(['strict', 'no-delete', 'read-only'])('as %s never allows more than the default', async (preset) => {
    const [wide, narrow] = await Promise.all([policies.of(), policies.of(preset)]);
    await fc.assert(
      fc.asyncProperty(fc.array(requests, many), async (some) => {
        const [before, after] = await Promise.all([decided(wide, some), decided(narrow, some)]);
        for (const [at, { effect }] of after.entries())
          expect(width[effect]).toBeLessThanOrEqual(width[before[at]?.effect ?? 'deny']);
      }),
      { numRuns: 20 },
    );
  });

  test('without a grant allows nothing, whatever else is open', async () => {
    const none = await policies.of(
      'default',
      'grants: []\nnamespaces: {allow: ["*"], deny: []}\nshadow: {codes: [not_granted, verb_unknown]}',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(requests, many), async (some) => {
        for (const { effect } of await decided(none, some)) expect(effect).toBe('deny');
      }),
    );
  });

  test('decides the same request in the same way, alone or among others', async () => {
    const policy = await policies.of();
    await fc.assert(
      fc.asyncProperty(fc.array(requests, many), async (some) => {
        const together = await decided(policy, some);
        const alone = await Promise.all(some.map(async (one) => (await decided(policy, [one]))[0]));
        expect(alone).toEqual(together);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the executor', () => {
  const effects = fc.constantFrom('allow', 'deny', 'approve') as fc.Arbitrary<Decision['effect']>;
  const planned = fc.array(fc.record({ effect: effects, optional: fc.boolean(), execute: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  });

  test('sends nothing without an allow decision, and nothing of a lap that is refused', async () => {
    await fc.assert(
      fc.asyncProperty(planned, async (plan) => {
        const byId = new Map(plan.map((one, at) => [`r${at}`, one]));
        const { call, sent } = fake({
          policy: {
            plan: () => ({
              requests: plan.map(({ optional, execute }, at) => ({
                id: `r${at}`,
                verb: 'get',
                kind: 'pod',
                namespace: 'shop',
                name: 'web',
                optional,
                execute,
              })),
            }),
            decide: ({ request: { id } }) => ({ ...deny, ...allow, effect: byId.get(id)?.effect ?? 'deny' }),
          },
        });
        const result = await call();
        const permitted = new Set(
          result.decisions.filter(({ decision }) => decision.effect === 'allow').map(({ id }) => id),
        );
        for (const {
          decisionId,
          request: { id },
        } of sent) {
          expect(permitted.has(decisionId)).toBe(true);
          expect(byId.get(id)?.execute).toBe(true);
        }
        const stopped = plan.some(
          ({ effect, optional, execute }) => execute && (effect === 'approve' || (effect === 'deny' && !optional)),
        );
        const wanted = plan.filter(({ effect, execute }) => execute && effect === 'allow').length;
        expect(sent.length).toBe(stopped ? 0 : wanted);
      }),
    );
  });

  test('meets a cluster that changes one named object at a time, even where a policy allows more', async () => {
    const cluster = await openSnapshot('demo');
    const bounds = { items: 1, lines: 1, bytes: 1024 };
    const sent = (parts: Partial<Request>) =>
      cluster.send({ decisionId: 'x', request: request(parts), bounds, rowMetadata: false });
    for (const verb of ['update', 'deletecollection', 'watch', '*', ''])
      await expect(sent({ verb })).rejects.toMatchObject({ code: 'VERB_UNSUPPORTED' });
    for (const verb of ['patch', 'delete'])
      await expect(sent({ verb, name: '' })).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
    // A body that is not the object which was judged, neither.
    const another = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'other', namespace: 'shop' } };
    for (const [verb, patch] of [
      ['create', ''],
      ['patch', 'apply'],
    ] as const)
      await expect(sent({ verb, body: another, options: { ...plain.options, patch } })).rejects.toMatchObject({
        code: 'REQUEST_INVALID',
      });
  });

  test('is told to come back when more questions wait than can, and no answer is mixed up', async () => {
    const policy = await policies.of();
    const shop = request({});
    const closed = request({ namespace: 'kube-system' });
    const asked = Array.from({ length: 1100 }, (_, at) => (at % 2 === 0 ? shop : closed));
    const answers = await Promise.allSettled(asked.map((one) => decided(policy, [one])));
    const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused)).toEqual(new Set(['BUSY']));
    for (const [at, one] of answers.entries())
      if (one.status === 'fulfilled') expect(one.value[0]?.effect).toBe(at % 2 === 0 ? 'allow' : 'deny');
  });
});

describe('an answer', () => {
  const now = () => new Date('2026-01-15T10:00:00Z');
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}-[0-9]{1,2}$/), { minLength: 1, maxLength: 6 });
  const world = fc.dictionary(fc.constantFrom('blue', 'green', 'red', 'kube-system', 'kube-x'), names, { minKeys: 1 });
  /** Which namespaces there are is not granted, so that one list over all of them is made. */
  const censusless = `
grants:
  - {verbs: [get, list], apiGroups: [""], resources: [pods], namespaces: ["*"]}
  - {verbs: [get, list], apiGroups: [discovery.portcullis], resources: [apiresources], namespaces: []}
`;

  test.each([
    ['one list for each namespace', ''],
    ['one list that is cut', censusless],
  ])('of a list over all namespaces is the union of those of the open ones: %s', async (_, config) => {
    const policy = await policies.of('default', config);
    await fc.assert(
      fc.asyncProperty(world, async (pods) => {
        const text = await ask(policy, manifestsOf(pods), { kind: 'pods' });
        const open = Object.keys(pods).filter((name) => !name.startsWith('kube-'));
        const expected = open.flatMap((name) => (pods[name] ?? []).map((pod) => `${name} ${pod}`)).sort();
        const rows = [...text.matchAll(/^(blue|green|red|kube-\w+) +([a-z]{1,3}-\d{1,2}) /gm)].map(
          ([, place, pod]) => `${place} ${pod}`,
        );
        // With one namespace only, its name stands in the title instead of a column.
        const bare = [...text.matchAll(/^([a-z]{1,3}-\d{1,2}) /gm)].map(([, pod]) => `${open[0]} ${pod}`);
        expect([...rows, ...bare].sort()).toEqual(expected);
        expect(text).not.toContain('kube-');
      }),
      { numRuns: 25 },
    );
  });

  test('is the same for the same state, in whatever order it was read', async () => {
    const policy = await policies.of();
    const shuffled = world.chain((pods) => {
      const all = manifestsOf(pods);
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async ([one, other]) => {
        const [first, second] = [await ask(policy, one, { kind: 'pods' }), await ask(policy, other, { kind: 'pods' })];
        expect(second).toBe(first);
      }),
      { numRuns: 15 },
    );
  });

  async function ask(policy: Policy, manifests: readonly unknown[], args: unknown): Promise<string> {
    const text = manifests.map((object) => stringify(object)).join('---\n');
    const cluster = await openStoryCluster({ manifests: text, logs: {}, now });
    const { call } = openWorld({
      policy: () => policy,
      cluster: { ...cluster, info: { name: 'some', labels: {} } },
      now,
      caller: alice,
    });
    const { result } = await call('list', args);
    return steady(result.text, result.revision, new Map());
  }

  function manifestsOf(pods: Readonly<Record<string, readonly string[]>>): unknown[] {
    return Object.entries(pods).flatMap(([place, all]) =>
      all.map((name) => ({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace: place, creationTimestamp: '2026-01-15T09:00:00Z' },
        spec: { containers: [{ name: 'app', image: 'registry.example.com/app:1' }] },
        status: { phase: 'Running' },
      })),
    );
  }
});

/** Whether all scope obligations by namespace let a namespace through; true when there is none. */
function sees(obligations: readonly Obligation[], name: string): boolean {
  const fits = (pattern: unknown) => new RegExp(`^${String(pattern).replaceAll('*', '.*')}$`).test(name);
  return obligations
    .filter(({ type, by }) => type === 'scope' && by === 'namespace')
    .every(({ allow: open, deny: closed }) => (open as unknown[]).some(fits) && !(closed as unknown[]).some(fits));
}
