// The decision log: order, chain, restarts, crashes, full disks, rotation.
import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDecisionLog } from '../../src/log/decision-log.ts';
import { rotatedSet, verify } from '../../src/log/verify.ts';
import { type Disk, decision, fail, memoryDisk, verifyText } from './world.ts';

const labels = { id: 'server-1', version: '0.1.0' };
const open = (disk: Disk, more = {}) => openDecisionLog({ file: 'log', labels, ...more }, disk.world);
const chainOf = (line: Record<string, unknown> | undefined) =>
  (line?.custom as { chain: { seq: number; prev: string; hash: string; start?: boolean } } | undefined)?.chain;

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'portcullis-log-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

describe('a line', () => {
  test('has the names of OPA EventV1 and its place in the chain', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    await log.record(decision(), []);
    await log.close();
    const [line] = disk.lines('log');
    expect(line).toMatchObject({
      labels,
      decision_id: 'd-1',
      bundles: { portcullis: { revision: 'r1' } },
      path: 'main/decision',
      input: { call: { arguments: { name: 'web' } } },
      result: { effect: 'allow' },
      timestamp: '2026-03-01T10:00:00.000Z',
      requested_by: 'alice@example.com',
      custom: { outcome: 'executed', chain: { seq: 1, prev: '', start: true } },
    });
    expect(Object.keys(line ?? {})).not.toContain('error');
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, lines: 1, head: log.head().hash });
  });

  test('carries an error when the decision failed', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    await log.record(decision({ error: { code: 'POLICY_TIMEOUT', message: 'too slow' }, result: undefined }), []);
    await log.close();
    expect(disk.lines('log')[0]).toMatchObject({ error: { code: 'POLICY_TIMEOUT' } });
    expect(disk.lines('log')[0]).not.toHaveProperty('result');
  });
});

describe('order', () => {
  test('lines stand in the order in which they were recorded, however many at once', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    await Promise.all(Array.from({ length: 700 }, (_, n) => log.record(decision({ decision_id: `d-${n}` }), [])));
    await log.close();
    expect(disk.lines('log').map((line) => line.decision_id)).toEqual(Array.from({ length: 700 }, (_, n) => `d-${n}`));
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, lines: 700 });
  });

  test('what the caller changes after recording does not change the line', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    const input = { request: { name: 'before' } };
    const written = log.record(decision({ input }), []);
    input.request.name = 'after';
    await written;
    await log.close();
    expect(disk.lines('log')[0]).toMatchObject({ input: { request: { name: 'before' } } });
  });

  test('only durable lines wait for the disk', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    await log.record(decision(), []);
    expect(disk.synced()).toBe(0);
    await log.record(decision(), [], { durable: true });
    expect(disk.synced()).toBe(1);
    await log.close();
  });

  test('nothing can be recorded once it is closed', async () => {
    const log = await open(memoryDisk());
    await log.close();
    await expect(log.record(decision(), [])).rejects.toMatchObject({ code: 'LOG_UNWRITABLE' });
  });
});

describe('restarts and crashes', () => {
  test('the chain goes on where it stood', async () => {
    const disk = memoryDisk();
    for (let run = 0; run < 3; run += 1) {
      const log = await open(disk);
      await log.record(decision(), []);
      await log.close();
    }
    expect(disk.lines('log').map((line) => chainOf(line)?.seq)).toEqual([1, 2, 3]);
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, lines: 3 });
  });

  test('a torn last line becomes a line that says so', async () => {
    const disk = memoryDisk();
    const first = await open(disk);
    await first.record(decision(), []);
    await first.record(decision({ decision_id: 'd-2' }), []);
    await first.close();
    const whole = disk.text('log');
    disk.files.set('log', Buffer.from(whole.slice(0, -40)));
    const second = await open(disk);
    await second.record(decision({ decision_id: 'd-3' }), []);
    await second.close();
    const [one, torn, three] = disk.lines('log');
    expect(one).toMatchObject({ decision_id: 'd-1' });
    expect(torn).toMatchObject({
      labels,
      custom: { torn: { digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) } },
    });
    expect(torn).toMatchObject({ custom: { torn: { text: expect.stringContaining('"decision_id":"d-2"') } } });
    expect(three).toMatchObject({ decision_id: 'd-3' });
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, lines: 3, torn: 1 });
  });

  test('bytes that are no text at all, after the last line, are told the same way', async () => {
    const disk = memoryDisk();
    const first = await open(disk);
    await first.record(decision(), []);
    await first.close();
    disk.files.set('log', Buffer.concat([disk.files.get('log') ?? Buffer.alloc(0), Buffer.alloc(3000)]));
    const second = await open(disk);
    await second.close();
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, lines: 2, torn: 1 });
  });

  test('a last line that was edited is not continued', async () => {
    const disk = memoryDisk();
    const first = await open(disk);
    await first.record(decision(), []);
    await first.close();
    disk.files.set('log', Buffer.from(disk.text('log').replace('alice', 'mallory')));
    await expect(open(disk)).rejects.toThrow(/cannot be continued.*hash.*audit verify.*move the file/i);
  });

  test('a file that is no decision log is left alone', async () => {
    const disk = memoryDisk();
    disk.files.set('log', Buffer.from('hello\n'));
    await expect(open(disk)).rejects.toThrow(/cannot be continued/);
    expect(disk.text('log')).toBe('hello\n');
  });
});

describe('a full disk', () => {
  test('record rejects, health says so, and it recovers by itself with the number of missing lines', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    await log.record(decision(), []);
    expect(log.health()).toEqual({ ok: true, reason: '' });
    disk.room = 700;
    await expect(log.record(decision({ decision_id: 'd-2' }), [])).rejects.toMatchObject({ code: 'LOG_UNWRITABLE' });
    disk.room = 0;
    await expect(log.record(decision({ decision_id: 'd-3' }), [])).rejects.toMatchObject({ code: 'LOG_UNWRITABLE' });
    expect(log.health()).toEqual({
      ok: false,
      reason: 'The decision log cannot be written: the disk is full. Missing from it so far: 2.',
    });
    disk.room = Number.POSITIVE_INFINITY;
    await log.record(decision({ decision_id: 'd-4' }), []);
    expect(log.health()).toEqual({ ok: true, reason: '' });
    await log.close();
    const [one, lost, four] = disk.lines('log');
    expect(one).toMatchObject({ decision_id: 'd-1' });
    expect(lost).toMatchObject({ custom: { lost: { lines: 2, code: 'ENOSPC', since: '2026-03-01T10:00:00.000Z' } } });
    expect(four).toMatchObject({ decision_id: 'd-4' });
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, lines: 3, lost: 2 });
  });

  test('closing says what was lost when there is room again', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    disk.room = 0;
    await expect(log.record(decision(), [])).rejects.toThrow();
    disk.room = Number.POSITIVE_INFINITY;
    await log.close();
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, lines: 1, lost: 1 });
  });

  test('half a line left by a full disk and a crash is told as torn', async () => {
    const disk = memoryDisk();
    const first = await open(disk);
    await first.record(decision(), []);
    disk.room = 600;
    await expect(first.record(decision(), [])).rejects.toThrow();
    expect(disk.text('log').endsWith('\n')).toBe(false);
    disk.room = Number.POSITIVE_INFINITY;
    const after = memoryDisk();
    after.files.set('log', disk.files.get('log') ?? Buffer.alloc(0));
    const second = await open(after);
    await second.close();
    expect(await verifyText(after.text('log'))).toMatchObject({ ok: true, lines: 2, torn: 1 });
  });

  test('a line that could not be made durable is not kept', async () => {
    const disk = memoryDisk();
    const log = await open(disk);
    disk.failing = { call: 'sync', code: 'EIO' };
    await expect(log.record(decision(), [], { durable: true })).rejects.toMatchObject({ code: 'LOG_UNWRITABLE' });
    await log.record(decision({ decision_id: 'd-2' }), [], { durable: true });
    await log.close();
    expect(disk.lines('log').map((line) => line.decision_id)).toEqual([undefined, 'd-2']);
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, lost: 1 });
  });

  test.each(['lock', 'open'])('the log opens though %s finds no room, and recovers', async (call) => {
    const disk = memoryDisk();
    disk.failing = { call, code: 'ENOSPC' };
    const log = await open(disk);
    expect(log.health()).toMatchObject({ ok: false, reason: expect.stringContaining('the disk is full') });
    await log.record(decision(), []);
    expect(log.health().ok).toBe(true);
    await log.close();
  });

  test('a folder that is not there is refused at once, without the words of the system', async () => {
    const disk = memoryDisk();
    disk.failing = { call: 'open', code: 'ENOENT' };
    const refused = open(disk);
    await expect(refused).rejects.toThrow('The decision log log cannot be opened: the folder does not exist.');
    await expect(refused).rejects.not.toThrow(/node would name/);
    const again = await open(disk);
    await again.close();
  });
});

describe('rotation', () => {
  const small = { maxBytes: 2000, keep: 3 };

  test('files follow one another in one chain, each beginning with the last hash of the one before', async () => {
    const disk = memoryDisk();
    const log = await open(disk, small);
    for (let n = 0; n < 10; n += 1) await log.record(decision({ decision_id: `d-${n}` }), []);
    await log.close();
    expect([...disk.files.keys()].toSorted()).toEqual(['log', 'log.1', 'log.2', 'log.3']);
    const names = ['log.3', 'log.2', 'log.1', 'log'];
    for (const [index, name] of names.entries()) {
      expect(chainOf(disk.lines(name)[0])?.start).toBe(true);
      const before = names[index - 1];
      if (before) expect(chainOf(disk.lines(name)[0])?.prev).toBe(chainOf(disk.lines(before).at(-1))?.hash);
    }
    expect(await verifyText(names.map(disk.text).join(''))).toMatchObject({ ok: true, last: 10 });
  });

  test('no more files stay than asked for', async () => {
    const disk = memoryDisk();
    for (const keep of [5, 2, 0]) {
      const log = await open(disk, { maxBytes: 1, keep });
      for (let n = 0; n < 8; n += 1) await log.record(decision(), []);
      await log.close();
      expect(disk.files.size).toBe(keep + 1);
    }
    expect(await verifyText(disk.text('log'))).toMatchObject({ ok: true, first: 24, last: 24 });
  });

  test('a rotation that fails half-way is finished later, and nothing is lost', async () => {
    const disk = memoryDisk();
    const log = await open(disk, { maxBytes: 1, keep: 9 });
    for (let n = 0; n < 4; n += 1) await log.record(decision(), []);
    disk.failing = { call: 'rename', code: 'EIO' };
    await expect(log.record(decision(), [])).rejects.toThrow();
    await log.record(decision(), []);
    await log.record(decision(), []);
    await log.close();
    const names = ['log.4', 'log.3', 'log.2', 'log.1', 'log'];
    expect([...disk.files.keys()].toSorted()).toEqual(names.toSorted());
    expect(await verifyText(names.map(disk.text).join(''))).toMatchObject({ ok: true, lost: 1 });
  });

  test('the chain goes on when only older files are left', async () => {
    const disk = memoryDisk();
    const first = await open(disk);
    await first.record(decision(), []);
    await first.close();
    await disk.world.files.rename('log', 'log.1');
    const second = await open(disk);
    await second.record(decision(), []);
    await second.close();
    expect(await verifyText(disk.text('log.1') + disk.text('log'))).toMatchObject({ ok: true, lines: 2 });
  });
});

describe('stderr', () => {
  test('gets the same lines', async () => {
    const disk = memoryDisk();
    const log = await open(disk, { stderr: true });
    await log.record(decision(), []);
    await log.close();
    expect(disk.stderr.join('')).toBe(disk.text('log'));
  });

  test('alone carries a chain of its own', async () => {
    const disk = memoryDisk();
    const log = await openDecisionLog({ stderr: true, labels }, disk.world);
    await log.record(decision(), []);
    await log.record(decision(), []);
    await log.close();
    expect(await verifyText(disk.stderr.join(''))).toMatchObject({ ok: true, first: 1, lines: 2 });
    expect(disk.files.size).toBe(0);
  });

  test('that nobody reads is a failure when it is the only place', async () => {
    const disk = memoryDisk();
    const stderr = async () => {
      throw fail('EPIPE');
    };
    const log = await openDecisionLog({ stderr: true, labels }, { ...disk.world, stderr });
    await expect(log.record(decision(), [])).rejects.toMatchObject({ code: 'LOG_UNWRITABLE' });
    expect(log.health().reason).toContain('nobody reads it any more');
    const both = await openDecisionLog({ file: 'log', stderr: true, labels }, { ...disk.world, stderr });
    await both.record(decision(), []);
    await both.close();
  });

  test('and no file: nothing is kept, and health says so', async () => {
    const log = await openDecisionLog({ labels });
    await log.record(decision(), []);
    expect(log.health()).toEqual({ ok: true, reason: 'no log is kept' });
    await log.close();
  });
});

describe('on a real disk', () => {
  test('a log is written, rotated, continued and verified, readable by its owner only', async () => {
    const file = join(await folder(), 'decisions.jsonl');
    for (let run = 0; run < 2; run += 1) {
      const log = await openDecisionLog({ file, labels, maxBytes: 3000, keep: 9 });
      for (let n = 0; n < 6; n += 1) await log.record(decision(), [], { durable: n === 5 });
      await log.close();
    }
    const set = await rotatedSet(file);
    expect(set.length).toBeGreaterThan(2);
    expect(await verify(set)).toMatchObject({ ok: true, lines: 12, first: 1, last: 12 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  test('two processes do not write one file', async () => {
    const file = join(await folder(), 'log');
    const log = await openDecisionLog({ file, labels });
    await expect(openDecisionLog({ file, labels })).rejects.toThrow(/is written by process \d+.*its own file/);
    await log.close();
    const again = await openDecisionLog({ file, labels });
    await again.close();
  });

  test.each([
    ['of a process that is gone', { pid: 2 ** 22 + 1, host: hostname(), since: '1' }],
    ['of an earlier process with our number, as in a container', { pid: process.pid, host: hostname(), since: '1' }],
    ['of another process that got the number later', { pid: process.ppid, host: hostname(), since: '1' }],
  ])('a lock %s is taken over', async (_, holder) => {
    const file = join(await folder(), 'log');
    await writeFile(`${file}.lock`, JSON.stringify(holder));
    const log = await openDecisionLog({ file, labels });
    await log.close();
  });

  test('a lock of another machine holds as long as it is touched', async () => {
    const file = join(await folder(), 'log');
    await writeFile(`${file}.lock`, JSON.stringify({ pid: 1, host: 'elsewhere', since: '1' }));
    await expect(openDecisionLog({ file, labels })).rejects.toThrow('process 1 on elsewhere');
  });

  test.skipIf(!existsSync('/dev/full'))('a device that is always full is told as a full disk', async () => {
    const file = join(await folder(), 'log');
    await symlink('/dev/full', file);
    const log = await openDecisionLog({ file, labels });
    await expect(log.record(decision(), [])).rejects.toMatchObject({ code: 'LOG_UNWRITABLE' });
    expect(log.health().reason).toContain('the disk is full');
    await log.close();
  });

  test('a torn line on disk is found by verify before, and told in the log after, a restart', async () => {
    const file = join(await folder(), 'log');
    const first = await openDecisionLog({ file, labels });
    await first.record(decision(), []);
    await first.close();
    await appendFile(file, '{"bundles":{"por');
    expect(await verify([file])).toMatchObject({ ok: false, line: 2, reason: expect.stringContaining('no end') });
    const second = await openDecisionLog({ file, labels });
    await second.close();
    expect(await verify([file])).toMatchObject({ ok: true, torn: 1 });
    expect(await readFile(file, 'utf8')).toContain('"text":"{\\"bundles\\":{\\"por"');
  });
});
