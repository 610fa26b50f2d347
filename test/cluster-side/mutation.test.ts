// What leaves for a mutation, how often, and what a failure of it is called: on a server that fails as real ones do.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type OpenCluster, openCluster } from '../../src/cluster/client.ts';
import { usualTimeouts } from '../../src/cluster/connections.ts';
import { listTypesOf } from '../../src/cluster/list-types.ts';
import { withoutValues } from '../../src/cluster/status.ts';
import { targetOf } from '../../src/cluster/target.ts';
import type { Permit } from '../../src/gate/ports.ts';
import { type Fault, faults, type Routes, startFaulty, statusOf } from '../cluster/faulty.ts';
import type { Recorder } from '../cluster/recorder.ts';
import { deployments } from './permits.ts';
import { configmap, configmaps, type Written, writing } from './write-permits.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const connect = async (server: string, user: object = { token: 'secret-token' }): Promise<OpenCluster> => {
  const folder = await mkdtemp(join(tmpdir(), 'portcullis-mutation-'));
  const kubeconfig = join(folder, 'config');
  const config = {
    'current-context': 'faulty',
    clusters: [{ name: 'c', cluster: { server } }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'faulty', context: { cluster: 'c', user: 'u' } }],
  };
  await writeFile(kubeconfig, JSON.stringify(config));
  const timeouts = { ...usualTimeouts, connect: 300, headers: 300, body: 300, whole: 5_000 };
  const cluster = await openCluster({ kubeconfig, timeouts });
  open.push(cluster.close, () => rm(folder, { recursive: true }));
  return cluster;
};

const start = async (routes: Routes): Promise<{ server: Recorder; cluster: OpenCluster }> => {
  const server = await startFaulty(routes);
  open.push(server.stop);
  return { server, cluster: await connect(server.url) };
};

/** Takes connections and nothing that comes by them. */
const silent = async (): Promise<{ url: string; sockets: Socket[] }> => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket.on('error', () => {}).pause()));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  open.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((closed) => server.close(closed));
  });
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, sockets };
};

const shop = { namespace: 'shop', name: 'web' };
const done: Fault = { json: { kind: 'Deployment', apiVersion: 'apps/v1', metadata: { name: 'web' } } };
const body = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } };
const patching = (patch: 'apply' | 'strategic' | 'merge' | 'json', more: Written = {}): Permit =>
  writing('patch', deployments, { ...shop, body, ...more, options: { patch, ...more.options } });
const deleting = (more: Written = {}): Permit => writing('delete', deployments, { ...shop, ...more });
const creating = writing('create', deployments, { ...shop, body });
const every: [string, Permit][] = [
  ['a create', creating],
  ['a patch', patching('merge')],
  ['a delete', deleting()],
];

describe('what is sent', () => {
  const sent = async (permit: Permit) => {
    const { server, cluster } = await start({ '*': done });
    await cluster.send(permit);
    expect(server.requests).toHaveLength(1);
    const [{ method, path, query, headers, body: text } = { body: '' } as never] = server.requests;
    return { line: `${method} ${path}`, query, type: headers['content-type'], body: JSON.parse(text) as unknown };
  };
  const one = '/apis/apps/v1/namespaces/shop/deployments/web';
  const strict = { fieldManager: 'portcullis', fieldValidation: 'Strict' };
  const locked = { precondition: { uid: 'u', resourceVersion: '7' } };

  test('a create goes to the collection', async () => {
    expect(await sent(creating)).toEqual({
      line: 'POST /apis/apps/v1/namespaces/shop/deployments',
      query: strict,
      type: 'application/json',
      body,
    });
  });

  test.each([
    ['apply', 'application/apply-patch+yaml'],
    ['strategic', 'application/strategic-merge-patch+json'],
    ['merge', 'application/merge-patch+json'],
  ] as const)('%s is %s', async (how, type) => {
    expect(await sent(patching(how))).toEqual({ line: `PATCH ${one}`, query: strict, type, body });
  });

  test('a json patch is its operations', async () => {
    const operations = [{ op: 'replace', path: '/spec/replicas', value: 3 }];
    expect(await sent(patching('json', { body: { operations } }))).toMatchObject({
      type: 'application/json-patch+json',
      body: operations,
    });
  });

  test.each([
    [patching('apply', { options: { force: true } }), 'true'],
    [patching('apply'), undefined],
    [patching('merge', { options: { force: true } }), undefined],
  ])('force only with an apply, and only when it is wanted (%#)', async (permit, force) => {
    expect((await sent(permit)).query.force).toBe(force);
  });

  test.each(every)('%s that is a dry run says so', async (_, { request, ...permit }) => {
    const dry = { ...permit, request: { ...request, options: { ...request.options, dryRun: true } } };
    const { query, body: text } = await sent(dry);
    expect(query.dryRun).toBe('All');
    // Of a delete, a server that is given options reads nothing else.
    if (request.verb === 'delete') expect(text).toMatchObject({ dryRun: ['All'] });
  });

  test('what the object must be goes along with the patch', async () => {
    for (const how of ['apply', 'strategic', 'merge'] as const)
      expect((await sent(patching(how, locked))).body).toMatchObject({
        metadata: { name: 'web', uid: 'u', resourceVersion: '7' },
      });
    const operations = [{ op: 'remove', path: '/metadata/resourceVersion' }];
    expect((await sent(patching('json', { body: { operations }, ...locked }))).body).toEqual([
      ...operations,
      { op: 'add', path: '/metadata/uid', value: 'u' },
      { op: 'add', path: '/metadata/resourceVersion', value: '7' },
    ]);
  });

  test('and with the delete, beside its own options', async () => {
    const options = { uid: 'u', propagationPolicy: 'Foreground', gracePeriodSeconds: 0 } as const;
    expect(await sent(deleting({ options, precondition: { resourceVersion: '7' } }))).toEqual({
      line: `DELETE ${one}`,
      query: {},
      type: 'application/json',
      body: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        propagationPolicy: 'Foreground',
        gracePeriodSeconds: 0,
        preconditions: { uid: 'u', resourceVersion: '7' },
      },
    });
  });

  test('a delete that says nothing leaves all to the server', async () => {
    expect((await sent(deleting())).body).toEqual({ apiVersion: 'v1', kind: 'DeleteOptions' });
  });

  test('what the request calls a subresource is patched under its name', async () => {
    const scale = patching('merge', { subresource: 'scale', body: { spec: { replicas: 3 } } });
    expect((await sent(scale)).line).toBe(`PATCH ${one}/scale`);
  });

  test('a permit is left as it was, so that its digest stays true', async () => {
    const waiting = { data: { at: '(time of sending)' } };
    const permit = patching('merge', { body: waiting, options: { stamp: ['/data/at'] }, ...locked });
    const before = structuredClone(permit);
    expect((await sent(permit)).body).not.toMatchObject(waiting);
    expect(permit).toEqual(before);
  });
});

describe('nothing is sent', () => {
  const waiting = '(time of sending)';
  test.each<[string, Permit, string]>([
    ['for two uids at once', deleting({ options: { uid: 'a' }, precondition: { uid: 'b' } }), 'CLUSTER_CONFLICT'],
    [
      'for two versions at once',
      patching('merge', {
        body: { metadata: { resourceVersion: '6' } },
        precondition: { resourceVersion: '7' },
      }),
      'CLUSTER_CONFLICT',
    ],
    ['for metadata that is no object', patching('merge', { body: { metadata: null } }), 'REQUEST_INVALID'],
    ['for an operation that is none', patching('json', { body: { operations: ['remove'] } }), 'REQUEST_INVALID'],
    ['for an apply of another kind', patching('apply', { body: { ...body, kind: 'DaemonSet' } }), 'REQUEST_INVALID'],
    [
      'for an apply of another version of the kind',
      patching('apply', { body: { ...body, apiVersion: 'apps/v1beta1' } }),
      'REQUEST_INVALID',
    ],
    [
      'for an apply of another name',
      patching('apply', { body: { ...body, metadata: { name: 'api' } } }),
      'REQUEST_INVALID',
    ],
    [
      'for an apply of another namespace',
      patching('apply', { body: { ...body, metadata: { name: 'web', namespace: 'payments' } } }),
      'REQUEST_INVALID',
    ],
    ...['', 'data/at', '/data', '/data/nope', '/data/at/0', '/__proto__/x', '/constructor/name'].map(
      (pointer): [string, Permit, string] => [
        `for a stamp at ${JSON.stringify(pointer)}`,
        patching('merge', { body: { data: { at: waiting } }, options: { stamp: [pointer] } }),
        'REQUEST_INVALID',
      ],
    ),
  ])('%s', async (_, permit, code) => {
    const { server, cluster } = await start({ '*': done });
    await expect(cluster.send(permit)).rejects.toMatchObject({ code });
    expect(server.requests).toEqual([]);
  });
});

test('whatever is asked, a patch or delete reaches one named object, and a create its collection', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('', '.', '..', '%2e', 'a/b', 'web'),
  );
  const under = fc.constantFrom('', 'status', 'scale', 'log', 'exec', 'eviction', 'constructor');
  fc.assert(
    fc.property(fc.constantFrom('create', 'patch', 'delete'), odd, odd, under, (verb, namespace, name, subresource) => {
      let path: string;
      try {
        ({ path } = targetOf(writing(verb, deployments, { namespace, name, subresource }).request));
      } catch (thrown) {
        expect((thrown as { code: string }).code).toMatch(/^(NAME_INVALID|REQUEST_INVALID|SCOPE_MISMATCH|VERB_\w+)$/);
        return;
      }
      const named = verb === 'create' ? [] : [name];
      expect(path.split('/').slice(5).map(decodeURIComponent)).toEqual([
        namespace,
        'deployments',
        ...named,
        ...(subresource === '' ? [] : [subresource]),
      ]);
      expect(named).not.toContain('');
      expect(['', ...(verb === 'patch' ? ['status', 'scale'] : [])]).toContain(subresource);
    }),
    { numRuns: 500 },
  );
});

describe('what a failure is called, after one attempt', () => {
  const by = (code: number, reason: string, message: string, code_: string): [string, Fault, object] => [
    `${code} ${message}`,
    statusOf(code, reason, message),
    { code: code_, detail: message },
  ];
  test.each<[string, Fault, object]>([
    ['401', faults.unauthorized, { code: 'CLUSTER_UNAUTHORIZED' }],
    ['404', faults.notFound, { code: 'NOT_FOUND' }],
    ['429', faults.tooMany(0), { code: 'CLUSTER_BUSY', detail: 'please try again later' }],
    by(400, 'BadRequest', 'unable to parse', 'CLUSTER_REFUSED'),
    by(405, 'MethodNotAllowed', 'the server does not allow this method', 'CLUSTER_REFUSED'),
    by(409, 'Conflict', 'the object has been modified', 'CLUSTER_CONFLICT'),
    by(409, 'AlreadyExists', 'deployments.apps "web" already exists', 'CLUSTER_CONFLICT'),
    by(413, 'RequestEntityTooLarge', 'Request entity too large: limit is 3145728', 'CLUSTER_REFUSED'),
    by(415, 'UnsupportedMediaType', 'the body of the request was in an unknown format', 'CLUSTER_REFUSED'),
    by(422, 'Invalid', 'Deployment.apps "web" is invalid', 'CLUSTER_REFUSED'),
    by(500, 'InternalError', 'Internal error occurred: failed calling webhook "x"', 'CLUSTER_REFUSED'),
    by(
      403,
      'Forbidden',
      'deployments.apps "web" is forbidden: User "u" cannot patch resource "deployments" in API group "apps" in the namespace "shop"',
      'CLUSTER_FORBIDDEN',
    ),
    by(
      403,
      'Forbidden',
      'deployments.apps is forbidden: User "system:serviceaccount:a:b" cannot create resource "deployments" in API group "apps"',
      'CLUSTER_FORBIDDEN',
    ),
    by(
      403,
      'Forbidden',
      'roles.rbac.authorization.k8s.io "r" is forbidden: user "u" (groups=["a"]) is attempting to grant RBAC permissions not currently held:',
      'CLUSTER_FORBIDDEN',
    ),
    by(403, 'Forbidden', 'pods "p" is forbidden: exceeded quota: q, requested: pods=1', 'CLUSTER_REFUSED'),
    by(403, 'Forbidden', 'admission webhook "w" denied the request: User "u" cannot', 'CLUSTER_REFUSED'),
    by(403, 'Forbidden', 'pods "p" is forbidden: violates PodSecurity "restricted:latest"', 'CLUSTER_REFUSED'),
    by(500, 'InternalError', 'etcdserver: request timed out', 'OUTCOME_UNKNOWN'),
    by(500, 'InternalError', 'rpc error: code = Unavailable desc = transport is closing', 'OUTCOME_UNKNOWN'),
    by(500, 'ServerTimeout', 'The POST operation could not be completed at this time', 'OUTCOME_UNKNOWN'),
    by(504, 'Timeout', 'request did not complete within requested timeout', 'OUTCOME_UNKNOWN'),
    ['413 of a gateway', { status: 413, text: '<h1>Too large</h1>' }, { code: 'CLUSTER_REFUSED' }],
    ['a page of a gateway', { status: 400, text: '<h1>Bad</h1>' }, { code: 'CLUSTER_BROKEN' }],
    ['a redirect', { status: 307, headers: { location: 'http://169.254.169.254/' } }, { code: 'CLUSTER_BROKEN' }],
    ['500 without a word', { status: 500, text: '<h1>Oops</h1>' }, { code: 'OUTCOME_UNKNOWN' }],
    ['502', { status: 502, text: 'bad gateway' }, { code: 'OUTCOME_UNKNOWN', detail: 'The server answered HTTP 502.' }],
    ['503', faults.unavailable, { code: 'OUTCOME_UNKNOWN' }],
    ['504', { status: 504, text: 'gateway timeout' }, { code: 'OUTCOME_UNKNOWN' }],
    ['no answer', faults.hang, { code: 'OUTCOME_UNKNOWN' }],
    ['an answer without end', faults.stall, { code: 'OUTCOME_UNKNOWN' }],
    ['a connection that ends before the answer', faults.close, { code: 'OUTCOME_UNKNOWN' }],
    ['a connection that ends in the answer', faults.cut, { code: 'OUTCOME_UNKNOWN' }],
    ['an answer that is no JSON', faults.garbage, { code: 'OUTCOME_UNKNOWN' }],
    ['an answer that is no Kubernetes', { json: { hello: 'world' } }, { code: 'OUTCOME_UNKNOWN' }],
    ['an answer too large', faults.huge(100 * 1024 * 1024), { code: 'OUTCOME_UNKNOWN' }],
  ])('%s', async (_, fault, expected) => {
    const { server, cluster } = await start({ '*': [fault, done] });
    await expect(cluster.send(patching('merge'))).rejects.toMatchObject(expected);
    expect(server.requests).toHaveLength(1);
  });

  test.each(every.flatMap(([what, permit]) => [401, 429, 503].map((status) => ({ what, permit, status }))))(
    '$what is not tried again after $status',
    async ({ permit, status }) => {
      const { server, cluster } = await start({ '*': [statusOf(status, 'No', 'no', { 'retry-after': '0' }), done] });
      await expect(cluster.send(permit)).rejects.toMatchObject({ code: expect.stringMatching(/./) });
      expect(server.requests).toHaveLength(1);
    },
  );

  test('an outcome that is unknown carries the failure for the log, and no credential', async () => {
    const { cluster } = await start({ '*': faults.close });
    const fault = await cluster.send(deleting()).catch((thrown: { cause: unknown }) => thrown);
    expect(fault).toMatchObject({ code: 'OUTCOME_UNKNOWN', cause: { code: 'CLUSTER_UNREACHABLE' } });
    expect(JSON.stringify(fault)).not.toMatch(/secret-token|\/src\//);
  });

  test('a request that never ends on a connection that takes nothing more is unknown, too', async () => {
    const { url, sockets } = await silent();
    const cluster = await connect(url);
    const large = writing('create', configmaps, {
      namespace: 'shop',
      name: 'c',
      body: configmap('c', { data: { text: 'x'.repeat(32 * 1024 * 1024) } }),
    });
    await expect(cluster.send(large)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(sockets).toHaveLength(1);
  });
});

describe('what was not sent is said to be so', () => {
  test('when nobody listens', async () => {
    const gone = await startFaulty({ '*': done });
    await gone.stop();
    const cluster = await connect(gone.url);
    for (const [, permit] of every)
      await expect(cluster.send(permit)).rejects.toMatchObject({ code: 'CLUSTER_UNREACHABLE', detail: 'ECONNREFUSED' });
  });

  test('when the name leads nowhere', async () => {
    const cluster = await connect('http://portcullis.invalid');
    await expect(cluster.send(creating)).rejects.toMatchObject({ code: 'CLUSTER_UNREACHABLE' });
  });

  test('when the other side does not speak TLS', async () => {
    const { server } = await start({ '*': done });
    const cluster = await connect(server.url.replace('http:', 'https:'));
    await expect(cluster.send(creating)).rejects.toMatchObject({ code: 'CLUSTER_UNREACHABLE' });
    expect(server.requests).toEqual([]);
  });

  test('when TLS never comes about', async () => {
    const { url } = await silent();
    const cluster = await connect(url.replace('http:', 'https:'));
    await expect(cluster.send(creating)).rejects.toMatchObject({ code: 'CLUSTER_UNREACHABLE' });
  });

  test('when there are no credentials', async () => {
    const { server } = await start({ '*': done });
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', command: 'no-such-plugin', interactiveMode: 'Never' };
    const cluster = await connect(server.url, { exec });
    await expect(cluster.send(creating)).rejects.toMatchObject({ code: 'CLUSTER_UNREACHABLE' });
    expect(server.requests).toEqual([]);
  });
});

describe('a dry run that fails has changed nothing, and says why', () => {
  test.each<[string, Fault, string]>([
    ['502', { status: 502, text: 'bad gateway' }, 'CLUSTER_UNREACHABLE'],
    ['503', faults.unavailable, 'CLUSTER_BUSY'],
    ['504', { status: 504, text: 'gateway timeout' }, 'CLUSTER_TIMEOUT'],
    ['no answer', faults.hang, 'CLUSTER_TIMEOUT'],
    ['a connection that ends', faults.close, 'CLUSTER_UNREACHABLE'],
    ['an answer that is no JSON', faults.garbage, 'CLUSTER_BROKEN'],
    ['a conflict', statusOf(409, 'Conflict', 'conflict with "x": .spec.replicas'), 'CLUSTER_CONFLICT'],
  ])('%s', async (_, fault, code) => {
    const { server, cluster } = await start({ '*': [fault, done] });
    const dry = patching('merge', { options: { dryRun: true } });
    await expect(cluster.send(dry)).rejects.toMatchObject({ code });
    expect(server.requests).toHaveLength(1);
  });
});

describe('cancelling', () => {
  /** A server that cancels the call once the request is there. */
  const cancelledAt = async (permit: Permit): Promise<unknown> => {
    const stop = new AbortController();
    const { server, cluster } = await start({ '*': () => stop.abort() });
    const end = await cluster.send(permit, stop.signal).catch((thrown: unknown) => thrown);
    expect(server.requests).toHaveLength(1);
    return end;
  };

  test('after it has left leaves the outcome unknown', async () => {
    for (const [, permit] of every) expect(await cancelledAt(permit)).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  });

  test('a dry run is only cancelled', async () => {
    expect(await cancelledAt(patching('merge', { options: { dryRun: true } }))).toMatchObject({ code: 'CANCELLED' });
  });

  test('before it has left sends nothing', async () => {
    const { server, cluster } = await start({ '*': done });
    const stop = new AbortController();
    const sent = cluster.send(creating, stop.signal);
    stop.abort();
    await expect(sent).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(cluster.send(creating, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(server.requests).toEqual([]);
  });

  test('closing in the middle leaves the outcome unknown', async () => {
    let close = (): void => {};
    const { cluster } = await start({ '*': () => close() });
    close = () => void cluster.close();
    await expect(cluster.send(creating)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  });
});

describe('the API server’s words come without the objects it quotes', () => {
  const secret = JSON.stringify(JSON.stringify({ kind: 'Secret', data: { a: 'aHVudGVyMg==' }, note: '"}' }));
  test.each([
    [
      `  "" is invalid: patch: Invalid value: ${secret}: strict decoding error: unknown field "dato"`.slice(1),
      'strict decoding error: unknown field "dato"',
    ],
    [
      'Job.batch "j" is invalid: spec.template: Invalid value: {"spec":{"env":[{"value":"hunter2 ]}"}]}}: field is immutable',
      'Job.batch "j" is invalid: spec.template: Invalid value: …: field is immutable',
    ],
    [
      'Job.batch "j" is invalid: spec.template: Invalid value: core.PodTemplateSpec{Value:"hunter2"}: field is immutable',
      'Job.batch "j" is invalid: spec.template: Invalid value: …: field is immutable',
    ],
    [
      'is invalid: [a: Invalid value: {"a":"d"}: no, b: Duplicate value: ["x"]: field is immutable]',
      'is invalid: [a: Invalid value: …: no, b: Duplicate value: …: field is immutable]',
    ],
    [
      'Pod "p" is invalid: spec: Forbidden: pod updates may not change fields\n@@ -13,7 +13,7 @@\n-  "Value": "hunter2"',
      'Pod "p" is invalid: spec: Forbidden: pod updates may not change fields',
    ],
    [
      'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
      'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    ],
    ['name: Invalid value: "A b": must be lower case', 'name: Invalid value: "A b": must be lower case'],
    [`Invalid value: "${'x'.repeat(500)}`, 'Invalid value: …'],
    ['Invalid value: {{{{', 'Invalid value: …'],
    [
      'Apply failed with 2 conflicts: conflicts with "a":\n- .spec.replicas\nconflicts with "b":\n- .spec.paused',
      'Apply failed with 2 conflicts: conflicts with "a":\n- .spec.replicas\nconflicts with "b":\n- .spec.paused',
    ],
  ])('%s', (message, words) => expect(withoutValues(message)).toBe(words));
});

describe('how lists are keyed', () => {
  const schemas = {
    Item: { type: 'object', properties: { tags: { type: 'array', items: {}, 'x-kubernetes-list-type': 'set' } } },
    Loop: { properties: { again: { $ref: '#/components/schemas/Loop' } } },
  };
  const item = { allOf: [{ $ref: '#/components/schemas/Item' }], default: {} };
  const keyed = { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['a', 'b'] };
  const root = {
    properties: {
      items: { type: 'array', items: item, ...keyed },
      byName: { type: 'object', additionalProperties: item },
      lists: { type: 'object', additionalProperties: { type: 'array', items: {}, ...keyed } },
      merged: { type: 'array', items: {}, 'x-kubernetes-patch-merge-key': 'ip' },
      atomic: { type: 'array', items: {}, 'x-kubernetes-list-type': 'atomic', 'x-kubernetes-patch-merge-key': 'ip' },
      keyless: { type: 'array', items: {}, 'x-kubernetes-list-type': 'map' },
      plain: { type: 'array', items: {} },
      wrapped: { allOf: [{ type: 'array', items: {} }], ...keyed },
      loop: { $ref: '#/components/schemas/Loop' },
    },
  };
  test.each<[string, object]>([
    ['items', { type: 'map', keys: ['a', 'b'] }],
    ['items.*.tags', { type: 'set' }],
    ['byName.*.tags', { type: 'set' }],
    ['lists.*', { type: 'map', keys: ['a', 'b'] }],
    ['merged', { type: 'map', keys: ['ip'] }],
    ['wrapped', { type: 'map', keys: ['a', 'b'] }],
    ['atomic', { type: 'atomic' }],
    ['keyless', { type: 'atomic' }],
    ['plain', { type: 'atomic' }],
    ['byName', { type: 'atomic' }],
    ['items.*', { type: 'atomic' }],
    ['items.0.tags', { type: 'atomic' }],
    ['constructor', { type: 'atomic' }],
    [`loop${'.again'.repeat(1000)}`, { type: 'atomic' }],
  ])('%s', (path, expected) => expect(listTypesOf(schemas, root)(path.split('.'))).toEqual(expected));

  test('a kind is looked up once, and one that failed again', async () => {
    const index = { paths: { 'apis/apps/v1': { serverRelativeURL: '/openapi/v3/apis/apps/v1?hash=A1' } } };
    const gvk = [{ group: 'apps', version: 'v1', kind: 'Deployment' }];
    const document = { components: { schemas: { D: { ...root, 'x-kubernetes-group-version-kind': gvk } } } };
    const { server, cluster } = await start({
      'GET /openapi/v3': [faults.forbidden('no'), { json: index }],
      'GET /openapi/v3/apis/apps/v1': { json: document },
    });
    await expect(cluster.listTypes(deployments)).rejects.toMatchObject({ code: 'CLUSTER_FORBIDDEN' });
    for (let time = 0; time < 3; time++)
      expect((await cluster.listTypes(deployments))(['items'])).toEqual({ type: 'map', keys: ['a', 'b'] });
    expect(server.lines()).toEqual(['GET /openapi/v3', 'GET /openapi/v3', 'GET /openapi/v3/apis/apps/v1']);
    expect((await cluster.listTypes({ ...deployments, kind: 'Nope' }))(['items'])).toEqual({ type: 'atomic' });
  });
});
