// Several processes over one folder: kill -9 at every step leaves nothing half and nothing twice, and of many one wins.
import { execFile } from 'node:child_process';
import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OpenedApprovals } from '../../src/approvals/approvals.ts';
import { folder, opened } from './opened.ts';
import { hex, proposal, terms, vote } from './world.ts';

type End = { readonly killed: boolean; readonly results: readonly unknown[]; readonly steps: number };

function child(dir: string, action: string, id = '', fatal = -1, times = 1): Promise<End> {
  const { promise, resolve, reject } = Promise.withResolvers<End>();
  const args = [join(import.meta.dirname, 'child.ts'), dir, action, id, String(fatal), String(times)];
  execFile(process.execPath, args, (error, stdout, stderr) => {
    if (error?.signal === 'SIGKILL') resolve({ killed: true, results: [], steps: 0 });
    else if (error) reject(new Error(stderr));
    else resolve({ killed: false, ...JSON.parse(stdout) });
  });
  return promise;
}

const older = proposal({ digest: hex('scale web to 4') });

/** What stands before the action, and what must hold after a crash in it, whatever step it came at. */
const actions = {
  request: {
    prepare: async (at: OpenedApprovals) => (await at.request(older)).approval.id,
    check: async (at: OpenedApprovals, first: string) => {
      const found = await at.find(proposal().digest);
      if (found) expect(found).toMatchObject({ ...proposal(), state: 'requested' });
      const { approval } = await at.request(proposal());
      if (found) expect(approval.id).toBe(found.id);
      expect((await at.list()).map(({ id, state }) => [id, state])).toEqual([
        [approval.id, 'requested'],
        [first, 'superseded'],
      ]);
    },
  },
  vote: {
    prepare: async (at: OpenedApprovals) => (await at.request(proposal(terms({ quorum: 2 })))).approval.id,
    check: async (at: OpenedApprovals, id: string) => {
      expect([0, 1]).toContain((await at.get(id))?.votes.length);
      expect((await at.vote(id, vote())).votes).toEqual([vote()]);
    },
  },
  claim: {
    prepare: async (at: OpenedApprovals) => {
      const { approval } = await at.request(proposal());
      return (await at.vote(approval.id, vote())).id;
    },
    check: async (at: OpenedApprovals, id: string) => {
      const before = await at.get(id);
      const mine = await at.claim(id, 'mine');
      expect(mine).toBe(before?.state === 'approved');
      expect(await at.claim(id, 'again')).toBe(false);
      expect((await at.unfinished('child')).map((one) => one.id)).toEqual(mine ? [] : [id]);
      expect(await at.get(id)).toMatchObject({
        state: 'used',
        usedBy: mine ? 'mine' : expect.stringMatching(/^\d+ 0$/),
      });
    },
  },
  finish: {
    prepare: async (at: OpenedApprovals) => {
      const { approval } = await at.request(proposal());
      await at.vote(approval.id, vote());
      await at.claim(approval.id, 'call');
      return approval.id;
    },
    check: async (at: OpenedApprovals, id: string) => {
      const before = await at.get(id);
      expect(['', 'executed']).toContain(before?.outcome);
      expect(await at.unfinished('here')).toHaveLength(before?.outcome === '' ? 1 : 0);
      await at.finish(id, 'unknown');
      expect((await at.get(id))?.outcome).toBe(before?.outcome || 'unknown');
      expect(await at.unfinished('here')).toEqual([]);
    },
  },
} as const;

describe('a process killed in the middle', () => {
  test.each(Object.entries(actions))(
    'of %s',
    async (action, { prepare, check }) => {
      const once = async (fatal: number): Promise<End> => {
        const dir = await folder();
        const problems: string[] = [];
        const id = await prepare(await opened({ dir }));
        const end = await child(dir, action, id, fatal);
        const at = await opened({ dir }, { onProblem: (problem) => problems.push(problem) });
        await check(at, id);
        expect(problems).toEqual([]);
        return end;
      };
      const { steps, killed } = await once(-1);
      expect(killed).toBe(false);
      expect(steps).toBeGreaterThan(4);
      for (let n = 0; n < 20; n += 2) {
        const ends = await Promise.all([n, n + 1].map((one) => once(one % steps)));
        expect(ends.map((end) => end.killed)).toEqual([true, true]);
      }
    },
    180_000,
  );

  test('what it left is no record, and is swept away later', async () => {
    const dir = await folder();
    await opened({ dir });
    await child(dir, 'request', '', 3);
    const requests = join(dir, 'requests');
    const [left = '', ...more] = await readdir(requests);
    expect(left).toMatch(/^\./);
    expect(more).toEqual([]);
    await opened({ dir });
    expect(await readdir(requests)).toEqual([left]);
    const long = new Date(Date.now() - 3600_000);
    await utimes(join(requests, left), long, long);
    await opened({ dir });
    expect(await readdir(requests)).toEqual([]);
  });
});

describe('four processes at once', () => {
  const four = (dir: string, action: string, id: string, times: number) =>
    Promise.all(Array.from({ length: 4 }, () => child(dir, action, id, -1, times))).then((ends) =>
      ends.flatMap(({ results }) => results),
    );

  test('of 200 who take an approval one wins', async () => {
    const dir = await folder();
    const at = await opened({ dir });
    const id = await actions.claim.prepare(at);
    const results = await four(dir, 'claim', id, 50);
    expect(results).toHaveLength(200);
    expect(results.filter((one) => one === true)).toHaveLength(1);
    expect(await at.unfinished('child')).toHaveLength(1);
  }, 60_000);

  test('200 requests of one digest are one record', async () => {
    const dir = await folder();
    const results = await four(dir, 'request', '', 50);
    expect(new Set(results).size).toBe(1);
    expect(await (await opened({ dir })).list()).toHaveLength(1);
  }, 60_000);

  test('every voice is kept, and one person has one', async () => {
    const dir = await folder();
    const at = await opened({ dir });
    const { approval } = await at.request(proposal(terms({ quorum: 500 })));
    await four(dir, 'vote', approval.id, 20);
    expect((await at.get(approval.id))?.votes).toHaveLength(4 * 19 + 1);
  }, 60_000);

  test('of 80 with one link one comes in', async () => {
    const dir = await folder();
    const token = await (await opened({ dir })).links.mint({ approver: 'bob', groups: [] });
    expect((await four(dir, 'redeem', token, 20)).filter((one) => one === true)).toHaveLength(1);
  }, 60_000);

  test('one that waits hears of a vote in another', async () => {
    const dir = await folder();
    const at = await opened({ dir });
    const { approval } = await at.request(proposal());
    const waiting = at.wait(approval.id, 600);
    await child(dir, 'vote', approval.id);
    await waiting;
    expect((await at.get(approval.id))?.state).toBe('approved');
  }, 60_000);
});
