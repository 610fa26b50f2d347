// How the client meets an API server that fails: what it says, what it tries again, and what it leaves alone.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { type OpenCluster, openCluster } from '../../src/cluster/client.ts';
import { usualTimeouts } from '../../src/cluster/connections.ts';
import { type Fault, faults, type Routes, startFaulty, statusOf } from '../cluster/faulty.ts';
import type { Recorder } from '../cluster/recorder.ts';
import { hostileNames } from './hostile.ts';
import { apiresources, itemsOf, permit, pods, tableOf, textOf } from './permits.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const short = { ...usualTimeouts, connect: 300, headers: 300, body: 300, whole: 5_000 };

const connect = async (server: string, user: object = { token: 'secret-token' }): Promise<OpenCluster> => {
  const folder = await mkdtemp(join(tmpdir(), 'portcullis-faulty-'));
  const kubeconfig = join(folder, 'config');
  const config = {
    'current-context': 'faulty',
    clusters: [{ name: 'c', cluster: { server } }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'faulty', context: { cluster: 'c', user: 'u' } }],
  };
  await writeFile(kubeconfig, JSON.stringify(config));
  const cluster = await openCluster({ kubeconfig, timeouts: short });
  open.push(cluster.close, () => rm(folder, { recursive: true }));
  return cluster;
};

const start = async (routes: Routes, path = ''): Promise<{ server: Recorder; cluster: OpenCluster }> => {
  const server = await startFaulty(routes);
  open.push(server.stop);
  return { server, cluster: await connect(server.url + path) };
};

const list = permit(pods, { namespace: 'shop' });
const get = permit(pods, { verb: 'get', namespace: 'shop', name: 'web' });
const pod = (name: string): object => ({ metadata: { name, namespace: 'shop' } });
const podList = (names: string[], metadata: object = {}): Fault => ({
  json: { kind: 'PodList', apiVersion: 'v1', metadata, items: names.map(pod) },
});
const good = podList(['web']);

describe('what a failure is called', () => {
  test.each<[string, Fault, object]>([
    ['401', faults.unauthorized, { code: 'CLUSTER_UNAUTHORIZED' }],
    [
      '403',
      faults.forbidden('pods is forbidden: User "u" cannot list'),
      { code: 'CLUSTER_FORBIDDEN', detail: 'pods is forbidden: User "u" cannot list' },
    ],
    ['404', faults.notFound, { code: 'NOT_FOUND' }],
    ['400', statusOf(400, 'BadRequest', 'unable to parse'), { code: 'CLUSTER_REFUSED', detail: 'unable to parse' }],
    ['409', statusOf(409, 'Conflict', 'conflict'), { code: 'CLUSTER_REFUSED' }],
    ['422', statusOf(422, 'Invalid', 'invalid'), { code: 'CLUSTER_REFUSED' }],
    ['500', faults.broken, { code: 'CLUSTER_FAILED' }],
    [
      '500 for a kubelet that does not answer',
      statusOf(500, 'InternalError', 'Get "https://10.0.0.5:10250/containerLogs/shop/web/app": dial tcp: i/o timeout'),
      { code: 'CLUSTER_FAILED', detail: expect.stringContaining('10250') },
    ],
    ['410', faults.gone, { code: 'CLUSTER_GONE' }],
    ['a redirect', { status: 302, headers: { location: 'http://169.254.169.254/' } }, { code: 'CLUSTER_BROKEN' }],
    [
      'an error page',
      { status: 500, text: '<h1>Oops</h1>' },
      { code: 'CLUSTER_BROKEN', detail: 'The server answered HTTP 500.' },
    ],
    ['no JSON', faults.garbage, { code: 'CLUSTER_BROKEN' }],
    ['JSON that is no object', { json: [1] }, { code: 'CLUSTER_BROKEN' }],
    ['JSON that is no Kubernetes', { json: { hello: 'world' } }, { code: 'CLUSTER_BROKEN' }],
    ['a body without end', faults.stall, { code: 'CLUSTER_TIMEOUT' }],
    ['no answer', faults.hang, { code: 'CLUSTER_TIMEOUT' }],
  ])('%s', async (_, fault, expected) => {
    const { cluster } = await start({ '*': fault });
    await expect(cluster.send(list)).rejects.toMatchObject(expected);
  });

  test('too much in one object', async () => {
    const { cluster } = await start({ '*': faults.huge(100 * 1024 * 1024) });
    await expect(cluster.send(get)).rejects.toMatchObject({
      code: 'CLUSTER_BROKEN',
      detail: 'The answer is larger than 96 MiB.',
    });
  });

  test('a server that is not there; it recovers by itself', async () => {
    const gone = await startFaulty({ '*': good });
    const port = Number(new URL(gone.url).port);
    await gone.stop();
    const cluster = await connect(gone.url);
    await expect(cluster.send(list)).rejects.toMatchObject({ code: 'CLUSTER_UNREACHABLE', detail: 'ECONNREFUSED' });
    expect(await cluster.health()).toBe(false);
    const back = await listening(port);
    open.push(back.stop);
    expect((await itemsOf(await cluster.send(list))).names).toEqual(['web']);
    expect(await cluster.health()).toBe(true);
  });

  test('something that is no HTTP', async () => {
    const server: Server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end('SSH-2.0-OpenSSH_10.0\r\n', () => socket.destroy()));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    open.push(() => new Promise((done) => server.close(done)));
    const cluster = await connect(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
    await expect(cluster.send(list)).rejects.toMatchObject({ code: 'CLUSTER_BROKEN' });
  });

  test('no credential and no stack is in what a fault says', async () => {
    const { cluster } = await start({ '*': faults.unauthorized });
    const fault = await cluster
      .send(list)
      .catch((thrown: { message: string; detail: string; remedy: string }) => thrown);
    expect(JSON.stringify(fault)).not.toMatch(/secret-token|\/src\//);
  });
});

/** A good answer on a port of our choice. */
const listening = async (port: number): Promise<{ stop: () => Promise<void> }> => {
  const { createServer: http } = await import('node:http');
  const server = http((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ kind: 'PodList', apiVersion: 'v1', metadata: {}, items: [pod('web')] }));
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};

describe('what is tried again', () => {
  test.each<[string, Fault]>([
    ['429', faults.tooMany(0)],
    ['503', faults.unavailable],
    ['502', { status: 502, text: 'bad gateway' }],
    ['504', { status: 504, text: 'gateway timeout' }],
    ['a connection that ends before the answer', faults.close],
    ['a connection that ends in the answer', faults.cut],
  ])('%s, and then the answer counts', async (_, fault) => {
    const { server, cluster } = await start({ '*': [fault, fault, good] });
    expect((await itemsOf(await cluster.send(list))).names).toEqual(['web']);
    expect(server.requests).toHaveLength(3);
  });

  test('not for ever', async () => {
    const { server, cluster } = await start({ '*': faults.tooMany(0) });
    await expect(cluster.send(list)).rejects.toMatchObject({ code: 'CLUSTER_BUSY', detail: 'please try again later' });
    expect(server.requests).toHaveLength(4);
  });

  test('not when the server wants a wait that no caller would sit out', async () => {
    const { server, cluster } = await start({ '*': faults.tooMany(3600) });
    await expect(cluster.send(list)).rejects.toMatchObject({ code: 'CLUSTER_BUSY' });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['403', faults.forbidden('no')],
    ['404', faults.notFound],
    ['500', faults.broken],
  ])('never %s', async (_, fault) => {
    const { server, cluster } = await start({ '*': fault });
    await cluster.send(list).catch(() => {});
    expect(server.requests).toHaveLength(1);
  });

  test('401 once, with credentials read anew', async () => {
    const { server, cluster } = await start({ '*': [faults.unauthorized, good] });
    expect((await itemsOf(await cluster.send(list))).names).toEqual(['web']);
    expect(server.requests).toHaveLength(2);
  });
});

describe('cancelling', () => {
  test('reaches the server', async () => {
    const { server, cluster } = await start({ '*': faults.hang });
    const stop = new AbortController();
    const sent = cluster.send(list, stop.signal);
    sent.catch(() => {});
    while (server.requests.length === 0) await sleep(5);
    stop.abort();
    await expect(sent).rejects.toMatchObject({ code: 'CANCELLED' });
    while (!server.requests[0]?.aborted) await sleep(5);
    expect(server.requests).toHaveLength(1);
  });

  test('ends a wait', async () => {
    const { server, cluster } = await start({ '*': faults.tooMany(9) });
    const stop = new AbortController();
    const sent = cluster.send(list, stop.signal);
    sent.catch(() => {});
    while (server.requests.length === 0) await sleep(5);
    await sleep(20);
    stop.abort();
    await expect(sent).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  test('of one caller leaves others who wait for the same discovery', async () => {
    const groups = (response: Parameters<Extract<Fault, (...all: never[]) => unknown>>[0]) =>
      void sleep(100).then(() =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end('{"kind":"APIGroupDiscoveryList","items":[]}'),
      );
    const { cluster } = await start({ 'GET /api': groups, 'GET /apis': groups });
    const stop = new AbortController();
    const [left, stayed] = [cluster.resolve('pods', stop.signal), cluster.resolve('pods')];
    stop.abort();
    await expect(left).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await stayed).toEqual([]);
  });

  test('who stops reading a list stops the chunk that is under way', async () => {
    const first = podList(
      Array.from({ length: 500 }, (_, index) => `p${index}`),
      { continue: 'next' },
    );
    const { server, cluster } = await start({ '*': [first, faults.hang] });
    const response = await cluster.send(permit(pods, { namespace: 'shop', bounds: { items: 1000 } }));
    if (response.type !== 'items') throw new Error('no items');
    const reader = response.items[Symbol.asyncIterator]();
    await reader.next();
    const second = reader.next();
    second.catch(() => {});
    while (server.requests.length < 2) await sleep(5);
    await cluster.close();
    await expect(second).rejects.toBeDefined();
  });
});

describe('lists in chunks', () => {
  const names = (from: number, to: number): string[] =>
    Array.from({ length: to - from }, (_, index) => `p${String(from + index).padStart(4, '0')}`);

  test('never more is asked for than is wanted', async () => {
    const { server, cluster } = await start({
      '*': [
        podList(names(0, 500), { continue: 'a', remainingItemCount: 1500 }),
        podList(names(500, 1000), { continue: 'b', remainingItemCount: 1000 }),
        podList(names(1000, 1200), { continue: 'c', remainingItemCount: 800 }),
      ],
    });
    const { names: seen, end } = await itemsOf(
      await cluster.send(permit(pods, { namespace: 'shop', bounds: { items: 1200 } })),
    );
    expect(seen).toEqual(names(0, 1200));
    expect(server.requests.map(({ query }) => [query.limit, query.continue])).toEqual([
      ['500', undefined],
      ['500', 'a'],
      ['200', 'b'],
    ]);
    expect(end).toEqual({ continue: 'c', remaining: 800, restarted: false });
  });

  test('a server that knows no limit is cut, and what was cut is counted', async () => {
    const { cluster } = await start({ '*': podList(names(0, 30)) });
    const { names: seen, end } = await itemsOf(
      await cluster.send(permit(pods, { namespace: 'shop', bounds: { items: 10 } })),
    );
    expect([seen.length, end.remaining]).toEqual([10, 20]);
  });

  test('a place that expired is begun again behind what was given, and said', async () => {
    const { server, cluster } = await start({
      '*': [
        podList(names(0, 500), { continue: 'a' }),
        faults.gone,
        podList(names(100, 600), { continue: 'b' }),
        podList(names(600, 700)),
      ],
    });
    const { names: seen, end } = await itemsOf(
      await cluster.send(permit(pods, { namespace: 'shop', bounds: { items: 2000 } })),
    );
    expect(seen).toEqual(names(0, 700));
    expect(end).toEqual({ continue: '', remaining: 0, restarted: true });
    expect(server.requests.map(({ query }) => query.continue)).toEqual([undefined, 'a', undefined, 'b']);
  });

  test('the server’s own way to go on is taken when it gives one', async () => {
    const expired = {
      status: 410,
      json: { kind: 'Status', code: 410, message: 'old', metadata: { continue: 'onward' } },
    };
    const { server, cluster } = await start({
      '*': [podList(names(0, 500), { continue: 'a' }), expired, podList(names(500, 600))],
    });
    const { names: seen, end } = await itemsOf(
      await cluster.send(permit(pods, { namespace: 'shop', bounds: { items: 2000 } })),
    );
    expect([seen.length, end.restarted]).toEqual([600, true]);
    expect(server.requests.at(-1)?.query.continue).toBe('onward');
  });

  test('the second time is CLUSTER_GONE', async () => {
    const { cluster } = await start({ '*': [podList(names(0, 500), { continue: 'a' }), faults.gone] });
    const response = await cluster.send(permit(pods, { namespace: 'shop', bounds: { items: 2000 } }));
    await expect(itemsOf(response)).rejects.toMatchObject({ code: 'CLUSTER_GONE' });
  });

  test('so is the place of an earlier answer', async () => {
    const { cluster } = await start({ '*': faults.gone });
    const sent = cluster.send(permit(pods, { namespace: 'shop', options: { continue: 'old' } }));
    await expect(sent).rejects.toMatchObject({ code: 'CLUSTER_GONE' });
  });

  test('entries too large for one answer come in smaller chunks', async () => {
    const large: Fault = (response, record) =>
      Number(record.query.limit) > 100
        ? (faults.huge(100 * 1024 * 1024) as (...all: unknown[]) => void)(response, record)
        : void response
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify({ kind: 'PodList', items: [pod('web')] }));
    const { server, cluster } = await start({ '*': large });
    expect((await itemsOf(await cluster.send(list))).names).toEqual(['web']);
    expect(server.requests.map(({ query }) => query.limit)).toEqual(['500', '63']);
  });

  test('a server that makes no tables still shows names', async () => {
    const { server, cluster } = await start({ '*': good });
    const table = await tableOf(await cluster.send(permit(pods, { namespace: 'shop', options: { view: 'table' } })));
    expect(table.columns).toEqual(['Name', 'Age']);
    expect(table.rows.map((row) => row.cells)).toEqual([['web', '<unknown>']]);
    expect(server.requests[0]).toMatchObject({ query: { includeObject: 'None', limit: '500' } });
  });
});

describe('logs that are cut from their start', () => {
  test('are asked for again with fewer lines, so that the end is kept', async () => {
    const line = `${'x'.repeat(199)}\n`;
    const kubelet: Fault = (response, { query }) => {
      const tail = Array.from({ length: Number(query.tailLines) }, (_, index, all = Number(query.tailLines)) =>
        index === all - 1 ? 'the end\n' : line,
      ).join('');
      response.end(tail.slice(0, Number(query.limitBytes)));
    };
    const { server, cluster } = await start({ '*': kubelet });
    const log = permit(pods, {
      verb: 'get',
      namespace: 'shop',
      name: 'web',
      subresource: 'log',
      bounds: { lines: 5000, bytes: 20_000 },
    });
    const { text, cut } = textOf(await cluster.send(log));
    expect(text.endsWith('the end\n')).toBe(true);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(15_000);
    expect(cut).toBe(true);
    expect(server.requests).toHaveLength(2);
  });

  test('one endless line: three tries, and its end without the word that was cut', async () => {
    const { server, cluster } = await start({
      '*': (response, { query }) => void response.end('y'.repeat(Number(query.limitBytes))),
    });
    const log = permit(pods, {
      verb: 'get',
      namespace: 'shop',
      name: 'web',
      subresource: 'log',
      bounds: { lines: 100, bytes: 1000 },
    });
    expect(textOf(await cluster.send(log))).toEqual({ text: 'y'.repeat(500), cut: true });
    expect(server.requests.length).toBeLessThanOrEqual(3);
  });
});

describe('what is sent', () => {
  test('one GET with our name, our credential, and nothing the caller did not ask for', async () => {
    const { server, cluster } = await start({ '*': good }, '/k8s/clusters/c-1');
    await cluster.send(permit(pods, { namespace: 'shop', selector: { labels: 'a=b&limit=1', fields: 'x=y' } }));
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      ...{ method: 'GET', path: '/k8s/clusters/c-1/api/v1/namespaces/shop/pods', authorized: true },
      query: { labelSelector: 'a=b&limit=1', fieldSelector: 'x=y', limit: '500' },
    });
    expect(server.requests[0]?.headers['user-agent']).toMatch(/^portcullis\/\d/);
    // This machine is near: compressing costs more than it saves.
    expect(server.requests[0]?.headers).not.toHaveProperty('accept-encoding');
  });

  test('nothing for a hostile name', async () => {
    const { server, cluster } = await start({ '*': good });
    for (const name of hostileNames) {
      await cluster.send(permit(pods, { verb: 'get', namespace: 'shop', name })).catch(() => {});
      await cluster.send(permit(pods, { verb: 'get', namespace: name, name: 'web' })).catch(() => {});
      await cluster.send(permit({ ...pods, resource: name }, { namespace: 'shop' })).catch(() => {});
      await cluster.send(permit({ ...pods, group: name }, { namespace: 'shop' })).catch(() => {});
    }
    expect(server.requests).toEqual([]);
  });

  test('a name that is only unusual stays one segment', async () => {
    const { server, cluster } = await start({ '*': { json: { kind: 'Pod', ...pod('x') } } });
    await cluster.send(permit(pods, { verb: 'get', namespace: 'shop', name: 'system:node;a=b&c@d+é' }));
    expect(server.requests[0]?.path).toBe('/api/v1/namespaces/shop/pods/system%3Anode%3Ba%3Db%26c%40d%2B%C3%A9');
  });

  test('what a server compressed anyway is read', async () => {
    const zipped = gzipSync(JSON.stringify({ kind: 'Pod', ...pod('web') }));
    const { cluster } = await start({
      '*': { headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' }, text: zipped },
    });
    expect(await cluster.send(get)).toMatchObject({ object: { metadata: { name: 'web' } } });
  });

  test('a bomb is not', async () => {
    const zipped = gzipSync(Buffer.alloc(200 * 1024 * 1024, 'x'));
    const { cluster } = await start({ '*': { headers: { 'content-encoding': 'gzip' }, text: zipped } });
    await expect(cluster.send(get)).rejects.toMatchObject({ code: 'CLUSTER_BROKEN' });
  });
});

test('first requests that come together share one pool, and closing leaves no connection', async () => {
  const { createServer: http } = await import('node:http');
  const sockets = new Set<object>();
  const server = http((_, response) => void response.end('{"kind":"APIGroupDiscoveryList","items":[]}'));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push(() => new Promise((done) => server.close(done)));
  const cluster = await connect(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
  await Promise.all([cluster.resolve('pods'), cluster.health(), cluster.health()]);
  expect(sockets.size).toBeGreaterThan(0);
  await cluster.close();
  while (sockets.size > 0) await sleep(5);
  await expect(cluster.send(list)).rejects.toMatchObject({ code: 'CANCELLED' });
});

describe('discovery', () => {
  const group = (name: string, resource: object): object => ({
    metadata: { name },
    versions: [{ version: 'v1', resources: [resource] }],
  });
  const of = (...items: object[]): Fault => ({ json: { kind: 'APIGroupDiscoveryList', items } });
  const widgets = {
    resource: 'widgets',
    responseKind: { kind: 'Widget' },
    scope: 'Namespaced',
    singularResource: 'widget',
    verbs: ['list'],
    shortNames: ['w'],
  };

  test('is asked for once', async () => {
    const { server, cluster } = await start({ 'GET /api': of(), 'GET /apis': of(group('a.example.com', widgets)) });
    await Promise.all([cluster.resolve('widgets'), cluster.resolve('w'), cluster.resolve('Widget')]);
    await cluster.send(permit(apiresources, {}));
    expect(server.lines().sort()).toEqual(['GET /api', 'GET /apis']);
  });

  test('an unknown kind has it asked again, but not each time', async () => {
    const { server, cluster } = await start({ 'GET /api': of(), 'GET /apis': of(group('a.example.com', widgets)) });
    for (let turn = 0; turn < 5; turn++) expect(await cluster.resolve('nope')).toEqual([]);
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });

  test('a name that two groups have is two candidates; the core group goes first', async () => {
    const two = of(group('a.example.com', widgets), group('b.example.com', widgets));
    const { cluster } = await start({ 'GET /api': of(), 'GET /apis': two });
    expect((await cluster.resolve('widgets')).map(({ group: name }) => name)).toEqual([
      'a.example.com',
      'b.example.com',
    ]);
    const core = await start({ 'GET /api': of(group('', widgets)), 'GET /apis': two });
    expect((await core.cluster.resolve('widgets')).map(({ group: name }) => name)).toEqual(['']);
  });

  test('a full name is not hijacked by another group’s short name', async () => {
    const thief = {
      ...widgets,
      resource: 'thieves',
      responseKind: { kind: 'Thief' },
      singularResource: 'thief',
      shortNames: ['widgets', 'widget'],
    };
    const { cluster } = await start({
      'GET /api': of(),
      'GET /apis': of(group('a.evil.example', thief), group('b.example.com', widgets)),
    });
    expect((await cluster.resolve('widgets')).map(({ resource }) => resource)).toEqual(['widgets']);
  });

  test('the old form is read, and one group that is down hides no other', async () => {
    const { cluster } = await start({
      'GET /api': { json: { kind: 'APIVersions', versions: ['v1'] } },
      'GET /api/v1': {
        json: {
          kind: 'APIResourceList',
          resources: [
            { name: 'pods', singularName: 'pod', kind: 'Pod', namespaced: true, verbs: ['list'], shortNames: ['po'] },
            { name: 'pods/log', kind: 'Pod', namespaced: true, verbs: ['get'] },
          ],
        },
      },
      'GET /apis': {
        json: {
          kind: 'APIGroupList',
          groups: [{ name: 'down.example.com', versions: [{ version: 'v1' }], preferredVersion: { version: 'v1' } }],
        },
      },
      'GET /apis/down.example.com/v1': faults.broken,
    });
    expect(await cluster.resolve('po')).toMatchObject([{ resource: 'pods', subresources: ['log'] }]);
  });

  test('what failed is not remembered', async () => {
    const { cluster } = await start({ 'GET /api': [faults.broken, of(group('', widgets))], 'GET /apis': of() });
    await expect(cluster.resolve('widgets')).rejects.toMatchObject({ code: 'CLUSTER_FAILED' });
    expect(await cluster.resolve('widgets')).toHaveLength(1);
  });
});
