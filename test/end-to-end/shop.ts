// A small shop with realistic troubles, in a namespace of the asking test. Every secret in it is marked, so that a leak is found.
import type { Connection } from '../cluster/api.ts';
import { seed, writeLog } from '../cluster/seed.ts';

/** Stands in every value that no agent may ever read. */
export const marked = 'Zq7vT2nKx9LmW4pR';

type Object = Record<string, unknown> & { readonly kind: string };

const app = {
  name: 'app',
  image: 'registry.example/shop/web:1.4.2',
  env: [
    { name: 'LOG_LEVEL', value: 'debug' },
    { name: 'DB_PASSWORD', value: marked },
    { name: 'API_KEY', valueFrom: { secretKeyRef: { name: 'db', key: 'apiKey' } } },
  ],
};
const sidecar = { name: 'proxy', image: 'registry.example/proxy:2.0' };

const meta = (namespace: string, name: string, more: object = {}) => ({ name, namespace, ...more });

const status = (name: string, state: object, restartCount = 0) => ({
  name,
  image: app.image,
  imageID: 'registry.example/shop/web@sha256:5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03',
  ready: 'running' in state,
  restartCount,
  state,
});

const running = { running: { startedAt: '2026-11-21T08:00:00Z' } };
const crashing = { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container' } };

const pod = (namespace: string, name: string, node: string | undefined, state: object, restarts = 0): Object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: meta(namespace, name, {
    labels: { app: 'web', tier: 'front', 'example.com/team': 'checkout' },
    annotations: { 'example.com/note': `password: ${marked}` },
  }),
  spec: { ...(node ? { nodeName: node } : {}), containers: [app, sidecar] },
  status: {
    phase: 'Running',
    podIP: '10.1.2.3',
    startTime: '2026-11-21T08:00:00Z',
    conditions: [{ type: 'Ready', status: 'running' in state ? 'True' : 'False' }],
    containerStatuses: [status('app', state, restarts), status('proxy', running)],
  },
});

const event = (namespace: string, name: string, reason: string, message: string, type = 'Warning'): Object => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: meta(namespace, name),
  involvedObject: { apiVersion: 'v1', kind: 'Pod', name: 'web-crash', namespace },
  reason,
  message,
  type,
  count: 7,
  firstTimestamp: '2026-11-21T08:00:00Z',
  lastTimestamp: '2026-11-21T08:30:00Z',
  source: { component: 'kubelet' },
});

/** A definition of a kind and nothing more. */
export const definition = (group: string, kind: string, plural: string): Object => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${plural}.${group}` },
  spec: {
    group,
    scope: 'Namespaced',
    names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: { status: {} },
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
});

/** Seeds the shop into `namespace`, with its logs; the custom resource's group ends in it, too. */
export const openShop = async (cluster: Connection, namespace: string): Promise<void> => {
  const node = cluster.kubelet?.node;
  await writeLog(
    cluster,
    `${namespace}/web-ok/app`,
    lines(300, (n) => `2026-11-21T08:00:00.000000000Z stdout F GET /cart/${n} 200`),
  );
  await writeLog(cluster, `${namespace}/web-ok/proxy`, `upstream ready\npassword=${marked}\n`);
  await writeLog(cluster, `${namespace}/web-crash/app`, 'starting\nfatal: cannot reach db\n');
  await writeLog(
    cluster,
    `${namespace}/web-crash/app.previous`,
    `boom\nDATABASE_URL=postgres://shop:${marked}@db:5432/shop\n`,
  );
  await writeLog(cluster, `${namespace}/web-crash/proxy`, 'upstream ready\n');
  const group = `${namespace}.portcullis.test`;
  const labels = { app: 'web', tier: 'front' };
  await seed(cluster, [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    definition(group, 'Widget', 'widgets'),
    {
      apiVersion: `${group}/v1`,
      kind: 'Widget',
      metadata: meta(namespace, 'left'),
      spec: { secret: marked, size: 3 },
      status: { conditions: [{ type: 'Ready', status: 'True', reason: 'AllGood' }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: meta(namespace, 'web', { labels }),
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [app, sidecar] } },
      },
      status: { replicas: 2, readyReplicas: 1, availableReplicas: 1, updatedReplicas: 2, observedGeneration: 1 },
    },
    pod(namespace, 'web-ok', node, running),
    pod(namespace, 'web-crash', node, crashing, 12),
    { apiVersion: 'v1', kind: 'Secret', metadata: meta(namespace, 'db'), stringData: { apiKey: marked } },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: meta(namespace, 'settings'),
      data: { LOG_LEVEL: marked, theme: marked },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: meta(namespace, 'web'),
      spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
    },
    event(namespace, 'web-crash.1', 'BackOff', `Back-off restarting failed container, token=${marked}`),
    event(namespace, 'web-ok.1', 'Pulled', 'Container image already present', 'Normal'),
  ]);
};

/** So many lines. */
export const lines = (count: number, line: (number: number) => string): string =>
  `${Array.from({ length: count }, (_, index) => line(index)).join('\n')}\n`;
