// The embedded cluster when it is written to: the contract of all clusters, and what controllers would do besides.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { type OpenCluster, openCluster } from '../../src/cluster/client.ts';
import { openSnapshot } from '../../src/cluster/snapshot.ts';
import type { Permit } from '../../src/gate/ports.ts';
import { describeReal } from '../cluster/real.ts';
import { deployments, itemsOf, namespaces, objectOf, permit, pods } from './permits.ts';
import { writeContract } from './write-contract.ts';
import { configmap, configmaps, deployment, type Written, writing } from './write-permits.ts';

type Type = Parameters<typeof writing>[1];
type Fields = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: answers are looked into by their paths, and a wrong path fails the test
type Loose = any;

const open = () => openSnapshot('demo', { now: () => new Date('2026-01-15T10:00:00Z') });

describe('the embedded cluster', () => writeContract(open));

const apps = { group: 'apps', version: 'v1', scope: 'Namespaced' } as const;
const replicasets = { ...apps, kind: 'ReplicaSet', resource: 'replicasets' } as const;
const statefulsets = { ...apps, kind: 'StatefulSet', resource: 'statefulsets' } as const;
const daemonsets = { ...apps, kind: 'DaemonSet', resource: 'daemonsets' } as const;
const controllerrevisions = { ...apps, kind: 'ControllerRevision', resource: 'controllerrevisions' } as const;
const routes = {
  group: 'payments.example.com',
  version: 'v1',
  kind: 'PaymentRoute',
  resource: 'paymentroutes',
  scope: 'Namespaced',
} as const;

let cluster: OpenCluster;
beforeEach(async () => {
  cluster = await open();
});

const send = async (wanted: Permit): Promise<Loose> => objectOf(await cluster.send(wanted));
const get = (type: Type, name: string, namespace = 'shop'): Promise<Loose> =>
  send(permit(type, { verb: 'get', namespace, name }));
const listed = async (type: Type, namespace = 'shop'): Promise<Loose[]> =>
  (await itemsOf(await cluster.send(permit(type, { namespace })))).items;
const patch = (type: Type, name: string, body: Fields, more: Written = {}): Promise<Loose> =>
  send(
    writing('patch', type, {
      namespace: 'shop',
      name,
      body,
      ...more,
      options: { patch: 'strategic', ...more.options },
    }),
  );
const apply = (body: Loose, more: Written = {}): Promise<Loose> =>
  patch(configmaps, body.metadata.name, body, { ...more, options: { ...more.options, patch: 'apply' } });
const remove = (type: Type, name: string, more: Written = {}): Promise<Loose> =>
  send(writing('delete', type, { namespace: 'shop', name, ...more }));
const image = (name: string, to: string): Fields => ({
  spec: { template: { spec: { containers: [{ name, image: to }] } } },
});
const revisionAt = 'deployment.kubernetes.io/revision';
const historyOf = async (app: string): Promise<string[]> =>
  (await listed(replicasets))
    .filter(({ metadata }) => metadata.labels.app === app)
    .map(({ metadata, spec }) => ({ number: metadata.annotations[revisionAt], spec }))
    .sort((a, b) => a.number - b.number)
    .map(({ number, spec }) => `${number}: ${spec.template.spec.containers[0].image.split(':')[1]} x${spec.replicas}`);

describe('what a controller would do is done at once', () => {
  test('a healthy Deployment has all its replicas, and so has its ReplicaSet', async () => {
    await patch(deployments, 'search', { spec: { replicas: 3 } });
    const { metadata, status } = await get(deployments, 'search');
    expect(metadata.generation).toBe(4);
    expect(status).toEqual({
      ...{ observedGeneration: 4, replicas: 3, updatedReplicas: 3, readyReplicas: 3, availableReplicas: 3 },
    });
    expect(await historyOf('search')).toEqual(['2: 1.7.2 x0', '3: 1.8.0 x3']);
    expect((await listed(pods)).filter((pod) => pod.metadata.labels.app === 'search')).toHaveLength(1);
  });

  test('the answer is the object before that, as an API server gives it', async () => {
    const answer = await patch(deployments, 'search', { spec: { replicas: 3 } });
    expect(answer.spec.replicas).toBe(3);
    expect(answer.status).toMatchObject({ observedGeneration: 3, replicas: 1 });
    expect(Number((await get(deployments, 'search')).metadata.resourceVersion)).toBeGreaterThan(
      Number(answer.metadata.resourceVersion),
    );
  });

  test('what was unhealthy stays so: waiting shows it', async () => {
    const before = await get(deployments, 'checkout');
    await patch(deployments, 'checkout', image('checkout', 'registry.example.com/shop/checkout:4.2.1'));
    const { status } = await get(deployments, 'checkout');
    expect(status).toEqual({ ...before.status, observedGeneration: 13 });
    expect(await historyOf('checkout')).toEqual(['11: 4.1.3 x0', '12: 4.2.0 x2', '13: 4.2.1 x0']);
  });

  test('a new Deployment is rolled out', async () => {
    const body = deployment('fresh', { replicas: 2 });
    await send(writing('create', deployments, { namespace: 'shop', name: 'fresh', body }));
    const { metadata, status } = await get(deployments, 'fresh');
    expect(metadata).toMatchObject({ generation: 1, annotations: { [revisionAt]: '1' }, uid: expect.any(String) });
    expect(status).toMatchObject({ observedGeneration: 1, readyReplicas: 2 });
    expect(status.conditions.map(({ type, status: value }: Loose) => `${type} ${value}`)).toEqual([
      'Available True',
      'Progressing True',
    ]);
    expect(await historyOf('fresh')).toEqual(['1: 1 x2']);
  });

  test('a DaemonSet and a StatefulSet too', async () => {
    await patch(statefulsets, 'ledger-db', { spec: { replicas: 3 } }, { namespace: 'payments' });
    expect((await get(statefulsets, 'ledger-db', 'payments')).status).toMatchObject({
      ...{ replicas: 3, readyReplicas: 3, currentReplicas: 3, updatedReplicas: 3, observedGeneration: 3 },
    });
    const before = await get(daemonsets, 'log-agent', 'observability');
    await patch(daemonsets, 'log-agent', image('agent', 'x:1'), { namespace: 'observability' });
    expect((await get(daemonsets, 'log-agent', 'observability')).status).toEqual({
      ...before.status,
      observedGeneration: 5,
    });
  });

  test('a new namespace is active and can be lived in', async () => {
    const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'new' } };
    await send(writing('create', namespaces, { name: 'new', body }));
    expect(await get(namespaces, 'new', '')).toMatchObject({
      metadata: { labels: { 'kubernetes.io/metadata.name': 'new' } },
      status: { phase: 'Active' },
    });
    await send(writing('create', configmaps, { namespace: 'new', name: 'a', body: configmap('a') }));
    await send(writing('delete', namespaces, { name: 'new' }));
    expect(await listed(configmaps, 'new')).toEqual([]);
  });
});

describe('a history to go back to', () => {
  test('a changed template is a new revision, and the one before has no replicas', async () => {
    await patch(deployments, 'search', image('search', 'registry.example.com/shop/search:1.9.0'));
    expect(await historyOf('search')).toEqual(['2: 1.7.2 x0', '3: 1.8.0 x0', '4: 1.9.0 x1']);
    expect((await get(deployments, 'search')).metadata.annotations[revisionAt]).toBe('4');
  });

  test('a template that comes back is its old revision under a new number', async () => {
    const old = (await listed(replicasets)).find(({ metadata }) => metadata.name === 'web-74b96f5d8');
    const { 'pod-template-hash': _, ...labels } = old.spec.template.metadata.labels;
    const value = { ...old.spec.template, metadata: { labels } };
    const operations = [{ op: 'replace', path: '/spec/template', value }];
    await patch(deployments, 'web', { operations }, { options: { patch: 'json' } });
    expect(await historyOf('web')).toEqual(['7: 2.14.1 x0', '8: 2.14.0 x2']);
    const now = await get(replicasets, 'web-74b96f5d8');
    expect(now.metadata.annotations).toEqual({ [revisionAt]: '8', 'deployment.kubernetes.io/revision-history': '6' });
    expect(await get(deployments, 'web')).toMatchObject({ status: { observedGeneration: 8, updatedReplicas: 2 } });
  });

  test('also when all its containers had gone, so that an API server fills them in again', async () => {
    const { containers } = (await get(deployments, 'search')).spec.template.spec;
    const swapped = (list: Loose[]): Promise<Loose> => {
      const operations = [{ op: 'replace', path: '/spec/template/spec/containers', value: list }];
      return patch(deployments, 'search', { operations }, { options: { patch: 'json' } });
    };
    await swapped([{ name: 'other', image: 'x:other' }]);
    await swapped(containers);
    expect(await historyOf('search')).toEqual(['2: 1.7.2 x0', '4: other x0', '5: 1.8.0 x1']);
  });

  test('where no history was kept, it begins with what ran', async () => {
    await patch(deployments, 'reports', image('reports', 'registry.example.com/shop/reports:0.8.2'));
    expect(await historyOf('reports')).toEqual(['1: 0.9.0-rc7 x0', '2: 0.8.2 x0']);
  });

  test('a StatefulSet keeps its templates as ControllerRevisions', async () => {
    const numbers = async () =>
      (await listed(controllerrevisions, 'payments'))
        .map(({ revision, data }) => `${revision}: ${data.spec.template.spec.containers[0].image}`)
        .sort();
    await patch(statefulsets, 'ledger-db', image('postgres', 'postgres:18.2'), { namespace: 'payments' });
    expect(await numbers()).toEqual(['1: postgres:18.0', '2: postgres:18.1', '3: postgres:18.2']);
    const first = (await listed(controllerrevisions, 'payments')).find(({ revision }) => revision === 1);
    await patch(statefulsets, 'ledger-db', first.data, { namespace: 'payments' });
    expect(await numbers()).toEqual(['2: postgres:18.1', '3: postgres:18.2', '4: postgres:18.0']);
    const { status } = await get(statefulsets, 'ledger-db', 'payments');
    expect(status.updateRevision).toBe(first.metadata.name);
  });

  test('no more are kept than wanted', async () => {
    await patch(deployments, 'search', { spec: { revisionHistoryLimit: 1 } });
    for (const tag of ['2.0', '2.1', '2.2']) await patch(deployments, 'search', image('search', `search:${tag}`));
    expect(await historyOf('search')).toEqual(['5: 2.1 x0', '6: 2.2 x1']);
  });

  test('a paused Deployment rolls nothing out', async () => {
    await patch(deployments, 'search', { spec: { paused: true } });
    await patch(deployments, 'search', image('search', 'search:3'));
    expect(await historyOf('search')).toEqual(['2: 1.7.2 x0', '3: 1.8.0 x1']);
  });
});

describe('a delete', () => {
  test('takes along what the object owns, and what that owns', async () => {
    await remove(deployments, 'web');
    expect(await historyOf('web')).toEqual([]);
    expect((await listed(pods)).filter(({ metadata }) => metadata.labels.app === 'web')).toEqual([]);
    expect(await historyOf('checkout')).toHaveLength(2);
  });

  test('leaves it behind as an orphan when told so', async () => {
    await remove(deployments, 'web', { options: { propagationPolicy: 'Orphan' } });
    const left = (await listed(replicasets)).filter(({ metadata }) => metadata.labels.app === 'web');
    expect(left.map(({ metadata }) => metadata.ownerReferences)).toEqual([undefined, undefined]);
    expect((await listed(pods)).filter(({ metadata }) => metadata.labels.app === 'web')).toHaveLength(2);
  });

  test('waits for finalizers', async () => {
    const held = { ...configmap('held'), metadata: { name: 'held', finalizers: ['example.com/hold'] } };
    await send(writing('create', configmaps, { namespace: 'shop', name: 'held', body: held }));
    expect((await remove(configmaps, 'held')).metadata.deletionTimestamp).toBe('2026-01-15T10:00:00Z');
    await remove(configmaps, 'held');
    expect((await get(configmaps, 'held')).metadata.deletionTimestamp).toBe('2026-01-15T10:00:00Z');
    await patch(configmaps, 'held', { metadata: { finalizers: null } }, { options: { patch: 'merge' } });
    await expect(get(configmaps, 'held')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('answers as an API server does', async () => {
    const { uid } = (await get(deployments, 'search')).metadata;
    expect(await remove(deployments, 'search')).toMatchObject({
      ...{ kind: 'Status', status: 'Success', details: { name: 'search', group: 'apps', kind: 'deployments', uid } },
    });
  });
});

describe('who manages what', () => {
  const conflict = (detail: string | RegExp) => ({
    code: 'CLUSTER_CONFLICT',
    detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
  });
  const applied = (name: string, body: Fields, more: Written = {}): Promise<Loose> =>
    patch(
      deployments,
      name,
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, ...body },
      {
        ...more,
        options: { ...more.options, patch: 'apply' },
      },
    );

  test('one conflict names the manager, how it wrote, and the field', async () => {
    await patch(
      deployments,
      'search',
      { spec: { replicas: 2 } },
      {
        options: { fieldManager: 'kubectl-client-side-apply' },
      },
    );
    await expect(applied('search', { spec: { replicas: 4 } })).rejects.toMatchObject(
      conflict('Apply failed with 1 conflict: conflict with "kubectl-client-side-apply" using apps/v1: .spec.replicas'),
    );
  });

  test('several are listed by manager', async () => {
    await patch(deployments, 'search', { spec: { replicas: 2 } }, { options: { fieldManager: 'kubectl-scale' } });
    const containers = [{ name: 'search', image: 'x:1' }];
    await expect(
      applied('search', { spec: { replicas: 4, template: { spec: { containers } } } }),
    ).rejects.toMatchObject(
      conflict(
        'Apply failed with 2 conflicts: conflicts with "before-first-apply" using apps/v1:\n' +
          '- .spec.template.spec.containers[name="search"].image\n' +
          'conflicts with "kubectl-scale" using apps/v1:\n- .spec.replicas',
      ),
    );
  });

  test('the record has the form of the API', async () => {
    await apply(configmap('recorded', { data: { a: '1' } }, { app: 'x' }));
    await patch(configmaps, 'recorded', { data: { b: '2' } }, { options: { patch: 'merge', fieldManager: 'other' } });
    const entry = { apiVersion: 'v1', time: '2026-01-15T10:00:00Z', fieldsType: 'FieldsV1' };
    expect((await get(configmaps, 'recorded')).metadata.managedFields).toEqual([
      {
        ...{ ...entry, manager: 'portcullis', operation: 'Apply' },
        fieldsV1: { 'f:data': { 'f:a': {} }, 'f:metadata': { 'f:labels': { 'f:app': {} } } },
      },
      { ...entry, manager: 'other', operation: 'Update', fieldsV1: { 'f:data': { 'f:b': {} } } },
    ]);
  });

  test('items of a keyed list come and go with their manager', async () => {
    const body = (names: string[]): Fields => ({
      spec: { template: { spec: { containers: names.map((name) => ({ name, image: 'x:1' })) } } },
    });
    await applied('search', body(['one', 'two']));
    await applied('search', body(['two']));
    const { spec, metadata } = await get(deployments, 'search');
    expect(spec.template.spec.containers.map(({ name }: Loose) => name)).toEqual(['search', 'two']);
    const mine = metadata.managedFields.find(({ manager }: Loose) => manager === 'portcullis');
    expect(mine.fieldsV1['f:spec']['f:template']['f:spec']['f:containers']).toEqual({
      'k:{"name":"two"}': { '.': {}, 'f:image': {}, 'f:name': {} },
    });
  });
});

describe('what is refused, in the words of an API server', () => {
  test.each<[string, () => Promise<unknown>, string | RegExp]>([
    [
      'fewer than none',
      () => patch(deployments, 'search', { spec: { replicas: -1 } }),
      'Deployment.apps "search" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    ],
    [
      'another selector',
      () => patch(deployments, 'search', { spec: { selector: { matchLabels: { app: 'other' } } } }),
      /spec\.selector: Invalid value: .*: field is immutable$/,
    ],
    [
      'an unknown field',
      () => patch(deployments, 'search', { spec: { foo: 1 } }),
      /strict decoding error: unknown field "spec\.foo"$/,
    ],
    [
      'an unknown field that is applied',
      () => apply({ ...configmap('a'), foo: 1 }),
      'failed to create typed patch object (/a; v1, Kind=ConfigMap): .foo: field not declared in schema',
    ],
    [
      'an unknown field of a custom resource',
      () =>
        patch(routes, 'card-eu', { spec: { prvider: 'x' } }, { namespace: 'payments', options: { patch: 'merge' } }),
      /unknown field "spec\.prvider"$/,
    ],
    [
      'a custom resource without what it must have',
      () =>
        patch(routes, 'card-eu', { spec: { provider: null } }, { namespace: 'payments', options: { patch: 'merge' } }),
      'PaymentRoute.payments.example.com "card-eu" is invalid: spec.provider: Required value',
    ],
    [
      'a strategic patch of a custom resource',
      () => patch(routes, 'card-eu', { spec: { provider: 'x' } }, { namespace: 'payments' }),
      /unknown format/,
    ],
    [
      'an operation that finds nothing',
      () =>
        patch(
          configmaps,
          'checkout-config',
          { operations: [{ op: 'remove', path: '/nope/nope' }] },
          { options: { patch: 'json' } },
        ),
      'the server rejected our request due to an error in our request',
    ],
    [
      'an operation that is none',
      () =>
        patch(
          configmaps,
          'checkout-config',
          { operations: [{ op: 'move', from: '/data', path: '/x' }] },
          { options: { patch: 'json' } },
        ),
      'the server rejected our request due to an error in our request',
    ],
  ])('%s', async (_, wanted, detail) => {
    const before = await listed(deployments);
    await expect(wanted()).rejects.toMatchObject({
      code: 'CLUSTER_REFUSED',
      detail: typeof detail === 'string' ? detail : expect.stringMatching(detail),
    });
    expect(await listed(deployments)).toEqual(before);
  });
});

test('directives of a strategic patch: replace, delete, and values taken out of a set', async () => {
  const containers = async (): Promise<string[]> =>
    (await get(deployments, 'checkout')).spec.template.spec.containers.map(({ name }: Loose) => name);
  const of = (list: Fields[]): Fields => ({ spec: { template: { spec: { containers: list } } } });
  await patch(deployments, 'checkout', of([{ name: 'proxy', $patch: 'delete' }]));
  expect(await containers()).toEqual(['checkout']);
  await patch(deployments, 'checkout', of([{ name: 'only', image: 'x:1' }, { $patch: 'replace' }]));
  expect(await containers()).toEqual(['only']);
  await patch(deployments, 'checkout', { metadata: { labels: { $patch: 'replace', a: 'b' } } });
  expect((await get(deployments, 'checkout')).metadata.labels).toEqual({ a: 'b' });
  await patch(deployments, 'checkout', { metadata: { finalizers: ['x/a', 'x/b'] } });
  await patch(deployments, 'checkout', {
    metadata: { finalizers: ['x/c'], '$deleteFromPrimitiveList/finalizers': ['x/a'] },
  });
  expect((await get(deployments, 'checkout')).metadata.finalizers).toEqual(['x/b', 'x/c']);
});

test('a status is written under its own name, and nothing else with it', async () => {
  const body = { metadata: { labels: { a: 'b' } }, spec: { replicas: 7 }, status: { readyReplicas: 0 } };
  await patch(deployments, 'search', body, { subresource: 'status' });
  const { metadata, spec, status } = await get(deployments, 'search');
  expect([metadata.labels, metadata.generation, spec.replicas]).toEqual([{ app: 'search' }, 3, 1]);
  expect(status).toMatchObject({ replicas: 1, readyReplicas: 0 });
});

test('a write adds nothing to what it does not touch', async () => {
  const before = await get(deployments, 'search');
  const { spec } = await patch(deployments, 'search', { spec: { replicas: 2 } }, { options: { dryRun: true } });
  expect(spec).toEqual({ ...before.spec, replicas: 2 });
});

test('a list that is being read is not torn by a write', async () => {
  const response = await cluster.send(permit(deployments, { namespace: 'shop' }));
  await remove(deployments, 'web');
  await patch(deployments, 'search', { spec: { replicas: 9 } });
  const { items, names } = await itemsOf(response);
  expect(names).toEqual(['checkout', 'reports', 'search', 'web']);
  expect((items[2] as Loose).spec.replicas).toBe(1);
});

test('a definition of a kind brings the kind along', async () => {
  const [definitions] = await cluster.resolve('crd');
  const openAPIV3Schema = { type: 'object', properties: { size: { type: 'integer' } } };
  const body = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: {
      ...{ group: 'example.com', scope: 'Namespaced', names: { plural: 'widgets', kind: 'Widget' } },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
    },
  };
  await send(writing('create', definitions!, { name: 'widgets.example.com', body }));
  const [widgets] = await cluster.resolve('Widget');
  const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' }, size: 3 };
  await send(writing('create', widgets!, { namespace: 'shop', name: 'w', body: widget }));
  expect((await get(widgets!, 'w')).size).toBe(3);
});

describeReal('an embedded cluster and a real one answer alike', (connection) => {
  const namespace = 'answers-alike';
  type Step = readonly [verb: string, type: Type, body: Loose, options?: Written['options']];
  const other = { fieldManager: 'other' } as const;
  const applyOf = (type: Type, body: Loose, options: Written['options'] = {}): Step =>
    [...['patch', type, body, { patch: 'apply', ...options }]] as never;
  const named = (body: Loose, name: string): Loose => ({ ...body, metadata: { name } });
  const containers = (list: Loose[]): Loose =>
    named({ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec: { containers: list } } } }, 'd');
  const held = (finalizers: string[]): Loose => ({ ...configmap('f'), metadata: { name: 'f', finalizers } });
  const podTemplate = {
    metadata: { labels: { app: 's' } },
    spec: {
      containers: [{ name: 'web', image: 'x:1', livenessProbe: { httpGet: { path: '/', port: 80 } } }],
      initContainers: [{ name: 'first', image: 'x' }],
      volumes: [{ name: 'c', configMap: { name: 'x' } }],
    },
  };
  const steps: Step[] = [
    applyOf(configmaps, configmap('a', { data: { a: '1', b: '2' } }, { x: 'y' })),
    applyOf(configmaps, configmap('a', { data: { b: '2', c: '3' } }), other),
    applyOf(configmaps, configmap('a', { data: { b: '9', c: '4' } })),
    applyOf(configmaps, configmap('a', { data: { b: '9', c: '4' } }), { force: true }),
    applyOf(configmaps, configmap('a', { data: { c: '4' } })),
    applyOf(configmaps, held(['x.com/a', 'x.com/b'])),
    applyOf(configmaps, held(['x.com/c', 'x.com/b']), other),
    applyOf(configmaps, held(['x.com/d'])),
    ['patch', configmaps, named({ operations: [{ op: 'remove', path: '/data/nope' }] }, 'a'), { patch: 'json' }],
    [
      'patch',
      configmaps,
      named({ operations: [{ op: 'replace', path: '/data/n', value: '1' }] }, 'a'),
      { patch: 'json' },
    ],
    ['patch', configmaps, named({ operations: [{ op: 'test', path: '/data/c', value: '' }] }, 'a'), { patch: 'json' }],
    ['create', deployments, deployment('e', { selector: { matchLabels: { app: 'other' } } })],
    applyOf(deployments, deployment('d'), other),
    applyOf(deployments, containers([{ name: 'third', image: 'x:1' }])),
    applyOf(
      deployments,
      containers([
        { name: 'fourth', image: 'x' },
        { name: 'third', image: 'x:1' },
      ]),
    ),
    applyOf(deployments, containers([{ name: 'fourth', image: 'x' }])),
    applyOf(deployments, containers([{ name: 'web', ports: [{ containerPort: 8080, name: 'h' }] }])),
    applyOf(deployments, containers([{ name: 'web', image: 'mine' }])),
    applyOf(deployments, deployment('d', { replicas: 'many' })),
    applyOf(deployments, deployment('d', { foo: 1 })),
    ['patch', deployments, named({ spec: { replicas: -1 } }, 'd'), { patch: 'strategic' }],
    [
      ...['patch', deployments],
      containers([{ name: 'web', env: [{ name: 'B', value: '1' }], ports: [{ containerPort: 9090 }] }]),
      { patch: 'strategic' },
    ] as never,
    ['patch', deployments, containers([{ name: 'sidecar', $patch: 'delete' }]), { patch: 'strategic' }],
    [
      ...['create', statefulsets],
      {
        ...named({ apiVersion: 'apps/v1', kind: 'StatefulSet' }, 's'),
        spec: { serviceName: 's', selector: { matchLabels: { app: 's' } }, template: podTemplate },
      },
    ] as never,
    ['delete', configmaps, named({}, 'f')],
    ['delete', deployments, named({}, 'd'), { propagationPolicy: 'Background' }],
  ];
  /** Without what only one server can say, and what a controller adds. */
  const alike = ({ metadata = {}, status, details, ...rest }: Loose): Loose => ({
    ...rest,
    ...(details ? { details: { ...details, uid: '' } } : {}),
    labels: metadata.labels,
    generation: metadata.generation,
    finalizers: metadata.finalizers,
    deleting: metadata.deletionTimestamp !== undefined,
    managers: metadata.managedFields?.map(({ manager, operation }: Loose) => `${manager} ${operation}`).sort(),
  });

  test('step by step, a dry run before each', async () => {
    const real = await openCluster({ kubeconfig: connection.kubeconfig });
    const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
    for (const one of [real, cluster]) await one.send(writing('create', namespaces, { name: namespace, body }));
    for (const [verb, type, said, options] of steps)
      for (const dryRun of [true, false]) {
        const wanted = { namespace, name: said.metadata.name, body: said, options: { ...options, dryRun } };
        const answer = (one: OpenCluster): Promise<Loose> =>
          one.send(writing(verb, type, wanted)).then(
            (response) => alike(objectOf(response)),
            ({ code, detail }) => ({ code, detail }),
          );
        expect({ wanted, ...(await answer(cluster)) }).toEqual({ wanted, ...(await answer(real)) });
      }
    await real.close();
  }, 60_000);
});

describe('for any objects and managers', () => {
  // Each run has an object of its own.
  let turn = 0;
  const managers = fc.constantFrom('portcullis', 'a', 'b');
  const map = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'x.y/z', '__proto__'), fc.constantFrom('1', '2', ''), {
    maxKeys: 3,
  });
  const finalizers = fc.uniqueArray(fc.constantFrom('x/a', 'x/b', 'x/c'), { maxLength: 3 });
  const body = fc.record({ data: map, labels: map, finalizers }).map(
    ({ data, labels, finalizers: held }): Loose => ({
      ...{ apiVersion: 'v1', kind: 'ConfigMap', data },
      metadata: { labels, finalizers: held },
    }),
  );
  const step = fc.record({ manager: managers, body, force: fc.boolean() });
  const steps = fc.array(step, { minLength: 1, maxLength: 5 });
  type Step = { readonly manager: string; readonly body: Loose; readonly force: boolean };
  const done = ({ manager, body: said, force }: Step, dryRun = false): Promise<Loose> =>
    apply(
      { ...said, metadata: { ...said.metadata, name: `any-${turn}` } },
      { options: { fieldManager: manager, force, dryRun } },
    ).catch(({ code }) => code);
  const there = (): Promise<Loose> => get(configmaps, `any-${turn}`).catch(({ code }) => code);
  const check = (property: (steps: Step[], last: Step) => Promise<void>): Promise<void> =>
    fc.assert(
      fc.asyncProperty(steps, step, async (all, last) => {
        turn += 1;
        for (const one of all) await done(one);
        await property(all, last);
      }),
      { numRuns: 300 },
    );

  test(
    'applied twice is applied once',
    () =>
      check(async (_, last) => {
        const once = await done(last);
        const after = await there();
        expect(await done(last)).toEqual(once);
        expect(await there()).toEqual(after);
      }),
    60_000,
  );

  test(
    'a dry run changes nothing, and foretells what is done',
    () =>
      check(async (_, last) => {
        const before = await there();
        const shown = await done(last, true);
        expect(await there()).toEqual(before);
        const made = await done(last);
        expect(made?.data).toEqual(shown?.data);
        expect(typeof made === 'string' ? made : made.metadata.managedFields).toEqual(
          typeof shown === 'string' ? shown : shown.metadata.managedFields,
        );
      }),
    60_000,
  );

  test(
    'what others said last and nobody took over stays',
    () =>
      check(async (_, last) => {
        const before = await there();
        await done({ ...last, force: false });
        const after = await there();
        if (typeof before === 'string') return;
        const theirs = before.metadata.managedFields.filter(({ manager }: Loose) => manager !== last.manager);
        for (const { fieldsV1 } of theirs) {
          for (const key of Object.keys(fieldsV1['f:data'] ?? {}).filter((name) => name !== '.'))
            expect(after.data[key.slice(2)]).toBe(before.data[key.slice(2)]);
          for (const value of Object.keys(fieldsV1['f:metadata']?.['f:finalizers'] ?? {}).filter(
            (name) => name !== '.',
          ))
            expect(after.metadata.finalizers).toContain(JSON.parse(value.slice(2)));
        }
      }),
    60_000,
  );

  test(
    'what is applied stands there afterwards',
    () =>
      check(async (_, last) => {
        const made = await done({ ...last, force: true });
        expect({ ...made.data }).toMatchObject(last.body.data);
        for (const value of last.body.metadata.finalizers) expect(made.metadata.finalizers).toContain(value);
      }),
    60_000,
  );
});
