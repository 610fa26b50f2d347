// The objects of an embedded cluster by kind, as a cluster would have them. Pure; answers no request itself.
import { createHash } from 'node:crypto';
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { tableOf } from './data.ts';
import type { Manifest } from './manifests.ts';
import { builtinKinds, definedKinds, foundKind, type Served } from './served.ts';

export type Store = {
  readonly kinds: readonly Served[];
  /** Objects in the order of an API server: by namespace and name. */
  readonly objects: (group: string, resource: string) => readonly Fields[];
};

/** Later objects win over earlier ones of the same name; a namespace that is only mentioned exists. */
export const openStore = (manifests: readonly Manifest[]): Store => {
  const kinds = kindsFor(manifests);
  const byType = new Map(kinds.map((kind) => [typeKey(apiVersionOf(kind), kind.kind), kind]));
  const placed = new Map<string, Map<string, Fields>>();
  const put = (manifest: Manifest): void => {
    const kind = byType.get(typeKey(manifest.apiVersion, manifest.kind));
    if (!kind) return;
    const place = `${kind.group}/${kind.resource}`;
    const objects = placed.get(place) ?? new Map<string, Fields>();
    placed.set(place, objects);
    const object = settled(manifest, kind, place);
    objects.set(keyOf(object), object);
  };
  for (const manifest of [...implied(manifests, byType), ...manifests]) put(manifest);
  const sorted = new Map([...placed].map(([place, objects]) => [place, inOrder(objects)]));
  join([...sorted.values()].flat());
  return { kinds, objects: (group, resource) => sorted.get(`${group}/${resource}`) ?? [] };
};

const typeKey = (apiVersion: string, kind: string): string => `${apiVersion}/${kind}`;

const apiVersionOf = ({ group, version }: Served): string => (group === '' ? version : `${group}/${version}`);

/** Namespace and name, as an API server orders a list. */
export const keyOf = (object: Fields): string => {
  const { namespace, name } = fieldsOf(object.metadata);
  return `${textOf(namespace)}/${textOf(name)}`;
};

const inOrder = (objects: ReadonlyMap<string, Fields>): Fields[] =>
  [...objects].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object);

const kindsFor = (manifests: readonly Manifest[]): Served[] => {
  const kinds = [...builtinKinds(), ...manifests.flatMap(definedKinds)];
  const known = new Set(kinds.map((kind) => typeKey(apiVersionOf(kind), kind.kind)));
  for (const { apiVersion, kind, metadata } of manifests) {
    const key = typeKey(apiVersion, kind);
    if (known.has(key)) continue;
    known.add(key);
    kinds.push(foundKind(apiVersion, kind, metadata.namespace !== undefined));
  }
  return kinds;
};

/** What exists because others live in it: one row of builtin/implied.tsv says what such an object is. */
const implied = (manifests: readonly Manifest[], kinds: ReadonlyMap<string, Served>): Manifest[] => {
  const [[apiVersion = '', kind = '', label = '', phase = ''] = []] = tableOf('implied.tsv');
  const names = manifests.flatMap((manifest) => {
    const served = kinds.get(typeKey(manifest.apiVersion, manifest.kind));
    return served?.scope === 'Namespaced' ? [textOf(manifest.metadata.namespace) || 'default'] : [];
  });
  return [...new Set(names)].map((name) => ({
    apiVersion,
    kind,
    metadata: { name, labels: { [label]: name } },
    status: { phase },
  }));
};

const settled = (manifest: Manifest, kind: Served, place: string): Fields => {
  const { namespace, ...rest } = manifest.metadata;
  const where = kind.scope === 'Namespaced' ? { namespace: textOf(namespace) || 'default' } : {};
  const uid = textOf(rest.uid) || uuidOf(`${place}/${textOf(where.namespace)}/${rest.name}`);
  return { ...manifest, metadata: { ...rest, ...where, uid, resourceVersion: textOf(rest.resourceVersion) || '1' } };
};

const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};

/** Owners and the objects of events are known by uid; where a manifest has another, the one of that name is meant. */
const join = (objects: readonly Fields[]): void => {
  const uids = new Map(
    objects.map((object) => [`${object.kind}${keyOf(object)}`, textOf(fieldsOf(object.metadata).uid)]),
  );
  const joined = (reference: unknown, namespace: string): void => {
    const fields = fieldsOf(reference);
    const uid = uids.get(`${fields.kind}${namespace}/${fields.name}`) ?? uids.get(`${fields.kind}/${fields.name}`);
    if (uid) fields.uid = uid;
  };
  for (const object of objects) {
    const { namespace, ownerReferences } = fieldsOf(object.metadata);
    for (const owner of listOf(ownerReferences)) joined(owner, textOf(namespace));
    for (const about of [object.involvedObject, object.regarding]) joined(about, textOf(fieldsOf(about).namespace));
  }
};
