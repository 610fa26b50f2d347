// One object, its rollout, and what it uses, as a real API server tells of them. A definition of the group metrics.k8s.io
// stands in for the server that measures.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Cluster, startCluster } from '../cluster/control-plane.ts';
import { describeReal } from '../cluster/real.ts';
import { seed } from '../cluster/seed.ts';
import { portcullis } from './program.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const measured = (kind: string, plural: string, scope: string) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: `${plural}.metrics.k8s.io`,
    annotations: { 'api-approved.kubernetes.io': 'unapproved, a stand-in' },
  },
  spec: {
    ...{
      group: 'metrics.k8s.io',
      scope,
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
    },
    versions: [
      {
        ...{ name: 'v1beta1', served: true, storage: true },
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
});

const owned = (apiVersion: string, kind: string, name: string) => ({
  ownerReferences: [{ apiVersion, kind, name, uid: name, controller: true }],
});

const template = (tag: string) => ({
  metadata: { labels: { app: 'web' } },
  spec: {
    containers: [
      {
        ...{ name: 'app', image: `registry.example/app:${tag}`, env: [{ name: 'KEY', value: `hidden-${tag}` }] },
        resources: { limits: { memory: '512Mi', cpu: '1' } },
      },
    ],
  },
});

const web = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { replicas: 1, selector: { matchLabels: { app: 'web' } }, template: template('2') },
  status: { observedGeneration: 1, replicas: 1, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1 },
};

const set = (revision: number, replicas: number) => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: {
    ...{ name: `web-${revision}`, namespace: 'shop', labels: { app: 'web' } },
    annotations: { 'deployment.kubernetes.io/revision': `${revision}` },
    ...owned('apps/v1', 'Deployment', 'web'),
  },
  spec: { replicas, selector: { matchLabels: { app: 'web' } }, template: template(`${revision}`) },
  status: { replicas, readyReplicas: replicas },
});

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web-1', namespace: 'shop', labels: { app: 'web' }, ...owned('apps/v1', 'ReplicaSet', 'web-2') },
  spec: { nodeName: 'node-a', ...template('2').spec },
  status: { phase: 'Running' },
};

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] },
};

const event = {
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: 'web.1', namespace: 'shop' },
  involvedObject: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', namespace: 'shop' },
  ...{ type: 'Normal', reason: 'ScalingReplicaSet', message: 'Scaled up replica set web-2 from 0 to 1' },
};

const node = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'node-a' },
  status: { allocatable: { cpu: '2', memory: '8Gi' }, capacity: { cpu: '2', memory: '8Gi' } },
};

const usages = [
  {
    ...{ apiVersion: 'metrics.k8s.io/v1beta1', kind: 'PodMetrics', metadata: { name: 'web-1', namespace: 'shop' } },
    containers: [{ name: 'app', usage: { cpu: '156340928n', memory: '491520Ki' } }],
  },
  {
    ...{ apiVersion: 'metrics.k8s.io/v1beta1', kind: 'NodeMetrics', metadata: { name: 'node-a' } },
    usage: { cpu: '250m', memory: '2Gi' },
  },
];

// A cluster of its own: the others of this run must not find the group.
describeReal('looks at a real API server', () => {
  let cluster: Cluster;
  const call = (tool: string, args: object) =>
    portcullis(['call', tool, JSON.stringify(args), '--kubeconfig', cluster.kubeconfig]);
  const top = (args: object) => call('top', args);
  beforeAll(async () => {
    cluster = await startCluster({ users: [] });
    await seed(cluster, [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
      node,
      web,
      set(1, 0),
      set(2, 1),
      pod,
      service,
      event,
    ]);
  });
  afterAll(() => cluster.stop());

  test('an object is told with its tree, its events and who refers to it', async () => {
    const { stdout } = await call('describe', { kind: 'deploy', name: 'web', namespace: 'shop' });
    expect(stdout).toContain(
      'Deployment web: 1 of 1 ready\n  ReplicaSet web-2: 1 of 1 ready\n    Pod web-1: Running, 0 of 1 ready, on node-a\n',
    );
    expect(stdout).toMatch(/^Normal ScalingReplicaSet, .*: Scaled up replica set web-2 from 0 to 1$/m);
    expect(stdout).toMatch(/^Service web: ClusterIP, 80→8080$/m);
    expect(stdout).not.toContain('hidden');
    const above = await call('describe', { kind: 'pod', name: 'web-1', namespace: 'shop' });
    expect(above.stdout).toContain('Deployment web: 1 of 1 ready\n  ReplicaSet web-2: 1 of 1 ready\n    Pod web-1');
  });

  test('a name that is not there is answered with the nearest', async () => {
    const { code, stdout } = await call('describe', { kind: 'deploy', name: 'wep', namespace: 'shop' });
    expect([code, stdout]).toEqual([3, expect.stringContaining('Deployment shop/wep; nearest: web')]);
    const elsewhere = await call('describe', { kind: 'deploy', name: 'web', namespace: 'default' });
    expect(elsewhere.stdout).toContain('one of this name is in shop');
  });

  test('revisions are compared, but for what variables hold', async () => {
    const { stdout } = await call('rollout', { kind: 'deploy', name: 'web', namespace: 'shop' });
    expect(stdout).toMatch(/^Deployment shop\/web is rolled out: all of 1 replicas/);
    expect(stdout).toContain('~ spec.containers[name=app].image: registry.example/app:1 → registry.example/app:2\n');
    expect(stdout).toContain('Back to revision 1: rollback');
    expect(stdout).not.toContain('hidden');
  });

  test('without the group it says so', async () => {
    const { code, stdout } = await top({ namespace: 'shop' });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^This cluster has no metrics API/)]);
  });

  test('with the group it is told against the limits', async () => {
    const kinds = [measured('PodMetrics', 'pods', 'Namespaced'), measured('NodeMetrics', 'nodes', 'Cluster')];
    await seed(cluster, [...kinds, ...usages]);
    const pods = await top({ namespace: 'shop' });
    expect(pods.stdout).toMatch(
      /^Container app of Pod shop\/web-1 is nearest to a limit: memory 480Mi \(93% of limit 512Mi/,
    );
    const nodes = await top({ kind: 'node', name: 'node-a' });
    expect(nodes.stdout).toMatch(/^Node node-a is fullest: memory 2048Mi \(25% of allocatable 8192Mi\)/);
  });
});
