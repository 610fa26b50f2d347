// A shop that can be changed, the same on a real and on an embedded cluster: workloads with a past, and what guards them.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from '../cluster/api.ts';
import { seed } from '../cluster/seed.ts';
import { scratch } from './program.ts';
import { marked } from './shop.ts';

type Fields = Record<string, unknown>;

export const image = (version: string): string => `registry.example/shop/web:${version}`;

const container = (name: string, version: string) => ({
  name,
  image: image(version),
  env: [{ name: 'DB_PASSWORD', value: marked }],
});

const template = (app: string, version: string, more: readonly string[] = [], labels: Fields = {}) => ({
  metadata: { labels: { app, ...labels } },
  spec: { containers: ['app', ...more].map((name) => container(name, version)) },
});

const owned = (apiVersion: string, kind: string, name: string) => ({
  ownerReferences: [{ apiVersion, kind, name, uid: `uid-of-${name}`, controller: true, blockOwnerDeletion: true }],
});

export const deployment = (namespace: string, name: string, more: Fields = {}, extra: readonly string[] = []) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace, ...more },
  spec: { replicas: 2, selector: { matchLabels: { app: name } }, template: template(name, '2', extra) },
});

const revised = (revision: number) => ({ annotations: { 'deployment.kubernetes.io/revision': `${revision}` } });

const replicaSet = (namespace: string, of: string, revision: number) => {
  const hash = { 'pod-template-hash': `hash${revision}` };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${of}-${revision}`,
      namespace,
      labels: { app: of, ...hash },
      ...revised(revision),
      ...owned('apps/v1', 'Deployment', of),
    },
    spec: {
      replicas: revision === 2 ? 2 : 0,
      selector: { matchLabels: { app: of, ...hash } },
      template: template(of, `${revision}`, [], hash),
    },
  };
};

const controllerRevision = (namespace: string, of: string, revision: number) => ({
  apiVersion: 'apps/v1',
  kind: 'ControllerRevision',
  metadata: { name: `${of}-${revision}`, namespace, labels: { app: of }, ...owned('apps/v1', 'StatefulSet', of) },
  revision,
  data: { spec: { template: { ...template(of, `${revision}`), $patch: 'replace' } } },
});

export const configMap = (namespace: string, name: string, data: Fields, more: Fields = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace, ...more },
  data,
});

export const pod = (namespace: string, name: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace },
  spec: { containers: [container('app', '1')] },
});

/** All of it, before anything is changed. */
export const shop = (namespace: string): readonly Fields[] => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
  deployment(namespace, 'web', revised(2)),
  replicaSet(namespace, 'web', 1),
  replicaSet(namespace, 'web', 2),
  {
    ...deployment(namespace, 'db'),
    kind: 'StatefulSet',
    spec: { ...deployment(namespace, 'db').spec, serviceName: 'db' },
  },
  controllerRevision(namespace, 'db', 1),
  controllerRevision(namespace, 'db', 2),
  deployment(namespace, 'pair', {}, ['relay']),
  deployment(namespace, 'auto'),
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'auto', namespace },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'auto' }, maxReplicas: 5 },
  },
  configMap(namespace, 'settings', { color: 'blue', size: 'small' }),
  pod(namespace, 'loose'),
];

/** Puts it into a real cluster. */
export const openWritable = (cluster: Connection, namespace: string): Promise<void> => seed(cluster, shop(namespace));

/** Puts it into a folder that an embedded cluster is opened from. */
export const writeShop = async (namespace: string): Promise<string> => {
  const folder = join(await scratch(), 'shop');
  await mkdir(folder);
  await writeFile(
    join(folder, 'shop.json'),
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: shop(namespace) }),
  );
  return folder;
};
