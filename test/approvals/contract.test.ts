// What every store of approvals does, whatever keeps it.
import { describe, expect, test } from 'vitest';
import type { OpenedApprovals, OpenOptions } from '../../src/approvals/approvals.ts';
import { folder, opened } from './opened.ts';
import { begin, type Clock, clock, hex, proposal, terms, vote } from './world.ts';

const closed = expect.objectContaining({ code: 'APPROVAL_CLOSED' });
const other = { digest: hex('scale web to 6') };

const stores = {
  memory: (options: Partial<OpenOptions>) => opened('memory', options),
  file: async (options: Partial<OpenOptions>) => opened({ dir: await folder() }, options),
} as const;

describe.each(Object.entries(stores))('approvals in %s', (_, open) => {
  const start = async (options: Partial<OpenOptions> = {}): Promise<{ time: Clock; at: OpenedApprovals }> => {
    const time = clock();
    return { time, at: await open({ now: time.now, ...options }) };
  };
  const approved = async (at: OpenedApprovals) => {
    const { approval } = await at.request(proposal());
    return at.vote(approval.id, vote());
  };

  test('what was requested is found by its digest, as it was', async () => {
    const { at } = await start();
    const { approval, before } = await at.request(proposal());
    expect(approval).toEqual({
      ...proposal(),
      id: expect.stringMatching(/^[0-9a-f]{8}-1$/),
      state: 'requested',
      votes: [],
      agreed: 0,
      requestedAt: begin,
      expiresAt: begin + 3600,
      usedBy: '',
      outcome: '',
    });
    expect(before).toBeUndefined();
    expect(await at.find(proposal().digest)).toEqual(approval);
    expect(await at.get(approval.id)).toEqual(approval);
    expect(await at.list()).toEqual([approval]);
  });

  test('nothing is found of what was never requested', async () => {
    const { at } = await start();
    expect(await at.find(proposal().digest)).toBeUndefined();
    for (const id of ['deadbeef-1', '', '..', '../../etc/passwd', 'a/b', '.', '__proto__', 'x\u0000y'])
      expect(await at.get(id)).toBeUndefined();
    expect(await at.list()).toEqual([]);
  });

  test('the id tells nothing of the digest and can be the name of an object', async () => {
    const { at } = await start();
    const { approval } = await at.request(proposal());
    expect(proposal().digest).not.toContain(approval.id.slice(0, 8));
    expect(approval.id).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
  });

  test('two who request the same get one record', async () => {
    const { at } = await start();
    const all = await Promise.all(Array.from({ length: 20 }, () => at.request(proposal())));
    expect(new Set(all.map(({ approval }) => approval.id)).size).toBe(1);
    expect(await at.list()).toHaveLength(1);
  });

  test('a newer proposal of the same target takes the place of the open one', async () => {
    const { at } = await start();
    const first = (await at.request(proposal())).approval;
    const second = await at.request(proposal(other));
    expect(second.before).toMatchObject({ id: first.id, state: 'superseded' });
    expect((await at.list()).map(({ id, state }) => [id, state])).toEqual([
      [second.approval.id, 'requested'],
      [first.id, 'superseded'],
    ]);
    await expect(at.vote(first.id, vote())).rejects.toEqual(closed);
    // Asked for once more, it is a new one, and takes its turn.
    const third = await at.request(proposal());
    expect(third.approval.id).toBe(first.id.replace(/-1$/, '-2'));
    expect(third.before?.id).toBe(second.approval.id);
  });

  test('of many proposals of one target at once, one stays open', async () => {
    const { at } = await start();
    const all = Array.from({ length: 12 }, (_none, n) => at.request(proposal({ digest: hex(`to ${n}`) })));
    await Promise.all(all);
    const states = (await at.list()).map(({ state }) => state);
    expect(states.filter((state) => state === 'requested')).toHaveLength(1);
    expect(states.filter((state) => state === 'superseded')).toHaveLength(11);
  });

  test('another target is left alone', async () => {
    const { at } = await start();
    await at.request(proposal());
    const { before } = await at.request(proposal({ ...other, target: hex('bob scales api') }));
    expect(before).toBeUndefined();
    expect((await at.list()).map(({ state }) => state)).toEqual(['requested', 'requested']);
  });

  test('what can no longer be approved is requested anew, under the next id', async () => {
    const { at, time } = await start();
    const { approval } = await at.request(proposal());
    time.pass(3600);
    expect(await at.find(proposal().digest)).toMatchObject({ id: approval.id, state: 'expired' });
    const again = await at.request(proposal());
    expect(again.approval).toMatchObject({ id: approval.id.replace(/-1$/, '-2'), state: 'requested' });
    expect(again.before).toBeUndefined();
    expect(await at.find(proposal().digest)).toEqual(again.approval);
  });

  test('a vote is on record with the time of the store', async () => {
    const { at, time } = await start();
    const { approval } = await at.request(proposal());
    time.pass(60);
    const after = await at.vote(approval.id, vote({ at: begin + 10_000, note: 'go on', groups: ['sre'] }));
    expect(after).toMatchObject({ state: 'approved', expiresAt: begin + 960 });
    expect(after.votes).toEqual([vote({ at: begin + 60, note: 'go on', groups: ['sre'] })]);
    expect(await at.find(proposal().digest)).toEqual(after);
  });

  test('the first word of a person by one way counts', async () => {
    const { at } = await start();
    const { approval } = await at.request(proposal(terms({ quorum: 2 })));
    await at.vote(approval.id, vote({ note: 'first' }));
    const after = await at.vote(approval.id, vote({ verdict: 'refuse', note: 'second' }));
    expect(after.votes.map(({ note }) => note)).toEqual(['first']);
    expect(after.state).toBe('requested');
    expect((await at.vote(approval.id, vote({ verdict: 'refuse', method: 'page' }))).state).toBe('refused');
  });

  test('many people at once: every voice is kept', async () => {
    const { at } = await start();
    const { approval } = await at.request(proposal(terms({ quorum: 20 })));
    const names = Array.from({ length: 20 }, (_none, n) => `person ${n}`);
    await Promise.all(names.map((approver) => at.vote(approval.id, vote({ approver }))));
    const found = await at.get(approval.id);
    expect(found?.state).toBe('approved');
    expect(found?.votes.map(({ approver }) => approver).toSorted()).toEqual(names.toSorted());
  });

  test('no vote on what is not open, unknown, or not what was seen', async () => {
    const { at, time } = await start();
    await expect(at.vote('deadbeef-1', vote())).rejects.toEqual(closed);
    const { approval } = await at.request(proposal());
    await expect(at.vote(approval.id, vote(), hex('something else'))).rejects.toEqual(closed);
    await at.vote(approval.id, vote({ verdict: 'refuse' }), proposal().digest);
    await expect(at.vote(approval.id, vote({ approver: 'carol' }))).rejects.toEqual(closed);
    const late = (await at.request(proposal(other))).approval;
    time.pass(3600);
    await expect(at.vote(late.id, vote())).rejects.toEqual(closed);
  });

  test('an approval is taken once', async () => {
    const { at } = await start();
    const { id } = await approved(at);
    const taken = await Promise.all(Array.from({ length: 50 }, (_none, n) => at.claim(id, `call ${n}`)));
    expect(taken.filter((one) => one)).toHaveLength(1);
    const winner = `call ${taken.indexOf(true)}`;
    expect(await at.get(id)).toMatchObject({ state: 'used', usedBy: winner, outcome: '' });
    expect(await at.claim(id, winner)).toBe(false);
    await at.finish(id, 'executed');
    await at.finish(id, 'failed');
    expect(await at.get(id)).toMatchObject({ state: 'used', usedBy: winner, outcome: 'executed' });
  });

  test('what was refused, has expired or was replaced cannot be taken', async () => {
    const { at, time } = await start();
    expect(await at.claim('deadbeef-1', 'c')).toBe(false);
    const { approval } = await at.request(proposal());
    await at.vote(approval.id, vote());
    await at.vote(approval.id, vote({ approver: 'carol', verdict: 'refuse' }));
    expect(await at.claim(approval.id, 'c')).toBe(false);
    const second = (await at.request(proposal())).approval;
    await at.vote(second.id, vote());
    time.pass(900);
    expect(await at.claim(second.id, 'c')).toBe(false);
    const third = (await at.request(proposal())).approval;
    await at.vote(third.id, vote());
    await at.request(proposal(other));
    expect(await at.claim(third.id, 'c')).toBe(false);
    expect(await at.unfinished('here')).toEqual([]);
  });

  test('a no and a claim at once: what was acknowledged as refused is never executed', async () => {
    const { at } = await start();
    for (let n = 0; n < 20; n += 1) {
      const { approval } = await at.request(proposal({ digest: hex(`race ${n}`), target: hex(`race ${n}`) }));
      await at.vote(approval.id, vote());
      const [taken, refused] = await Promise.all([
        at.claim(approval.id, 'c'),
        at.vote(approval.id, vote({ approver: 'carol', verdict: 'refuse' })).then(
          () => true,
          () => false,
        ),
      ]);
      expect(taken && refused).toBe(false);
      expect((await at.get(approval.id))?.state).toBe(taken ? 'used' : 'refused');
    }
    expect((await at.unfinished('here')).every(({ state }) => state === 'used')).toBe(true);
  });

  test('calls that never told how they ended are known by their owner', async () => {
    const { at } = await start();
    const { id } = await approved(at);
    await at.claim(id, 'call 1');
    expect((await at.unfinished('here')).map((one) => [one.id, one.usedBy])).toEqual([[id, 'call 1']]);
    expect(await at.unfinished('elsewhere')).toEqual([]);
    await at.finish(id, 'unknown');
    expect(await at.unfinished('here')).toEqual([]);
    const { approval } = await at.request(proposal(other));
    await expect(at.finish(approval.id, 'executed')).rejects.toThrow('not taken');
  });

  test('waiting ends with a vote, with the time, with an abort, and for what is not there', async () => {
    const { at } = await start();
    const { approval } = await at.request(proposal());
    const waiting = at.wait(approval.id, 60);
    await at.vote(approval.id, vote());
    await waiting;
    await at.wait(approval.id, 60);
    await at.wait('deadbeef-1', 60);
    const next = (await at.request(proposal(other))).approval;
    await at.wait(next.id, 0.01);
    const stop = new AbortController();
    const aborted = at.wait(next.id, 60, stop.signal);
    stop.abort();
    await aborted;
    await at.wait(next.id, 60, AbortSignal.abort());
    const replaced = at.wait(next.id, 60);
    await at.request(proposal());
    await replaced;
  });

  test('whoever listens hears of changes until they stop', async () => {
    const { at } = await start();
    let heard = Promise.withResolvers<void>();
    const stop = at.changed(() => heard.resolve());
    const { approval } = await at.request(proposal());
    await heard.promise;
    heard = Promise.withResolvers();
    await at.vote(approval.id, vote());
    await heard.promise;
    stop();
  });

  test('ways are those that are open', async () => {
    let page: string | undefined;
    const { at } = await start({ page: () => page, cli: 'portcullis approvals approve' });
    expect(at.ways('x-1')).toEqual({ cli: 'with: portcullis approvals approve x-1' });
    page = 'http://127.0.0.1:8642/approvals';
    expect(at.ways('x-1')).toEqual({
      page: 'at http://127.0.0.1:8642/approvals',
      cli: 'with: portcullis approvals approve x-1',
    });
    expect((await start()).at.ways('x-1')).toEqual({});
  });

  test('what nobody could read back is not put on record', async () => {
    const { at } = await start();
    const wrong = { ...proposal(), secret: 1 } as unknown as ReturnType<typeof proposal>;
    await expect(at.request(wrong)).rejects.toMatchObject({ code: 'INTERNAL' });
    const [request] = proposal().requests;
    const huge = proposal({ requests: [{ ...request!, after: 'x'.repeat(9_000_000) }] });
    await expect(at.request(huge)).rejects.toMatchObject({ code: 'INPUT_TOO_LARGE' });
    expect(await at.list()).toEqual([]);
  });

  test('old ones go when room is needed; open and unfinished ones stay; too many open ones are refused', async () => {
    const { at, time } = await start();
    const wanted = (n: number) =>
      proposal({ digest: hex(`n ${n}`), target: hex(`t ${n}`), ...terms({ requestWithinSeconds: 100_000 }) });
    const used = await approved(at);
    await at.claim(used.id, 'call');
    for (let n = 1; n < 500; n += 1) await at.request(wanted(n));
    await expect(at.request(wanted(500))).rejects.toMatchObject({ code: 'BUSY' });
    time.pass(100_000);
    const { approval } = await at.request(wanted(500));
    const left = await at.list();
    expect(left[0]?.id).toBe(approval.id);
    expect(left.map(({ id }) => id)).toContain(used.id);
    expect(left.length).toBeLessThanOrEqual(302);
    time.pass(86_401);
    const before = left.length;
    for (let n = 501; n <= 501 + 500 - before; n += 1) await at.request(wanted(n));
    expect((await at.list()).filter(({ state }) => state === 'expired').map(({ id }) => id)).not.toContain(
      left.at(-1)?.id,
    );
    expect((await at.list()).map(({ id }) => id)).toContain(used.id);
  });

  test('a one-time link lets one in, once, in time', async () => {
    const { at, time } = await start();
    const token = await at.links.mint({ approver: 'bob', groups: ['sre'] });
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const all = await Promise.all(Array.from({ length: 20 }, () => at.links.redeem(token)));
    expect(all.filter((one) => one !== undefined)).toEqual([{ approver: 'bob', groups: ['sre'] }]);
    expect(await at.links.redeem(token)).toBeUndefined();
    const late = await at.links.mint({ approver: 'bob', groups: [] }, 9_999_999);
    time.pass(600);
    expect(await at.links.redeem(late)).toBeUndefined();
    for (const wrong of ['', '..', 'x'.repeat(43), `${token}x`, `../${token}`])
      expect(await at.links.redeem(wrong)).toBeUndefined();
  });

  test('there are never more than a hundred open links', async () => {
    const { at, time } = await start();
    for (let n = 0; n < 100; n += 1) await at.links.mint({ approver: 'bob', groups: [] });
    await expect(at.links.mint({ approver: 'bob', groups: [] })).rejects.toMatchObject({ code: 'BUSY' });
    time.pass(600);
    await at.links.mint({ approver: 'bob', groups: [] });
  });

  test('pages are known while their process lives', async () => {
    const { at, time } = await start();
    expect(await at.pages.addresses()).toEqual([]);
    const first = await at.pages.announce('http://127.0.0.1:1/approvals');
    time.pass(1);
    await at.pages.announce('http://127.0.0.1:2/approvals');
    expect(await at.pages.addresses()).toEqual(['http://127.0.0.1:2/approvals', 'http://127.0.0.1:1/approvals']);
    await first();
    expect(await at.pages.addresses()).toEqual(['http://127.0.0.1:2/approvals']);
  });
});
