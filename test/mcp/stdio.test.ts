// Standard input as hostile as it can be, to a real process: an error or a clean end, and the next call is answered.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveStdio } from '../../src/mcp/stdio.ts';
import { fakeGate, serving } from './gate.ts';

type Message = { id?: unknown; method?: string; result?: unknown; error?: { code: number; message: string } };

const entry = fileURLToPath(new URL('./stdio-entry.ts', import.meta.url));

/** A process, and its answers in order. */
function start() {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [entry]);
  const waiting: ((message: Message) => void)[] = [];
  const seen: Message[] = [];
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  child.stdin.on('error', () => {});
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Anything on stdout that is not JSON-RPC fails here.
    const message = JSON.parse(line) as Message;
    expect(message).toMatchObject({ jsonrpc: '2.0' });
    const next = waiting.shift();
    if (next) next(message);
    else seen.push(message);
  });
  const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  return {
    child,
    exit,
    stderr: () => stderr,
    write: (bytes: string | Uint8Array) => child.stdin.write(bytes),
    read: (): Promise<Message> => {
      const known = seen.shift();
      return known ? Promise.resolve(known) : new Promise((resolve) => waiting.push(resolve));
    },
    seen,
  };
}

const line = (message: object): string => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`;
const call = (id: unknown, name = 'echo', args: unknown = {}): string =>
  line({ id, method: 'tools/call', params: { name, arguments: args } });
const hello = line({
  id: 'hello',
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
});

describe('one process lives through all of it', { timeout: 5000 }, () => {
  let server: ReturnType<typeof start>;
  let id = 0;
  beforeAll(async () => {
    server = start();
    server.write(hello);
    await server.read();
    server.write(line({ method: 'notifications/initialized' }));
  });
  afterAll(async () => {
    server.child.stdin.end();
    expect(await server.exit).toEqual([0, null]);
  });

  const deep = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);

  test.for<[string, string | Uint8Array | (() => string), number]>([
    ['half a line, then its end', '{"jsonrpc":\n', -32700],
    ['text', 'GET / HTTP/1.1\n', -32700],
    ['NaN', '{"jsonrpc":"2.0","id":NaN,"method":"ping"}\n', -32700],
    ['Infinity', '{"jsonrpc":"2.0","id":Infinity,"method":"ping"}\n', -32700],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d, 0x0a]), -32700],
    ['UTF-16', Buffer.concat([Buffer.from('\ufeff{"id":1}', 'utf16le'), Buffer.from('\n')]), -32700],
    ['zero bytes', Buffer.concat([Buffer.alloc(64), Buffer.from('\n')]), -32700],
    ['a batch', `[${call(1).trim()},${call(2).trim()}]\n`, -32600],
    ['an empty array', '[]\n', -32600],
    ['null', 'null\n', -32600],
    ['a string', '"ping"\n', -32600],
    ['an object that is no message', '{}\n', -32600],
    ['another version', '{"jsonrpc":"1.0","id":1,"method":"ping"}\n', -32600],
    ['an id of null', '{"jsonrpc":"2.0","id":null,"method":"ping"}\n', -32600],
    ['an id that is an object', '{"jsonrpc":"2.0","id":{},"method":"ping"}\n', -32600],
    ['a method that is a number', '{"jsonrpc":"2.0","id":1,"method":7}\n', -32600],
    ['parameters that are an array', '{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}\n', -32600],
    ['a hundred thousand arrays', () => `${deep('[', ']', 100_000)}\n`, -32600],
    ['a hundred thousand objects', () => `${deep('{"a":', '}', 100_000).replace(':}', ':1}')}\n`, -32600],
    ['arguments too deep', `${call(1).replace('{}', deep('{"a":', '}', 200).replace(':}', ':1}'))}`, -32600],
    ['the key __proto__', call(1).replace('{}', '{"__proto__":{"isAdmin":true}}'), -32600],
    ['the key __proto__, escaped', call(1).replace('{}', '{"\\u005f_proto__":{"isAdmin":true}}'), -32600],
    ['a line of 24 MB', () => `${'a'.repeat(24 * 1024 * 1024)}\n`, -32600],
    ['a string of 24 MB', () => call(1).replace('{}', `{"text":"${'x'.repeat(24 * 1024 * 1024)}"}`), -32600],
    ['an unknown method', '{"jsonrpc":"2.0","id":1,"method":"rpc.evil"}\n', -32601],
    ['a method named like a key of every object', '{"jsonrpc":"2.0","id":1,"method":"constructor"}\n', -32601],
    ['a tool whose name is an object', '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":{}}}\n', -32602],
    ['no parameters', '{"jsonrpc":"2.0","id":1,"method":"tools/call"}\n', -32602],
    ['arguments that are an array', call(1).replace('{}', '[1]'), -32602],
    ['a cursor that was never given', line({ id: 1, method: 'tools/list', params: { cursor: 'x' } }), -32602],
  ])('%s', async ([, bytes, code]) => {
    server.write(typeof bytes === 'function' ? bytes() : bytes);
    const refused = await server.read();
    expect(refused.error?.code).toBe(code);
    expect(JSON.stringify(refused)).not.toMatch(/\\n +at |node_modules|\.m?[jt]s\b/);
    id += 1;
    server.write(call(id));
    expect(await server.read()).toMatchObject({ id, result: { isError: false } });
  });

  test.for<[string, string | Uint8Array]>([
    ['an answer nobody asked for', '{"jsonrpc":"2.0","id":99,"result":{}}\n'],
    ['an error nobody asked for', '{"jsonrpc":"2.0","id":99,"error":{"code":1,"message":"x"}}\n'],
    ['a notification nobody knows', '{"jsonrpc":"2.0","method":"notifications/evil"}\n'],
    ['a cancellation of nothing', line({ method: 'notifications/cancelled', params: { requestId: 4711 } })],
    ['empty lines', '\n\r\n  \n\n'],
  ])('%s is passed over', async ([, bytes]) => {
    server.write(bytes);
    id += 1;
    server.write(call(id));
    expect(await server.read()).toMatchObject({ id });
  });

  test('a byte order mark and a carriage return are allowed', async () => {
    server.write(`\ufeff${call('bom').trim()}\r\n`);
    expect(await server.read()).toMatchObject({ id: 'bom', result: { isError: false } });
  });

  test('two messages in one chunk, and one message in many', async () => {
    server.write(call('a') + call('b'));
    expect([(await server.read()).id, (await server.read()).id].toSorted()).toEqual(['a', 'b']);
    const bytes = Buffer.from(call('split', 'echo', { text: 'Grüße 🦆' }));
    for (const byte of bytes) server.write(Uint8Array.of(byte));
    const answer = await server.read();
    expect(answer).toMatchObject({ id: 'split' });
    expect(JSON.stringify(answer)).toContain('Grüße 🦆');
  });

  test('more calls at once than are let in are all answered', async () => {
    const wanted = Array.from({ length: 500 }, (_, index) => `many-${index}`);
    server.write(wanted.map((name) => call(name)).join(''));
    const answers: unknown[] = [];
    for (const _ of wanted) answers.push((await server.read()).id);
    expect(answers.toSorted()).toEqual(wanted.toSorted());
  });
});

describe('the end', () => {
  test.for<[string, (server: ReturnType<typeof start>) => void]>([
    ['an empty input', (server) => server.child.stdin.end()],
    ['half a line', (server) => server.child.stdin.end('{"jsonrpc":"2.0",')],
    ['the end of input after a message', (server) => server.child.stdin.end(hello)],
    ['a reader that is gone', (server) => server.child.stdout.destroy()],
  ])('%s: exit 0, without a trace', async ([, act]) => {
    const server = start();
    act(server);
    // A closed pipe is noticed when something is written to it.
    server.child.stdin.write(hello + call(1) + call(2), () => {});
    expect(await server.exit).toEqual([0, null]);
    expect(server.stderr()).not.toMatch(/ at .*:\d+/);
  });

  test('calls that were sent before the end of input are answered', async () => {
    const server = start();
    server.child.stdin.end(hello + call('last'));
    expect(await server.read()).toMatchObject({ id: 'hello' });
    expect(await server.read()).toMatchObject({ id: 'last', result: { isError: false } });
    expect(await server.exit).toEqual([0, null]);
  });

  test('a call that does not end is cancelled when the client is gone', async () => {
    const input = new PassThrough();
    const served = fakeGate();
    const server = serveStdio({ ...serving, ...served, input, output: new PassThrough(), limits: { drainMs: 1 } });
    input.end(hello + call('long', 'wait'));
    await server.closed;
    await expect.poll(() => served.cancelled).toEqual(['wait']);
    expect(served.listeners.size).toBe(0);
  });

  test('close ends it from our side', async () => {
    const server = serveStdio({ ...serving, ...fakeGate(), input: new PassThrough(), output: new PassThrough() });
    await server.close();
    await server.closed;
  });
});

test('without a policy it comes up, and the lists say what to do', async () => {
  const { gate, onPolicyChange } = fakeGate();
  const input = new PassThrough();
  const output = new PassThrough();
  const { Fault } = await import('../../src/gate/fault.ts');
  const catalog = () => Promise.reject(new Fault('POLICY_MISSING'));
  const server = serveStdio({ ...serving, gate: { ...gate, catalog }, onPolicyChange, input, output });
  const answers = createInterface({ input: output })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await answers.next()).value as string) as Message;
  input.write(hello);
  expect(await next()).toMatchObject({ result: { serverInfo: { name: 'portcullis' } } });
  input.write(line({ id: 1, method: 'tools/list' }));
  expect((await next()).error).toMatchObject({ code: -32603, data: { code: 'POLICY_MISSING' } });
  await server.close();
});
