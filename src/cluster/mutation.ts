// A permitted mutation as the Kubernetes API takes it: a document, its type, its parameters. Pure; knows no HTTP.
import { Fault } from '../gate/fault.ts';
import type { Permit } from '../gate/ports.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from './json.ts';
import { stamped } from './stamp.ts';

export type Mutation = {
  readonly verb: 'create' | 'patch' | 'delete';
  /** Parameters of the request. */
  readonly query: Readonly<Record<string, string | boolean | undefined>>;
  /** The media type of the document. */
  readonly type: string;
  readonly document: unknown;
};

/** What the server must find, or answer with a conflict. */
export type Lock = { readonly uid?: string; readonly resourceVersion?: string };

/** The forms of a patch (Kubernetes API concepts, "Patches"). JSON is YAML, so that an apply is sent as JSON, too. */
const patches = {
  apply: 'application/apply-patch+yaml',
  strategic: 'application/strategic-merge-patch+json',
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
} as const;

const json = 'application/json';

/**
 * What to send for a create, patch or delete.
 * @throws {Fault} REQUEST_INVALID when the body is not what was judged; CLUSTER_CONFLICT when what the object must be
 *   contradicts itself.
 */
export const mutationOf = (permit: Permit, moment: Date): Mutation => {
  const { verb, options } = permit.request;
  const lock = lockOf(permit);
  const dryRun = options.dryRun ? 'All' : undefined;
  if (verb === 'delete') return { verb, query: { dryRun }, type: json, document: deletion(options, lock) };
  const document = contentOf(permit, moment);
  const query = { dryRun, fieldManager: options.fieldManager, fieldValidation: 'Strict' };
  if (options.patch === '') return { verb: 'create', query, type: json, document };
  const force = (options.patch === 'apply' && options.force) || undefined;
  const locked = options.patch === 'json' ? lockedOperations(document, lock) : lockedObject(document, lock);
  return { verb: 'patch', query: { ...query, force }, type: patches[options.patch], document: locked };
};

/** The body of a create or patch: checked against what was judged, and stamped unless it is a dry run. */
export const contentOf = ({ request }: Permit, moment: Date): Fields => {
  const { verb, body, options } = request;
  if ((verb === 'patch') !== (options.patch !== ''))
    throw new Fault('REQUEST_INVALID', 'A patch must say of what form.');
  if (options.patch === 'json') {
    if (!Array.isArray(body.operations) || !body.operations.every(isFields))
      throw new Fault('REQUEST_INVALID', 'A JSON patch is a list of operations.');
  } else if (body.metadata !== undefined && !isFields(body.metadata))
    throw new Fault('REQUEST_INVALID', 'The metadata of the object is none.');
  if (verb === 'create' || options.patch === 'apply') checkIdentity(request);
  return stamped(body, options.stamp, options.dryRun ? undefined : moment);
};

/** A whole object says itself what it is: that must be what was judged. */
const checkIdentity = ({ group, version, kind, subresource, namespace, name, body }: Permit['request']): void => {
  // What a subresource holds is of another kind (a Scale).
  if (subresource !== '') return;
  const said = fieldsOf(body.metadata);
  const same =
    body.apiVersion === (group === '' ? version : `${group}/${version}`) &&
    body.kind === kind &&
    (said.name ?? '') === name &&
    (said.namespace ?? namespace) === namespace &&
    said.generateName === undefined;
  if (!same) throw new Fault('REQUEST_INVALID', 'The object in the body is not the one that the request names.');
};

/**
 * What the object must be by the decision, the request and the body together.
 * @throws {Fault} CLUSTER_CONFLICT when they name different ones: no object can be both. REQUEST_INVALID for an apply
 *   that is bound to a version without a uid.
 */
export const lockOf = ({ request, precondition }: Permit): Lock => {
  // An object that is made has nothing to be compared with: a name that is taken is a conflict anyway.
  if (request.verb === 'create') return {};
  const said = request.options.patch === 'json' ? {} : fieldsOf(request.body.metadata);
  const uid = only([precondition?.uid, request.options.uid, textOf(said.uid)]);
  const resourceVersion = only([precondition?.resourceVersion, textOf(said.resourceVersion)]);
  // An API server makes an object that is gone anew, whatever version the apply is for; a uid alone keeps it from that.
  if (request.options.patch === 'apply' && resourceVersion !== '' && uid === '')
    throw new Fault('REQUEST_INVALID', 'An apply to one version of an object must name its uid, too.');
  return { ...(uid ? { uid } : {}), ...(resourceVersion ? { resourceVersion } : {}) };
};

const only = (wanted: readonly (string | undefined)[]): string => {
  const [one = '', ...others] = new Set(wanted.filter((value) => value));
  if (others.length > 0) throw new Fault('CLUSTER_CONFLICT', 'The object is not the one that was asked for.');
  return one;
};

const lockedObject = (body: Fields, lock: Lock): Fields =>
  Object.keys(lock).length === 0 ? body : { ...body, metadata: { ...fieldsOf(body.metadata), ...lock } };

/**
 * A `test` that fails is an unspoken 422. Another version or uid put in is the conflict that the server explains; it comes
 * last, so that no operation undoes it.
 */
const lockedOperations = ({ operations }: Fields, lock: Lock): readonly unknown[] => [
  ...listOf(operations),
  ...Object.entries(lock).map(([field, value]) => ({ op: 'add', path: `/metadata/${field}`, value })),
];

/** A server that is given DeleteOptions reads nothing else, so that a dry run must stand in them. */
const deletion = (
  { dryRun, propagationPolicy, gracePeriodSeconds }: Permit['request']['options'],
  lock: Lock,
): Fields => ({
  apiVersion: 'v1',
  kind: 'DeleteOptions',
  ...(dryRun ? { dryRun: ['All'] } : {}),
  ...(propagationPolicy === '' ? {} : { propagationPolicy }),
  ...(gracePeriodSeconds < 0 ? {} : { gracePeriodSeconds }),
  ...(Object.keys(lock).length === 0 ? {} : { preconditions: lock }),
});
