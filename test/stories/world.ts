// The world of one story: the compiled policy, the real gate, a cluster whose every request is written down, people who
// can be asked, and a clock that stands still.

import { openApprovals } from '../../src/approvals/approvals.ts';
import { withApprovalRequests } from '../../src/commands/approval-requests.ts';
import { keyed } from '../../src/commands/key.ts';
import { Fault, type FaultCode } from '../../src/gate/fault.ts';
import { createGate } from '../../src/gate/gate.ts';
import type { Cluster, DecisionEvent, Gate, Permit, Policy, Ports, Result, Subject } from '../../src/gate/ports.ts';
import { canonical, digest } from '../../src/log/digest.ts';
import { applyMask } from '../../src/log/mask.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { move, personOf, votesOf } from './acts.ts';
import { openStoryCluster } from './cluster.ts';
import type { Policies } from './policy.ts';
import type { Act, Story } from './story.ts';
import { decisionId } from './telling.ts';
import { troubled } from './trouble.ts';

/** The moment at which every story begins, unless it says otherwise: a Thursday. */
const usualTime = '2026-01-15T10:00:00Z';

/** What was sent, and what was logged, masked as the policy wants it. */
export type Deed = { readonly sent: Permit } | { readonly logged: DecisionEvent };

/** What came of one call: both in the order in which they happened. */
export type Happened = { readonly result: Result; readonly deeds: readonly Deed[] };

export type World = {
  readonly gate: Gate;
  readonly call: (tool: string, args: unknown, caller?: Subject) => Promise<Happened>;
  /** All at once. */
  readonly together: (
    calls: readonly (readonly [tool: string, args: unknown])[],
  ) => Promise<{ readonly results: readonly Result[]; readonly deeds: readonly Deed[] }>;
  /** From now on no line is kept on a disk. */
  readonly loseLog: (code: FaultCode) => void;
  readonly close: () => Promise<void>;
};

export type StoryWorld = World & { readonly act: (act: Act) => Promise<void> };

/** Opens the world that a story describes. */
export async function openStoryWorld(story: Story, policies: Policies): Promise<StoryWorld> {
  const { settings, manifests, logs } = story;
  let now = new Date(settings.Time ?? usualTime);
  let policy = await policies.of(settings.Preset, story.config);
  let trouble = { failures: story.failures, rbac: story.rbac };
  const cluster = await openStoryCluster({ manifests, logs, now: () => now });
  const named = { ...cluster, info: clusterInfo(settings.Cluster ?? 'demo') };
  const approvals = await openApprovals('memory', {
    now: () => now,
    page: () => 'http://127.0.0.1:8421/approvals',
    cli: 'portcullis approvals approve',
  });
  const world = openWorld({
    policy: () => policy,
    cluster: withApprovalRequests(
      troubled(named, () => trouble),
      approvals.list,
    ),
    approvals,
    now: () => now,
    caller: personOf(settings.Caller ?? 'alice'),
    close: async () => {
      approvals.close();
      await cluster.close();
    },
  });
  const acts: Readonly<Record<Act['kind'], (text: string) => Promise<void>>> = {
    approve: async (text) => {
      for (const vote of votesOf(text)) {
        const open = (await approvals.list()).filter(({ state }) => state === 'requested' || state === 'approved');
        if (open.length === 0) throw new Error('approve: nothing waits for anybody.');
        for (const { id } of open) await approvals.vote(id, vote);
      }
    },
    moves: (text) => move(text, cluster),
    config: async (text) => {
      policy = await policies.of(settings.Preset, text);
    },
    failures: async (failures) => {
      trouble = { ...trouble, failures };
    },
    rbac: async (rbac) => {
      trouble = { ...trouble, rbac };
    },
    later: async (text) => {
      const seconds = /^(\d+)s$/.exec(text)?.[1];
      if (seconds === undefined) throw new Error(`later: "${text}" is no time: write 901s.`);
      now = new Date(now.getTime() + Number(seconds) * 1000);
    },
  };
  return { ...world, act: ({ kind, text }) => acts[kind](text) };
}

/** A gate over a policy and a cluster; each call gives what it sent and logged. */
export function openWorld({
  cluster,
  caller,
  close = async () => {},
  ...given
}: Pick<Ports, 'cluster' | 'now' | 'approvals'> & {
  readonly policy: () => Policy;
  readonly caller: Subject;
  readonly close?: () => Promise<void>;
}): World {
  let deeds: Deed[] = [];
  let count = 0;
  let lost: FaultCode | undefined;
  const ports: Ports = {
    ...given,
    cluster: {
      ...cluster,
      send: (permit, signal) => {
        deeds.push({ sent: permit });
        return cluster.send(permit, signal);
      },
    },
    record: async (event, policy, how = {}) => {
      if (lost && how.durable) throw new Fault(lost);
      const deed = { logged: event };
      deeds.push(deed);
      const { event: masked } = applyMask(event, await policy.mask(event));
      deed.logged = masked as DecisionEvent;
    },
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
  const call = (tool: string, args: unknown, subject = caller) =>
    gate.call({ tool, arguments: args, subject, transport: 'stdio' });
  return {
    gate,
    call: async (...asked) => {
      deeds = [];
      const result = await call(...asked);
      await gate.settle();
      return { result, deeds };
    },
    together: async (calls) => {
      deeds = [];
      const results = await Promise.all(calls.map(([tool, args]) => call(tool, args)));
      await gate.settle();
      return { results, deeds };
    },
    loseLog: (code) => {
      lost = code;
    },
    close,
  };
}

/** `prod-eu`, or `prod-eu (env=prod)` with labels. */
function clusterInfo(text: string): Cluster['info'] {
  const [, name = '', labels = ''] = /^(\S+)(?: \((.+)\))?$/.exec(text) ?? [];
  return { name, labels: Object.fromEntries(labels.split(', ').flatMap((one) => (one ? [one.split('=')] : []))) };
}
