// One write to the embedded cluster, as an API server would do it: found, compared with what it must be, changed, filled
// in, checked, recorded, kept, settled. In memory: nothing reaches a disk, and a dry run keeps nothing.
import { isDeepStrictEqual } from 'node:util';
import { Fault } from '../../gate/fault.ts';
import type { Permit } from '../../gate/ports.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts';
import { listTypesOf } from '../list-types.ts';
import { contentOf, lockOf } from '../mutation.ts';
import { checked } from './checked.ts';
import { filled } from './declared.ts';
import { builtin, rootOf } from './describe.ts';
import { compare, conflict, foundOf, missing, nameOf, type Write } from './found.ts';
import { born, countedOf, identified, withoutStatus } from './identity.ts';
import { applied, updated, type Writer } from './managers.ts';
import { merged, operated, strategic } from './patches.ts';
import { doneOf, removed } from './removal.ts';
import type { Served } from './served.ts';
import { settled } from './settled.ts';
import { apiVersionOf, type Store } from './store.ts';

export type Clock = {
  /** At which the cluster stands still. */
  readonly moment: number;
  /** Of sending. */
  readonly now: Date;
};

/** The cluster after the write, and what the API server would answer: the object before any controller has seen it. */
export type Written = { readonly store: Store; readonly answer: Fields };

/** Carries out a permitted create, patch or delete. Throws a {@link Fault} with an API server's words. */
export const write = (store: Store, kind: Served, permit: Permit, { moment, now }: Clock): Written => {
  const { verb } = permit.request;
  const body = verb === 'delete' ? {} : contentOf(permit, now);
  if (!kind.verbs.includes(verb))
    throw new Fault('CLUSTER_REFUSED', 'the server does not allow this method on the requested resource');
  const root = rootOf(kind);
  const types = root ? listTypesOf(builtin(), root) : () => ({ type: 'atomic' }) as const;
  const time = `${new Date(moment).toISOString().slice(0, 19)}Z`;
  const wanted: Write = { store, kind, permit, time, types, root, body };
  // What can only be created is a question, and its answer is kept nowhere. Who asks may do everything here.
  if (!kind.verbs.includes('get')) return { store, answer: { ...body, status: answerOf(kind) } };
  return verbs[verb as keyof typeof verbs](wanted);
};

const answerOf = ({ resource }: Served): Fields => {
  if (resource === 'selfsubjectaccessreviews') return { allowed: true };
  throw new Fault('VERB_UNSUPPORTED');
};

const verbs = {
  create: (wanted: Write): Written => {
    const { kind } = wanted;
    const body = withoutStatus(wanted, wanted.body);
    if (foundOf(wanted)) throw new Fault('CLUSTER_CONFLICT', `${nameOf(kind, wanted.permit.request)} already exists`);
    return kept(wanted, undefined, body, (next) => updated(undefined, next, writerOf(wanted)));
  },
  patch: (wanted: Write): Written => {
    const { options, subresource } = wanted.permit.request;
    if (!['', 'status'].includes(subresource)) throw new Fault('VERB_UNSUPPORTED');
    const live = foundOf(wanted);
    if (live) compare(wanted, live);
    if (options.patch === 'apply') return apply(wanted, live);
    if (!live) throw missing(wanted);
    const patched = patches[options.patch as keyof typeof patches](live, wanted);
    if (!isFields(patched)) throw new Fault('CLUSTER_REFUSED', 'The patch leaves no object.');
    return kept(wanted, live, patched, (next) => updated(live, next, writerOf(wanted)));
  },
  delete: (wanted: Write): Written => {
    const { store, kind, permit, time } = wanted;
    const live = foundOf(wanted);
    if (!live) throw missing(wanted);
    compare(wanted, live);
    const { dryRun, propagationPolicy } = permit.request.options;
    const next = removed(store, kind, live, propagationPolicy === 'Orphan', time);
    const { namespace, name } = permit.request;
    const answer = next.find(kind.group, kind.resource, namespace, name) ?? doneOf(kind, live);
    return { store: dryRun ? store : next, answer };
  },
};

const patches = {
  strategic: (live: Fields, { kind, body, types }: Write): unknown => {
    if (kind.definition)
      throw new Fault(
        'CLUSTER_REFUSED',
        'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
      );
    return strategic(live, body, types);
  },
  merge: (live: Fields, { body }: Write): unknown => merged(live, body),
  json: (live: Fields, { body }: Write): unknown => operated(live, listOf(body.operations)),
};

const apply = (wanted: Write, live: Fields | undefined): Written => {
  const { uid, resourceVersion } = lockOf(wanted.permit);
  const { options } = wanted.permit.request;
  if (!live && uid)
    throw conflict(wanted, `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`);
  if (!live && resourceVersion) throw missing(wanted);
  const { metadata, ...said } = nullless(withoutStatus(wanted, wanted.body)) as Fields;
  const { resourceVersion: _, uid: __, ...own } = fieldsOf(metadata);
  const config = { ...said, metadata: own };
  if (listOf(own.managedFields).length > 0) throw new Fault('CLUSTER_REFUSED', 'metadata.managedFields must be nil');
  if (wanted.root) checked(wanted, undefined, config, ['unknown', 'type']);
  const next = applied(live, config, writerOf(wanted), options.force);
  return kept(wanted, live, next, (object) => object);
};

/** Filled in, checked, counted, recorded, kept unless it is a dry run, and settled. */
const kept = (wanted: Write, live: Fields | undefined, patched: Fields, record: (next: Fields) => Fields): Written => {
  const { store, kind, permit, time, root } = wanted;
  const { dryRun } = permit.request.options;
  const named = identified(wanted, live, patched);
  const whole = (root ? filled(builtin(), root, named, live, kind.kind) : named) as Fields;
  checked(wanted, live, whole, ['unknown', 'type', 'required']);
  const counted = countedOf(kind, live, live ? whole : born(kind, whole, time));
  const next = record(counted);
  if (live && isDeepStrictEqual(next, live)) return { store, answer: live };
  const { deletionTimestamp, finalizers } = fieldsOf(next.metadata);
  if (live && deletionTimestamp !== undefined && listOf(finalizers).length === 0)
    return { store: dryRun ? store : removed(store, kind, next, false, time), answer: next };
  if (dryRun) return { store, answer: next };
  const done = store.put(kind, next);
  const { namespace, name } = fieldsOf(next.metadata);
  const answer = done.find(kind.group, kind.resource, textOf(namespace), textOf(name)) as Fields;
  // Who writes a status is a controller itself.
  return { store: permit.request.subresource === '' ? settled(done, kind, live, answer, time) : done, answer };
};

const nullless = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(nullless);
  if (!isFields(value)) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(entries.map(([name, part]) => [name, nullless(part)]));
};

const writerOf = ({ kind, permit, time, types }: Write): Writer => ({
  manager: permit.request.options.fieldManager,
  apiVersion: apiVersionOf(kind),
  subresource: permit.request.subresource,
  time,
  types,
});
