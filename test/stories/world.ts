// The world of one story: the compiled policy, the real gate, a cluster whose every request is written down.

import { keyed } from '../../src/commands/key.ts';
import { Fault, type FaultCode, faults } from '../../src/gate/fault.ts';
import { createGate } from '../../src/gate/gate.ts';
import type { Cluster, DecisionEvent, Gate, Permit, Policy, Ports, Result, Subject } from '../../src/gate/ports.ts';
import { canonical, digest } from '../../src/log/digest.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { openStoryCluster } from './cluster.ts';
import type { Policies } from './policy.ts';
import type { Story } from './story.ts';
import { decisionId, sentAs } from './telling.ts';

/** The moment at which every story happens, unless it says otherwise: a Thursday. */
const usualTime = '2026-01-15T10:00:00Z';

/** What came of one call. */
export type Happened = {
  readonly result: Result;
  readonly sent: readonly Permit[];
  readonly events: readonly DecisionEvent[];
};

export type World = {
  readonly gate: Gate;
  readonly call: (tool: string, args: unknown) => Promise<Happened>;
  readonly close: () => Promise<void>;
};

/** Opens the world that a story describes. */
export async function openStoryWorld(story: Story, policies: Policies): Promise<World> {
  const { settings, config } = story;
  const now = new Date(settings.Time ?? usualTime);
  const policy = await policies.of(settings.Preset, config);
  const cluster = await openStoryCluster({ manifests: story.manifests, logs: story.logs, now });
  const named = { ...cluster, info: clusterInfo(settings.Cluster ?? 'demo') };
  return openWorld(policy, failing(named, story.failures), now, callerOf(settings.Caller ?? 'alice'), cluster.close);
}

/** A gate over a policy and a cluster; each call gives what it sent and logged. */
export function openWorld(
  policy: Policy,
  cluster: Cluster,
  now: Date,
  subject: Subject,
  close: () => Promise<void> = async () => {},
): World {
  let sent: Permit[] = [];
  let events: DecisionEvent[] = [];
  let count = 0;
  const ports: Ports = {
    policy: () => policy,
    cluster: {
      ...cluster,
      send: (permit, signal) => {
        sent.push(permit);
        return cluster.send(permit, signal);
      },
    },
    record: async (event) => void events.push(event),
    now: () => now,
    id: () => {
      count += 1;
      return decisionId(count);
    },
    canonical,
    digest,
    ...keyed(Buffer.from('a key for stories')),
    yaml: writeYaml,
  };
  const gate = createGate(ports);
  return {
    gate,
    call: async (tool, args) => {
      sent = [];
      events = [];
      const result = await gate.call({ tool, arguments: args, subject, transport: 'stdio' });
      await gate.settle();
      return { result, sent, events };
    },
    close,
  };
}

/** `prod-eu`, or `prod-eu (env=prod)` with labels. */
function clusterInfo(text: string): Cluster['info'] {
  const [, name = '', labels = ''] = /^(\S+)(?: \((.+)\))?$/.exec(text) ?? [];
  return { name, labels: Object.fromEntries(labels.split(', ').flatMap((one) => (one ? [one.split('=')] : []))) };
}

/** `alice`, or `alice (sre, oncall)` with groups. */
function callerOf(text: string): Subject {
  const [, id = '', groups = ''] = /^(\S+)(?: \((.+)\))?$/.exec(text) ?? [];
  return { id, groups: groups === '' ? [] : groups.split(', '), claims: {}, agent: '', verified: true };
}

/** The cluster, but some of its requests fail with a fault and the API server's words. */
function failing(cluster: Cluster, failures: readonly string[]): Cluster {
  const rules = failures.map((line) => {
    const [, request = '', code = '', words = ''] = /^(.+?): ([A-Z_]+) ?(.*)$/.exec(line) ?? [];
    if (!Object.hasOwn(faults, code)) throw new Error(`failures: "${line}" names no fault.`);
    return { request, fault: () => new Fault(code as FaultCode, words) };
  });
  return {
    ...cluster,
    send: async (permit, signal) => {
      const rule = rules.find(({ request }) => sentAs(permit).startsWith(request));
      if (rule) throw rule.fault();
      return cluster.send(permit, signal);
    },
  };
}
