// A diagnosis by real clients on the real API server: it says what it says of a dump, with rights missing and with an API
// server that fails; and it asks little, each of it decided and logged.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, api } from '../cluster/api.ts';
import type { Cluster } from '../cluster/control-plane.ts';
import { type Fault, faults, type Routes, startFaulty } from '../cluster/faulty.ts';
import { writeKubeconfig } from '../cluster/identity.ts';
import { describeReal } from '../cluster/real.ts';
import { type Recorded, type Recorder, startRecorder } from '../cluster/recorder.ts';
import { seed } from '../cluster/seed.ts';
import { seedStory, startStoryCluster, toldNow } from '../cluster/story.ts';
import { readStory } from '../stories/story.ts';
import { shippedGrants, writeConfigData } from './operator.ts';
import { connect, type Peer, type Told } from './peers.ts';
import { portcullis, root, type Server, scratch, serve, waitFor } from './program.ts';

/** Broken in ways that have nothing in common, each in a namespace of its own. */
const stories = [
  'hostile-secrets',
  'images-pull-secrets',
  'configuration-secrets',
  'jobs-deadline',
  'storage-released-volume',
  'rollouts-scaled-to-zero-service',
  'nodes-network-plugin-down',
] as const;

const textOf = (name: string): Promise<string> => readFile(join(root, `test/stories/diagnosis/${name}.md`), 'utf8');

/** The object that a story asks for first. */
const asked = (markdown: string): Record<string, unknown> => {
  const { call } = readStory(markdown).steps[0]!;
  return JSON.parse(call.text.slice('diagnose '.length)) as Record<string, unknown>;
};

/** The same story as a folder. */
const dumped = async (markdown: string): Promise<string> => {
  const folder = await scratch();
  const { manifests, logs } = readStory(markdown);
  const texts = {
    'cluster.yaml': manifests,
    ...Object.fromEntries(Object.entries(logs).map(([key, text]) => [`logs/${key}.log`, text])),
  };
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
};

/** A pod that crashes for a reason that only its log tells; and one that waits for its node. */
const checkout = { kind: 'deploy', name: 'checkout', namespace: 'shop' };
const hub = { kind: 'deployment', name: 'hub', namespace: 'iot' };
const base = 'unseen-by-rbac';

const firstOf = (text: string): string => text.split('\n')[0] ?? '';
type Line = {
  readonly path: string;
  readonly input: {
    readonly request?: Record<'verb' | 'group' | 'version' | 'resource' | 'subresource' | 'namespace' | 'name', string>;
  };
  readonly custom: { readonly call_id: string; readonly tool: string; readonly lap: number; readonly outcome: string };
};

/** The lines of a decision log, diagnosis by diagnosis. */
const callsIn = async (file: string): Promise<readonly (readonly Line[])[]> => {
  const lines = (await readFile(file, 'utf8'))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
  const made = lines.filter(({ custom }) => custom.tool === 'diagnose');
  return [...Map.groupBy(made, ({ custom }) => custom.call_id).values()];
};

/** What was sent; what only this server knows of, such as its kinds, is sent nowhere. */
const carriedOut = (lines: readonly Line[]): readonly Line[] =>
  lines.filter(
    ({ custom, input }) =>
      ['executed', 'failed'].includes(custom.outcome) && !input.request?.group.endsWith('.portcullis'),
  );

describeReal('a diagnosis', () => {
  let cluster: Cluster;
  let recorder: Recorder;
  let server: Server;
  let http: Peer;
  let stdio: Peer;
  let log: string;

  beforeAll(async () => {
    cluster = await startStoryCluster({
      users: [...lacking.map((what) => ({ name: userOf(what) })), { name: 'nobody' }],
    });
    for (const name of [...stories, base]) await seedStory(cluster, toldNow(await textOf(name)));
    await seed(cluster, lacking.flatMap(rightsWithout));
    recorder = await startRecorder(cluster);
    const kubeconfig = await writeKubeconfig(join(await scratch(), 'kubeconfig'), {
      url: recorder.url,
      users: cluster.users,
    });
    log = join(await scratch(), 'decisions.log');
    server = await serve(['--kubeconfig', kubeconfig, '--log', log]);
    http = await connect('sdk 1.32', { url: server.url });
    stdio = await connect('client 2.4, 2026-07-28', { args: ['--kubeconfig', cluster.kubeconfig] });
    // Kinds are looked up once; from here on, only what calls need is sent.
    await http.call('kinds');
  }, 180_000);
  afterAll(async () => {
    await Promise.all([http?.close(), stdio?.close()]);
    await server?.stop();
    await recorder?.stop();
    await cluster?.stop();
  });

  describe.each(stories)('of %s', (name) => {
    let markdown: string;
    let told: Told;
    beforeAll(async () => {
      markdown = await textOf(name);
      told = await http.call('diagnose', asked(markdown));
    });

    test('begins as it does on the embedded cluster, over both transports', async () => {
      const args = ['call', 'diagnose', JSON.stringify(asked(markdown)), '--cluster', await dumped(markdown)];
      const { stdout, code } = await portcullis(args);
      expect(code).toBe(0);
      expect(told.isError).toBe(false);
      expect(firstOf(told.text)).toBe(firstOf(stdout));
      expect(firstOf((await stdio.call('diagnose', asked(markdown))).text)).toBe(firstOf(stdout));
    });

    test('tells none of its secrets', async () => {
      const { never } = readStory(markdown);
      for (const secret of never) expect(told.text).not.toContain(secret);
    });
  });

  test('takes four laps and 24 requests at most, and sends what was decided and logged, and nothing else', async () => {
    for (const name of stories) {
      const before = (await callsIn(log)).length;
      recorder.clear();
      await http.call('diagnose', asked(await textOf(name)));
      const sent = recorder.requests.map(placeOf).sort();
      // Lines of reads may be written a moment after the answer.
      const lines = await waitFor(async () => {
        const [call, ...more] = (await callsIn(log)).slice(before);
        expect(more).toEqual([]);
        return call && carriedOut(call).length >= sent.length ? call : undefined;
      });
      expect(carriedOut(lines).map(placeIn).sort(), name).toEqual(sent);
      expect(lines.every(({ path }) => path === 'main/decision')).toBe(true);
      expect(lines.length).toBeLessThanOrEqual(24);
      expect(Math.max(...lines.map(({ custom }) => custom.lap))).toBeLessThanOrEqual(4);
      expect(recorder.requests.every(({ method }) => method === 'GET')).toBe(true);
    }
  });

  /** What a diagnosis says to one who lacks something: through their own context, or under a policy of the operator's. */
  const toldWith = async (args: readonly string[], wanted: Record<string, unknown>): Promise<Told> => {
    const peer = await connect('client 2.4, legacy', { args: ['--kubeconfig', cluster.kubeconfig, ...args] });
    try {
      return await peer.call('diagnose', wanted);
    } finally {
      await peer.close();
    }
  };

  const missing: readonly [string, Record<string, unknown>, RegExp, RegExp][] = [
    [
      'pods/log',
      checkout,
      /^Container checkout of Deployment shop\/checkout ends with exit code 1/,
      /pods\/log checkout-\S+/,
    ],
    ['events', checkout, /PAYMENT_API_URL is missing/, /events/],
    ['nodes', hub, /Deployment iot\/hub|Node worker-2|Pods? /, /nodes/],
  ];

  test.each(missing)(
    'goes on without the right to read %s, and says so: by RBAC',
    async (what, wanted, first, named) => {
      const { text, isError } = await toldWith(['--context', userOf(what)], wanted);
      expect(isError).toBe(false);
      expect(firstOf(text)).toMatch(first);
      expect(unseenIn(text)).toMatch(new RegExp(`${named.source}[^;]* \\(CLUSTER_FORBIDDEN\\)`));
    },
  );

  test.each(missing)(
    'goes on without the right to read %s, and says so: by policy',
    async (what, wanted, first, named) => {
      const grants = (await shippedGrants()).map((grant) => ({
        ...grant,
        resources: grant.resources.filter((one) => one !== what),
      }));
      const data = await writeConfigData({ grants: grants.filter(({ resources }) => resources.length > 0) });
      const { text, isError } = await toldWith(['--config-data', data], wanted);
      expect(isError).toBe(false);
      expect(firstOf(text)).toMatch(first);
      expect(unseenIn(text)).toMatch(new RegExp(`${named.source}[^;]* \\(not_granted\\)`));
    },
  );

  test('says of what nobody may read that nothing is known of it', async () => {
    const { text } = await toldWith(['--context', 'nobody'], checkout);
    expect(firstOf(text)).toMatch(/^CLUSTER_FORBIDDEN: .*deployments\.apps 'checkout' is forbidden: User 'nobody'/);
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['an object that is not there', { ...checkout, name: 'chekout' }, /object_unknown: .*nearest: checkout/],
    ['a namespace that is not there', { namespace: 'shoop' }, /object_unknown: .*nearest: shop/],
    ['a closed namespace', { ...checkout, namespace: 'kube-system' }, /namespace_closed/],
    ['a kind that is not there', { ...checkout, kind: 'wombat' }, /KIND_UNKNOWN/],
  ])('of %s says so', async (_, wanted, said) => {
    const { text, isError } = await http.call('diagnose', wanted);
    expect(text).toMatch(said);
    expect(isError).toBe(true);
  });

  describe('with an API server that fails', () => {
    // What no route names is answered by the real API server.
    const routes: Routes = {};
    let ask: Api;
    let faulty: Recorder;
    let peer: Peer;
    beforeAll(async () => {
      ask = api(cluster);
      routes['*'] = async (response, { method, path, query, headers }) => {
        const way = `${path}?${new URLSearchParams(query)}`;
        const { status, text, headers: said } = await ask(method, way, { accept: headers.accept ?? '*/*' });
        response.writeHead(status, { 'content-type': said['content-type'] ?? '' }).end(text);
      };
      faulty = await startFaulty(routes);
      const file = join(await scratch(), 'kubeconfig');
      const kubeconfig = await writeKubeconfig(file, { url: faulty.url, users: cluster.users });
      peer = await connect('client 2.4, 2026-07-28', { args: ['--kubeconfig', kubeconfig] });
    });
    afterAll(async () => {
      await peer.close();
      await faulty.stop();
      ask.close();
    });

    const toldDespite = async (route: string, fault: Fault): Promise<Told> => {
      routes[route] = fault;
      try {
        return await peer.call('diagnose', checkout);
      } finally {
        delete routes[route];
      }
    };

    test.each<[string, string, Fault, RegExp, RegExp]>([
      [
        'the events with 500',
        'GET /api/v1/namespaces/shop/events',
        faults.broken,
        /PAYMENT_API_URL is missing/,
        /events[^;]* \(CLUSTER_FAILED\)/,
      ],
      [
        'the services with garbage',
        'GET /api/v1/namespaces/shop/services',
        faults.garbage,
        /PAYMENT_API_URL is missing/,
        /services[^;]* \(CLUSTER_BROKEN\)/,
      ],
      [
        'the services with half an answer',
        'GET /api/v1/namespaces/shop/services',
        faults.cut,
        /PAYMENT_API_URL is missing/,
        /services[^;]* \(CLUSTER_UNREACHABLE\)/,
      ],
      [
        'the events with a list that is gone',
        'GET /api/v1/namespaces/shop/events',
        faults.gone,
        /PAYMENT_API_URL is missing/,
        /events[^;]* \(CLUSTER_GONE\)/,
      ],
      [
        'the replica sets with 403',
        'GET /apis/apps/v1/namespaces/shop/replicasets',
        faults.forbidden('no'),
        /checkout/,
        /replicasets[^;]* \(CLUSTER_FORBIDDEN\)/,
      ],
      [
        'the pods with 500',
        'GET /api/v1/namespaces/shop/pods',
        faults.broken,
        /Deployment shop\/checkout/,
        /pods[^;]* \(CLUSTER_FAILED\)/,
      ],
      [
        'the log with 500',
        `GET /api/v1/namespaces/shop/pods/${pod}/log`,
        faults.broken,
        /^Container checkout of Deployment shop\/checkout ends with exit code 1/,
        /pods\/log[^;]* \(CLUSTER_FAILED\)/,
      ],
    ])('that answers for %s: it goes on, and says so', async (_, route, fault, first, named) => {
      const { text, isError } = await toldDespite(route, fault);
      expect(isError).toBe(false);
      expect(firstOf(text)).toMatch(first);
      expect(unseenIn(text)).toMatch(named);
    });

    test('for the object itself says that nothing is known of it', async () => {
      const { text } = await toldDespite('GET /apis/apps/v1/namespaces/shop/deployments/checkout', faults.broken);
      expect(firstOf(text)).toMatch(/^CLUSTER_FAILED: /);
    });
  });
});

const pod = 'checkout-5f7b9d6c8-h8k2w';

/** The sentence of an answer that names what could not be read. */
const unseenIn = (text: string): string => /^Not seen, so not judged: .*$/m.exec(text)?.[0] ?? '';

/** What one of the users may not read, each something else. */
const lacking = ['pods/log', 'events', 'nodes'] as const;
const userOf = (what: string): string => `without-${what.replace('/', '-')}`;

const rightsWithout = (what: string): readonly object[] => {
  const core = [
    'pods',
    'pods/log',
    'events',
    'nodes',
    'services',
    'configmaps',
    'persistentvolumeclaims',
    'namespaces',
  ];
  const groups = ['apps', 'batch', 'autoscaling', 'policy', 'networking.k8s.io', 'discovery.k8s.io', 'storage.k8s.io'];
  const [verbs, apiGroup] = [['get', 'list'], 'rbac.authorization.k8s.io'];
  const metadata = { name: userOf(what) };
  return [
    {
      apiVersion: `${apiGroup}/v1`,
      kind: 'ClusterRole',
      metadata,
      rules: [
        { verbs, apiGroups: [''], resources: core.filter((one) => one !== what) },
        { verbs, apiGroups: groups, resources: ['*'] },
      ],
    },
    {
      apiVersion: `${apiGroup}/v1`,
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup, kind: 'ClusterRole', name: metadata.name },
      subjects: [{ apiGroup, kind: 'User', name: metadata.name }],
    },
  ];
};

const placeOf = ({ path }: Recorded): string => path;
const placeIn = ({ input: { request } }: Line): string => {
  const { group = '', version = '', resource = '', subresource = '', namespace = '', name = '' } = request ?? {};
  const base = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  return [base, ...(namespace === '' ? [] : ['namespaces', namespace]), resource, name, subresource]
    .filter((part) => part !== '')
    .join('/');
};
