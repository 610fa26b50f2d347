// What every cluster must do when it is written to, embedded or real. Makes the objects it needs, in a namespace of its own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenCluster } from '../../src/cluster/client.ts';
import type { Permit } from '../../src/gate/ports.ts';
import { deployments, namespaces, objectOf, permit } from './permits.ts';
import { accessReviews, configmap, configmaps, deployment, type Written, writing } from './write-permits.ts';

type Type = Parameters<typeof writing>[1];
type Fields = Record<string, unknown>;
type Metadata = {
  name: string;
  uid: string;
  resourceVersion: string;
  generation: number;
  labels?: Record<string, string>;
};
type Deployment = {
  metadata: Metadata;
  spec: {
    replicas: number;
    template: {
      metadata: { annotations?: Record<string, string> };
      spec: { containers: { name: string; image: string }[] };
    };
  };
};

/** Runs the contract against one cluster; `namespace` must not exist in it. */
export const writeContract = (open: () => Promise<OpenCluster>, namespace = 'write-contract'): void => {
  let cluster: OpenCluster;
  beforeAll(async () => {
    cluster = await open();
    const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
    await cluster.send(writing('create', namespaces, { name: namespace, body }));
  }, 60_000);
  afterAll(() => cluster.close());

  const sent = async (wanted: Permit, signal?: AbortSignal): Promise<Fields> =>
    objectOf(await cluster.send(wanted, signal));
  const read = (type: Type, name: string): Promise<Fields> => sent(permit(type, { verb: 'get', namespace, name }));
  const create = (type: Type, body: Fields, more: Written = {}): Promise<Fields> =>
    sent(writing('create', type, { namespace, name: nameOf(body), body, ...more }));
  const patch = (
    how: 'apply' | 'strategic' | 'merge' | 'json',
    type: Type,
    name: string,
    body: Fields,
    more: Written,
  ) => sent(writing('patch', type, { namespace, name, body, ...more, options: { patch: how, ...more.options } }));
  const apply = (type: Type, body: Fields, more: Written = {}): Promise<Fields> =>
    patch('apply', type, nameOf(body), body, more);
  const strategic = (name: string, body: Fields, more: Written = {}): Promise<Fields> =>
    patch('strategic', deployments, name, body, more);
  const remove = (type: Type, name: string, more: Written = {}): Promise<Fields> =>
    sent(writing('delete', type, { namespace, name, ...more }));
  const metadata = async (type: Type, name: string): Promise<Metadata> => (await read(type, name)).metadata as Metadata;
  const replicas = async (name: string): Promise<number> => specOf(await read(deployments, name)).replicas;
  const dry = { dryRun: true } as const;
  const foreign = { options: { fieldManager: 'someone-else' } };

  describe('a dry run changes nothing and shows what would be', () => {
    beforeAll(async () => {
      await create(deployments, deployment('dry', { replicas: 2 }));
    });

    test.each<[string, () => Promise<Fields>]>([
      ['a strategic patch', () => strategic('dry', { spec: { replicas: 5 } }, { options: dry })],
      ['a merge patch', () => patch('merge', deployments, 'dry', { spec: { replicas: 5 } }, { options: dry })],
      ['a json patch', () => patch('json', deployments, 'dry', replace('/spec/replicas', 5), { options: dry })],
      ['an apply', () => apply(deployments, deployment('dry', { replicas: 5 }), { options: { ...dry, force: true } })],
    ])('%s', async (_, wanted) => {
      const before = await read(deployments, 'dry');
      expect(specOf(await wanted()).replicas).toBe(5);
      expect(await read(deployments, 'dry')).toEqual(before);
    });

    test.each<[string, (body: Fields) => Promise<Fields>]>([
      ['a create', (body) => create(configmaps, body, { options: dry })],
      ['an apply of something new', (body) => apply(configmaps, body, { options: dry })],
    ])('%s', async (_, wanted) => {
      expect(await wanted(configmap('dry-new', { data: { a: '1' } }))).toMatchObject({ data: { a: '1' } });
      await expect(read(configmaps, 'dry-new')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('a delete', async () => {
      await remove(deployments, 'dry', { options: dry });
      expect(await replicas('dry')).toBe(2);
    });

    test('defaults are filled in', async () => {
      const shown = await apply(deployments, deployment('dry-defaults'), { options: dry });
      expect(shown).toMatchObject({ spec: { replicas: 1 } });
    });
  });

  describe('create', () => {
    test('makes an object and gives it as it became', async () => {
      const made = await create(configmaps, configmap('made', { data: { a: '1' } }));
      expect(made).toMatchObject({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'made', namespace } });
      expect(made).toEqual(await read(configmaps, 'made'));
    });

    test('of a name that is taken is a conflict', async () => {
      await create(configmaps, configmap('taken'));
      await expect(create(configmaps, configmap('taken'))).rejects.toMatchObject({
        code: 'CLUSTER_CONFLICT',
        detail: 'configmaps "taken" already exists',
      });
    });

    test('in a namespace that is not there is NOT_FOUND', async () => {
      const body = configmap('lost');
      const lost = writing('create', configmaps, { namespace: 'no-such-namespace', name: 'lost', body });
      await expect(sent(lost)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        detail: 'namespaces "no-such-namespace" not found',
      });
    });

    test('a review of access is answered', async () => {
      const attributes = { verb: 'patch', group: 'apps', resource: 'deployments', namespace };
      const body = {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: attributes },
      };
      expect(await sent(writing('create', accessReviews, { body }))).toMatchObject({ status: { allowed: true } });
    });
  });

  describe('a strategic patch', () => {
    test('scales', async () => {
      await create(deployments, deployment('scaled', { replicas: 2 }));
      expect(specOf(await strategic('scaled', { spec: { replicas: 5 } })).replicas).toBe(5);
      expect(await replicas('scaled')).toBe(5);
    });

    test('merges containers by name', async () => {
      await create(deployments, deployment('imaged'));
      const containers = [{ name: 'web', image: 'registry.example.com/web:2' }];
      await strategic('imaged', { spec: { template: { spec: { containers } } } });
      const now = specOf(await read(deployments, 'imaged')).template.spec.containers;
      expect(now.map(({ name, image }) => `${name} ${image}`).sort()).toEqual([
        'sidecar registry.example.com/sidecar:1',
        'web registry.example.com/web:2',
      ]);
      expect(now.find(({ name }) => name === 'web')).toMatchObject({
        ports: [{ containerPort: 8080, protocol: 'TCP' }],
      });
    });

    test('null takes a key away', async () => {
      await create(deployments, deployment('unlabelled', {}, { app: 'unlabelled', team: 'shop' }));
      await strategic('unlabelled', { metadata: { labels: { team: null } } });
      expect((await metadata(deployments, 'unlabelled')).labels).toEqual({ app: 'unlabelled' });
    });
  });

  test('a merge patch merges maps, replaces lists, and null takes a key away', async () => {
    await create(configmaps, configmap('merged', { data: { a: '1', b: '2' } }));
    const now = await patch('merge', configmaps, 'merged', { data: { a: null, c: '3' } }, {});
    expect(now).toMatchObject({ data: { b: '2', c: '3' } });
    expect(now.data).toEqual({ b: '2', c: '3' });
  });

  describe('a json patch', () => {
    test('does its operations in order', async () => {
      await create(deployments, deployment('patched', { replicas: 2 }));
      const operations = [
        { op: 'test', path: '/spec/replicas', value: 2 },
        { op: 'replace', path: '/spec/replicas', value: 4 },
        { op: 'add', path: '/metadata/labels/example.com~1team', value: 'shop' },
      ];
      const now = await patch('json', deployments, 'patched', { operations }, {});
      expect(specOf(now).replicas).toBe(4);
      expect((await metadata(deployments, 'patched')).labels).toMatchObject({ 'example.com/team': 'shop' });
    });

    test('whose test fails is refused', async () => {
      await create(configmaps, configmap('tested', { data: { a: '1' } }));
      const operations = [{ op: 'test', path: '/data/a', value: '2' }, ...replace('/data/a', '3').operations];
      await expect(patch('json', configmaps, 'tested', { operations }, {})).rejects.toMatchObject({
        code: 'CLUSTER_REFUSED',
      });
      expect(await read(configmaps, 'tested')).toMatchObject({ data: { a: '1' } });
    });
  });

  describe('an apply', () => {
    test('makes what is not there, and changes what is', async () => {
      await apply(configmaps, configmap('applied', { data: { a: '1' } }));
      expect(await read(configmaps, 'applied')).toMatchObject({ data: { a: '1' } });
      await apply(configmaps, configmap('applied', { data: { a: '2' } }));
      expect(await read(configmaps, 'applied')).toMatchObject({ data: { a: '2' } });
    });

    test('of the same again changes nothing, not even the version', async () => {
      await apply(configmaps, configmap('same', { data: { a: '1' } }));
      const before = await metadata(configmaps, 'same');
      await apply(configmaps, configmap('same', { data: { a: '1' } }));
      expect((await metadata(configmaps, 'same')).resourceVersion).toBe(before.resourceVersion);
    });

    test('keeps what others manage, and takes away what it no longer says itself', async () => {
      await apply(configmaps, configmap('shared', {}, { theirs: 'kept' }), foreign);
      await apply(configmaps, configmap('shared', { data: { a: '1', b: '2' } }, { ours: 'gone' }));
      await apply(configmaps, configmap('shared', { data: { a: '1' } }));
      const now = await read(configmaps, 'shared');
      expect(now.data).toEqual({ a: '1' });
      expect((now.metadata as Metadata).labels).toEqual({ theirs: 'kept' });
    });

    test('adds a container beside those of others', async () => {
      await apply(deployments, deployment('joined'), foreign);
      const containers = [{ name: 'third', image: 'registry.example.com/third:1' }];
      const body = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'joined' } };
      await apply(deployments, { ...body, spec: { template: { spec: { containers } } } });
      const now = specOf(await read(deployments, 'joined')).template.spec.containers;
      expect(now.map(({ name }) => name).sort()).toEqual(['sidecar', 'third', 'web']);
    });

    test('to a field that another manages is a conflict that names the manager and the field', async () => {
      await apply(deployments, deployment('owned', { replicas: 3 }), foreign);
      const wanted = deployment('owned', { replicas: 5 });
      const conflict = { code: 'CLUSTER_CONFLICT', detail: expect.stringMatching(/"someone-else".*\.spec\.replicas/s) };
      await expect(apply(deployments, wanted)).rejects.toMatchObject(conflict);
      await expect(apply(deployments, wanted, { options: dry })).rejects.toMatchObject(conflict);
      expect(await replicas('owned')).toBe(3);
    });

    test('with force takes the field over', async () => {
      await apply(deployments, deployment('forced', { replicas: 3 }), foreign);
      await apply(deployments, deployment('forced', { replicas: 5 }), { options: { force: true } });
      expect(await replicas('forced')).toBe(5);
      await expect(apply(deployments, deployment('forced', { replicas: 3 }), foreign)).rejects.toMatchObject({
        code: 'CLUSTER_CONFLICT',
        detail: expect.stringMatching(/"portcullis".*\.spec\.replicas/s),
      });
    });

    test('of what another manages to the same value is none', async () => {
      await apply(deployments, deployment('agreed', { replicas: 3 }), foreign);
      expect(specOf(await apply(deployments, deployment('agreed', { replicas: 3 }))).replicas).toBe(3);
    });
  });

  describe('a delete', () => {
    test('leaves nothing', async () => {
      await create(configmaps, configmap('doomed'));
      await remove(configmaps, 'doomed');
      await expect(read(configmaps, 'doomed')).rejects.toMatchObject({
        code: 'NOT_FOUND',
        detail: 'configmaps "doomed" not found',
      });
    });

    test('takes the propagation, the grace and the uid it is given', async () => {
      const { uid } = (await create(deployments, deployment('doomed'))).metadata as Metadata;
      const options = { propagationPolicy: 'Background', gracePeriodSeconds: 0, uid } as const;
      await remove(deployments, 'doomed', { options });
      await expect(read(deployments, 'doomed')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('an object that is not what was judged is a conflict and stays as it is', () => {
    const other = '00000000-0000-4000-8000-000000000000';
    beforeAll(async () => {
      await create(deployments, deployment('judged', { replicas: 2 }));
    });
    const wrong: [string, (uid: string) => Written][] = [
      ['another version', (uid) => ({ precondition: { resourceVersion: '1', uid } })],
      ['another uid', () => ({ precondition: { uid: other } })],
      ['another uid in the request', () => ({ options: { uid: other } })],
      [
        'one uid in the request and another in the object',
        (uid) => ({ precondition: { uid }, options: { uid: other } }),
      ],
    ];
    const wanted: [string, (more: Written) => Promise<Fields>][] = [
      ['a strategic patch', (more) => strategic('judged', { spec: { replicas: 5 } }, more)],
      ['a merge patch', (more) => patch('merge', deployments, 'judged', { spec: { replicas: 5 } }, more)],
      ['a json patch', (more) => patch('json', deployments, 'judged', replace('/spec/replicas', 5), more)],
      [
        'an apply',
        ({ options, ...more }) =>
          apply(deployments, deployment('judged', { replicas: 5 }), { ...more, options: { ...options, force: true } }),
      ],
      ['a delete', (more) => remove(deployments, 'judged', more)],
    ];
    test.each(wanted.flatMap(([what, write]) => wrong.map(([how, more]) => ({ what, how, write, more }))))(
      '$what, $how',
      async ({ write, more }) => {
        await expect(write(more((await metadata(deployments, 'judged')).uid))).rejects.toMatchObject({
          code: 'CLUSTER_CONFLICT',
          detail: expect.stringMatching(/./),
        });
        expect(await replicas('judged')).toBe(2);
      },
    );

    test.each(wanted.filter(([what]) => what !== 'an apply'))('%s, another version alone', async (_, write) => {
      await expect(write({ precondition: { resourceVersion: '1' } })).rejects.toMatchObject({
        code: 'CLUSTER_CONFLICT',
        detail: expect.stringMatching(/./),
      });
      expect(await replicas('judged')).toBe(2);
    });

    test.each(wanted)('%s of the very object is done', async (what, write) => {
      if (what !== 'a delete') await strategic('judged', { spec: { replicas: 2 } });
      const { uid, resourceVersion } = await metadata(deployments, 'judged');
      await write({ precondition: { uid, resourceVersion }, options: { uid } });
      if (what === 'a delete') await expect(read(deployments, 'judged')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      else expect(await replicas('judged')).toBe(5);
    });

    test('an apply to one that is gone does not make it anew', async () => {
      const { uid, resourceVersion } = (await create(configmaps, configmap('ghost'))).metadata as Metadata;
      await remove(configmaps, 'ghost');
      for (const precondition of [{ uid }, { uid, resourceVersion }])
        await expect(apply(configmaps, configmap('ghost'), { precondition })).rejects.toMatchObject({
          code: 'CLUSTER_CONFLICT',
        });
      // A version alone would make it anew.
      await expect(apply(configmaps, configmap('ghost'), { precondition: { resourceVersion } })).rejects.toMatchObject({
        code: 'REQUEST_INVALID',
      });
      await expect(read(configmaps, 'ghost')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('what is refused', () => {
    beforeAll(async () => {
      await create(deployments, deployment('strict'));
    });

    test.each<[string, () => Promise<Fields>]>([
      ['a create', () => create(deployments, deployment('strict-new', { replica: 3 }))],
      ['a strategic patch', () => strategic('strict', { spec: { replica: 3 } })],
      ['a merge patch', () => patch('merge', deployments, 'strict', { spec: { replica: 3 } }, {})],
      ['an apply', () => apply(deployments, deployment('strict', { replica: 3 }), { options: { force: true } })],
    ])('%s with a field there is not, which is named', async (_, wanted) => {
      await expect(wanted()).rejects.toMatchObject({
        code: 'CLUSTER_REFUSED',
        detail: expect.stringMatching(/spec\.replica\b/),
      });
    });

    test('a value of the wrong type', async () => {
      const refused = strategic('strict', { spec: { replicas: 'many' } });
      await expect(refused).rejects.toMatchObject({ code: 'CLUSTER_REFUSED' });
    });

    test.each<[string, () => Promise<Fields>]>([
      ['a strategic patch', () => strategic('nope', { spec: { replicas: 1 } })],
      ['a merge patch', () => patch('merge', deployments, 'nope', { spec: { replicas: 1 } }, {})],
      ['a json patch', () => patch('json', deployments, 'nope', replace('/spec/replicas', 1), {})],
      ['a delete', () => remove(deployments, 'nope')],
    ])('%s of what is not there is NOT_FOUND', async (_, wanted) => {
      await expect(wanted()).rejects.toMatchObject({ code: 'NOT_FOUND', detail: 'deployments.apps "nope" not found' });
    });

    test('a patch that would rename', async () => {
      await create(configmaps, configmap('named'));
      const refused = patch('merge', configmaps, 'named', { metadata: { name: 'renamed' } }, {});
      await expect(refused).rejects.toMatchObject({ code: 'CLUSTER_REFUSED' });
    });
  });

  describe('refused before anything is sent', () => {
    const body = configmap('x');
    test.each<[string, Permit, string]>([
      ['a delete without a name', writing('delete', configmaps, { namespace }), 'REQUEST_INVALID'],
      [
        'a patch without a name',
        writing('patch', configmaps, { namespace, body, options: { patch: 'merge' } }),
        'REQUEST_INVALID',
      ],
      [
        'a patch that does not say what it is',
        writing('patch', configmaps, { namespace, name: 'x', body }),
        'REQUEST_INVALID',
      ],
      [
        'a json patch without operations',
        writing('patch', configmaps, { namespace, name: 'x', body, options: { patch: 'json' } }),
        'REQUEST_INVALID',
      ],
      [
        'a create of another name than was judged',
        writing('create', configmaps, { namespace, name: 'y', body }),
        'REQUEST_INVALID',
      ],
      [
        'a create in another namespace than was judged',
        writing('create', configmaps, {
          namespace,
          name: 'x',
          body: { ...body, metadata: { name: 'x', namespace: 'kube-system' } },
        }),
        'REQUEST_INVALID',
      ],
      [
        'a create of another kind than was judged',
        writing('create', configmaps, { namespace, name: 'x', body: { ...body, kind: 'Secret' } }),
        'REQUEST_INVALID',
      ],
      [
        'a name for the server to choose',
        writing('create', configmaps, { namespace, body: { ...body, metadata: { generateName: 'x-' } } }),
        'REQUEST_INVALID',
      ],
      ['a create without a namespace', writing('create', configmaps, { name: 'x', body }), 'SCOPE_MISMATCH'],
      ['a delete without a namespace', writing('delete', configmaps, { name: 'x' }), 'SCOPE_MISMATCH'],
      ['a delete of ..', writing('delete', configmaps, { namespace, name: '..' }), 'NAME_INVALID'],
      [
        'a stamp where nothing waits for it',
        writing('patch', configmaps, {
          namespace,
          name: 'x',
          body: { data: { at: 'yesterday' } },
          options: { patch: 'merge', stamp: ['/data/at'] },
        }),
        'REQUEST_INVALID',
      ],
    ])('%s', async (_, wanted, code) => {
      await expect(cluster.send(wanted)).rejects.toMatchObject({ code });
    });

    test.each(['update', 'deletecollection', 'PATCH', 'constructor'])('the verb %j', async (verb) => {
      const wanted = writing(verb, configmaps, { namespace, name: 'x', body });
      await expect(cluster.send(wanted)).rejects.toMatchObject({ code: 'VERB_UNSUPPORTED' });
    });

    test.each(['exec', 'attach', 'proxy', 'eviction', 'token', 'binding', 'finalize', 'log'])(
      'the subresource %j',
      async (subresource) => {
        for (const verb of ['create', 'patch', 'delete'])
          await expect(
            cluster.send(
              writing(verb, configmaps, { namespace, name: 'x', subresource, body, options: { patch: 'merge' } }),
            ),
          ).rejects.toMatchObject({ code: 'VERB_UNSUPPORTED' });
      },
    );

    test('what was cancelled before', async () => {
      const cancelled = sent(writing('create', configmaps, { namespace, name: 'x', body }), AbortSignal.abort());
      await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
      await expect(read(configmaps, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('the moment of sending', () => {
    const at = 'kubectl.kubernetes.io/restartedAt';
    const pointer = '/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt';
    const waiting = '(time of sending)';
    const restart = { spec: { template: { metadata: { annotations: { [at]: waiting } } } } };
    const stampOf = (object: Fields): string | undefined => specOf(object).template.metadata.annotations?.[at];
    beforeAll(async () => {
      await create(deployments, deployment('restarted'));
    });

    test('does not stand in a dry run, which must say the same whenever it is made', async () => {
      const shown = await strategic('restarted', restart, { options: { dryRun: true, stamp: [pointer] } });
      expect(stampOf(shown)).toBe(waiting);
    });

    test('is written where the request says', async () => {
      await strategic('restarted', restart, { options: { stamp: [pointer] } });
      expect(stampOf(await read(deployments, 'restarted'))).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    });

    test('is written into an operation, too', async () => {
      await create(configmaps, configmap('stamped', { data: { at: '' } }));
      const options = { stamp: ['/operations/0/value'] };
      await patch('json', configmaps, 'stamped', replace('/data/at', waiting), { options });
      expect(await read(configmaps, 'stamped')).toMatchObject({ data: { at: expect.stringMatching(/^\d{4}-.*Z$/) } });
    });
  });

  test('the generation rises with the specification alone, the version with every change', async () => {
    await create(deployments, deployment('counted', { replicas: 1 }));
    const first = await metadata(deployments, 'counted');
    await strategic('counted', { metadata: { labels: { seen: 'yes' } } });
    const second = await metadata(deployments, 'counted');
    await strategic('counted', { spec: { replicas: 2 } });
    const third = await metadata(deployments, 'counted');
    expect([first, second, third].map(({ generation }) => generation)).toEqual([1, 1, 2]);
    expect(new Set([first, second, third].map(({ resourceVersion }) => resourceVersion)).size).toBe(3);
  });

  test('a status is not written through the object itself', async () => {
    await create(deployments, deployment('judged-by-others'));
    await strategic('judged-by-others', { status: { readyReplicas: 7 } });
    expect((await read(deployments, 'judged-by-others')).status).not.toMatchObject({ readyReplicas: 7 });
  });

  describe('how lists are keyed', () => {
    const deployed = ['spec', 'template', 'spec'];
    test.each<[string, string[], object]>([
      ['Deployment', [...deployed, 'containers'], { type: 'map', keys: ['name'] }],
      ['Deployment', [...deployed, 'initContainers'], { type: 'map', keys: ['name'] }],
      ['Deployment', [...deployed, 'containers', '*', 'ports'], { type: 'map', keys: ['containerPort', 'protocol'] }],
      ['Deployment', [...deployed, 'containers', '*', 'env'], { type: 'map', keys: ['name'] }],
      ['Deployment', [...deployed, 'containers', '*', 'volumeMounts'], { type: 'map', keys: ['mountPath'] }],
      ['Deployment', [...deployed, 'containers', '*', 'args'], { type: 'atomic' }],
      ['Deployment', [...deployed, 'containers', '*', 'envFrom'], { type: 'atomic' }],
      ['Deployment', [...deployed, 'volumes'], { type: 'map', keys: ['name'] }],
      ['Deployment', [...deployed, 'imagePullSecrets'], { type: 'map', keys: ['name'] }],
      ['Deployment', [...deployed, 'tolerations'], { type: 'atomic' }],
      [
        'Deployment',
        [...deployed, 'topologySpreadConstraints'],
        { type: 'map', keys: ['topologyKey', 'whenUnsatisfiable'] },
      ],
      ['Deployment', ['metadata', 'finalizers'], { type: 'set' }],
      ['Deployment', ['metadata', 'ownerReferences'], { type: 'map', keys: ['uid'] }],
      ['Deployment', ['status', 'conditions'], { type: 'map', keys: ['type'] }],
      ['Deployment', ['spec', 'replicas'], { type: 'atomic' }],
      ['Deployment', ['spec', 'nope', '*', 'nope'], { type: 'atomic' }],
      ['Deployment', [], { type: 'atomic' }],
      ['Nope', ['spec', 'containers'], { type: 'atomic' }],
    ])('%s %j', async (kind, path, expected) => {
      const typeOf = await cluster.listTypes({ group: 'apps', version: 'v1', kind });
      expect(typeOf(path)).toEqual(expected);
    });

    test.each<[string, string, string, string[], object]>([
      ['', 'v1', 'Service', ['spec', 'ports'], { type: 'map', keys: ['port', 'protocol'] }],
      ['', 'v1', 'Pod', ['spec', 'containers'], { type: 'map', keys: ['name'] }],
      ['', 'v1', 'ServiceAccount', ['secrets'], { type: 'map', keys: ['name'] }],
      ['', 'v1', 'ConfigMap', ['metadata', 'finalizers'], { type: 'set' }],
      ['rbac.authorization.k8s.io', 'v1', 'Role', ['rules'], { type: 'atomic' }],
      ['nope.example.com', 'v1', 'Nope', ['spec'], { type: 'atomic' }],
    ])('%s/%s %s %j', async (group, version, kind, path, expected) => {
      expect((await cluster.listTypes({ group, version, kind }))(path)).toEqual(expected);
    });
  });
};

const nameOf = (body: Fields): string => (body.metadata as Metadata).name;
const specOf = (object: Fields): Deployment['spec'] => (object as Deployment).spec;
const replace = (path: string, value: unknown) => ({ operations: [{ op: 'replace', path, value }] });
