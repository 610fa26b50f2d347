// Progress only increases, is not told too often, and does not stop while a call is alive.
import type { ServerContext } from '@modelcontextprotocol/server';
import { expect, test } from 'vitest';
import { progress } from '../../src/mcp/progress.ts';

function told(token: unknown = 't') {
  const sent: unknown[] = [];
  const at = { now: 0 };
  const mcpReq = {
    _meta: { progressToken: token },
    notify: async ({ params }: { params: unknown }) => void sent.push(params),
  };
  const { report, during, settled } = progress({ mcpReq } as unknown as ServerContext, () => at.now);
  return { sent, at, report: report ?? (() => {}), during, settled };
}

test('what goes back or stands still is not told, until it was silent for five seconds', async () => {
  const { sent, at, report, settled } = told();
  for (const [now, done, message] of [
    [0, 1, 'one'],
    [10, 1, 'again'],
    [4999, 0, 'back'],
    [5000, 1, 'still one'],
    [5001, 1, 'again'],
    [10_000, 1, 'and still'],
    [10_001, 2, 'two'],
  ] as const) {
    at.now = now;
    report(done, 5, message);
  }
  await settled();
  expect(sent).toMatchObject([
    { progress: 1, message: 'one', total: 5 },
    { progress: 1 + 2 ** -10, message: 'still one' },
    { progress: 1 + 2 ** -9, message: 'and still' },
    { progress: 2, message: 'two' },
  ]);
});

test('what is done is not told to be more than done', async () => {
  const { sent, at, report, settled } = told();
  report(5, 5, 'done');
  at.now = 60_000;
  report(5, 5, 'done');
  await settled();
  expect(sent).toHaveLength(1);
});

test('what lasts is told when it begins, and what comes after it still counts', async () => {
  const { sent, report, during, settled } = told();
  report(0, undefined, 'begun');
  expect(await during('waiting', Promise.resolve('over'))).toBe('over');
  report(1, undefined, 'after');
  await settled();
  expect(sent).toMatchObject([
    { progress: 0, message: 'begun' },
    { progress: 1, message: 'after' },
  ]);
  const fresh = told();
  await fresh.during('waiting', Promise.resolve());
  await fresh.settled();
  expect(fresh.sent).toMatchObject([{ progress: 0, message: 'waiting' }]);
});
