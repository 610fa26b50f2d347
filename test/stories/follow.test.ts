// Whoever follows the calls that answers name has, at the end, seen everything once: whatever the budget.
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openStoryCluster } from './cluster.ts';
import { createPolicies } from './policy.ts';
import { callsNamed } from './telling.ts';
import { openWorld, type World } from './world.ts';

const policies = createPolicies();
afterAll(() => policies.close());

const moment = new Date('2026-01-15T10:00:00Z');
const now = () => moment;
const alice = { id: 'alice', groups: [], claims: {}, agent: '', verified: true };
/** No journey of this file is longer; a circle is. */
const longest = 60;

const names = Array.from({ length: 40 }, (_, at) => `worker-${String(at).padStart(2, '0')}`);
const namespaces = ['blue', 'green', 'kube-closed'];
const manifests = [
  ...namespaces.flatMap((namespace) => names.map((name) => pod(name, namespace))),
  {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { name: 'many', namespace: 'blue' },
    subsets: Array.from({ length: 30 }, (_, at) => ({ addresses: [{ ip: `10.0.0.${at}` }], ports: [{ port: 80 }] })),
  },
]
  .map((object) => stringify(object))
  .join('---\n');
const lines = Array.from({ length: 90 }, (_, at) => `line ${String(at).padStart(2, '0')} of what the worker said`);

describe.each([700, 1500, 24_576])('with %i bytes an answer', (bytes) => {
  test('every row of one namespace is seen once', async () => {
    const seen = await follow(bytes, 'list', { kind: 'pods', namespace: 'blue' });
    expect(found(seen, /^worker-\d\d/gm)).toEqual(names);
  });

  test('every row of a limited list is seen once', async () => {
    const seen = await follow(bytes, 'list', { kind: 'pods', namespace: 'blue', limit: 7 });
    expect(found(seen, /^worker-\d\d/gm)).toEqual(names);
  });

  test('every row of chosen fields is seen once', async () => {
    const seen = await follow(bytes, 'list', { kind: 'pods', namespace: 'blue', fields: ['status.phase'] });
    expect(found(seen, /^worker-\d\d/gm)).toEqual(names);
  });

  test('every line of a log is seen once', async () => {
    const seen = await follow(bytes, 'logs', { pod: 'worker-00', namespace: 'blue', container: 'app' });
    expect(found(seen, /^line \d\d/gm)).toEqual(lines.map((line) => line.slice(0, 7)));
  });

  test('every kind is seen once', async () => {
    const seen = await follow(bytes, 'kinds', {});
    const kinds = found(seen, /^[a-z]+(?= .* (?:true|false) )/gm);
    expect(kinds).toContain('pods');
    expect(new Set(kinds).size).toBeGreaterThan(40);
  });
});

// The call that is named asks for the whole list again, of which the same part fits: the journey is a circle.
test('every item of a long list inside one object is seen', async () => {
  const seen = await follow(1500, 'get', { kind: 'endpoints', name: 'many', namespace: 'blue' });
  expect(new Set(found(seen, /10\.0\.0\.\d+/gm)).size).toBe(30);
});

test('every row of every open namespace is seen once, and none of a closed one', async () => {
  const seen = await follow(24_576, 'list', { kind: 'pods', limit: 9 });
  expect(found(seen, /worker-\d\d(?= )/gm)).toEqual([...names, ...names].sort());
  expect(seen.join('\n')).not.toContain('kube-closed');
});

test.each([700, 1500])('every finding of a namespace is told once, with %i tokens an answer', async (tokens) => {
  const failing = names.map((name) => stringify(broken(name.replace('worker', 'broken')))).join('---\n');
  const config = `diagnosis: {tokens: ${tokens}}`;
  const seen = await follow(24_576, 'diagnose', { namespace: 'red' }, config, failing);
  const told = found(seen, /^(?:- )?(?:Container )?app of Pod red\/broken-\d\d/gm)
    .map((text) => text.slice(-9))
    .sort();
  expect(told).toEqual(names.map((name) => name.replace('worker', 'broken')));
});

describe('one list over all namespaces, of which some are closed', () => {
  /** Which namespaces there are is not granted, so that one list over all of them is made. */
  const censusless = `grants:
  - {verbs: [get, list], apiGroups: [""], resources: [pods], namespaces: ["*"]}
  - {verbs: [get, list], apiGroups: [discovery.portcullis], resources: [apiresources], namespaces: []}`;
  const cut = () => follow(24_576, 'list', { kind: 'pods', limit: 9 }, censusless);

  test('shows every row of the open ones once', async () => {
    expect(found(await cut(), /worker-\d\d(?= )/gm)).toEqual([...names, ...names].sort());
  });

  // The number left is the API server's, who counts what will be dropped.
  test('never counts what lies in a closed one', async () => {
    const left = (await cut()).flatMap((text) => [...text.matchAll(/^(\d+) more/gm)].map(([, count]) => Number(count)));
    expect(Math.max(0, ...left)).toBeLessThanOrEqual(2 * names.length - 9);
  });

  // A token of the API server holds the name of the last object it read, in base64 that anyone can read.
  test('never gives a place to continue from that names what lies in a closed one', async () => {
    const tokens = (await cut()).flatMap((text) => [...text.matchAll(/"continue":"\d+\.([^"]+)"/g)]);
    const told = tokens.map(([, token]) => Buffer.from(token ?? '', 'base64').toString('latin1'));
    expect(told.join()).not.toContain('kube-closed');
  });
});

/** The texts of a call and of every call that its answers name. */
async function follow(
  bytes: number,
  tool: string,
  args: unknown,
  config = '',
  instead = '',
): Promise<readonly string[]> {
  const world = await open(bytes, config, instead);
  try {
    const open: string[] = [`${tool} ${JSON.stringify(args)}`];
    const made = new Set<string>();
    const texts: string[] = [];
    for (let call = open.shift(); call !== undefined; call = open.shift()) {
      expect(made.has(call), `the same call again: ${call}`).toBe(false);
      made.add(call);
      expect(made.size, 'calls made').toBeLessThan(longest);
      const at = call.indexOf(' ');
      const { result } = await world.call(call.slice(0, at), JSON.parse(call.slice(at)));
      expect(result.outcome, result.text).toBe('allow');
      expect(Buffer.byteLength(result.text)).toBeLessThanOrEqual(bytes);
      texts.push(result.text);
      open.push(...callsNamed(result.text));
    }
    return texts;
  } finally {
    await world.close();
  }
}

async function open(bytes: number, config: string, instead: string): Promise<World> {
  const policy = await policies.of('default', `limits: {bytes: ${bytes}}\n${config}`);
  const logs = { 'blue/worker-00/app': `${lines.join('\n')}\n` };
  const cluster = await openStoryCluster({ manifests: instead === '' ? manifests : instead, logs, now });
  return openWorld({ policy: () => policy, cluster, now, caller: alice, close: cluster.close });
}

function found(texts: readonly string[], pattern: RegExp): readonly string[] {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([match]) => match)).sort();
}

function pod(name: string, namespace: string): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, creationTimestamp: '2026-01-15T09:00:00Z' },
    spec: { containers: [{ name: 'app', image: 'registry.example.com/worker:1' }] },
    status: { phase: 'Running' },
  };
}

/** Waits for its image. */
function broken(name: string): unknown {
  const waiting = { reason: 'ImagePullBackOff', message: 'Back-off pulling image' };
  return {
    ...(pod(name, 'red') as object),
    status: {
      phase: 'Pending',
      containerStatuses: [{ name: 'app', ready: false, restartCount: 0, state: { waiting } }],
    },
  };
}
