// The whole story of an approval, as an agent, a person and the cluster live it: by the page, the command line and a form;
// what voids it, who wins it, and what becomes of it when the API server goes away.
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Api, api } from '../cluster/api.ts';
import { describeReal } from '../cluster/real.ts';
import { connect, type Peer, type Told } from './peers.ts';
import { listen, portcullis, raw, scratch, serve, waitFor } from './program.ts';
import { come, printedLink } from './writes-page.ts';
import { no, peopleByWay, yes } from './writes-people.ts';
import { type Relay, startRelay } from './writes-relay.ts';
import { openWritable } from './writes-shop.ts';
import { approvalOf, audited, linesOf, type Stand, stand, writingFlags } from './writes-stand.ts';

const namespace = 'end-approvals';
const path = `/apis/apps/v1/namespaces/${namespace}/deployments`;

describeReal('an approval, from the call to the cluster', (cluster) => {
  let relay: Relay;
  let here: Stand;
  let ask: Api;
  let flags: readonly string[];

  beforeAll(async () => {
    await openWritable(cluster, namespace);
    relay = await startRelay(cluster);
    ask = api(cluster);
    flags = ['--kubeconfig', relay.kubeconfig];
    here = await stand({ cluster: flags });
  }, 60_000);
  afterAll(async () => {
    await relay.stop();
    ask.close();
  });

  /** A workload of this test's own, with two replicas. */
  let name = '';
  let count = 0;
  beforeEach(async () => {
    name = `web-${++count}`;
    const { metadata, ...web } = (await ask('GET', `${path}/web`)).json as { metadata: object; spec: object };
    const { labels } = metadata as { labels?: object };
    const body = { ...web, metadata: { name, namespace, labels }, status: undefined };
    expect((await ask('POST', path, { body })).status).toBe(201);
    relay.onTheWay(undefined);
    relay.onTheWayBack(undefined);
  });

  const to = (replicas: number) => ({ kind: 'deploy', name, namespace, replicas });
  const scale = (replicas: number, peer: Peer = here.peer): Promise<Told> => peer.call('scale', to(replicas));
  const replicas = async (): Promise<number> =>
    ((await ask('GET', `${path}/${name}`)).json as { spec: { replicas: number } }).spec.replicas;
  const sent = (): number => relay.changes().filter((one) => one.path === `${path}/${name}`).length;
  const waits = (told: Told): string => {
    expect(told.decision.outcome, told.text).toBe('approve');
    return approvalOf(told);
  };
  const settled = (told: Told): void => {
    expect(told.isError).toBe(false);
    expect(told.text).toContain('it is so already; nothing was sent.');
  };
  const done = (told: Told): void => {
    expect(told, told.text).toMatchObject({ isError: false, decision: { outcome: 'allow' } });
    expect(told.text).toMatch(/~ spec\.replicas: \d+ → \d+/);
  };

  describe('on the page', () => {
    test('by the link on stderr: shown, approved, done; another argument asks again', async () => {
      const id = waits(await scale(3));
      const { page, text, vote, again } = await come(await printedLink(here.server.stderr, id));
      expect(page.status).toBe(200);
      for (const shown of [name, namespace, 'spec.replicas 2 → 3']) expect(text).toContain(shown);
      expect((await again()).status).toBe(401);
      expect([await replicas(), sent()]).toEqual([2, 0]);

      expect((await vote({ verdict: 'approve' })).status).toBe(303);
      expect((await vote({ verdict: 'refuse' })).status).toBe(409);
      expect([await replicas(), sent()]).toEqual([2, 0]);
      const other = await scale(4);
      expect(other.text).toContain(`It takes the place of approval ${id}: the arguments changed since.`);
      expect(waits(other)).not.toBe(id);
      expect([await replicas(), sent()]).toEqual([2, 0]);
    });

    test('by a link of portcullis approvals open: approved, and the second call does it', async () => {
      const id = waits(await scale(3));
      const { code, stdout } = await portcullis(['approvals', 'open', id, '--approvals', here.folder]);
      expect(code).toBe(0);
      const { vote } = await come(stdout.trim());
      expect((await vote({ verdict: 'approve', seal: 'made-up' })).status).toBe(403);
      expect((await vote({ verdict: 'approve' }, { origin: 'http://evil.example' })).status).toBe(403);
      expect(waits(await scale(3))).toBe(id);
      expect((await vote({ verdict: 'approve', note: 'go ahead' })).status).toBe(303);
      done(await scale(3));
      expect([await replicas(), sent()]).toEqual([3, 1]);
    });

    test('a no is a no', async () => {
      const { vote } = await come(await printedLink(here.server.stderr, waits(await scale(3))));
      expect((await vote({ verdict: 'refuse', note: 'not during the sale' })).status).toBe(303);
      const told = await scale(3);
      expect(told).toMatchObject({ isError: true, decision: { outcome: 'deny', code: 'approval_refused' } });
      expect([await replicas(), sent()]).toEqual([2, 0]);
    });
  });

  describe('on the command line', () => {
    test('a yes to a digest is good for one change', async () => {
      const id = waits(await scale(3));
      await here.approve(id);
      done(await scale(3));
      expect([await replicas(), sent()]).toEqual([3, 1]);
      const refused = await portcullis(['approvals', 'approve', id, '--yes', '00000000', '--approvals', here.folder]);
      expect(refused.code).toBe(3);
      settled(await scale(3));
      await merge({ spec: { replicas: 2 } });
      // All is as it was when the person said yes, and that yes is used.
      expect(waits(await scale(3))).not.toBe(id);
      expect(sent()).toBe(1);
    });

    test('a yes to another digest is none', async () => {
      const id = waits(await scale(3));
      const wrong = ['approvals', 'approve', id, '--yes', 'deadbeef', '--approvals', here.folder];
      expect(await portcullis(wrong)).toMatchObject({ code: 3, stdout: '' });
      expect(waits(await scale(3))).toBe(id);
    });

    test('an argument that was changed asks again, says so, and uses nothing up', async () => {
      const id = waits(await scale(3));
      await here.approve(id);
      const other = await scale(5);
      expect(other.text).toContain(`It takes the place of approval ${id}: the arguments changed since.`);
      expect([await replicas(), sent()]).toEqual([2, 0]);
      await here.approve(waits(other));
      done(await scale(5));
      expect([await replicas(), sent()]).toEqual([5, 1]);
    });

    test('an object that was changed asks again, and says so', async () => {
      const id = waits(await scale(3));
      await here.approve(id);
      await merge({ spec: { replicas: 7 } });
      const other = await scale(3);
      expect(other.text).toContain(`It takes the place of approval ${id}: the object changed since.`);
      expect(other.text).toContain('~ spec.replicas: 7 → 3');
      expect([await replicas(), sent()]).toEqual([7, 0]);
    });

    test('a status that moved voids nothing', async () => {
      const id = waits(await scale(3));
      await here.approve(id);
      const status = { replicas: 2, readyReplicas: 2 };
      const type = 'application/merge-patch+json';
      expect((await ask('PATCH', `${path}/${name}/status`, { body: { status }, type })).status).toBe(200);
      done(await scale(3));
      expect([await replicas(), sent()]).toEqual([3, 1]);
    });

    test('an object that changes in the last moment is a conflict, and a new approval is needed', async () => {
      const id = waits(await scale(3));
      await here.approve(id);
      relay.onTheWay(() => merge({ spec: { replicas: 7 } }));
      const told = await scale(3);
      expect(told.text).toMatch(/^CLUSTER_CONFLICT: /);
      relay.onTheWay(undefined);
      expect([await replicas(), sent()]).toEqual([7, 1]);
      const other = await scale(3);
      expect(waits(other)).not.toBe(id);
      expect(other.text).toContain('~ spec.replicas: 7 → 3');
    });
  });

  const merge = async (body: object): Promise<void> => {
    expect((await ask('PATCH', `${path}/${name}`, { body, type: 'application/merge-patch+json' })).status).toBe(200);
  };

  describe('with an API server that goes away', () => {
    test.for([
      ['before it has the request', 'onTheWay', 2],
      ['before it has answered', 'onTheWayBack', 3],
    ] as const)('%s: the outcome is unknown, and nothing is sent twice', async ([, where, after]) => {
      const id = waits(await scale(3));
      await here.approve(id);
      relay[where](() => {
        throw new Error('gone');
      });
      const told = await scale(3);
      expect(told.text).toMatch(/^OUTCOME_UNKNOWN: .+\n {2}What to do: Look at the object before anything else/);
      expect(told.decision).toMatchObject({ outcome: 'fault', code: 'OUTCOME_UNKNOWN' });
      expect([await replicas(), sent()]).toEqual([after, 1]);
      const next = await scale(3);
      if (after === 3) settled(next);
      else expect(waits(next)).not.toBe(id);
      expect(sent()).toBe(1);
      expect(await portcullis(['approvals', 'show', id, '--approvals', here.folder])).toMatchObject({
        stdout: expect.stringMatching(/^Approval \S+: used[\s\S]*^Outcome: +unknown/m),
      });
    });
  });

  describe('of several objects', () => {
    test('one that fails ends it: what is done, what is not, and how to go on', async () => {
      const named = ['a', 'b', 'c'].map((one) => `${name}-${one}`);
      const items = named.map((one) => ({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: one },
        data: { a: 'b' },
      }));
      const args = { namespace, manifest: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }) };
      await here.approve(waits(await here.peer.call('apply', args)));
      relay.onTheWay((record) => {
        if (record.path.endsWith('-b')) throw new Error('gone');
      });
      const { text } = await here.peer.call('apply', args);
      expect(text).toMatch(/^OUTCOME_UNKNOWN: /);
      expect(text).toContain(`Done: configmaps ${namespace}/${named[0]}.`);
      expect(text).toContain(`Failed: configmaps ${namespace}/${named[1]}.`);
      expect(text).toContain(`Not sent: configmaps ${namespace}/${named[2]}.`);
      const came = relay.changes().map((one) => one.path.split('/').at(-1) ?? '');
      expect(came.filter((one) => named.includes(one))).toEqual(named.slice(0, 2));

      relay.onTheWay(undefined);
      await here.approve(waits(await here.peer.call('apply', args)));
      const rest = await here.peer.call('apply', args);
      expect(rest.isError, rest.text).toBe(false);
    });
  });

  describe('by the agent itself', () => {
    const own = (replicas: number) => ({ ...to(replicas), approved: true });

    test('is no approval', async () => {
      const told = await here.peer.call('scale', own(3));
      expect(told.text).toContain('There is no argument approved');
      expect([await replicas(), sent()]).toEqual([2, 0]);
    });

    test('is one where the policy says so, and only for what it says', async () => {
      const trusting = await stand({ cluster: flags, config: { approval: { methods: ['argument'] } } });
      const asked = await trusting.peer.call('scale', to(3));
      expect(waits(asked)).toBeDefined();
      done(await trusting.peer.call('scale', own(4)));
      expect([await replicas(), sent()]).toEqual([4, 1]);
      expect(await trusting.stop()).toContain('Changes sent to a cluster: 1.');
    }, 60_000);
  });

  describe('with many who call at once', () => {
    /** Each is answered: who is told that too many calls are running calls again. */
    const calls = async (peers: readonly Peer[], each: number): Promise<readonly Told[]> =>
      Promise.all(peers.flatMap((peer) => Array.from({ length: each }, () => persistent(peer))));
    const persistent = (peer: Peer): Promise<Told> =>
      waitFor(() => scale(3, peer).catch((error: Error) => void expect(error.message).toContain('Too many calls')));

    test('200 over one server: one of them does it', async () => {
      await here.approve(waits(await scale(3)));
      const peers = await Promise.all(
        Array.from({ length: 10 }, () => connect('client 2.4, 2026-07-28', { url: here.server.url })),
      );
      const told = await calls(peers, 20);
      expect([await replicas(), sent()]).toEqual([3, 1]);
      expect(told.filter(({ text }) => /~ spec\.replicas: 2 → 3/.test(text) && !/^Waiting/.test(text))).toHaveLength(1);
      expectSensible(told);
      await Promise.all(peers.map((peer) => peer.close()));
    }, 60_000);

    test('200 over two servers that share a folder: one of them does it', async () => {
      const { args, log } = await writingFlags({ cluster: flags, folder: here.folder });
      const server = await serve(args);
      const second = () => connect('client 2.4, 2026-07-28', { url: server.url });
      const first = () => connect('client 2.4, 2026-07-28', { url: here.server.url });
      const peers = await Promise.all([first(), second(), first(), second(), first(), second(), first(), second()]);
      const id = waits(await scale(3));
      expect(waits(await scale(3, peers[1]))).toBe(id);
      await here.approve(id);
      const told = await calls(peers, 25);
      expect([await replicas(), sent()]).toEqual([3, 1]);
      expect(told.filter(({ text }) => /~ spec\.replicas: 2 → 3/.test(text) && !/^Waiting/.test(text))).toHaveLength(1);
      expectSensible(told);
      await Promise.all(peers.map((peer) => peer.close()));
      expect(await server.stop()).toBe(0);
      await audited(log);
    }, 60_000);
  });

  describe.for(peopleByWay)('in a form, %s', ([, start]) => {
    test('a yes does it within the call, a no refuses it, and what waits elsewhere waits', async () => {
      const { args, log } = await writingFlags({
        cluster: flags,
        config: { approval: { methods: ['elicitation', 'page', 'cli'] } },
      });
      const forms: string[] = [];
      const givens = [yes, no];
      const call = await start(args, (shown) => {
        forms.push(shown);
        return givens[forms.length - 1] ?? { action: 'cancel' };
      });
      const approved = await call('scale', to(3));
      expect(approved.isError, approved.text).toBe(false);
      expect(forms[0]).toMatch(
        new RegExp(`patch deployments\\.apps ${namespace}/${name}\\n +~ spec\\.replicas: 2 → 3`),
      );
      expect([await replicas(), sent()]).toEqual([3, 1]);

      const refused = await call('scale', to(4));
      expect(refused.text).toContain('approval_refused');
      expect(await call('scale', to(4))).toMatchObject({ isError: true });
      const cancelled = await call('scale', to(5));
      expect(cancelled.text).toContain('Waiting for a person');
      expect([await replicas(), sent()]).toEqual([3, 1]);
      expect(await audited(log)).toContain('Changes sent to a cluster: 1.');
    }, 60_000);
  });

  test('the log is whole, and has the change and its approval', async () => {
    expect(await here.stop()).toMatch(/^Changes sent to a cluster: \d+/m);
    const lines = await linesOf(here.log);
    const sending = lines.filter(({ custom }) => custom.outcome === 'sending');
    expect(sending.length).toBeGreaterThan(5);
    for (const { custom } of sending) expect(custom.approvals).toHaveLength(1);
    const scaled = sending.filter(({ custom }) => custom.tool === 'scale');
    const used = scaled.map(({ custom }) => custom.approvals?.[0]);
    expect(new Set(used).size).toBe(used.length);
  });
});

describe('the demo, as npm start runs it', () => {
  test('a call waits, the page shows it, a click approves, the second call does it, the log verifies', async () => {
    const here = await scratch();
    const [log, folder] = [join(here, 'decisions.log'), join(here, 'approvals')];
    const child = raw(['demo', '--http', '0', '--log', log, '--approvals', folder]);
    const { stderr } = listen(child);
    const url = await waitFor(() => /portcullis listens on (\S+)/.exec(stderr())?.[1], 60_000);
    const peer = await connect('client 2.4, 2026-07-28', { url });
    const args = { kind: 'deploy', name: 'checkout', namespace: 'shop', replicas: 5 };
    const waiting = await peer.call('scale', args);
    const { text, vote } = await come(await printedLink(stderr, approvalOf(waiting)));
    expect(text).toMatch(/spec\.replicas \d → 5/);
    expect((await vote({ verdict: 'approve' })).status).toBe(303);
    const done = await peer.call('scale', args);
    expect(done.text).toMatch(/~ spec\.replicas: \d → 5/);
    expect((await peer.call('scale', { ...args, replicas: 6 })).decision.outcome).toBe('approve');
    await peer.close();
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(await audited(log)).toContain('Changes sent to a cluster: 1.');
  }, 90_000);
});

/** Each of many calls did it, came too late, or found it done. */
const expectSensible = (told: readonly Told[]): void => {
  for (const { text } of told)
    expect(text).toMatch(/~ spec\.replicas: 2 → 3|^APPROVAL_USED: |it is so already|^Waiting for a person/m);
};
