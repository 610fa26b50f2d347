// What a delete takes along: an object, what it owns, and all that lives in a namespace. Finalizers hold an object back.
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { tableOf } from './data.ts';
import type { Served } from './served.ts';
import { apiVersionOf, type Store } from './store.ts';

/** The cluster without the object. What it owns goes too, at once, or is set free when it is orphaned. */
export const removed = (store: Store, kind: Served, object: Fields, orphan: boolean, time: string): Store => {
  const metadata = fieldsOf(object.metadata);
  if (listOf(metadata.finalizers).length > 0)
    return metadata.deletionTimestamp === undefined ? store.put(kind, ending(object, time)) : store;
  const left = store.remove(kind, object);
  if (isNamespace(kind))
    return left
      .where((one) => fieldsOf(one.metadata).namespace === metadata.name)
      .reduce((now, one) => now.remove(one.kind, one.object), left);
  return left
    .where((one) => ownersOf(one).some(({ uid }) => uid === metadata.uid))
    .reduce((now, one) => {
      const owners = ownersOf(one.object).filter(({ uid }) => uid !== metadata.uid);
      if (!orphan && owners.length === 0) return removed(now, one.kind, one.object, false, time);
      const { ownerReferences: _, ...rest } = fieldsOf(one.object.metadata);
      const kept = owners.length > 0 ? { ownerReferences: owners } : {};
      return now.put(one.kind, { ...one.object, metadata: { ...rest, ...kept } });
    }, left);
};

const ending = (object: Fields, time: string): Fields => ({
  ...object,
  metadata: { ...fieldsOf(object.metadata), deletionTimestamp: time, deletionGracePeriodSeconds: 0 },
});

const ownersOf = (object: Fields): Fields[] => listOf(fieldsOf(object.metadata).ownerReferences).map(fieldsOf);

let lived: { readonly type: string; readonly label: string; readonly phase: string } | undefined;

/** What others live in, and what a new one is given: the row of builtin/implied.tsv. */
export const namespaces = (): NonNullable<typeof lived> => {
  const [[apiVersion = '', kind = '', label = '', phase = ''] = []] = lived ? [] : tableOf('implied.tsv');
  lived ??= { type: `${apiVersion}/${kind}`, label, phase };
  return lived;
};

export const isNamespace = (kind: Served): boolean => `${apiVersionOf(kind)}/${kind.kind}` === namespaces().type;

/** How the API server says that it is done. */
export const doneOf = ({ resource, group }: Served, { metadata }: Fields): Fields => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Success',
  details: {
    name: textOf(fieldsOf(metadata).name),
    ...(group === '' ? {} : { group }),
    kind: resource,
    uid: textOf(fieldsOf(metadata).uid),
  },
});
