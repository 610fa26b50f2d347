// The object that a write is for: looked up, and held against what it must be. Says what is wrong in an API server's words.
import { Fault } from '../../gate/fault.ts';
import type { ListTypes, Permit } from '../../gate/ports.ts';
import { type Fields, fieldsOf, textOf } from '../json.ts';
import { type Lock, lockOf } from '../mutation.ts';
import { isNamespace } from './removal.ts';
import type { Served } from './served.ts';
import type { Store } from './store.ts';

/** A permitted write and what is known of its kind. */
export type Write = {
  readonly store: Store;
  readonly kind: Served;
  readonly permit: Permit;
  readonly time: string;
  readonly types: ListTypes;
  readonly root: Fields | undefined;
  readonly body: Fields;
};

export const foundOf = ({ store, kind, permit }: Write): Fields | undefined =>
  store.find(kind.group, kind.resource, permit.request.namespace, permit.request.name);

/** Throws NOT_FOUND when the namespace is not there. */
export const inNamespace = ({ store, permit }: Write): void => {
  const { namespace } = permit.request;
  const kind = store.kinds.find(isNamespace);
  if (namespace === '' || !kind) return;
  if (!store.find(kind.group, kind.resource, '', namespace))
    throw new Fault('NOT_FOUND', `${kind.resource} ${JSON.stringify(namespace)} not found`);
};

/** Throws CLUSTER_CONFLICT when the object is not the one, or not as, it was judged. */
export const compare = (wanted: Write, live: Fields, lock: Lock = lockOf(wanted.permit)): void => {
  const { uid, resourceVersion } = fieldsOf(live.metadata);
  if (lock.uid !== undefined && lock.uid !== uid) throw conflict(wanted, otherUid(lock.uid, textOf(uid)));
  if (lock.resourceVersion !== undefined && lock.resourceVersion !== resourceVersion) throw conflict(wanted, modified);
};

const modified = 'the object has been modified; please apply your changes to the latest version and try again';

const otherUid = (wanted: string, there: string): string =>
  `the UID in the precondition (${wanted}) does not match the UID in record (${there}). The object might have been deleted and then recreated`;

export const conflict = ({ kind, permit }: Write, why: string): Fault =>
  new Fault('CLUSTER_CONFLICT', `Operation cannot be fulfilled on ${nameOf(kind, permit.request)}: ${why}`);

export const missing = ({ kind, permit }: Write): Fault =>
  new Fault('NOT_FOUND', `${nameOf(kind, permit.request)} not found`);

export const nameOf = ({ resource, group }: Served, { name }: Permit['request']): string =>
  `${resource}${group === '' ? '' : `.${group}`} ${JSON.stringify(name)}`;
