// What of a written object only the server says: which object it is, its age, its generation, its status. Pure.
import { isDeepStrictEqual } from 'node:util';
import { Fault } from '../../gate/fault.ts';
import { type Fields, fieldsOf, textOf } from '../json.ts';
import { compare, inNamespace, type Write } from './found.ts';
import { isNamespace, namespaces } from './removal.ts';
import type { Served } from './served.ts';
import { apiVersionOf } from './store.ts';

const bookkeeping = [
  ...['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'selfLink'],
  ...['deletionTimestamp', 'deletionGracePeriodSeconds'],
];

/** As the object that was named: its name, its kind, and what only the server says of it. */
export const identified = (wanted: Write, live: Fields | undefined, patched: Fields): Fields => {
  const { kind, permit, store } = wanted;
  const { namespace, name, subresource } = permit.request;
  const metadata = fieldsOf(patched.metadata);
  const place = namespace === '' ? {} : { namespace };
  if (textOf(metadata.name) !== name)
    throw new Fault(
      'CLUSTER_REFUSED',
      `the name of the object (${textOf(metadata.name)}) does not match the name on the URL (${name})`,
    );
  if ((metadata.namespace ?? namespace) !== namespace)
    throw new Fault(
      'CLUSTER_REFUSED',
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  if (patched.apiVersion !== apiVersionOf(kind) || patched.kind !== kind.kind)
    throw new Fault(
      'CLUSTER_REFUSED',
      `the object is kept as ${textOf(live?.apiVersion ?? patched.apiVersion)} ${textOf(live?.kind ?? patched.kind)}`,
    );
  if (!live) {
    inNamespace(wanted);
    const uid = store.uid(`${kind.group}/${kind.resource}/${namespace}/${name}`);
    const own = Object.entries(metadata).filter(([field]) => !bookkeeping.includes(field));
    return { ...patched, metadata: { ...Object.fromEntries(own), name, ...place, uid } };
  }
  const before = fieldsOf(live.metadata);
  const { uid, resourceVersion } = metadata;
  compare(wanted, live, {
    ...(uid === undefined ? {} : { uid: textOf(uid) }),
    ...(resourceVersion === undefined ? {} : { resourceVersion: textOf(resourceVersion) }),
  });
  const server = bookkeeping.flatMap((field) => (before[field] === undefined ? [] : [[field, before[field]]]));
  const said = Object.entries(metadata).filter(([field]) => !bookkeeping.includes(field));
  const next = { ...patched, metadata: Object.fromEntries([...said, ...server, ...Object.entries(place)]) };
  if (subresource === 'status') return { ...live, metadata: withManaged(live, next), ...statusOf(patched) };
  return kind.subresources.includes('status') ? { ...withoutStatus(wanted, next), ...statusOf(live) } : next;
};

/** Through its status, of an object nothing else changes. */
const withManaged = (live: Fields, { metadata }: Fields): Fields => {
  const { managedFields } = fieldsOf(metadata);
  return { ...fieldsOf(live.metadata), ...(managedFields === undefined ? {} : { managedFields }) };
};

const statusOf = ({ status }: Fields): Fields => (status === undefined ? {} : { status });

/** Without what this path does not write: a status has a path of its own, and all else another. */
export const withoutStatus = ({ kind, permit }: Write, object: Fields): Fields => {
  const { status, ...rest } = object;
  if (permit.request.subresource === 'status') {
    const { apiVersion, kind: own, metadata } = rest;
    return { apiVersion, kind: own, metadata, ...statusOf(object) };
  }
  return kind.subresources.includes('status') && status !== undefined ? rest : object;
};

/** What a new object is given. */
export const born = (kind: Served, object: Fields, time: string): Fields => {
  const metadata: Fields = { ...fieldsOf(object.metadata), creationTimestamp: time };
  if (!isNamespace(kind)) return { ...object, metadata };
  const { label, phase } = namespaces();
  const labels = { ...fieldsOf(metadata.labels), [label]: metadata.name };
  return { ...object, metadata: { ...metadata, labels }, status: { phase } };
};

/** The generation: one at first, one more when anything but metadata and status is another. */
export const countedOf = (kind: Served, live: Fields | undefined, next: Fields): Fields => {
  const { generation } = fieldsOf(live?.metadata);
  // Of these two groups only few kinds are counted, and the objects say so themselves.
  const counts = !['', 'autoscaling'].includes(kind.group) && kind.subresources.includes('status');
  if (!counts && generation === undefined) return next;
  if (live && isDeepStrictEqual(judged(live), judged(next))) return next;
  return { ...next, metadata: { ...fieldsOf(next.metadata), generation: Number(generation ?? (live ? 1 : 0)) + 1 } };
};

const judged = ({ metadata: _, status: __, ...rest }: Fields): Fields => rest;
