// Real clients of both generations, over both transports, on the real command line and the real API server: what users do.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeReal } from '../cluster/real.ts';
import { seed, writeLog } from '../cluster/seed.ts';
import { type Front, startFront } from './front.ts';
import { copyPolicies, writeConfigData } from './operator.ts';
import { connect, type Peer, type Place, type Tool, type Way, ways } from './peers.ts';
import { type Server, serve, waitFor } from './program.ts';
import { lines, marked, openShop } from './shop.ts';

const namespace = 'end-clients';
const other = 'end-clients-two';
const closed = 'end-shut';
const group = `${namespace}.portcullis.test`;
const many = 600;

/** Not there, and not made: a dry run of it is shown. */
const newMap = JSON.stringify({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'new', namespace },
  data: { colour: 'red' },
});

/** Tools that change something; what they do is in writes.test.ts. */
const changing = ['apply', 'delete', 'restart', 'rollback', 'scale', 'set_image'];

/** A call of each tool that only reads, and what its answer must hold. */
const calls: Record<string, [Record<string, unknown>, (string | RegExp)[]][]> = {
  approvals: [[{}, ['Your approvals']]],
  diff: [[{ manifest: newMap }, [/would change; nothing was changed/, '+ data.colour:']]],
  check: [
    [{ verb: 'list', kind: 'pods', namespace }, ['Allowed.', 'Classified internal.']],
    [{ verb: 'get', kind: 'secrets', namespace, name: 'db' }, ['Refused.', 'secrets_closed']],
    [{ verb: 'delete', kind: 'pods', namespace, name: 'web-ok' }, ["Needs a person's approval.", 'deletion_approval']],
    [{ verb: 'delete', kind: 'services', namespace, name: 'web' }, ['Refused.', 'not_granted']],
  ],
  events: [
    [{ namespace }, ['BackOff', 'Pod/web-crash', 'token=[redacted:token:', 'Pulled']],
    [{ namespace, kind: 'po', name: 'web-crash', type: 'Warning' }, ['BackOff']],
  ],
  describe: [
    [{ kind: 'pod', namespace, name: 'web-crash' }, ['Pod end-clients/web-crash', 'BackOff']],
    [{ kind: `widgets.${group}`, namespace, name: 'left' }, ['left', 'AllGood']],
  ],
  diagnose: [
    [
      { kind: 'pod', namespace, name: 'web-crash' },
      [/^Container app of Pod end-clients\/web-crash/m, 'CrashLoopBackOff'],
    ],
    [{ namespace }, ['web-crash']],
  ],
  explain: [[{ kind: 'deploy', path: 'spec.replicas' }, ['apps/v1/Deployment', 'type: integer']]],
  get: [
    [
      { kind: 'pod', namespace, name: 'web-crash' },
      [
        'CrashLoopBackOff',
        'name: DB_PASSWORD',
        'example.com/note',
        /^Withheld by policy: .*spec\.containers\[\*\]\.env\[\*\]\.value/m,
      ],
    ],
    [{ kind: 'apps/v1/Deployment', namespace, name: 'web' }, ['replicas: 2', 'registry.example/shop/web:1.4.2']],
    [{ kind: 'cm', namespace, name: 'settings' }, ['- LOG_LEVEL', '- theme']],
    [{ kind: `widgets.${group}`, namespace, name: 'left' }, ['reason: AllGood', /^Withheld by policy: .*\bspec\b/m]],
    [{ kind: 'ns', name: namespace }, ['phase: Active']],
    [{ kind: 'crd', name: `widgets.${group}` }, ['kind: Widget', 'scope: Namespaced']],
  ],
  kinds: [[{}, ['deployments', 'deploy', `widgets`, `${group}/v1`]]],
  list: [
    [{ kind: 'pods', namespace }, [/^NAME +READY +STATUS +RESTARTS +AGE/m, /^web-crash +1\/2 +CrashLoopBackOff +12/m]],
    [{ kind: 'deploy', namespace, labelSelector: 'app=web,tier!=back' }, [/^web +1\/2/m]],
    [{ kind: 'pods', namespace, fields: ['spec.containers[*].image'] }, ['registry.example/proxy:2.0']],
    [{ kind: 'pods', namespace, fields: ['metadata.labels["example.com/team"]'] }, [/^web-ok +checkout/m]],
    [{ kind: `Widgets.${group}`, namespace }, [/^left +\d+m?\d*s/m]],
    [{ kind: 'services' }, [/^NAMESPACE +NAME +TYPE/m, new RegExp(`^${namespace} +web`, 'm')]],
    [{ kind: 'namespaces' }, [namespace, other]],
    [{ kind: 'pods', namespace, fieldSelector: 'metadata.name=web-ok' }, ['1 row']],
  ],
  logs: [
    [{ pod: 'web-ok', namespace }, ['container app', '100 lines', 'GET /cart/299 200', 'password=[redacted:password:']],
    [{ pod: 'web-ok', namespace, container: 'app', tail: 2 }, ['GET /cart/298 200\nGET /cart/299 200']],
    [{ pod: 'web-ok', namespace, container: 'app', tail: 300, grep: '/cart/7 ' }, ['GET /cart/7 200', '1 line']],
    [{ pod: 'web-crash', namespace, container: 'app', previous: true }, ['boom', 'postgres://shop:[redacted:']],
  ],
  rollout: [[{ kind: 'deploy', namespace, name: 'web' }, ['Deployment end-clients/web']]],
  top: [[{ namespace }, ['no metrics API']]],
};

/** Calls that end otherwise, each with what a person must find in the answer. */
const refusals: [string, Record<string, unknown>, string, string, RegExp][] = [
  ['list', { kind: 'secrets', namespace }, 'deny', 'secrets_closed', /secrets_closed: .+\n {2}What to do: /],
  [
    'list',
    { kind: 'pods', namespace: closed },
    'deny',
    'namespace_closed',
    /\(end-shut\)\n {2}What to do: Use an open namespace/,
  ],
  ['get', { kind: 'pods', namespace, name: 'nobody' }, 'fault', 'NOT_FOUND', /What to do: Check the name/],
  ['list', { kind: 'gadgets', namespace }, 'fault', 'KIND_UNKNOWN', /What to do: List what exists/],
  ['list', { knd: 'pods' }, 'usage', 'ARGUMENTS', /kind is missing[\s\S]*no argument knd; did you mean kind\?/],
  ['list', { kind: 'pods', limit: 'ten' }, 'usage', 'ARGUMENTS', /limit must be a whole number from 1 to 1000/],
  ['logs', { pod: 'web-ok', namespace, since: 'yesterday' }, 'usage', 'ARGUMENTS', /since must be a text that fits/],
];

describeReal('clients', (cluster) => {
  let front: Front;
  let server: Server;
  let policies: string;
  let args: readonly string[];
  const catalogs = new Map<string, readonly Tool[]>();

  beforeAll(async () => {
    await openShop(cluster, namespace);
    const maps = Array.from({ length: many }, (_, index) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `map-${String(index).padStart(4, '0')}`, namespace: other },
    }));
    const node = cluster.kubelet?.node;
    const talks = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'talks', namespace: other },
      spec: { ...(node ? { nodeName: node } : {}), containers: [{ name: 'app', image: 'registry.example/talks:1' }] },
    };
    await seed(cluster, [...maps, talks, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: closed } }]);
    await writeLog(
      cluster,
      `${other}/talks/app`,
      lines(2000, (n) => `line ${String(n).padStart(5, '0')} of a long log`),
    );
    front = await startFront(cluster);
    policies = await copyPolicies();
    const values = { namespaces: { allow: [`${namespace}*`] } };
    const widgets = { verbs: ['get', 'list'], apiGroups: [group], resources: ['widgets'], namespaces: ['*'] };
    const data = await writeConfigData(values, [widgets]);
    args = ['--policy', policies, '--config-data', data, '--kubeconfig', front.kubeconfig];
    server = await serve(args);
  }, 60_000);
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    await front.stop();
  });

  const places: [string, () => Place][] = [
    ['stdio', () => ({ args })],
    ['HTTP', () => ({ url: server.url })],
  ];
  const peers = places.flatMap(([by, place]) =>
    ways.map((way): [string, string, Way, () => Place] => [way, by, way, place]),
  );

  describe.for(peers)('%s, over %s', ([, by, way, place]) => {
    let peer: Peer;
    const tells = by === 'stdio' || way === 'client 2.4, 2026-07-28';
    beforeAll(async () => {
      peer = await connect(way, place());
    });
    afterAll(() => peer.close());

    test('agrees on the revision and is told how to behave', () => {
      expect(peer.revision()).toBe(way === 'client 2.4, 2026-07-28' ? '2026-07-28' : '2025-11-25');
      expect(peer.instructions()).toContain('Secrets cannot be read.');
    });

    test('lists each tool once, by name, the same twice, with all four hints', async () => {
      const tools = await peer.tools();
      expect(tools.map(({ name }) => name)).toEqual([...Object.keys(calls), ...changing].sort());
      expect(JSON.stringify(await peer.tools())).toBe(JSON.stringify(tools));
      for (const { name, annotations } of tools) {
        const reads = !changing.includes(name);
        expect(annotations).toEqual({
          title: expect.any(String),
          readOnlyHint: reads,
          destructiveHint: reads ? false : expect.any(Boolean),
          idempotentHint: reads ? true : expect.any(Boolean),
          openWorldHint: false,
        });
      }
      catalogs.set(`${way} ${by}`, tools);
    });

    test.for(
      Object.entries(calls).flatMap(([tool, tries]) =>
        tries.map(([args, holds]): [string, string, Record<string, unknown>, (string | RegExp)[]] => [
          tool,
          JSON.stringify(args),
          args,
          holds,
        ]),
      ),
    )('%s %s', async ([tool, , args, holds]) => {
      const { text, isError, decision } = await peer.call(tool, args);
      expect(isError, text).toBe(false);
      for (const part of holds) expect(text).toMatch(part instanceof RegExp ? part : new RegExp(escaped(part)));
      expect(text).not.toContain(marked);
      expect(decision).toMatchObject({ outcome: 'allow', code: '' });
      expect(decision.decisionIds[0]).toMatch(/^[0-9a-f-]{36}$/);
    });

    test.for(refusals)('%s %j ends as %s, %s, with what to do', async ([tool, args, outcome, code, words]) => {
      const { text, isError, decision } = await peer.call(tool, args);
      expect(isError).toBe(true);
      expect(text).toMatch(words);
      expect(decision).toMatchObject({ outcome, code });
      if (outcome === 'deny') expect(text).toContain(`Decision ${decision.decisionIds[0]}`);
    });

    test('is told -32602 of a tool that does not exist', async () => {
      for (const tool of ['remove', 'complete', 'constructor', ''])
        await expect(peer.call(tool)).rejects.toMatchObject({ code: -32602 });
    });

    test('fills prompts, and completes their arguments through the line', async () => {
      expect(await peer.prompts()).toEqual(['what_changed', 'what_may_i', 'why_failing']);
      const given = { kind: 'deployment', name: 'web', namespace };
      expect(await peer.prompt('why_failing', given)).toMatch(/Find out why .*deployment.*web.*fails/);
      const asked = { prompt: 'why_failing', argument: 'namespace', value: 'end-' };
      expect(await peer.complete(asked)).toEqual([namespace, other]);
      expect(await peer.complete({ ...asked, argument: 'kind', value: 'deployment' })).toContain('deployments');
      const context = { kind: 'pods', namespace };
      expect(await peer.complete({ ...asked, argument: 'name', value: 'web' }, context)).toEqual([
        'web-crash',
        'web-ok',
      ]);
      expect(await peer.complete({ ...asked, argument: 'name', value: '' }, { kind: 'secrets', namespace })).toEqual(
        [],
      );
    });

    test('sees how a long list grows', async () => {
      // The second page waits until the first was told of.
      const release = front.hold(({ query, path }) => path.endsWith('/configmaps') && 'continue' in query);
      const seen: number[] = [];
      const { text } = await peer.call(
        'list',
        { kind: 'configmaps', namespace: other, limit: many, fields: ['metadata.uid'] },
        {
          onprogress: ({ progress }) => {
            seen.push(progress);
            release();
          },
        },
      );
      expect(seen[0]).toBe(500);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      expect(text).toContain('map-0000');
    });

    // A client of the older era says so in another POST, which without a session cannot be matched; it may hang up instead.
    if (tells)
      test('takes a cancelled call back from the API server', async () => {
        const fits = ({ path }: { path: string }) => path === `/api/v1/namespaces/${namespace}/endpoints`;
        const release = front.hold(fits);
        const before = front.requests.length;
        const controller = new AbortController();
        const call = peer.call('list', { kind: 'endpoints', namespace }, { signal: controller.signal });
        const refused = expect(call).rejects.toThrow();
        const request = await waitFor(() => front.requests.slice(before).find(fits));
        expect(request.aborted).toBe(false);
        controller.abort();
        await refused;
        await waitFor(() => request.aborted || undefined);
        release();
        expect((await peer.call('list', { kind: 'pods', namespace })).isError).toBe(false);
      });
  });

  test('a client that hangs up takes its request back from the API server', async () => {
    const fits = ({ path }: { path: string }) => path === `/api/v1/namespaces/${namespace}/limitranges`;
    const release = front.hold(fits);
    const controller = new AbortController();
    const call = fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'list', arguments: { kind: 'limitranges', namespace } },
      }),
      signal: controller.signal,
    }).then((response) => response.text());
    const refused = expect(call).rejects.toThrow();
    const request = await waitFor(() => front.requests.find(fits));
    controller.abort();
    await refused;
    await waitFor(() => request.aborted || undefined);
    release();
  });

  test('the same state is the same answer, byte for byte, whoever asks and however', async () => {
    const asked: [string, Record<string, unknown>][] = [
      ['get', { kind: 'pod', namespace, name: 'web-crash' }],
      ['logs', { pod: 'web-ok', namespace }],
      ['events', { namespace }],
      ['explain', { kind: 'pod', path: 'spec.containers' }],
      ['list', { kind: 'pods', namespace, fields: ['status.phase', 'spec.containers[*].name'] }],
      ['check', { verb: 'get', kind: 'pods', namespace, name: 'web-ok' }],
    ];
    const answers = async ([, , way, place]: (typeof peers)[number]) => {
      const peer = await connect(way, place());
      const texts = await Promise.all(asked.map(async ([tool, args]) => (await peer.call(tool, args)).text));
      await peer.close();
      return texts;
    };
    const [first, ...others] = await Promise.all(peers.map(answers));
    for (const other of others) expect(other).toEqual(first);
  });

  test.each<[string, string, Record<string, unknown>, RegExp, number]>([
    ['a list', 'list', { kind: 'configmaps', namespace: other, limit: 150 }, /^map-\d{4}/gm, many],
    [
      'a list of fields',
      'list',
      { kind: 'cm', namespace: other, limit: 250, fields: ['metadata.uid'] },
      /^map-\d{4}/gm,
      many,
    ],
    ['a log', 'logs', { pod: 'talks', namespace: other, container: 'app' }, /^line \d{5} /gm, 2000],
  ])(
    'what was left out of %s is had by the call that is named, to the end and nothing twice',
    async (_, tool, args, row, count) => {
      const peer = await connect('client 2.4, 2026-07-28', { url: server.url });
      const seen: string[] = [];
      let next: Record<string, unknown> | undefined = tool === 'logs' ? { ...args, tail: 5000 } : args;
      for (let calls = 0; next && calls < 40; calls += 1) {
        const { text, isError } = await peer.call(tool, next);
        expect(isError, text).toBe(false);
        expect(Buffer.byteLength(text)).toBeLessThan(25 * 1024);
        seen.push(...(text.match(row) ?? []));
        const [, named] = new RegExp(`To see them: ${tool} (\\{.+\\})`).exec(text) ?? [];
        next = named ? (JSON.parse(named) as Record<string, unknown>) : undefined;
      }
      await peer.close();
      expect(new Set(seen).size).toBe(count);
      expect(seen).toHaveLength(count);
    },
  );

  test('all clients are shown the same tools', () => {
    expect(catalogs.size).toBe(peers.length);
    const [first, ...others] = catalogs.values();
    for (const tools of others) expect(tools).toEqual(first);
  });

  test('the clients that can be told are told when the policy has changed', async () => {
    // Over HTTP a client of the older era keeps no stream on which it could be told.
    const tellable = peers.filter(([, by, way]) => by === 'stdio' || way === 'client 2.4, 2026-07-28');
    const told = new Set<string>();
    const listeners = await Promise.all(
      tellable.map(([, by, way, place]) => connect(way, place(), () => told.add(`${way} ${by}`))),
    );
    await Promise.all(listeners.map((listener) => listener.tools()));
    const file = join(policies, 'config/data.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^ {2}items: 1000$/m, '  items: 900'));
    await waitFor(() => (told.size === tellable.length ? true : undefined));
    for (const listener of listeners) {
      const list = (await listener.tools()).find(({ name }) => name === 'list');
      expect(list).toMatchObject({ inputSchema: { properties: { limit: { maximum: 900 } } } });
    }
    await Promise.all(listeners.map((listener) => listener.close()));
  });
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
