// The HTTP door with raw sockets: who may come in, how much may come in, and how it closes.
import { once } from 'node:events';
import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type HttpOptions, type HttpServer, serveHttp } from '../../src/mcp/http.ts';
import { fakeGate, result, serving } from './gate.ts';

let open: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(open.map((server) => server.close()));
  open = [];
});

async function serve(options: Partial<HttpOptions> = {}) {
  const served = fakeGate();
  const server = await serveHttp({ ...serving, ...served, host: '127.0.0.1', port: 0, ...options });
  open.push(server);
  return { ...served, server, port: Number(new URL(server.url).port) };
}

type Reply = { status: number; headers: Record<string, unknown>; body: string; json: () => Record<string, unknown> };

function send(
  port: number,
  {
    method = 'POST',
    path = '/mcp',
    headers = {},
    body = '' as string | Uint8Array,
    signal = undefined as AbortSignal | undefined,
  },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, method, path, headers, ...(signal ? { signal } : {}) }, (res) => {
      let text = '';
      res.setEncoding('utf8');
      res.on('data', (chunk) => {
        text += chunk;
      });
      res.on('end', () =>
        resolve({ status: res.statusCode!, headers: res.headers, body: text, json: () => JSON.parse(text) }),
      );
      res.on('error', reject);
    });
    req.on('error', reject);
    req.end(body);
  });
}

/** What comes back for these bytes, until the server hangs up. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
    socket.write(bytes);
  });
}

const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const legacyCall = (name = 'echo', args: unknown = {}, id: unknown = 1): string =>
  JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } });

const revision = '2026-07-28';
const envelope = {
  'io.modelcontextprotocol/protocolVersion': revision,
  'io.modelcontextprotocol/clientCapabilities': {},
};
const modernHeaders = (method: string, name?: string) => ({
  ...json,
  'mcp-protocol-version': revision,
  'mcp-method': method,
  ...(name === undefined ? {} : { 'mcp-name': name }),
});
const modernCall = (name: string): string =>
  JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name, arguments: {}, _meta: envelope },
  });
const callModern = (port: number, name: string, signal?: AbortSignal) =>
  send(port, { headers: modernHeaders('tools/call', name), body: modernCall(name), ...(signal ? { signal } : {}) });

describe('where it listens', () => {
  test.for([
    '0.0.0.0',
    '::',
    '',
    '*',
    '10.0.0.5',
    '192.168.1.1',
    '::ffff:10.0.0.5',
    'example.com',
    '127.0.0.1.example.com',
    '128.0.0.1',
  ])('refuses %s and says why and what to do', async (host) => {
    await expect(serve({ host })).rejects.toThrow(/cannot yet tell callers apart.*--http 127\.0\.0\.1:8642.*tunnel/);
  });

  test.for(['127.0.0.1', 'localhost', '::1', '[::1]', '127.0.0.2'])('listens on %s', async (host) => {
    const { server } = await serve({ host });
    expect((await fetch(server.url.replace('/mcp', '/healthz'))).status).toBe(200);
  });

  test('a taken port is an error that names the flag', async () => {
    const { port } = await serve();
    await expect(serve({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
    await expect(serve({ port })).rejects.toThrow('--http 127.0.0.1:PORT');
  });

  test('a port taken by another program is no different', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(serve({ port })).rejects.toThrow('is taken');
    other.close();
  });
});

describe('who may come in', () => {
  test.for<[string, Record<string, string>, number]>([
    ['no Origin', {}, 200],
    ['an Origin on this machine', { origin: 'http://localhost:3000' }, 200],
    ['an Origin elsewhere with a legal Host', { origin: 'http://evil.example' }, 403],
    ['an Origin of null', { origin: 'null' }, 403],
    ['an Origin that only starts like ours', { origin: 'http://127.0.0.1.evil.example' }, 403],
    ['an Origin with our name as its user', { origin: 'http://localhost@evil.example' }, 403],
    ['an Origin that cannot be read', { origin: '//' }, 403],
    ['a file as Origin', { origin: 'file://' }, 403],
    ['a foreign Host', { host: 'evil.example' }, 403],
    ['a foreign Host that ends like ours', { host: 'evil-localhost' }, 403],
    ['a Host with our name as its user', { host: 'localhost@evil.example' }, 403],
    ['a Host by name', { host: 'localhost:1' }, 200],
  ])('%s', async ([, headers, status]) => {
    const { port, calls } = await serve();
    const reply = await send(port, { headers: { ...json, ...headers }, body: legacyCall() });
    expect(reply.status).toBe(status);
    expect(calls).toHaveLength(status === 200 ? 1 : 0);
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect((await send(port, { method: 'GET', path, headers })).status).toBe(status);
  });

  test('two Hosts, or none, are not HTTP', async () => {
    const { port } = await serve();
    expect(await raw(port, 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw(port, 'GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403/);
  });
});

describe('what may come in', () => {
  test.for<[string, { method?: string; path?: string; headers?: object; body?: string | Uint8Array }, number]>([
    ['another path', { path: '/' }, 404],
    ['a path above', { path: '/mcp/../mcp' }, 404],
    ['a path without a slash', { path: 'constructor' }, 400],
    ['a whole URL as path', { path: 'http://evil.example/mcp' }, 404],
    ['GET', { method: 'GET', body: '' }, 405],
    ['DELETE', { method: 'DELETE', body: '' }, 405],
    ['OPTIONS', { method: 'OPTIONS', body: '' }, 405],
    ['a health check by POST', { path: '/healthz' }, 405],
    ['a form', { headers: { ...json, 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['plain text, which browsers send without asking', { headers: { ...json, 'content-type': 'text/plain' } }, 415],
    ['text that mentions JSON', { headers: { ...json, 'content-type': 'text/plain; application/json' } }, 415],
    ['JSON with a charset', { headers: { ...json, 'content-type': 'Application/JSON; charset=utf-8' } }, 200],
    ['no body', { body: '' }, 400],
    ['half a message', { body: '{"jsonrpc":' }, 400],
    ['NaN', { body: '{"jsonrpc":"2.0","id":NaN,"method":"ping"}' }, 400],
    ['not UTF-8', { body: Buffer.from([0x22, 0xff, 0x22]) }, 400],
    ['two messages', { body: legacyCall() + legacyCall() }, 400],
    ['a batch', { body: `[${legacyCall()},${legacyCall()}]` }, 400],
    ['depth', { body: '['.repeat(100_000) }, 400],
    ['__proto__', { body: legacyCall().replace('{}', '{"__proto__":{"isAdmin":true}}') }, 400],
    ['gzip', { headers: { ...json, 'content-encoding': 'gzip' }, body: Buffer.from('1f8b0800', 'hex') }, 400],
    ['a byte order mark', { body: `\ufeff${legacyCall()}` }, 200],
    ['exactly 1 MiB', { body: legacyCall().padEnd(1024 * 1024) }, 200],
    ['1 MiB and a byte', { body: legacyCall().padEnd(1024 * 1024 + 1) }, 413],
    [
      '1 MiB and a byte in chunks',
      { headers: { ...json, 'transfer-encoding': 'chunked' }, body: 'x'.repeat(1024 * 1024 + 1) },
      413,
    ],
    ['8 MiB', { body: 'x'.repeat(8 * 1024 * 1024) }, 413],
    ['a client that accepts no answer we have', { headers: { ...json, accept: 'text/html' } }, 406],
    ['a revision nobody knows', { headers: { ...json, 'mcp-protocol-version': '1999-01-01' } }, 400],
  ])('%s', async ([, wanted, status]) => {
    const { port, calls } = await serve();
    const reply = await send(port, { headers: json, body: legacyCall(), ...wanted } as Parameters<typeof send>[1]);
    expect(reply.status).toBe(status);
    expect(calls).toHaveLength(status === 200 ? 1 : 0);
    expect(reply.body).not.toMatch(/\n +at |node_modules/);
    const next = await send(port, { headers: json, body: legacyCall() });
    expect(next.status).toBe(200);
  });

  test('headers that are too large, or not HTTP', async () => {
    const { port } = await serve();
    const head = 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n';
    expect(await raw(port, `${head}X: ${'x'.repeat(32 * 1024)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
    expect(await raw(port, 'SSH-2.0-OpenSSH\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw(port, `${head}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400/,
    );
    expect((await send(port, { method: 'GET', path: '/healthz' })).status).toBe(200);
  });

  test('a sender that never finishes is cut off', async () => {
    const { port } = await serve({ limits: { headersMs: 50, requestMs: 50 } });
    expect(await raw(port, 'POST /mcp HTTP/1.1\r\nHost: localhost\r\n')).toMatch(/^HTTP\/1\.1 408/);
    const head =
      'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
    expect(await raw(port, head)).toMatch(/^(HTTP\/1\.1 408|$)/);
  });

  test('headers of the modern era must say what the body says', async () => {
    const { port, calls } = await serve();
    const body = modernCall('echo');
    for (const headers of [modernHeaders('tools/list', 'echo'), modernHeaders('tools/call', 'whoami')]) {
      const reply = await send(port, { headers, body });
      expect([reply.status, (reply.json().error as { code: number }).code]).toEqual([400, -32020]);
    }
    expect(calls).toHaveLength(0);
    expect((await callModern(port, 'echo')).status).toBe(200);
  });
});

describe('how much may run', () => {
  test('one call too many is told to come back, with its id', async () => {
    const { port, calls } = await serve({ limits: { calls: 2 } });
    const controller = new AbortController();
    const held = [callModern(port, 'wait', controller.signal), callModern(port, 'wait', controller.signal)];
    await expect.poll(() => calls.length).toBe(2);
    const reply = await send(port, { headers: json, body: legacyCall('echo', {}, 'third') });
    expect([reply.status, reply.headers['retry-after']]).toEqual([503, '1']);
    expect(reply.json()).toMatchObject({ id: 'third', error: { code: -32000 } });
    expect((await send(port, { method: 'GET', path: '/healthz' })).status).toBe(200);
    controller.abort();
    await Promise.allSettled(held);
    await expect.poll(async () => (await callModern(port, 'echo')).status).toBe(200);
  });

  test.for([
    ['of the modern era', (port: number, signal: AbortSignal) => callModern(port, 'wait', signal)],
    [
      'of the older era',
      (port: number, signal: AbortSignal) => send(port, { headers: json, body: legacyCall('wait'), signal }),
    ],
  ] as const)('a client %s that hangs up cancels its call', async ([, begin]) => {
    const { port, calls, cancelled } = await serve();
    const controller = new AbortController();
    const call = begin(port, controller.signal);
    await expect.poll(() => calls.length).toBe(1);
    controller.abort();
    await expect(call).rejects.toThrow();
    await expect.poll(() => cancelled).toEqual(['wait']);
  });

  test('a call that is answered is not cancelled afterwards', async () => {
    const { port, cancelled } = await serve();
    for (const name of ['echo', 'refused', 'crash']) await callModern(port, name);
    await send(port, { headers: json, body: legacyCall() });
    expect(cancelled).toEqual([]);
  });
});

describe('how it says how it is', () => {
  test('alive, ready, and in numbers', async () => {
    const checks = { policy: () => ({ ok: true, message: 'r1' }), cluster: async () => ({ ok: true, message: '' }) };
    const { port } = await serve({ checks, metrics: () => 'portcullis_up 1\n' });
    const get = (path: string) => send(port, { method: 'GET', path });
    expect((await get('/healthz')).body).toBe('ok\n');
    expect((await get('/metrics')).body).toBe('portcullis_up 1\n');
    const ready = await get('/readyz');
    expect([ready.status, ready.json()]).toEqual([
      200,
      { ok: true, checks: { policy: { ok: true, message: 'r1' }, cluster: { ok: true, message: '' } } },
    ]);
  });

  test('one check that fails or throws is enough to be not ready, and its cause stays here', async () => {
    const seen: unknown[] = [];
    const { port } = await serve({
      checks: {
        log: () => ({ ok: false, message: 'The decision log cannot be written.' }),
        cluster: () => Promise.reject(new Error('10.0.0.1 token=hunter2')),
      },
      onError: (error) => seen.push(error),
    });
    const reply = await send(port, { method: 'GET', path: '/readyz' });
    expect(reply.status).toBe(503);
    expect(reply.json()).toMatchObject({ ok: false, checks: { log: { ok: false }, cluster: { ok: false } } });
    expect(reply.body).not.toContain('hunter2');
    expect(seen).toHaveLength(1);
  });
});

describe('how it closes', () => {
  test('calls under way are answered, new ones are not let in, and then nothing listens', async () => {
    const { promise: gone, resolve: go } = Promise.withResolvers<void>();
    const served = fakeGate({ slow: () => gone.then(() => result('allow', 'late but whole')) });
    const controller = new AbortController();
    const { port, server } = await serve({ ...served, signal: controller.signal });
    const call = callModern(port, 'slow');
    await expect.poll(() => served.calls.length).toBe(1);
    controller.abort();
    await expect(fetch(server.url)).rejects.toThrow();
    go();
    expect((await call).body).toContain('late but whole');
    await server.close();
    expect(served.listeners.size).toBe(0);
  });

  test('a call that does not end is cancelled at the deadline, and a subscription at once', async () => {
    const { port, server, calls, cancelled, listeners } = await serve({ limits: { drainMs: 20 } });
    expect(listeners.size).toBe(1);
    const held = callModern(port, 'wait').catch(() => 'cut');
    const listen = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'subscriptions/listen',
      params: { notifications: { toolsListChanged: true }, _meta: envelope },
    });
    const stream = send(port, { headers: modernHeaders('subscriptions/listen'), body: listen }).catch(() => 'cut');
    await expect.poll(() => calls.length).toBe(1);
    await server.close();
    await Promise.all([held, stream]);
    await expect.poll(() => cancelled).toEqual(['wait']);
    expect(listeners.size).toBe(0);
  });

  test('closing twice is closing once', async () => {
    const { server } = await serve();
    await Promise.all([server.close(), server.close()]);
  });
});
