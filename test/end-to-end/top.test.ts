// What pods and nodes use, as a real API server tells it. A definition of the group stands in for the server that measures.
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

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web-1', namespace: 'shop' },
  spec: {
    nodeName: 'node-a',
    containers: [
      { name: 'app', image: 'registry.example/app:1', resources: { limits: { memory: '512Mi', cpu: '1' } } },
    ],
  },
  status: { phase: 'Running' },
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
describeReal('usage on a real API server', () => {
  let cluster: Cluster;
  const top = (args: object) => portcullis(['call', 'top', JSON.stringify(args), '--kubeconfig', cluster.kubeconfig]);
  beforeAll(async () => {
    cluster = await startCluster({ users: [] });
    await seed(cluster, [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }, node, pod]);
  });
  afterAll(() => cluster.stop());

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
