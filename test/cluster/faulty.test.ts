// That the failing API server fails as it is told to, so that a client's test may rely on it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faults, startFaulty } from './faulty.ts';
import type { Recorder } from './recorder.ts';

let server: Recorder;
beforeAll(async () => {
  const { tooMany, broken, gone, hang, stall, close, cut, garbage, huge } = faults;
  const text = { json: { kind: 'PodList', items: [] } };
  server = await startFaulty({
    'GET /api/v1/pods': [tooMany(1), broken, text],
    'GET /gone': gone,
    'GET /hang': hang,
    'GET /stall': stall,
    'GET /close': close,
    'GET /cut': cut,
    'GET /garbage': garbage,
    'GET /huge': huge(3_000_000),
    'POST /echo': (response, record) => void response.end(record.body),
  });
});
afterAll(() => server.stop());

const get = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

it('answers a list of faults in turn, and its last one from then on', async () => {
  const answers = [await get('/api/v1/pods'), await get('/api/v1/pods'), await get('/api/v1/pods?limit=1')];
  expect(answers.map(({ status }) => status)).toEqual([429, 500, 200]);
  expect(answers[0]?.headers.get('retry-after')).toBe('1');
  expect(await answers[0]?.json()).toMatchObject({ kind: 'Status', reason: 'TooManyRequests', code: 429 });
  expect((await get('/api/v1/pods')).status).toBe(200);
});

it.each([
  ['410 Gone for a continue token that is too old', '/gone', 410],
  ['404 for what no route names', '/nowhere', 404],
  ['200 and something that is no JSON', '/garbage', 200],
])('answers %s', async (_, path, status) => {
  expect((await get(path)).status).toBe(status);
});

it.each(['/hang', '/stall'])('leaves a client waiting at %s until that gives up, and knows it', async (path) => {
  const read = get(path, { signal: AbortSignal.timeout(200) }).then((answer) => answer.text());
  await expect(read).rejects.toThrow();
  await expect.poll(() => server.requests.at(-1)).toMatchObject({ path, aborted: true });
});

it.each(['/close', '/cut'])('breaks the connection off at %s', async (path) => {
  await expect(get(path).then((answer) => answer.text())).rejects.toThrow();
});

it('sends as much as it is told to', async () => {
  expect(((await (await get('/huge')).json()) as { text: string }).text).toHaveLength(3_000_000);
});

it('records paths as they were sent, and no credential', async () => {
  server.clear();
  await get('/a%2F..%2fb?x=1', { headers: { authorization: 'Bearer secret', 'x-other': 'kept' } });
  expect(server.requests).toMatchObject([{ path: '/a%2F..%2fb', query: { x: '1' }, headers: { 'x-other': 'kept' } }]);
  expect(JSON.stringify(server.requests)).not.toContain('secret');
});

it('lets a function answer', async () => {
  expect(await (await get('/echo', { method: 'POST', body: 'hello' })).text()).toBe('hello');
});
