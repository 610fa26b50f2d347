// kill -9 at every station of a write, twenty times and more: nothing is done twice, everything that left stands in the log
// before it left, and what was interrupted is said to be unknown, once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, api } from '../cluster/api.ts';
import { describeReal } from '../cluster/real.ts';
import { seed } from '../cluster/seed.ts';
import { endings, passing, resting, type Station, type Victim, victim } from './writes-crash.ts';
import { type Relay, startRelay } from './writes-relay.ts';
import { audited } from './writes-stand.ts';

const namespace = 'end-crash';
const path = `/api/v1/namespaces/${namespace}/configmaps`;
const times = 20;

describeReal('a server that is killed while it writes', (cluster) => {
  let ask: Api;
  beforeAll(async () => {
    await seed(cluster, [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }]);
    ask = api(cluster);
  });
  afterAll(() => ask.close());

  const isMade = async (name: string): Promise<boolean> => (await ask('GET', `${path}/${name}`)).status === 200;

  describe.concurrent(`${times} times`, () => {
    test.for(passing)('when %s, and other writes rest where they can', { timeout: 300_000 }, async (station) => {
      const relay = await startRelay(cluster);
      const server = await victim(relay, namespace);
      await server.rise();
      for (let time = 1; time <= times; time++) {
        const writes = new Map<string, Station>(
          [...resting, station].map((one) => [`${one.replaceAll(' ', '-')}.${passing.indexOf(station)}.${time}`, one]),
        );
        await server.fall(writes);
        await server.rise();
        for (const [name, at] of writes) await risen(server, relay, name, at);
      }
      await server.stop();
      await relay.stop();
      await consistent(server, relay);
    });
  });

  const sent = (relay: Relay, name: string): number =>
    relay.changes().filter((one) => one.path === `${path}/${name}`).length;

  /** What became of a write: it is done by a person's yes that is still good, or it was sent once at most and asks anew. */
  const risen = async (server: Victim, relay: Relay, name: string, station: Station): Promise<void> => {
    const [before, ...others] = await server.approvals(name);
    expect(others).toEqual([]);
    const { id = '', state } = before ?? {};
    expect(ends[station]).toContain(state);
    if (state === 'requested') await server.decide(id, 'approve');
    if (state !== 'used') {
      expect([sent(relay, name), await isMade(name)]).toEqual([0, false]);
      const told = await server.call(name);
      expect(told.isError, told.text).toBe(false);
      expect([sent(relay, name), await isMade(name)]).toEqual([1, true]);
      return;
    }
    const once = sent(relay, name);
    expect(once).toBeLessThanOrEqual(1);
    expect(once).toBeGreaterThanOrEqual((await isMade(name)) ? 1 : 0);
    if (await isMade(name)) {
      expect((await server.call(name)).text).toContain('it is so already; nothing was sent.');
    } else {
      const anew = await server.askAgain(name);
      expect(anew.id).not.toBe(id);
      await server.decide(anew.id, 'refuse');
    }
    const used = (await server.approvals(name)).find((one) => one.id === id);
    // Where nothing holds a write, it may have come to its end before the kill arrived.
    const isHeld = resting.some((one) => one === station);
    expect(isHeld ? ['unknown'] : ['executed', 'unknown']).toContain(used?.outcome);
    expect(sent(relay, name)).toBe(once);
  };

  const ends: Record<Station, readonly string[]> = {
    'the proposal is on record': ['requested'],
    'the vote is on record': ['approved', 'used'],
    'the approval is claimed': ['used'],
    'the line is on the disk': ['used'],
    'the request has left': ['used'],
    'the change is made': ['used'],
    'the answer has come back': ['used'],
  };

  const consistent = async (server: Victim, relay: Relay): Promise<void> => {
    const logged = await endings(server.log);
    for (const { name, outcomes } of logged) {
      expect(outcomes, name).toHaveLength(2);
      expect(outcomes, name).toEqual(['sending', expect.stringMatching(/^(executed|unknown)$/)]);
    }
    const names = logged.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const came = relay.changes().map((one) => one.path.slice(path.length + 1));
    expect(new Set(came).size).toBe(came.length);
    expect(came.filter((name) => !names.includes(name))).toEqual([]);
    expect(await audited(server.log)).toMatch(new RegExp(`^Changes sent to a cluster: ${names.length}\\b`, 'm'));
  };
});
