// A server that is killed at stations of its writes, again and again, on one log and one folder of approvals. Knows the
// stations by what can be seen from outside: files that appear, lines of the log, requests on their way.
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openApprovals } from '../../src/approvals/approvals.ts';
import type { Approval, Verdict } from '../../src/gate/ports.ts';
import { connect, type Peer, type Told } from './peers.ts';
import { type Server, serve, waitFor } from './program.ts';
import type { Relay } from './writes-relay.ts';
import { linesOf, writingFlags } from './writes-stand.ts';

/** Where a write can stay for as long as it takes. */
export const resting = ['the proposal is on record', 'the request has left', 'the change is made'] as const;
/** What is over in a moment: the server is killed in it. */
export const passing = [
  'the vote is on record',
  'the approval is claimed',
  'the line is on the disk',
  'the answer has come back',
] as const;
export type Station = (typeof resting)[number] | (typeof passing)[number];

export type Victim = {
  readonly log: string;
  /** Starts the server, on the same log and folder as ever. */
  readonly rise: () => Promise<void>;
  /** Brings the write of each ConfigMap to its station, and kills the server when the last is there. */
  readonly fall: (writes: ReadonlyMap<string, Station>) => Promise<void>;
  /** Calls again, as the agent would. */
  readonly call: (name: string) => Promise<Told>;
  /** Calls again until a person is asked, and no longer; gives the approval that waits. */
  readonly askAgain: (name: string) => Promise<Approval>;
  readonly decide: (id: string, verdict: Verdict) => Promise<void>;
  readonly approvals: (name: string) => Promise<readonly Approval[]>;
  readonly stop: () => Promise<void>;
};

/** A server that changes ConfigMaps of `namespace` through this relay. */
export const victim = async (relay: Relay, namespace: string): Promise<Victim> => {
  // It waits for the person within the call, so that one call goes through every station.
  const config = { approval: { waitSeconds: 20 } };
  const { args, log, folder } = await writingFlags({ cluster: ['--kubeconfig', relay.kubeconfig], config });
  await mkdir(folder, { mode: 0o700 });
  const desk = await openApprovals({ dir: folder }, { now: () => new Date(), onProblem: () => {} });
  let server: Server;
  let peer: Peer;

  const call = (name: string, signal?: AbortSignal): Promise<Told> => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data: { done: 'yes' } };
    return peer.call('apply', { manifest: JSON.stringify(object) }, signal ? { signal } : {});
  };
  const approvals = async (name: string): Promise<readonly Approval[]> =>
    (await desk.list()).filter(({ requests }) => requests[0]?.name === name);
  const waiting = (name: string): Promise<Approval> =>
    waitFor(async () => (await approvals(name)).find(({ state }) => state === 'requested'));
  const decide = async (id: string, verdict: Verdict): Promise<void> => {
    const vote = { verdict, approver: 'someone', groups: [], method: 'cli', note: '', at: 0 };
    await desk.vote(id, vote);
  };
  const reached = async (name: string, station: Station): Promise<void> => {
    const there = meeting(relay, name, station);
    const { id } = await waiting(name);
    if (station === 'the proposal is on record') return;
    const claimed = station === 'the approval is claimed' && claimOf(join(folder, 'requests'), id);
    const written = station === 'the line is on the disk' && sendingIn(log);
    await decide(id, 'approve');
    await (claimed || written || (station === 'the vote is on record' ? undefined : there));
  };

  return {
    log,
    rise: async () => {
      server = await serve(args);
      peer = await connect('client 2.4, 2026-07-28', { url: server.url });
    },
    fall: async (writes) => {
      const all = [...writes];
      const called = all.map(([name]) => call(name).catch(() => undefined));
      for (const [name, station] of all) await reached(name, station);
      server.child.kill('SIGKILL');
      await once(server.child, 'close');
      forgotten(relay);
      // A call that has no answer now gets none.
      await Promise.race([Promise.all(called), peer.close()]).catch(() => {});
    },
    call: (name) => call(name),
    askAgain: async (name) => {
      const stop = new AbortController();
      const called = call(name, stop.signal).catch(() => undefined);
      const asked = await waiting(name);
      stop.abort();
      await called;
      return asked;
    },
    decide,
    approvals,
    stop: async () => {
      desk.close();
      await peer.close();
      expect(await server.stop()).toBe(0);
    },
  };
};

const meetings = new WeakMap<Relay, Map<string, { readonly there: () => unknown; readonly back: () => unknown }>>();

/** Resolves when the request is where the station says; a resting one is held there for ever. */
const meeting = (relay: Relay, name: string, station: Station): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const held = new Promise<void>(() => {});
  const known = meetings.get(relay) ?? new Map();
  known.set(name, {
    there: () => {
      if (station !== 'the request has left') return undefined;
      resolve();
      return held;
    },
    back: () => {
      if (station === 'the answer has come back') setImmediate(resolve);
      if (station !== 'the change is made') return undefined;
      resolve();
      return held;
    },
  });
  meetings.set(relay, known);
  relay.onTheWay(({ path }) => known.get(path.split('/').at(-1))?.there());
  relay.onTheWayBack(({ path }) => known.get(path.split('/').at(-1))?.back());
  return promise;
};

const forgotten = (relay: Relay): void => {
  meetings.delete(relay);
  relay.onTheWay(undefined);
  relay.onTheWayBack(undefined);
};

/** Resolves when a file or folder of this place has come to show it. */
const appears = (place: string, look: () => Promise<boolean>): Promise<void> =>
  new Promise((done, fail) => {
    const notice = watch(place, () => void tell());
    const tell = async (): Promise<void> => {
      if (!(await look().catch(fail))) return;
      notice.close();
      done();
    };
    void tell();
  });

const claimOf = (requests: string, id: string): Promise<void> =>
  appears(requests, async () => {
    const key = (await readdir(requests)).find((one) => one.startsWith(`${id}.`));
    return key !== undefined && (await readdir(join(requests, key))).includes('claim');
  });

const sendingIn = async (log: string): Promise<void> => {
  const { length } = await readFile(log);
  await appears(log, async () => (await readFile(log)).subarray(length).includes('"outcome":"sending"'));
};

/** How each decision that says it was sent ended, line by line; by id, with what it was about. */
export const endings = async (
  log: string,
): Promise<readonly { readonly name: string; readonly outcomes: readonly string[] }[]> => {
  const lines = (await linesOf(log)).filter(({ input }) => input !== undefined);
  const sent = lines.filter(({ custom }) => custom.outcome === 'sending');
  return sent.map(({ decision_id: id, input }) => ({
    name: input?.request.name ?? '',
    outcomes: lines.filter((line) => line.decision_id === id).map(({ custom }) => custom.outcome ?? ''),
  }));
};
