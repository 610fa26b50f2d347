// What every cluster must do, embedded or real, when it holds the demo. Knows neither of them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenCluster } from '../../src/cluster/client.ts';
import type { Permit, Resource, Response } from '../../src/gate/ports.ts';
import { hostileNames } from './hostile.ts';
import {
  apiresources,
  apischemas,
  deployments,
  events,
  itemsOf,
  namespaces,
  objectOf,
  permit,
  pods,
  tableOf,
  textOf,
} from './permits.ts';

/** Runs the contract against one cluster. */
export const contract = (open: () => Promise<OpenCluster>): void => {
  let cluster: OpenCluster;
  beforeAll(async () => {
    cluster = await open();
  }, 60_000);
  afterAll(() => cluster.close());
  const send = (wanted: Permit, signal?: AbortSignal): Promise<Response> => cluster.send(wanted, signal);
  const full = ({ group, version, resource }: Resource): string => `${group}/${version}/${resource}`;
  const shop = { namespace: 'shop' };
  const shopPods = [
    'checkout-7c9d6b5f4d-2xk8p',
    'checkout-7c9d6b5f4d-qm4zt',
    'nightly-report-29474055-5lwzc',
    'reports-85c4d7b9f6-n5r2d',
    'search-6f7b8c9d5-tt9wq',
    'web-5d8c7f6b9c-k2lqp',
    'web-5d8c7f6b9c-x7vtn',
  ];

  describe('kinds as people write them', () => {
    test.each([
      ['po', '/v1/pods'],
      ['pod', '/v1/pods'],
      ['Pod', '/v1/pods'],
      ['PODS', '/v1/pods'],
      ['v1/Pod', '/v1/pods'],
      ['pods.v1.', '/v1/pods'],
      ['deploy', 'apps/v1/deployments'],
      ['Deployment', 'apps/v1/deployments'],
      ['deployments.apps', 'apps/v1/deployments'],
      ['deployments.v1.apps', 'apps/v1/deployments'],
      ['Deployment.apps', 'apps/v1/deployments'],
      ['apps/v1/Deployment', 'apps/v1/deployments'],
      ['apps/v1/deploy', 'apps/v1/deployments'],
      ['hpa', 'autoscaling/v2/horizontalpodautoscalers'],
      ['horizontalpodautoscalers.v1.autoscaling', 'autoscaling/v1/horizontalpodautoscalers'],
      ['events', '/v1/events'],
      ['events.events.k8s.io', 'events.k8s.io/v1/events'],
      ['proute', 'payments.example.com/v1/paymentroutes'],
      ['paymentroutes.payments.example.com', 'payments.example.com/v1/paymentroutes'],
      ['apiresources', 'discovery.portcullis/v1/apiresources'],
      ['APISchema', 'discovery.portcullis/v1/apischemas'],
    ])('%s is %s', async (written, expected) => {
      expect((await cluster.resolve(written)).map(full)).toEqual([expected]);
    });

    test.each([
      '',
      'p',
      'pods/log',
      'deployment.ap',
      'deployments.v2.apps',
      'v2/Pod',
      'apps/Deployment',
      '/',
      'pods.',
      '../pods',
      'po ds',
    ])('%j is none', async (written) => expect(await cluster.resolve(written)).toEqual([]));

    test('a resource says its scope, verbs and subresources', async () => {
      const [found] = await cluster.resolve('po');
      expect(found).toMatchObject({ kind: 'Pod', scope: 'Namespaced' });
      expect(found?.verbs).toContain('list');
      expect(found?.subresources).toContain('log');
    });
  });

  describe('lists as columns', () => {
    test('pods show what kubectl shows, sorted by name', async () => {
      const { columns, rows, end } = await tableOf(await send(permit(pods, { ...shop, options: { view: 'table' } })));
      const at = (name: string): number => columns.indexOf(name);
      expect(columns.slice(0, 5)).toEqual(['Name', 'Ready', 'Status', 'Restarts', 'Age']);
      expect(rows.map((row) => row.name)).toEqual(shopPods);
      expect(rows.map(({ cells }) => [cells[at('Ready')], cells[at('Status')], cells[at('Node')]].join(' '))).toEqual([
        '1/2 CrashLoopBackOff node-b',
        '1/2 CrashLoopBackOff node-b',
        '0/1 Error node-b',
        '0/1 ImagePullBackOff node-a',
        '1/1 Running node-b',
        '1/1 Running node-b',
        '1/1 Running node-a',
      ]);
      expect(rows.every((row) => row.namespace === 'shop')).toBe(true);
      expect(end).toEqual({ continue: '', remaining: 0, restarted: false });
    });

    test.each([
      [
        'deploy',
        'shop',
        'checkout',
        { Ready: '0/2', 'Up-to-date': 2, Available: 0, Containers: 'checkout,proxy', Selector: 'app=checkout' },
      ],
      [
        'svc',
        'shop',
        'search',
        {
          Type: 'ClusterIP',
          'Cluster-IP': '10.96.12.12',
          'External-IP': '<none>',
          'Port(s)': '9200/TCP',
          Selector: 'app=search-v2',
        },
      ],
      ['ing', 'shop', 'shop', { Class: 'public', Hosts: 'shop.example.com', Address: '192.0.2.10', Ports: '80, 443' }],
      ['hpa', 'shop', 'web', { Reference: 'Deployment/web', Targets: 'cpu: 34%/80%', MaxPods: 6 }],
      ['jobs', 'shop', 'nightly-report-29474055', { Status: 'Failed', Completions: '0/1' }],
      ['cj', 'shop', 'nightly-report', { Schedule: '15 2 * * *', Timezone: '<none>', Suspend: 'False', Active: 0 }],
      ['cm', 'shop', 'checkout-config', { Data: 4 }],
      ['secrets', 'shop', 'checkout-db', { Type: 'Opaque', Data: 2 }],
      ['endpointslices', 'shop', 'web-h5k2c', { AddressType: 'IPv4', Ports: '8080' }],
      [
        'pvc',
        'payments',
        'data-ledger-db-0',
        { Status: 'Bound', Volume: 'pv-ledger-0', Capacity: '20Gi', 'Access Modes': 'RWO', StorageClass: 'fast' },
      ],
      ['sts', 'payments', 'ledger-db', { Ready: '1/1', Images: 'postgres:18.1' }],
      ['pdb', 'payments', 'api', { 'Min Available': '1', 'Max Unavailable': 'N/A', 'Allowed Disruptions': 0 }],
      [
        'po',
        'payments',
        'fraud-scorer-6b8f5c7d9-hw2vj',
        { Ready: '0/1', Status: 'Pending', Node: '<none>', IP: '<none>' },
      ],
      ['po', 'observability', 'log-agent-w6m2z', { Ready: '0/1', Status: 'Init:0/1' }],
      ['ds', 'observability', 'log-agent', { Desired: 3, Ready: 2, 'Node Selector': '<none>' }],
      ['proute', 'payments', 'card-eu', { Provider: 'example-pay', Share: 80, Ready: 'True' }],
      ['nodes', '', 'node-c', { Status: 'Ready,SchedulingDisabled', Roles: '<none>', Version: 'v1.36.1' }],
      ['nodes', '', 'node-a', { Status: 'Ready', Roles: 'control-plane' }],
      ['ns', '', 'shop', { Status: 'Active' }],
      ['sc', '', 'fast', { Name: 'fast (default)', Provisioner: 'csi.example.com' }],
      ['pv', '', 'pv-ledger-0', { Claim: 'payments/data-ledger-db-0', Status: 'Bound' }],
    ])('%s in %j: %s', async (kind, namespace, name, expected) => {
      const [resource] = await cluster.resolve(kind);
      const list = await tableOf(await send(permit(resource!, { namespace, options: { view: 'table' } })));
      const row = list.rows.find((entry) => entry.name === name);
      const cells = Object.fromEntries(list.columns.map((column, index) => [column, row?.cells[index]]));
      expect(cells).toMatchObject(expected);
      const one = await tableOf(
        await send(permit(resource!, { verb: 'get', namespace, name, options: { view: 'table' } })),
      );
      expect(one.columns).toEqual(list.columns);
      expect(one.rows.map((entry) => [entry.namespace, entry.name])).toEqual([[namespace, name]]);
    });

    test('rows of all namespaces are told apart only with their metadata', async () => {
      const all = {
        namespace: '',
        selector: { labels: 'pod-template-hash in (5d8c7f6b9c,58d9c6b7f4)' },
        options: { view: 'table' },
      } as const;
      const told = await tableOf(await send(permit(pods, { ...all, rowMetadata: true })));
      expect(told.rows.map((row) => `${row.namespace}/${row.name}`)).toEqual([
        'payments/api-58d9c6b7f4-zz8kc',
        'shop/web-5d8c7f6b9c-k2lqp',
        'shop/web-5d8c7f6b9c-x7vtn',
      ]);
      const untold = await tableOf(await send(permit(pods, all)));
      expect(untold.rows.map((row) => row.namespace)).toEqual(['', '', '']);
    });

    test('an empty list still has its columns', async () => {
      const { columns, rows } = await tableOf(
        await send(permit(pods, { namespace: 'nowhere', options: { view: 'table' } })),
      );
      expect([columns[0], rows]).toEqual(['Name', []]);
    });
  });

  describe('lists of objects', () => {
    test('each item says what it is, in the order of names', async () => {
      const { items, names } = await itemsOf(await send(permit(deployments, shop)));
      expect(names).toEqual(['checkout', 'reports', 'search', 'web']);
      expect(items.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).toEqual(Array(4).fill('apps/v1 Deployment'));
      expect(items[0]).toHaveProperty('spec.template.spec.containers');
    });

    test('metadata alone comes without the rest', async () => {
      const { items } = await itemsOf(await send(permit(deployments, { ...shop, options: { view: 'metadata' } })));
      for (const item of items) expect(Object.keys(item)).toEqual(['apiVersion', 'kind', 'metadata']);
      expect(items[0]).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'checkout' } });
    });

    test.each([
      ['labels', 'app=web', 2],
      ['labels', 'app==web,tier=frontend', 2],
      ['labels', 'app!=web', 5],
      ['labels', 'app in (web, search)', 3],
      ['labels', 'app notin (web,search)', 4],
      ['labels', 'tier', 4],
      ['labels', '!tier', 3],
      ['labels', 'app=web,tier=backend', 0],
      ['labels', 'pod-template-hash=5d8c7f6b9c', 2],
      ['fields', 'metadata.name=web-5d8c7f6b9c-k2lqp', 1],
      ['fields', 'status.phase=Running', 5],
      ['fields', 'status.phase!=Running', 2],
      ['fields', 'spec.nodeName=node-b,status.phase=Running', 4],
      ['fields', 'metadata.namespace=shop', 7],
    ])('%s %s leave %d pods', async (by, selector, count) => {
      expect((await itemsOf(await send(permit(pods, { ...shop, selector: { [by]: selector } })))).names).toHaveLength(
        count,
      );
    });

    test.each([
      ['type=Warning', 5],
      ['type=Warning,reason=BackOff', 2],
      ['involvedObject.kind=Pod,involvedObject.name=reports-85c4d7b9f6-n5r2d', 2],
      ['involvedObject.kind=Deployment', 1],
    ])('events where %s are %d', async (fields, count) => {
      const { names } = await itemsOf(await send(permit(events, { ...shop, selector: { fields } })));
      // A real API server tells of its Services' addresses in events of its own.
      expect(names.filter((name) => name.includes('.1871a'))).toHaveLength(count);
    });

    test.each([
      ['labels', 'app in (web'],
      ['labels', '=x'],
      ['labels', 'a b'],
      ['fields', 'spec.containers=x'],
      ['fields', 'nonsense'],
    ])('the %s selector %s is refused in the cluster’s words', async (by, selector) => {
      const refused = send(permit(pods, { ...shop, selector: { [by]: selector } }));
      await expect(refused).rejects.toMatchObject({ code: 'CLUSTER_REFUSED', detail: expect.stringMatching(/./) });
    });
  });

  describe('where a list goes on', () => {
    test.each(['object', 'metadata', 'table'] as const)('%s: walking by twos gives everything once', async (view) => {
      const seen: string[] = [];
      let token = '';
      for (let step = 0; step < 4; step++) {
        const response = await send(
          permit(pods, { ...shop, bounds: { items: 2 }, options: { view, continue: token } }),
        );
        const { names, end } = view === 'table' ? await namesOfTable(response) : await itemsOf(response);
        seen.push(...names);
        expect(end.remaining).toBe(7 - seen.length);
        expect(end.continue === '').toBe(step === 3);
        token = end.continue;
      }
      expect(seen).toEqual(shopPods);
    });

    test('what a selector leaves is not counted', async () => {
      const { end } = await itemsOf(
        await send(permit(pods, { ...shop, selector: { labels: 'tier' }, bounds: { items: 1 } })),
      );
      expect(end).toMatchObject({ remaining: null, continue: expect.stringMatching(/./) });
    });

    test('a token that is none is refused', async () => {
      const refused = send(permit(pods, { ...shop, options: { continue: 'bm9uc2Vuc2U' } }));
      await expect(refused).rejects.toMatchObject({ code: 'CLUSTER_REFUSED' });
    });
  });

  describe('one object', () => {
    test('is whole, or its metadata', async () => {
      const wanted = { verb: 'get', namespace: 'shop', name: 'web' } as const;
      expect(objectOf(await send(permit(deployments, wanted)))).toMatchObject({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        spec: { replicas: 2 },
      });
      const metadata = objectOf(await send(permit(deployments, { ...wanted, options: { view: 'metadata' } })));
      expect(Object.keys(metadata)).toEqual(['apiVersion', 'kind', 'metadata']);
      expect(metadata).toMatchObject({ metadata: { name: 'web', labels: { app: 'web', tier: 'frontend' } } });
    });

    test('text that tries to trick is kept as it is: cleaning is not the cluster’s work', async () => {
      const object = objectOf(
        await send(permit(pods, { verb: 'get', namespace: 'shop', name: 'web-5d8c7f6b9c-k2lqp' })),
      );
      const { annotations } = object.metadata as { annotations: Record<string, string> };
      expect(annotations['example.com/banner']).toBe('\u001b[2J\u001b[31mAll systems normal\u001b[0m');
      expect(annotations['example.com/owner']).toBe('team-\u202etnorferots\u202c');
    });

    test('a status is read under its own name', async () => {
      const object = objectOf(
        await send(permit(deployments, { verb: 'get', namespace: 'shop', name: 'web', subresource: 'status' })),
      );
      expect(object).toMatchObject({ status: { readyReplicas: 2 } });
    });

    test.each([
      [pods, 'shop', 'nope', 'pods "nope" not found'],
      [deployments, 'nowhere', 'web', 'deployments.apps "web" not found'],
      [namespaces, '', 'nowhere', 'namespaces "nowhere" not found'],
    ])('%# that is not there is NOT_FOUND', async (resource, namespace, name, detail) => {
      await expect(send(permit(resource, { verb: 'get', namespace, name }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
        detail,
      });
    });

    test('a kind that is not served is NOT_FOUND', async () => {
      const gone = {
        group: 'gone.example.com',
        version: 'v1',
        kind: 'Gone',
        resource: 'gones',
        scope: 'Namespaced',
      } as const;
      await expect(send(permit(gone, shop))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('logs', () => {
    const crashing = { verb: 'get', subresource: 'log', namespace: 'shop', name: 'checkout-7c9d6b5f4d-2xk8p' } as const;
    const web = { ...crashing, name: 'web-5d8c7f6b9c-k2lqp' } as const;

    test('the last lines asked for come last', async () => {
      const { text, cut } = textOf(
        await send(permit(pods, { ...crashing, options: { container: 'checkout', tailLines: 2 } })),
      );
      expect(text).toBe('\t/src/cmd/checkout/main.go:71 +0x1d4\nexit status 1\n');
      expect(cut).toBe(false);
    });

    test('the only container need not be named; without a number all lines within the bound come', async () => {
      const { text } = textOf(await send(permit(pods, { ...web, bounds: { lines: 30 } })));
      expect(text.split('\n')).toHaveLength(31);
    });

    test('lines shown before are asked for again, behind those wanted', async () => {
      const { text } = textOf(await send(permit(pods, { ...web, options: { tailLines: 3, skipLines: 4 } })));
      expect(text.split('\n')).toHaveLength(8);
    });

    test('the container before has its own log', async () => {
      const options = { container: 'checkout', previous: true, tailLines: 1, timestamps: true };
      const { text } = textOf(await send(permit(pods, { ...crashing, options })));
      expect(text).toBe('2026-01-15T09:51:42.960000000Z exit status 1\n');
    });

    test('a byte bound keeps the end, in whole lines, and says that it cut', async () => {
      const { text, cut } = textOf(await send(permit(pods, { ...web, bounds: { bytes: 300 } })));
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(300);
      expect(text).toMatch(/^\{"level".*"\}\n$/s);
      expect(cut).toBe(true);
    });

    test.each([
      ['no container is named', { ...crashing }, /a container name must be specified/],
      ['there is no such container', { ...crashing, options: { container: 'nope' } }, /container nope is not valid/],
      [
        'its image never came',
        { ...crashing, name: 'reports-85c4d7b9f6-n5r2d' },
        /waiting to start: trying and failing to pull image/,
      ],
      [
        'it never ran before',
        { ...web, options: { previous: true } },
        /previous terminated container "web" in pod .* not found/,
      ],
    ])('%s: refused in the cluster’s words', async (_, wanted, words) => {
      await expect(send(permit(pods, wanted))).rejects.toMatchObject({
        code: 'CLUSTER_REFUSED',
        detail: expect.stringMatching(words),
      });
    });

    test('of a pod that is not there: NOT_FOUND', async () => {
      await expect(send(permit(pods, { ...web, name: 'nope' }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
        detail: 'pods "nope" not found',
      });
    });
  });

  describe('what exists', () => {
    test('is a table of kinds, each once', async () => {
      const { columns, rows } = await tableOf(await send(permit(apiresources, { options: { view: 'table' } })));
      expect(columns).toEqual(['Name', 'ShortNames', 'APIVersion', 'Namespaced', 'Kind', 'Verbs']);
      expect(rows.find((row) => row.name === 'deployments')?.cells.slice(0, 5)).toEqual([
        'deployments',
        'deploy',
        'apps/v1',
        'true',
        'Deployment',
      ]);
      expect(rows.filter((row) => row.name === 'horizontalpodautoscalers')).toHaveLength(1);
      expect(rows.map((row) => row.name)).toContain('paymentroutes');
      expect(rows.map((row) => row.name)).not.toContain('apiresources');
    });

    test('goes on where it stopped', async () => {
      const first = await tableOf(
        await send(permit(apiresources, { options: { view: 'table' }, bounds: { items: 5 } })),
      );
      const options = { view: 'table', continue: first.end.continue } as const;
      const second = await tableOf(await send(permit(apiresources, { options, bounds: { items: 500 } })));
      expect(first.rows).toHaveLength(5);
      expect(second.rows).toHaveLength(first.end.remaining ?? -1);
      expect(second.end.continue).toBe('');
    });

    test.each(['deploy', 'apps~v1~Deployment'])('%s tells one kind', async (name) => {
      expect(objectOf(await send(permit(apiresources, { verb: 'get', name })))).toMatchObject({
        ...{ group: 'apps', version: 'v1', kind: 'Deployment', resource: 'deployments' },
        ...{ scope: 'Namespaced', namespaced: true, shortNames: ['deploy'] },
      });
    });

    test('a kind there is not is KIND_UNKNOWN', async () => {
      await expect(send(permit(apiresources, { verb: 'get', name: 'nope' }))).rejects.toMatchObject({
        code: 'KIND_UNKNOWN',
      });
      await expect(send(permit(apischemas, { verb: 'get', name: 'nope' }))).rejects.toMatchObject({
        code: 'KIND_UNKNOWN',
      });
    });
  });

  describe('fields of a kind', () => {
    type Explained = { type: string; description: string; fields: { name: string; type: string; required: boolean }[] };
    const explain = async (name: string, path: string): Promise<Explained> =>
      objectOf(await send(permit(apischemas, { verb: 'get', name, options: { path } }))) as Explained;
    const types = ({ fields }: Explained): Record<string, string> =>
      Object.fromEntries(fields.map(({ name, type }) => [name, type]));

    test('a kind itself', async () => {
      const found = await explain('deploy', '');
      expect(found.type).toBe('Deployment');
      expect(types(found)).toEqual({
        apiVersion: 'string',
        kind: 'string',
        metadata: 'ObjectMeta',
        spec: 'DeploymentSpec',
        status: 'DeploymentStatus',
      });
    });

    test('lists, maps and references are worded as kubectl words them', async () => {
      expect(types(await explain('po', 'spec'))).toMatchObject({
        containers: '[]Container',
        nodeSelector: 'map[string]string',
        affinity: 'Affinity',
      });
      const containers = await explain('po', 'spec.containers');
      expect(containers.type).toBe('[]Container');
      expect(containers.fields.find(({ name }) => name === 'name')?.required).toBe(true);
      expect(types(await explain('po', 'spec.containers[*].resources'))).toMatchObject({
        limits: 'map[string]Quantity',
      });
      expect(types(await explain('svc', 'spec.ports'))).toMatchObject({ targetPort: 'IntOrString' });
    });

    test('of a custom kind', async () => {
      const found = await explain('proute', 'spec');
      expect(types(found)).toEqual({ credentials: 'Object', provider: 'string', sharePercent: 'integer' });
      expect(found.fields.find(({ name }) => name === 'provider')?.required).toBe(true);
    });

    test('a field there is not is NOT_FOUND and names those there are', async () => {
      await expect(explain('proute', 'spec.nope')).rejects.toMatchObject({
        code: 'NOT_FOUND',
        detail: 'spec has no such field. It has: credentials, provider, sharePercent.',
      });
    });
  });

  describe('refused before anything is sent', () => {
    test.each(hostileNames)('the name %j', async (name) => {
      await expect(send(permit(pods, { verb: 'get', namespace: 'shop', name }))).rejects.toMatchObject({
        code: 'NAME_INVALID',
      });
      await expect(send(permit(pods, { namespace: name }))).rejects.toMatchObject({ code: 'NAME_INVALID' });
    });

    test.each(['update', 'deletecollection', 'watch', 'GET', 'PATCH', 'toString', '__proto__', ''])(
      'the verb %j',
      async (verb) => {
        await expect(send(permit(pods, { verb, namespace: 'shop', name: 'x' }))).rejects.toMatchObject({
          code: 'VERB_UNSUPPORTED',
        });
      },
    );

    test.each(['exec', 'attach', 'portforward', 'proxy', 'token', 'eviction', '../log', 'constructor'])(
      'the subresource %j',
      async (subresource) => {
        const wanted = permit(pods, { verb: 'get', namespace: 'shop', name: 'web-5d8c7f6b9c-k2lqp', subresource });
        await expect(send(wanted)).rejects.toMatchObject({ code: 'VERB_UNSUPPORTED' });
      },
    );

    test.each([
      ['a get without a name', permit(pods, { verb: 'get', namespace: 'shop' }), 'REQUEST_INVALID'],
      ['a list with a name', permit(pods, { namespace: 'shop', name: 'x' }), 'REQUEST_INVALID'],
      ['a get of a namespaced kind without a namespace', permit(pods, { verb: 'get', name: 'x' }), 'SCOPE_MISMATCH'],
      ['a namespace for a kind that has none', permit(namespaces, { namespace: 'shop' }), 'SCOPE_MISMATCH'],
      ['a resource that is a path', permit({ ...pods, resource: 'pods/../secrets' }, shop), 'NAME_INVALID'],
      ['a group that is a path', permit({ ...deployments, group: 'apps/../..' }, shop), 'NAME_INVALID'],
      ['a version that is a path', permit({ ...pods, version: '..' }, shop), 'NAME_INVALID'],
    ])('%s', async (_, wanted, code) => {
      await expect(send(wanted)).rejects.toMatchObject({ code });
    });

    test('what was cancelled before', async () => {
      await expect(send(permit(pods, shop), AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
    });
  });

  test('it says that it is there', async () => expect(await cluster.health()).toBe(true));
};

const namesOfTable = async (response: Response) => {
  const { rows, end } = await tableOf(response);
  return { names: rows.map((row) => row.name), end };
};
