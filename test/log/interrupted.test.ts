// What a crash leaves open: found in the end of the log, told once, and never invented.
import { describe, expect, test } from 'vitest';
import type { DecisionEvent } from '../../src/gate/ports.ts';
import { openDecisionLog } from '../../src/log/decision-log.ts';
import { hideAll } from '../../src/log/mask.ts';
import { type Disk, decision, memoryDisk, verifyText } from './world.ts';

const open = (disk: Disk, more = {}) => openDecisionLog({ file: 'log', labels: { id: 'x' }, ...more }, disk.world);
const durable = { durable: true };

function event(id: string, outcome: DecisionEvent['custom']['outcome'], more: Partial<DecisionEvent> = {}) {
  const { custom } = decision();
  const own = { ...custom, call_id: `c-${id}`, tool: 'scale', outcome, approvals: [`a-${id}`] };
  return decision({ decision_id: id, custom: own, ...more });
}

/** Records these lines, and ends without a word about what is open. */
async function crashed(disk: Disk, events: readonly DecisionEvent[], more = {}): Promise<void> {
  const log = await open(disk, more);
  for (const each of events) await log.record(each, [], durable);
  await log.close();
}

const idsOf = ({ interrupted }: { interrupted: readonly { decisionId: string }[] }) =>
  interrupted.map(({ decisionId }) => decisionId);

describe('a durable line', () => {
  test('is on the disk before its promise resolves, together with all before it', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    const first = log.record(event('d-1', 'executed'), []);
    await log.record(event('d-2', 'sending'), [], durable);
    expect(disk.survives('log')).toContain('"decision_id":"d-1"');
    expect(disk.survives('log')).toContain('"decision_id":"d-2"');
    await first;
    await log.record(event('d-3', 'executed'), []);
    expect(disk.survives('log')).not.toContain('"decision_id":"d-3"');
    await log.close();
  });

  test('waits for the disk, however long it takes', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    const { promise: slow, resolve: go } = Promise.withResolvers<void>();
    disk.syncing = slow;
    let resolved = false;
    const recorded = log.record(event('d-1', 'sending'), [], durable).then(() => {
      resolved = true;
    });
    await expect.poll(() => disk.text('log')).toContain('d-1');
    await new Promise(setImmediate);
    expect(resolved).toBe(false);
    go();
    await recorded;
    await log.close();
  });
});

describe('a change without an end', () => {
  test('is told to the world and in the log, with what it is found by', async () => {
    const disk = memoryDisk();
    await crashed(disk, [event('d-1', 'sending'), event('d-2', 'sending'), event('d-1', 'executed')]);
    const log = await open(disk);
    expect(log.interrupted).toEqual([{ decisionId: 'd-2', callId: 'c-d-2', approvals: ['a-d-2'] }]);
    const synced = disk.survives('log');
    await log.close();
    expect(disk.lines('log').at(-1)).toMatchObject({
      decision_id: 'd-2',
      path: 'main/decision',
      bundles: { portcullis: { revision: 'r1' } },
      requested_by: 'alice@example.com',
      timestamp: '2026-03-01T10:00:00.000Z',
      input: { request: { verb: 'get', name: 'web' } },
      error: { code: 'OUTCOME_UNKNOWN', message: 'The change was sent, but whether it was made is not known.' },
      custom: { call_id: 'c-d-2', tool: 'scale', outcome: 'unknown', fault: 'OUTCOME_UNKNOWN', approvals: ['a-d-2'] },
    });
    expect(synced).toContain('"outcome":"unknown"');
    const changes = { sent: 2, unknown: 1, unfinished: 0 };
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, lines: 4, changes });
  });

  test('is told once, however often the server starts', async () => {
    const disk = memoryDisk();
    await crashed(disk, [event('d-1', 'sending')]);
    const told: string[] = [];
    for (let start = 0; start < 4; start += 1) {
      const log = await open(disk);
      told.push(...idsOf(log));
      await log.close();
    }
    expect(told).toEqual(['d-1']);
    expect(disk.lines('log')).toHaveLength(2);
  });

  test.for(['executed', 'failed', 'cancelled', 'unknown'] as const)('has one when it is %s', async (outcome) => {
    const disk = memoryDisk();
    await crashed(disk, [event('d-1', 'sending'), event('d-1', outcome)]);
    const log = await open(disk);
    expect(log.interrupted).toEqual([]);
    await log.close();
    expect(disk.lines('log')).toHaveLength(2);
  });

  test('is found in the files before, when the new one has just begun', async () => {
    const disk = memoryDisk();
    const small = { maxBytes: 1, keep: 5 };
    await crashed(disk, [event('d-1', 'sending'), event('d-2', 'sending'), event('d-2', 'executed')], small);
    expect([...disk.files.keys()].toSorted()).toEqual(['log', 'log.1', 'log.2']);
    expect(idsOf(await open(disk, small))).toEqual(['d-1']);
  });

  test('is none when its own line is torn: that was never on the disk, so nothing was sent', async () => {
    const disk = memoryDisk();
    await crashed(disk, [event('d-1', 'executed'), event('d-2', 'sending')]);
    disk.files.set('log', Buffer.from(disk.text('log').slice(0, -20)));
    const log = await open(disk);
    expect(log.interrupted).toEqual([]);
    await log.close();
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, torn: 1, changes: { sent: 0 } });
  });

  test('is open again when the line that ended it is torn', async () => {
    const disk = memoryDisk();
    await crashed(disk, [event('d-1', 'sending'), event('d-1', 'executed')]);
    disk.files.set('log', Buffer.from(disk.text('log').slice(0, -20)));
    const log = await open(disk);
    expect(idsOf(log)).toEqual(['d-1']);
    await log.close();
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, torn: 1, changes: { unknown: 1 } });
  });

  test('is not invented by words of a caller', async () => {
    const disk = memoryDisk();
    const input = { call: { arguments: { custom: { outcome: 'sending' }, text: '"outcome":"sending"' } } };
    await crashed(disk, [event('d-1', 'executed', { input })]);
    const log = await open(disk);
    expect(log.interrupted).toEqual([]);
    await log.close();
  });

  test('is told to the world at once and to the log when there is room again', async () => {
    const disk = memoryDisk();
    await crashed(disk, [event('d-1', 'sending')]);
    disk.room = 0;
    const log = await open(disk);
    expect(idsOf(log)).toEqual(['d-1']);
    expect(log.health().ok).toBe(false);
    disk.room = Number.POSITIVE_INFINITY;
    await log.record(event('d-2', 'sending'), [], durable);
    await log.close();
    expect(disk.lines('log').map((line) => line.decision_id)).toEqual(['d-1', 'd-1', 'd-2']);
  });

  test('is found among the last eight megabytes', async () => {
    const disk = memoryDisk();
    const filler = (n: number) => event(`f-${n}`, 'executed', { input: { n, text: 'word '.repeat(10_000) } });
    await crashed(disk, [event('d-1', 'sending'), ...Array.from({ length: 200 }, (_, n) => filler(n))]);
    await crashed(disk, [event('d-2', 'sending'), ...Array.from({ length: 20 }, (_, n) => filler(n))]);
    expect(disk.text('log').length).toBeGreaterThan(8 * 1024 * 1024);
    const log = await open(disk);
    expect(idsOf(log)).toEqual(['d-2']);
    await log.close();
  });
});

describe('what a change is found by', () => {
  test('no mask, no redaction and no bound takes its approvals and its call away', async () => {
    const disk = memoryDisk();
    const redact = () => '[redacted]';
    const input = {
      approvals: [{ note: 'token=abcdefgh12345678' }],
      request: { body: { data: { a: 'secret-thing' } } },
    };
    const big = { facts: Array.from({ length: 8000 }, (_, n) => `${n} ${'x'.repeat(40)}`) };
    const named = { call_id: 'call-of-some-length', approvals: ['approval-of-some-length'] };
    const { custom } = event('d-1', 'sending');
    const sent = event('d-1', 'sending', { input, custom: { ...custom, ...named } });
    const log = await open(disk, { redact });
    await log.record(sent, hideAll, durable);
    await log.record({ ...sent, decision_id: 'd-2' }, [], durable);
    await log.record({ ...sent, decision_id: 'd-3', custom: { ...sent.custom, ...big } }, [], durable);
    await log.close();
    for (const [at, line] of disk.lines('log').entries())
      expect(line).toMatchObject({
        decision_id: `d-${at + 1}`,
        custom: { outcome: 'sending', ...named },
      });
    expect(disk.text('log')).not.toMatch(/abcdefgh12345678|secret-thing/);
  });
});

describe('a log on disk', () => {
  test('is one that is kept in a file', async () => {
    const disk = memoryDisk();
    const both = await open(disk, { stderr: true });
    expect(both.onDisk).toBe(true);
    await both.close();
    expect((await open(disk, { file: undefined, stderr: true })).onDisk).toBe(false);
    expect((await open(disk, { file: undefined })).onDisk).toBe(false);
    const device = { ...disk.world, files: { ...disk.world.files, stays: async () => false } };
    expect((await openDecisionLog({ file: 'log', labels: {} }, device)).onDisk).toBe(false);
  });
});
