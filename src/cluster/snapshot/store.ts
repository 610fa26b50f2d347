// The objects of an embedded cluster by kind, as a cluster would have them. A store never changes: a write makes another,
// so that what is being read stays as it was. Answers no request itself.
import { createHash } from 'node:crypto';
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { tableOf } from './data.ts';
import type { Manifest } from './manifests.ts';
import { builtinKinds, definedKinds, foundKind, type Served } from './served.ts';

export type Store = {
  readonly kinds: readonly Served[];
  /** Objects in the order of an API server: by namespace and name. */
  readonly objects: (group: string, resource: string) => readonly Fields[];
  /** The one object of a namespace ('' for none) and name. */
  readonly find: (group: string, resource: string, namespace: string, name: string) => Fields | undefined;
  /** All that fulfil a condition, with their kinds. */
  readonly where: (holds: (object: Fields) => boolean) => readonly { kind: Served; object: Fields }[];
  /** With this object in its place, under the next version. */
  readonly put: (kind: Served, object: Fields) => Store;
  readonly remove: (kind: Served, object: Fields) => Store;
  /** A uid that no object has had, for a new one of this name. */
  readonly uid: (name: string) => string;
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
  const all = [...sorted.values()].flat();
  join(all);
  const versions = all.map((object) => Number(fieldsOf(object.metadata).resourceVersion)).filter(Number.isSafeInteger);
  return storeOf(
    kinds,
    sorted,
    versions.reduce((highest, version) => Math.max(highest, version), 1),
  );
};

const storeOf = (kinds: readonly Served[], placed: ReadonlyMap<string, readonly Fields[]>, version: number): Store => {
  const at = (kind: Served): readonly Fields[] => placed.get(placeOf(kind)) ?? [];
  const other = (kind: Served, objects: readonly Fields[], defined: readonly Served[] | undefined): Store =>
    storeOf(defined ?? kinds, new Map(placed).set(placeOf(kind), objects), version + 1);
  return {
    kinds,
    objects: (group, resource) => placed.get(`${group}/${resource}`) ?? [],
    find: (group, resource, namespace, name) => {
      const objects = placed.get(`${group}/${resource}`) ?? [];
      const found = objects[placeIn(objects, `${namespace}/${name}`)];
      return found && keyOf(found) === `${namespace}/${name}` ? found : undefined;
    },
    where: (holds) =>
      [...placed].flatMap(([place, objects]) => {
        const found = objects.filter(holds);
        const kind = found.length > 0 ? kinds.find((one) => placeOf(one) === place) : undefined;
        return kind ? found.map((object) => ({ kind, object })) : [];
      }),
    put: (kind, object) => {
      const metadata = { ...fieldsOf(object.metadata), resourceVersion: String(version + 1) };
      const [objects, index] = [at(kind), placeIn(at(kind), keyOf(object))];
      const there = index < objects.length && keyOf(objects[index] as Fields) === keyOf(object) ? 1 : 0;
      return other(kind, objects.toSpliced(index, there, { ...object, metadata }), withDefined(kinds, object));
    },
    remove: (kind, object) => {
      const left = at(kind).filter((one) => keyOf(one) !== keyOf(object));
      return other(kind, left, undefined);
    },
    uid: (name) => uuidOf(`${name}/${version}`),
  };
};

const placeOf = ({ group, resource }: Served): string => `${group}/${resource}`;

/** Where an object of this key stands, or would stand. */
const placeIn = (objects: readonly Fields[], key: string): number => {
  let [low, high] = [0, objects.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(objects[middle] as Fields) < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** An object that defines kinds brings them along. */
const withDefined = (kinds: readonly Served[], object: Fields): readonly Served[] | undefined => {
  const defined = definedKinds(object);
  if (defined.length === 0) return undefined;
  const known = new Set(defined.map(placeOf));
  return [...kinds.filter((kind) => !known.has(placeOf(kind))), ...defined];
};

const typeKey = (apiVersion: string, kind: string): string => `${apiVersion}/${kind}`;

export const apiVersionOf = ({ group, version }: Served): string => (group === '' ? version : `${group}/${version}`);

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
