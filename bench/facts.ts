// The calls by which somebody without a diagnosis comes to the same facts: the object, its pods, the one that fails, the
// events, its logs. Spelt as `kubernetes-mcp-server` wants them. As few as the state allows: who asks knows what to ask.
import type { Manifest } from '../test/cluster/manifests.ts';
import type { ToolCall } from './peer.ts';

/** What a diagnosis is asked for. */
export type Wanted = { readonly kind?: string; readonly name?: string; readonly namespace?: string };

type Labels = Readonly<Record<string, string>>;
type Status = { readonly name: string; readonly ready?: boolean; readonly state?: Ended; readonly lastState?: Ended };
type Ended = { readonly running?: object; readonly terminated?: object; readonly waiting?: object };

const shortNames: Readonly<Record<string, string>> = {
  ...{ deploy: 'deployment', sts: 'statefulset', ds: 'daemonset', rs: 'replicaset', cj: 'cronjob', po: 'pod' },
  ...{
    svc: 'service',
    ing: 'ingress',
    pvc: 'persistentvolumeclaim',
    hpa: 'horizontalpodautoscaler',
    no: 'node',
    ns: 'namespace',
  },
};

/** The calls in order. */
export const factsOf = (
  manifests: readonly Manifest[],
  { kind = '', name, namespace }: Wanted,
): readonly ToolCall[] => {
  const wanted = shortNames[kind.toLowerCase()] ?? kind.toLowerCase();
  const target = manifests.find(
    (one) => one.kind.toLowerCase() === wanted && one.metadata.name === name && one.metadata.namespace === namespace,
  );
  const all = manifests.filter((one) => one.kind === 'Pod' && (!namespace || one.metadata.namespace === namespace));
  const selector = target && selectorOf(target);
  const pods = wanted === 'pod' && target ? [target] : selector ? all.filter((pod) => isOf(pod, selector)) : all;
  const pod = pods.find(isFailing);
  return [
    ...(target ? [object(target)] : []),
    ...(wanted === 'pod' ? [] : [list(namespace, selector)]),
    ...(pod && wanted !== 'pod' ? [{ tool: 'pods_get', arguments: place(pod) }] : []),
    { tool: 'events_list', arguments: namespace ? { namespace } : {} },
    ...(pod ? logs(pod) : []),
  ];
};

const object = ({ apiVersion, kind, metadata: { name, namespace } }: Manifest): ToolCall => ({
  tool: 'resources_get',
  arguments: { apiVersion, kind, name, ...(namespace ? { namespace } : {}) },
});

const list = (namespace: string | undefined, selector: Labels | undefined): ToolCall => {
  const labels = Object.entries(selector ?? {}).map(([key, value]) => `${key}=${value}`);
  const chosen = labels.length > 0 ? { labelSelector: labels.join(',') } : {};
  return namespace
    ? { tool: 'pods_list_in_namespace', arguments: { namespace, ...chosen } }
    : { tool: 'pods_list', arguments: chosen };
};

/** Of each container that fails, what it said before its restart and what it says now, where there can be anything. */
const logs = (pod: Manifest): readonly ToolCall[] =>
  statusesOf(pod)
    .filter(({ ready, state }) => ready !== true && !isDone(state))
    .slice(0, 1)
    .flatMap(({ name: container, state, lastState }) => [
      ...(lastState?.terminated ? [{ tool: 'pods_log', arguments: { ...place(pod), container, previous: true } }] : []),
      ...(state?.running || state?.terminated || lastState?.terminated
        ? [{ tool: 'pods_log', arguments: { ...place(pod), container } }]
        : []),
    ]);

const place = ({ metadata: { name, namespace } }: Manifest) => ({ name, namespace });

const selectorOf = ({ kind, metadata, spec }: Manifest): Labels | undefined => {
  if (kind === 'Service') return spec?.selector as Labels | undefined;
  if (kind === 'Job') return { 'job-name': metadata.name };
  return (spec?.selector as { matchLabels?: Labels } | undefined)?.matchLabels;
};

const isOf = ({ metadata }: Manifest, selector: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => (metadata.labels as Labels | undefined)?.[key] === value);

const isFailing = (pod: Manifest): boolean =>
  pod.status?.phase === 'Pending' ||
  pod.status?.phase === 'Failed' ||
  statusesOf(pod).some(({ ready, state }) => ready !== true && !isDone(state));

/** An init container, or one of a job, that ended well. */
const isDone = (state: Ended | undefined): boolean =>
  (state?.terminated as { exitCode?: number } | undefined)?.exitCode === 0;

const statusesOf = ({ status }: Manifest): readonly Status[] => [
  ...((status?.initContainerStatuses as readonly Status[] | undefined) ?? []),
  ...((status?.containerStatuses as readonly Status[] | undefined) ?? []),
];
