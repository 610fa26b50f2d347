// The revisions of a workload: ReplicaSets of a Deployment, ControllerRevisions of others. Numbered as their controllers do:
// a template that comes back brings its old revision back under a new number.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { filled } from './declared.ts';
import { builtin } from './describe.ts';
import type { Served } from './served.ts';
import { apiVersionOf, type Store } from './store.ts';

const usualLimit = 10;

/** How one kind of revision says its number and its template, and how it is made. */
type Form = {
  readonly hash: string;
  readonly number: (revision: Fields) => number;
  readonly numbered: (revision: Fields, number: number) => Fields;
  readonly template: (revision: Fields) => unknown;
  /** What it holds besides its metadata. */
  readonly content: (owner: Fields, template: Fields, hash: string) => Fields;
  readonly scaled: (revision: Fields, replicas: number) => Fields;
  /** The owner, saying which revision it has now. */
  readonly told: (owner: Fields, revision: Fields) => Fields;
};

export type Rolled = { readonly store: Store; readonly owner: Fields };

/**
 * The revisions kept at `place` (`replicasets.apps`) after the template of `owner` changed, with its replicas moved to the
 * one of that template; `replicas` undefined leaves all where they are, as when a rollout is stuck.
 */
export const rolled = (
  store: Store,
  place: string,
  before: Fields | undefined,
  owner: Fields,
  replicas: number | undefined,
  time: string,
): Rolled => {
  const kind = store.kinds.find(({ resource, group }) => `${resource}.${group}` === place);
  const form = forms[place];
  if (!kind || !form || fieldsOf(owner.spec).paused === true) return { store, owner };
  const known = ownedBy(store, kind, owner);
  const template = templateOf(owner);
  const found = known.find((revision) => isSame(form.template(revision), template));
  const moved = (revision: Fields, now: Store): Store =>
    replicas === undefined ? now : scaled(now, kind, form, owner, revision, replicas);
  if (before && isSame(template, templateOf(before))) {
    const current = found ?? known.toSorted((a, b) => form.number(a) - form.number(b)).at(-1);
    return { store: current ? moved(current, store) : store, owner };
  }
  // What ran before is a revision too, also when nobody kept it.
  const told = Number(annotationsOf(owner)[numberAt] ?? 0);
  const earlier =
    before && known.length === 0
      ? [form.numbered(made(store, kind, form, owner, templateOf(before), time), told || 1)]
      : [];
  const highest = [...known, ...earlier].reduce((most, revision) => Math.max(most, form.number(revision)), told);
  const current = found
    ? form.numbered(found, form.number(found) === highest && highest > 0 ? highest : highest + 1)
    : form.numbered(made(store, kind, form, owner, template, time), highest + 1);
  const kept = [...earlier, current].reduce<Store>((now, revision) => now.put(kind, revision), store);
  return { store: shortened(moved(current, kept), kind, form, owner, current), owner: form.told(owner, current) };
};

const numberAt = 'deployment.kubernetes.io/revision';
const historyAt = 'deployment.kubernetes.io/revision-history';

/** Equal once all is filled in: what was read from a manifest says less than what was written here. */
const isSame = (a: unknown, b: unknown): boolean => isDeepStrictEqual(whole(a), whole(b));

const whole = (template: unknown): unknown =>
  filled(builtin(), { $ref: 'core.v1.PodTemplateSpec' }, template, undefined);

const annotationsOf = (object: Fields): Fields => fieldsOf(fieldsOf(object.metadata).annotations);

const templateOf = (object: Fields): Fields => fieldsOf(fieldsOf(object.spec).template);

const annotated = (object: Fields, annotations: Fields): Fields => ({
  ...object,
  metadata: { ...fieldsOf(object.metadata), annotations: { ...annotationsOf(object), ...annotations } },
});

const ownedBy = (store: Store, { group, resource }: Served, owner: Fields): Fields[] => {
  const { uid, namespace } = fieldsOf(owner.metadata);
  return store
    .objects(group, resource)
    .filter(({ metadata }) => fieldsOf(metadata).namespace === namespace)
    .filter(({ metadata }) => listOf(fieldsOf(metadata).ownerReferences).some((one) => fieldsOf(one).uid === uid));
};

const made = (store: Store, kind: Served, form: Form, owner: Fields, template: Fields, time: string): Fields => {
  const { name, namespace, uid } = fieldsOf(owner.metadata);
  const hash = hashOf(template);
  const reference = { apiVersion: owner.apiVersion, kind: owner.kind, name, uid };
  return {
    apiVersion: apiVersionOf(kind),
    kind: kind.kind,
    metadata: {
      ...{ name: `${textOf(name)}-${hash}`, namespace, uid: store.uid(hash), generation: 1, creationTimestamp: time },
      labels: { ...fieldsOf(fieldsOf(template.metadata).labels), [form.hash]: hash },
      ownerReferences: [{ ...reference, controller: true, blockOwnerDeletion: true }],
    },
    ...form.content(owner, template, hash),
  };
};

/** Ten letters and digits that spell no word, as the controllers take them. */
const hashOf = (template: Fields): string =>
  [...createHash('sha256').update(JSON.stringify(template)).digest().subarray(0, 10)]
    .map((byte) => 'bcdfghjklmnpqrstvwxz2456789'[byte % 27])
    .join('');

/** All replicas move to one revision. */
const scaled = (store: Store, kind: Served, form: Form, owner: Fields, current: Fields, replicas: number): Store => {
  const { name } = fieldsOf(current.metadata);
  return ownedBy(store, kind, owner).reduce<Store>((now, revision) => {
    const next = form.scaled(revision, fieldsOf(revision.metadata).name === name ? replicas : 0);
    return next === revision ? now : now.put(kind, next);
  }, store);
};

/** The oldest go when there are more than the owner wants to keep. */
const shortened = (store: Store, kind: Served, form: Form, owner: Fields, current: Fields): Store => {
  const { revisionHistoryLimit: limit = usualLimit } = fieldsOf(owner.spec);
  const { name } = fieldsOf(current.metadata);
  const old = ownedBy(store, kind, owner)
    .filter((revision) => fieldsOf(revision.metadata).name !== name && !fieldsOf(revision.spec).replicas)
    .sort((a, b) => form.number(b) - form.number(a));
  return old.slice(Number(limit)).reduce<Store>((now, revision) => now.remove(kind, revision), store);
};

const forms: Readonly<Record<string, Form>> = {
  'replicasets.apps': {
    hash: 'pod-template-hash',
    number: (revision) => Number(annotationsOf(revision)[numberAt] ?? 0),
    numbered: (revision, number) => {
      const { [numberAt]: old, [historyAt]: older } = annotationsOf(revision);
      if (old === String(number)) return revision;
      const history = [textOf(older), textOf(old)].filter(Boolean).join(',');
      return annotated(revision, { [numberAt]: String(number), ...(history === '' ? {} : { [historyAt]: history }) });
    },
    template: (revision) => {
      const { metadata, ...rest } = templateOf(revision);
      const { labels, ...others } = fieldsOf(metadata);
      const { 'pod-template-hash': _, ...own } = fieldsOf(labels);
      return { metadata: { ...others, labels: own }, ...rest };
    },
    content: (owner, template, hash) => {
      const { selector } = fieldsOf(owner.spec);
      const metadata = fieldsOf(template.metadata);
      const labelled = { ...fieldsOf(metadata.labels), 'pod-template-hash': hash };
      const matchLabels = { ...fieldsOf(fieldsOf(selector).matchLabels), 'pod-template-hash': hash };
      return {
        spec: {
          replicas: 0,
          selector: { ...fieldsOf(selector), matchLabels },
          template: { ...template, metadata: { ...metadata, labels: labelled } },
        },
        status: { replicas: 0, observedGeneration: 1 },
      };
    },
    scaled: (revision, replicas) => {
      const spec = fieldsOf(revision.spec);
      if (spec.replicas === replicas) return revision;
      const generation = Number(fieldsOf(revision.metadata).generation ?? 1) + 1;
      const ready = { fullyLabeledReplicas: replicas, readyReplicas: replicas, availableReplicas: replicas };
      return {
        ...revision,
        metadata: { ...fieldsOf(revision.metadata), generation },
        spec: { ...spec, replicas },
        status: { replicas, ...(replicas > 0 ? ready : {}), observedGeneration: generation },
      };
    },
    told: (owner, revision) => annotated(owner, { [numberAt]: annotationsOf(revision)[numberAt] }),
  },
  'controllerrevisions.apps': {
    hash: 'controller.kubernetes.io/hash',
    number: ({ revision }) => Number(revision ?? 0),
    numbered: (revision, number) => ({ ...revision, revision: number }),
    template: ({ data }) => {
      const { $patch: _, ...template } = templateOf(fieldsOf(data));
      return template;
    },
    content: (_, template) => ({ data: { spec: { template: { ...template, $patch: 'replace' } } } }),
    scaled: (revision) => revision,
    told: (owner, revision) => {
      const { name } = fieldsOf(revision.metadata);
      const status = fieldsOf(owner.status);
      const known = 'updateRevision' in status || owner.kind === 'StatefulSet';
      return known ? { ...owner, status: { ...status, updateRevision: name, currentRevision: name } } : owner;
    },
  },
};
