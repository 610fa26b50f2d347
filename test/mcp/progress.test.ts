// Progress only increases, is not told too often, and does not stop while a call is alive.
import type { ServerContext } from '@modelcontextprotocol/server';
import { expect, onTestFinished, test, vi } from 'vitest';
import { progress } from '../../src/mcp/progress.ts';

function told(meta: object = { progressToken: 't' }) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const sent: unknown[] = [];
  const mcpReq = {
    _meta: meta,
    notify: async ({ params }: { params: unknown }) => void sent.push(params),
  };
  const { report, say, settled } = progress({ mcpReq } as unknown as ServerContext, () => Date.now());
  return { sent, report: report ?? (() => {}), say, settled, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

test('what goes back or stands still is not told', async () => {
  const { sent, report, settled } = told();
  for (const done of [1, 1, 0, Number.NaN, 2]) report(done, 5, '');
  await settled();
  expect(sent).toMatchObject([{ progress: 1 }, { progress: 2 }]);
});

test('after five seconds of silence the last word is said again, a little further, until the call is over', async () => {
  const { sent, report, settled, pass } = told();
  report(1, 5, 'one');
  await pass(4999);
  expect(sent).toHaveLength(1);
  await pass(5001);
  report(2, 5, 'two');
  await pass(4000);
  await settled();
  await pass(60_000);
  expect(sent).toEqual([
    { progressToken: 't', progress: 1, total: 5, message: 'one' },
    { progressToken: 't', progress: 1 + 2 ** -10, total: 5, message: 'one' },
    { progressToken: 't', progress: 1 + 2 ** -9, total: 5, message: 'one' },
    { progressToken: 't', progress: 2, total: 5, message: 'two' },
  ]);
});

test('a total that is passed is left out', async () => {
  const { sent, report, settled, pass } = told();
  report(5, 5, 'done');
  await pass(5000);
  await settled();
  expect(sent[1]).toEqual({ progressToken: 't', progress: 5 + 2 ** -10, message: 'done' });
});

test('what a call does now can be said anywhere, and what comes after it still counts', async () => {
  const { sent, report, say, settled } = told();
  say('waiting');
  say('still waiting');
  report(1, undefined, 'after');
  await settled();
  expect(sent).toMatchObject([
    { progress: 0, message: 'waiting' },
    { progress: 2 ** -10, message: 'still waiting' },
    { progress: 1, message: 'after' },
  ]);
});

test('a request without a token is told nothing', async () => {
  const { sent, report, say, settled } = told({});
  say('waiting');
  report(1, undefined, 'x');
  await settled();
  expect(sent).toEqual([]);
});
