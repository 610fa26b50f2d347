// Every tool that changes something, through the real program: it waits, a person agrees on the command line, and the
// cluster is changed once. The same on the real API server and on the embedded cluster.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeReal } from '../cluster/real.ts';
import { marked } from './shop.ts';
import { type Relay, spelled, startRelay } from './writes-relay.ts';
import { image, openWritable, writeShop } from './writes-shop.ts';
import { approvalOf, type Stand, stand } from './writes-stand.ts';

const namespace = 'end-writes';

/** A call, what its answer says of the change, and what it sends. */
type Written = {
  readonly tool: string;
  readonly args: Record<string, unknown>;
  readonly says: readonly string[];
  readonly sends: readonly string[];
  /** What the same call is told a second time. */
  readonly again?: string;
};

const apps = `/apis/apps/v1/namespaces/${namespace}`;
const core = `/api/v1/namespaces/${namespace}`;
const web = { kind: 'deploy', name: 'web', namespace };

const writes: readonly Written[] = [
  {
    tool: 'scale',
    args: { ...web, replicas: 3, reason: 'More people come on Fridays.' },
    says: ['~ spec.replicas: 2 → 3'],
    again: 'it is so already; nothing was sent.',
    sends: [`PATCH ${apps}/deployments/web`],
  },
  {
    tool: 'set_image',
    args: { ...web, container: 'app', image: image('3') },
    says: [`~ spec.template.spec.containers[name=app].image: ${image('2')} → ${image('3')}`],
    again: 'it is so already; nothing was sent.',
    sends: [`PATCH ${apps}/deployments/web`],
  },
  {
    tool: 'restart',
    args: { kind: 'sts', name: 'db', namespace },
    says: ['+ spec.template.metadata.annotations["kubectl.kubernetes.io/restartedAt"]: 2'],
    again: 'restart_approval',
    sends: [`PATCH ${apps}/statefulsets/db`],
  },
  {
    tool: 'rollback',
    args: { ...web, toRevision: 1 },
    says: [`~ spec.template.spec.containers[name=app].image: ${image('3')} → ${image('1')}`],
    sends: [`PATCH ${apps}/deployments/web`],
  },
  {
    tool: 'rollback',
    args: { kind: 'statefulset', name: 'db', namespace, toRevision: 1 },
    says: [`~ spec.template.spec.containers[name=app].image: ${image('2')} → ${image('1')}`],
    sends: [`PATCH ${apps}/statefulsets/db`],
  },
  {
    tool: 'apply',
    args: {
      namespace,
      manifest: [
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: fresh}\ndata: {mode: "0644", on: yes}\n',
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {shape: round}\n',
        `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: auto, namespace: ${namespace}}\n` +
          'spec: {template: {spec: {containers: [{name: app, resources: {limits: {memory: 64Mi}}}]}}}\n',
      ].join('---\n'),
    },
    says: [
      '+ data.mode: added (its value is not shown to you)',
      '+ data.shape: added',
      'resources.limits.memory: 64Mi',
    ],
    again: 'it is so already; nothing was sent.',
    sends: [`PATCH ${core}/configmaps/fresh`, `PATCH ${core}/configmaps/settings`, `PATCH ${apps}/deployments/auto`],
  },
  {
    tool: 'delete',
    args: { kind: 'pod', name: 'loose', namespace, gracePeriodSeconds: 0 },
    says: [`pods ${namespace}/loose, cluster `, ': deleted.'],
    again: 'NOT_FOUND',
    sends: [`DELETE ${core}/pods/loose`],
  },
];

type World = {
  readonly open: () => Promise<{ readonly stand: Stand; readonly relay?: Relay }>;
};

const walk = ({ open }: World): void => {
  let here: Awaited<ReturnType<World['open']>>;
  beforeAll(async () => {
    here = await open();
  }, 60_000);
  afterAll(async () => {
    await here.relay?.stop();
  });

  test('all of them are offered, and say that they change something', async () => {
    const tools = await here.stand.peer.tools();
    const hints = (name: string) => tools.find((tool) => tool.name === name)?.annotations;
    for (const { tool } of writes)
      expect(hints(tool), tool).toMatchObject({ readOnlyHint: false, destructiveHint: true });
    for (const tool of ['diff', 'approvals']) expect(hints(tool), tool).toMatchObject({ readOnlyHint: true });
  });

  test('diff shows what an apply would change, needs nobody, and changes nothing', async () => {
    const manifest = `{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: ${namespace}}, data: {taste: sweet}}`;
    const before = here.relay?.dryRuns().length ?? 0;
    const told = await here.stand.peer.call('diff', { manifest });
    expect(told).toMatchObject({ isError: false, decision: { outcome: 'allow' } });
    expect(told.text).toContain('data.taste');
    expect(told.text).toContain('nothing was changed');
    if (here.relay) expect(here.relay.dryRuns().length - before).toBe(1);
    expect(here.relay?.changes() ?? []).toEqual([]);
  });

  test.for(writes.map((one) => [`${one.tool} ${one.args.kind ?? ''}`, one] as const))(
    '%s waits, is approved, and is done once',
    async ([, { tool, args, says, sends, again }]) => {
      const { stand, relay } = here;
      const before = relay?.changes().length ?? 0;
      const waiting = await stand.peer.call(tool, args);
      expect(waiting.text).toContain('Waiting for a person; nothing ');
      expect(waiting).toMatchObject({ isError: true, decision: { outcome: 'approve' } });
      const asked = await stand.peer.call(tool, args);
      expect(approvalOf(asked), asked.text).toBe(approvalOf(waiting));
      expect(relay?.changes().slice(before).map(spelled) ?? []).toEqual([]);

      const shown = await stand.approve(approvalOf(waiting));
      const done = await stand.peer.call(tool, args);
      expect(done, done.text).toMatchObject({ isError: false, decision: { outcome: 'allow' } });
      for (const said of says) expect(done.text).toContain(said);
      if (relay) expect(relay.changes().slice(before).map(spelled)).toEqual(sends);
      expect(`${waiting.text}${done.text}${shown}`).not.toContain(marked);

      const twice = await stand.peer.call(tool, args);
      if (again) expect(twice.text).toContain(again);
      if (relay) expect(relay.changes().slice(before).map(spelled)).toEqual(sends);
    },
  );

  test('approvals tells who asked what became of it', async () => {
    const { text, isError } = await here.stand.peer.call('approvals', {});
    expect(isError).toBe(false);
    for (const { tool } of writes) expect(text).toMatch(new RegExp(`\\bused +${tool}\\b`));
    const waiting = await here.stand.peer.call('approvals', { state: 'requested' });
    expect(waiting.text).not.toMatch(/\bused\b/);
  });

  test('the log is whole, and has two lines for each change', async () => {
    const { stand } = here;
    expect(await stand.stop()).toMatch(/^Changes sent to a cluster: \d+\.$/m);
    const lines = await stand.lines();
    const sending = lines.filter(({ custom }) => custom.outcome === 'sending');
    const sent = writes.flatMap(({ sends }) => sends).length;
    expect(sending).toHaveLength(sent);
    for (const { decision_id: id } of sending)
      expect(lines.filter((line) => line.decision_id === id).map(({ custom }) => custom.outcome)).toEqual([
        'sending',
        'executed',
      ]);
    if (here.relay) expect(here.relay.changes()).toHaveLength(sent);
  });
};

describeReal('writes on a real API server', (cluster) => {
  walk({
    open: async () => {
      await openWritable(cluster, namespace);
      const relay = await startRelay(cluster);
      return { stand: await stand({ cluster: ['--kubeconfig', relay.kubeconfig] }), relay };
    },
  });
});

describe('writes on an embedded cluster', () => {
  walk({ open: async () => ({ stand: await stand({ cluster: ['--cluster', await writeShop(namespace)] }) }) });
});
