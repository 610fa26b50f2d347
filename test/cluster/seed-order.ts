// In which order prepared objects can be made, and what of them can be made at all. Pure: knows no server.
import type { Manifest } from './manifests.ts';

/** UIDs given by this server, by `objectKey`. */
export type Uids = Map<string, string>;

const first = new Set(['Namespace', 'CustomResourceDefinition', 'PriorityClass', 'RuntimeClass']);

// Events speak of other objects. What stands guard over others comes after them as well: a quota that is used up would
// refuse the very pods that did it.
const last = new Set([
  ...['Event', 'ResourceQuota', 'LimitRange', 'APIService'],
  ...['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'],
  ...['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
]);

// The addresses of Services here (`--service-cluster-ip-range`); another one would be refused.
const serviceAddress = /^(10\.96\.|None$)/;

export const objectKey = ({ kind, metadata }: Manifest): string =>
  `${kind}/${metadata.namespace ?? ''}/${metadata.name}`;

/** Namespaces (the mentioned ones too) and kinds, then the rest, then what refers to or guards the rest. */
export const inStages = (manifests: Manifest[]): Manifest[][] => {
  const early = manifests.filter(({ kind }) => first.has(kind));
  const late = manifests.filter(({ kind }) => last.has(kind));
  const rest = manifests.filter(({ kind }) => !first.has(kind) && !last.has(kind));
  const defined = new Set(early.map(objectKey));
  const mentioned = new Set(manifests.flatMap(({ metadata }) => metadata.namespace ?? []));
  const missing = [...mentioned]
    .map((name): Manifest => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }))
    .filter((namespace) => !defined.has(objectKey(namespace)));
  const open = early.map((object) => (isGuarded(object) ? unguarded(object) : object));
  return [[...open, ...missing], rest, [...late, ...early.filter(isGuarded)]].filter((stage) => stage.length > 0);
};

/** What a namespace demands of its pods, its older pods need not fulfil: it demands it when they are there. */
const isGuard = (label: string): boolean => label.startsWith('pod-security.kubernetes.io/');

const isGuarded = ({ kind, metadata }: Manifest): boolean =>
  kind === 'Namespace' && Object.keys((metadata.labels as object | undefined) ?? {}).some(isGuard);

const unguarded = (object: Manifest): Manifest => {
  const labels = Object.entries((object.metadata.labels as Record<string, string> | undefined) ?? {});
  const kept = Object.fromEntries(labels.filter(([label]) => !isGuard(label)));
  return { ...object, metadata: { ...object.metadata, labels: kept } };
};

/** Owners before what they own, because an owner's UID is known only when the server has made it. */
export const byOwner = (objects: Manifest[]): Manifest[][] => {
  const waves: Manifest[][] = [];
  let waiting = objects;
  while (waiting.length > 0) {
    const unmade = new Set(waiting.map(objectKey));
    const free = waiting.filter((object) => !ownerKeys(object).some((key) => unmade.has(key)));
    if (free.length === 0) return [...waves, waiting];
    waves.push(free);
    const gone = new Set(free);
    waiting = waiting.filter((object) => !gone.has(object));
  }
  return waves;
};

/** The object as it can be made here: without what only a server sets, joined to the UIDs of this server. */
export const adopt = (object: Manifest, namespaced: boolean, uids: Uids): Manifest => {
  const metadata = { ...object.metadata };
  for (const field of ['uid', 'resourceVersion', 'creationTimestamp', 'generation', 'managedFields', 'selfLink'])
    delete metadata[field];
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
  if (namespaced) metadata.namespace ??= 'default';
  else delete metadata.namespace;
  if (metadata.ownerReferences)
    metadata.ownerReferences = metadata.ownerReferences.map((owner) => {
      const [inside, outside] = keysOf(owner, metadata.namespace);
      return { ...owner, uid: uids.get(inside) ?? uids.get(outside) ?? owner.uid ?? 'unknown' };
    });
  return { ...object, ...service(object), ...job(object), ...namespace(object), ...joined(object, uids), metadata };
};

/** An event names its object by UID in one of two fields, by its API's age. */
const joined = (object: Manifest, uids: Uids): object => {
  const field = object.involvedObject ? 'involvedObject' : 'regarding';
  const about = object[field] as { kind: string; namespace?: string; name: string } | undefined;
  if (object.kind !== 'Event' || !about) return {};
  const uid = uids.get(`${about.kind}/${about.namespace ?? ''}/${about.name}`);
  return uid ? { [field]: { ...about, uid } } : {};
};

const service = (object: Manifest): object => {
  const { kind, spec } = object;
  return kind !== 'Service' || !spec?.clusterIP || serviceAddress.test(String(spec.clusterIP))
    ? {}
    : unaddressed(object);
};

/** A Service that takes what address it is given. */
export const unaddressed = (object: Manifest): Manifest => {
  const { clusterIP: _, clusterIPs: __, ...rest } = object.spec ?? {};
  return { ...object, spec: rest };
};

/** A Job selects its pods by a UID that it has no more: as they are labelled, they are its own. */
const job = ({ kind, spec }: Manifest): object =>
  kind === 'Job' && spec?.selector ? { spec: { ...spec, manualSelector: true } } : {};

/** Only what is deleted, as it will be, is Terminating. */
const namespace = ({ kind, status }: Manifest): object => {
  if (kind !== 'Namespace' || status?.phase !== 'Terminating') return {};
  const { phase: _, ...rest } = status;
  return { status: rest };
};

const keysOf = (owner: { kind: string; name: string }, namespace: string | undefined): [string, string] => [
  `${owner.kind}/${namespace ?? ''}/${owner.name}`,
  `${owner.kind}//${owner.name}`,
];

const ownerKeys = ({ metadata }: Manifest): string[] =>
  (metadata.ownerReferences ?? []).flatMap((owner) => keysOf(owner, metadata.namespace));
