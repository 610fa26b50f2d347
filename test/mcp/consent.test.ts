// A person at the client is asked by a form, in both eras, and what they say counts for the call they were asked about.
import { Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OldHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport as OldTransport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DECISION_META } from '../../src/mcp/call.ts';
import { serveHttp } from '../../src/mcp/http.ts';
import { approvingGate } from './approving.ts';
import { serving } from './gate.ts';
import { pipes } from './pipes.ts';

type Given = { action: 'accept' | 'decline' | 'cancel'; content?: Record<string, string | boolean> };
type Shown = { message: string; requestedSchema?: unknown };
type Person = ((shown: Shown, signal?: AbortSignal) => Given | Promise<Given>) | undefined;
type Called = { content?: unknown; isError?: boolean | undefined; _meta?: Record<string, unknown> | undefined };
type Options = { signal?: AbortSignal; onprogress?: (progress: { message?: string | undefined }) => void };
type Call = (args: Record<string, unknown>, options?: Options) => Promise<Called>;
type Gate = ReturnType<typeof approvingGate>;

const info = { name: 'test-client', version: '1' };
const textOf = (called: Called): string => (called.content as { text: string }[])[0]!.text;
const metaOf = (called: Called): unknown => called._meta?.[DECISION_META];

async function http(gate: Gate): Promise<URL> {
  const server = await serveHttp({ ...serving, ...gate, host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return new URL(server.url);
}

async function current(transport: Transport, era: 'modern' | 'legacy', person: Person): Promise<Call> {
  const client = new Client(info, {
    capabilities: person ? { elicitation: { form: {} } } : {},
    versionNegotiation: { mode: era === 'modern' ? { pin: '2026-07-28' } : 'legacy' },
  });
  if (person)
    client.setRequestHandler('elicitation/create', async ({ params }, ctx) => person(params, ctx.mcpReq.signal));
  await client.connect(transport);
  onTestFinished(() => client.close());
  return (args, options) => client.callTool({ name: 'change', arguments: args }, options);
}

async function older(transport: OldTransport, person: Person): Promise<Call> {
  const client = new OldClient(info, { capabilities: person ? { elicitation: {} } : {} });
  if (person) client.setRequestHandler(ElicitRequestSchema, async ({ params }) => person(params));
  await client.connect(transport);
  onTestFinished(() => client.close());
  return (args, options) => client.callTool({ name: 'change', arguments: args }, undefined, options);
}

const stdio = (gate: Gate) => pipes({ ...serving, ...gate }).transport;
const peers: [string, (gate: Gate, person: Person) => Promise<Call>][] = [
  ['client 2.4, 2026-07-28, stdio', (gate, person) => current(stdio(gate), 'modern', person)],
  ['client 2.4, 2025-11-25, stdio', (gate, person) => current(stdio(gate), 'legacy', person)],
  ['sdk 1.32, stdio', (gate, person) => older(stdio(gate) as OldTransport, person)],
  [
    'client 2.4, 2026-07-28, HTTP',
    async (gate, person) => current(new StreamableHTTPClientTransport(await http(gate)), 'modern', person),
  ],
];
/** Over HTTP a client of the older era keeps no session, so nothing can be asked of it. */
const unasked: typeof peers = [
  [
    'client 2.4, 2025-11-25, HTTP',
    async (gate, person) => current(new StreamableHTTPClientTransport(await http(gate)), 'legacy', person),
  ],
  ['sdk 1.32, HTTP', async (gate, person) => older(new OldHttp(await http(gate)) as OldTransport, person)],
];

const yes: Given = { action: 'accept', content: { approve: true } };
const no: Given = { action: 'accept', content: { approve: false } };
const never = (): never => {
  throw new Error('nobody should have been asked');
};

describe.for(peers)('%s', ([, connect]) => {
  test('a yes is the consent of that call, and it is done', async () => {
    const gate = approvingGate();
    const shown: Shown[] = [];
    const call = await connect(gate, (form) => {
      shown.push(form);
      return { action: 'accept', content: { approve: true, note: 'go\u202e\nahead' } };
    });
    const called = await call({ text: 'web' });
    expect([textOf(called), called.isError]).toEqual(['done 1', false]);
    expect(gate.consents()).toEqual([
      { approval: 'tester {"text":"web"}', verdict: 'approve', note: 'go\ufffd ahead' },
    ]);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({
      message: 'Set {"text":"web"}?\nspec.replicas: 3 → 5',
      requestedSchema: { properties: { approve: { type: 'boolean', default: false } }, required: ['approve'] },
    });
  });

  test('a no in the form refuses', async () => {
    const gate = approvingGate();
    const call = await connect(gate, () => no);
    const called = await call({ text: 'web' });
    expect([called.isError, metaOf(called)]).toMatchObject([true, { outcome: 'deny', code: 'REFUSED' }]);
    expect(gate.consents()).toMatchObject([{ verdict: 'refuse' }]);
    expect(gate.done).toEqual([]);
  });

  test.for<[string, Given]>([
    ['a form that is closed', { action: 'cancel' }],
    ['a form that is declined, which some clients do by themselves', { action: 'decline' }],
    ['a form without an answer', { action: 'accept', content: {} }],
    ['a yes that is none', { action: 'accept', content: { approve: 'true' } }],
  ])('%s leaves it waiting, and the call may be made again', async ([, given]) => {
    const gate = approvingGate();
    const givens = [given, yes];
    const call = await connect(gate, () => givens.shift() ?? never());
    const called = await call({ text: 'web' });
    expect([textOf(called), called.isError]).toEqual(['APPROVAL_NEEDED: a person must approve this.', true]);
    expect(metaOf(called)).toMatchObject({ outcome: 'approve', approval: 'tester {"text":"web"}' });
    expect(gate.consents()).toEqual([]);
    expect(textOf(await call({ text: 'web' }))).toBe('done 1');
  });

  test('two calls at once are two questions, and each answer stays with its own', async () => {
    const gate = approvingGate();
    const both = Promise.withResolvers<void>();
    let asked = 0;
    const call = await connect(gate, async ({ message }) => {
      asked += 1;
      if (asked === 2) both.resolve();
      await both.promise;
      return message.includes('web') ? yes : no;
    });
    const [web, db] = await Promise.all([call({ text: 'web' }), call({ text: 'db' })]);
    expect([textOf(web), textOf(db)]).toEqual(['done 1', 'REFUSED: a person refused this.']);
    expect(gate.done).toEqual(['tester {"text":"web"}']);
  });

  test('a client that shows no forms gets the result that waits', async () => {
    const gate = approvingGate();
    const called = await (await connect(gate, undefined))({ text: 'web' });
    expect([textOf(called), called.isError]).toEqual(['APPROVAL_NEEDED: a person must approve this.', true]);
    expect(metaOf(called)).toMatchObject({ outcome: 'approve', approval: 'tester {"text":"web"}' });
    expect(gate.calls).toHaveLength(1);
  });

  test.for<[string, Parameters<typeof approvingGate>[0]]>([
    ['the policy does not list the form', { methods: ['cli', 'page'] }],
    ['the time is over', { expiresAt: 1 }],
  ])('nobody is asked when %s', async ([, over]) => {
    const gate = approvingGate(over);
    expect(metaOf(await (await connect(gate, never))({ text: 'web' }))).toMatchObject({ outcome: 'approve' });
    expect(gate.calls).toHaveLength(1);
  });

  test('nobody is asked what is too long to be shown whole, and the result says so', async () => {
    const gate = approvingGate({ question: 'x'.repeat(3501) });
    const called = await (await connect(gate, never))({ text: 'web' });
    expect(textOf(called)).toMatch(/^APPROVAL_NEEDED: .*\nIt is too much to be shown in a form/);
    expect(gate.calls).toHaveLength(1);
  });

  test('what could reorder or hide a part of the question is shown as what it is', async () => {
    let shown = '';
    const call = await connect(approvingGate({ question: 'a\u202eb\u0007c\u200bd\r\ne\u2028f' }), ({ message }) => {
      shown = message;
      return { action: 'cancel' };
    });
    await call({});
    expect(shown).toBe('a\ufffdb\ufffdc\ufffdd\ne\ufffdf');
  });
});

describe.for(unasked)('%s', ([, connect]) => {
  test('cannot be asked, so the result waits', async () => {
    const gate = approvingGate();
    const called = await (await connect(gate, never))({ text: 'web' });
    expect([called.isError, metaOf(called)]).toMatchObject([true, { outcome: 'approve', code: 'APPROVAL_NEEDED' }]);
    expect(gate.consents()).toEqual([]);
  });
});

describe('a form that stays open', () => {
  test('waits no longer than the approval is open, and says meanwhile that it waits', async () => {
    const gate = approvingGate({ expiresAt: Math.floor(Date.now() / 1000) + 1 });
    const said: unknown[] = [];
    const call = await current(stdio(gate), 'legacy', () => new Promise(() => {}));
    const called = await call({ text: 'web' }, { onprogress: ({ message }) => said.push(message) });
    expect(metaOf(called)).toMatchObject({ outcome: 'approve' });
    expect(said).toEqual(['Waiting for your answer']);
  });

  test('is closed when the call is cancelled', async () => {
    const gate = approvingGate();
    const asked = Promise.withResolvers<AbortSignal | undefined>();
    const call = await current(stdio(gate), 'legacy', (_, signal) => {
      asked.resolve(signal);
      return new Promise(() => {});
    });
    const controller = new AbortController();
    const cancelled = expect(call({ text: 'web' }, { signal: controller.signal })).rejects.toThrow();
    const form = await asked.promise;
    controller.abort();
    await cancelled;
    await expect.poll(() => form?.aborted).toBe(true);
    expect(gate.consents()).toEqual([]);
  });

  test('is answered however many calls are under way', async () => {
    const gate = approvingGate();
    const { transport } = pipes({ ...serving, ...gate, limits: { pending: 2 } });
    const all = Promise.withResolvers<void>();
    let asked = 0;
    const call = await current(transport, 'legacy', async () => {
      asked += 1;
      if (asked === 5) all.resolve();
      await all.promise;
      return yes;
    });
    const called = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => call({ text })));
    expect(called.map(textOf).toSorted()).toEqual(['done 1', 'done 2', 'done 3', 'done 4', 'done 5']);
  });
});
