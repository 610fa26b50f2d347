// What a client could send instead of its person's answer: nothing of it becomes a consent.
import type { ServerContext } from '@modelcontextprotocol/server';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { serveHttp } from '../../src/mcp/http.ts';
import { type Asked, openQuestions } from '../../src/mcp/question.ts';
import { approvingGate, inAnHour } from './approving.ts';
import { serving, subject } from './gate.ts';

type Result = {
  isError?: boolean;
  resultType?: string;
  requestState?: string;
  content?: { text: string }[];
  inputRequests?: Record<string, { method: string; params: unknown }>;
};
type Reply = { result?: Result; error?: { code: number; message: string; data?: unknown } };

const yes = { approval: { action: 'accept', content: { approve: true } } };
const _meta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': { elicitation: { form: {} } },
};

/** A server, and a client that writes its messages by hand. */
async function serve(gate = approvingGate(), who = subject) {
  const server = await serveHttp({ ...serving, ...gate, subject: who, host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  const call = async (args: unknown, more: object = {}, tool = 'change'): Promise<Reply> => {
    const reply = await fetch(server.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': 'tools/call',
        'mcp-name': tool,
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: tool, arguments: args, _meta, ...more },
      }),
    });
    return (await reply.json()) as Reply;
  };
  const ask = async (args: unknown): Promise<string> => (await call(args)).result?.requestState ?? '';
  return { gate, call, ask };
}

const web = { text: 'web' };
const done = { result: { isError: false, content: [{ text: 'done 1' }] } };
const foreign = {
  error: {
    code: -32602,
    message: expect.stringMatching(/^Invalid or expired requestState: .* Nothing was done\. Make the call again/),
    data: { code: 'CONSENT_INVALID', reason: 'invalid_request_state' },
  },
};

describe('an answer counts', () => {
  test('for the question that was put, and the result that puts it has no other content', async () => {
    const { gate, call } = await serve();
    const { result } = await call(web);
    expect(result).toMatchObject({
      resultType: 'input_required',
      inputRequests: { approval: { method: 'elicitation/create' } },
    });
    expect(Object.keys(result?.inputRequests ?? {})).toEqual(['approval']);
    expect(await call(web, { inputResponses: yes, requestState: result?.requestState })).toMatchObject(done);
    expect(gate.done).toHaveLength(1);
  });

  test('with the arguments in another order', async () => {
    const { call, ask } = await serve();
    const requestState = await ask({ text: 'web', name: { b: [1, 2], a: 'x' } });
    const answered = await call({ name: { a: 'x', b: [1, 2] }, text: 'web' }, { inputResponses: {}, requestState });
    expect(answered.result?.resultType).toBe('input_required');
  });

  test('once, of all that come with it at the same time', async () => {
    const { gate, call, ask } = await serve();
    const requestState = await ask(web);
    const all = await Promise.all(Array.from({ length: 8 }, () => call(web, { inputResponses: yes, requestState })));
    expect(all.filter(({ result }) => result?.isError === false)).toHaveLength(1);
    expect(all.filter(({ error }) => error?.code === -32602)).toHaveLength(7);
    expect(gate.done).toHaveLength(1);
  });

  test('when it comes without the answer, the question is put again', async () => {
    const { gate, call, ask } = await serve();
    const other = { other: { action: 'accept', content: { approve: true } } };
    for (const inputResponses of [undefined, {}, other, { approval: { method: 'x', result: yes.approval } }]) {
      const again = await call(web, { inputResponses, requestState: await ask(web) });
      expect(again.result?.resultType).toBe('input_required');
    }
    expect(gate.consents()).toEqual([]);
  });
});

describe('no consent is', () => {
  test('an answer to a question that nobody put', async () => {
    const { gate, call } = await serve();
    expect(await call(web, { inputResponses: yes })).toMatchObject(foreign);
    expect(await call({}, { inputResponses: yes }, 'echo')).toMatchObject(foreign);
    expect(gate.calls).toEqual([]);
  });

  test('an answer that was used', async () => {
    const { gate, call, ask } = await serve();
    const requestState = await ask(web);
    await call(web, { inputResponses: { approval: { action: 'cancel' } }, requestState });
    expect(await call(web, { inputResponses: yes, requestState })).toMatchObject(foreign);
    expect(gate.consents()).toEqual([]);
  });

  test('an answer to the same question about other arguments, or another tool', async () => {
    const { gate, call, ask } = await serve();
    for (const args of [{ text: 'db' }, { text: 'web', name: 'x' }, {}, { text: ['web'] }])
      expect(await call(args, { inputResponses: yes, requestState: await ask(web) })).toMatchObject(foreign);
    expect(await call(web, { inputResponses: yes, requestState: await ask(web) }, 'echo')).toMatchObject(foreign);
    expect(gate.consents()).toEqual([]);
  });

  test.for<[string, (state: string) => unknown]>([
    ['cut', (state) => state.slice(0, -1)],
    ['made longer', (state) => `${state}A`],
    ['of another version', (state) => state.replace('v1.', 'v2.')],
    ['without its seal', (state) => state.slice(0, state.lastIndexOf('.') + 1)],
    ['with another content under the same seal', (state) => edited(state)],
    ['empty', () => ''],
    ['made up', () => 'v1.e30.AAAA'],
    ['a number', () => 1],
    ['an object', () => ({})],
  ])('state that is %s', async ([, change]) => {
    const { gate, call, ask } = await serve();
    const requestState = change(await ask(web));
    expect(await call(web, { inputResponses: yes, requestState })).toMatchObject({ error: { code: -32602 } });
    expect(gate.consents()).toEqual([]);
  });

  test('state of another server, or of this one before it was started again', async () => {
    const one = await serve();
    const other = await serve();
    const requestState = await one.ask(web);
    expect(await other.call(web, { inputResponses: yes, requestState })).toMatchObject(foreign);
    expect(other.gate.calls).toEqual([]);
  });

  test('state whose time is over, though the approval may still be open', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { gate, call, ask } = await serve(approvingGate({ expiresAt: inAnHour() + 24 * 3600 }));
    const requestState = await ask(web);
    vi.setSystemTime(Date.now() + 3_599_000);
    expect((await call(web, { inputResponses: {}, requestState })).result?.resultType).toBe('input_required');
    const later = await ask(web);
    vi.setSystemTime(Date.now() + 3_602_000);
    expect(await call(web, { inputResponses: yes, requestState: later })).toMatchObject(foreign);
    expect(gate.consents()).toEqual([]);
  });
});

test('an answer of one subject is not the answer of another', async () => {
  const { put, read } = openQuestions();
  const asked: Asked = { tool: 'change', arguments: web, subject: 'alice' };
  const waiting = { id: 'a-1', methods: ['elicitation'], question: '?', expiresAt: inAnHour() };
  const retry = async () => {
    const { requestState } = await put(waiting, asked);
    return { mcpReq: { inputResponses: yes, requestState: () => requestState } } as unknown as ServerContext;
  };
  await expect(read(await retry(), { ...asked, subject: 'mallory' })).rejects.toMatchObject(foreign.error);
  const answer = { verdict: 'approve', note: '' };
  expect(await read(await retry(), asked)).toEqual({ approval: 'a-1', answer });
});

/** The same seal around a state that names another approval. */
function edited(state: string): string {
  const [version, body = '', seal] = state.split('.');
  const content = Buffer.from(body, 'base64url').toString().replace('"approval":"', '"approval":"x');
  return [version, Buffer.from(content).toString('base64url'), seal].join('.');
}
