// A namespace with thousands of pods in which much is wrong, as a running cluster would hold it: nodes, workloads, events, logs.
import { type Api, api } from '../test/cluster/api.ts';
import type { Cluster } from '../test/cluster/control-plane.ts';
import { registerNode, startKubelet } from '../test/cluster/kubelet.ts';
import type { Manifest } from '../test/cluster/manifests.ts';
import { seed } from '../test/cluster/seed.ts';
import { populate } from './populate.ts';
import { realisticPod } from './realistic-pod.ts';

export type Crowd = {
  readonly namespace: string;
  /** All that is in it, as manifests, and the logs by `namespace/pod/container.previous`. */
  readonly manifests: readonly Manifest[];
  readonly logs: Readonly<Record<string, string>>;
  /** A Deployment of some of the pods, of which one crashes; and one of all of them. */
  readonly few: string;
  readonly all: string;
  readonly stop: () => Promise<void>;
};

const log = 'starting\nlistening on :8080\nFATAL: cannot reach orders-db: connection refused\n';

/** Fills a cluster; it gets a kubelet that has a log for every container. */
export const crowded = async (cluster: Cluster, pods: number): Promise<Crowd> => {
  const { stop } = await startKubelet(cluster, () => log);
  const ask = api(cluster);
  try {
    for (let index = 0; index < 50; index++) await registerNode(ask, `node-${index}`, cluster.kubelet!.port);
    const [namespace = ''] = await populate(cluster, { pods, namespaces: 1 });
    const made = workloads(pods, namespace);
    await seed(cluster, made);
    await inLanes(events(pods, namespace), (event) => make(ask, namespace, event));
    const every = podsOf(pods, namespace);
    const crashing = every.filter(crashes);
    await inLanes(crashing, (pod) => restart(ask, pod));
    const logs = Object.fromEntries(
      crashing.map((pod) => [`${namespace}/${pod.metadata.name}/${appOf(pod)}.previous`, log]),
    );
    return { namespace, manifests: [...made, ...every, ...events(pods, namespace)], logs, few, all, stop };
  } finally {
    ask.close();
  }
};

// Pods are called after their Deployment.
const few = realisticPod(3, '').metadata.labels.app;
const all = 'all-of-them';

const podsOf = (pods: number, namespace: string): readonly Manifest[] =>
  Array.from({ length: pods }, (_, index) => {
    const pod: Manifest = { apiVersion: 'v1', kind: 'Pod', ...realisticPod(index, namespace) };
    return crashes(pod) ? ended(pod) : pod;
  });

type State = { readonly name: string; readonly restartCount: number };
const statesOf = ({ status }: Manifest) => status?.containerStatuses as readonly State[];
const crashes = (pod: Manifest): boolean => statesOf(pod).some(({ restartCount }) => restartCount > 10);
const appOf = (pod: Manifest): string => statesOf(pod)[0]!.name;

/** A container that crashes says how it ended the last time. */
const ended = (pod: Manifest): Manifest => {
  const terminated = { exitCode: 1, reason: 'Error', startedAt: ago(125), finishedAt: ago(120) };
  const containerStatuses = statesOf(pod).map((one) =>
    one.restartCount > 10 ? { ...one, lastState: { terminated } } : one,
  );
  return { ...pod, status: { ...pod.status, containerStatuses } };
};

const restart = async (ask: Api, { metadata, status }: Manifest): Promise<void> => {
  const path = `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}/status`;
  const type = 'application/strategic-merge-patch+json';
  const answer = await ask('PATCH', path, { body: { status }, type });
  if (answer.status !== 200) throw new Error(`${metadata.name}: ${answer.text}`);
};

/** The pods of the third one's set are a Deployment's; another one takes all there are for its own. */
const workloads = (pods: number, namespace: string): readonly Manifest[] => {
  const { labels, ownerReferences } = realisticPod(3, namespace).metadata;
  const one = { app: labels.app, 'pod-template-hash': labels['pod-template-hash'] };
  const everyone = { 'app.kubernetes.io/managed-by': 'Helm' };
  const mine = podsOf(pods, namespace).filter(
    ({ metadata }) =>
      labelsOf(metadata).app === one.app && labelsOf(metadata)['pod-template-hash'] === one['pod-template-hash'],
  );
  const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: few, uid: 'unknown', controller: true };
  return [
    workload('Deployment', namespace, few, one, mine.length),
    {
      ...workload('ReplicaSet', namespace, ownerReferences[0]!.name, one, mine.length),
      metadata: { name: ownerReferences[0]!.name, namespace, labels: one, ownerReferences: [owner] },
    },
    workload('Deployment', namespace, all, everyone, pods),
  ];
};

type Labels = Readonly<Record<string, string>>;
const labelsOf = (metadata: Manifest['metadata']): Labels => (metadata.labels ?? {}) as Labels;

const workload = (kind: string, namespace: string, name: string, labels: Labels, replicas: number): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace, labels },
  spec: {
    replicas,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'app', image: 'registry.example.com/app:1' }] } },
  },
  status: {
    replicas,
    readyReplicas: Math.ceil(replicas * 0.85),
    ...(kind === 'Deployment' ? { updatedReplicas: replicas, unavailableReplicas: Math.floor(replicas * 0.15) } : {}),
  },
});

/** Of each pod that it was scheduled; of each that fails, what the kubelet says of it again and again. */
const events = (pods: number, namespace: string): readonly Manifest[] =>
  podsOf(pods, namespace).flatMap((pod, index) => {
    const { name } = pod.metadata;
    const waits = pod.status?.phase === 'Pending';
    return [
      event(pod, index, ['Normal', 'Scheduled', `Successfully assigned ${namespace}/${name} to node-${index % 50}`]),
      ...(crashes(pod)
        ? [event(pod, index, ['Warning', 'BackOff', `Back-off restarting failed container in pod ${name}`])]
        : []),
      ...(waits ? [event(pod, index, ['Warning', 'Failed', 'Error: ImagePullBackOff'])] : []),
    ];
  });

type Words = readonly [type: string, reason: string, message: string];

const event = (
  { metadata: { name, namespace = '' } }: Manifest,
  index: number,
  [type, reason, message]: Words,
): Manifest => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: `${name}.${reason.toLowerCase()}`, namespace },
  involvedObject: { apiVersion: 'v1', kind: 'Pod', name, namespace },
  ...{ type, reason, message, count: 7, source: { component: 'kubelet' } },
  firstTimestamp: ago(3600),
  // Spread over the hour that events are kept.
  lastTimestamp: ago((index * 7919) % 3600),
});

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString().replace(/\.\d+/, '');

const make = async (ask: Api, namespace: string, body: Manifest): Promise<void> => {
  const { status, text } = await ask('POST', `/api/v1/namespaces/${namespace}/events`, { body });
  if (status !== 201 && status !== 409) throw new Error(`${body.metadata.name}: ${status} ${text}`);
};

const inLanes = async <T>(values: readonly T[], each: (value: T) => Promise<void>): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < values.length; at = next++) await each(values[at]!);
  };
  await Promise.all(Array.from({ length: 16 }, lane));
};
