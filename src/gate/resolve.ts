// Station 2: from a request as written to exactly one Kubernetes API request. Never a partial match, never a URL.
import { Fault } from './fault.ts';
import type { Options, PlannedRequest, Ports, Request, Resource } from './ports.ts';
import { isName, isNamespace, isResourceWord, isWrittenKind } from './segment.ts';

const plain: Options = {
  view: 'object',
  fields: [],
  sortBy: '',
  limit: 0,
  continue: '',
  container: '',
  previous: false,
  tailLines: 0,
  skipLines: 0,
  sinceSeconds: 0,
  timestamps: false,
  grep: '',
  path: '',
  dryRun: false,
  force: false,
  fieldManager: 'portcullis',
  patch: '',
  stamp: [],
  propagationPolicy: '',
  gracePeriodSeconds: -1,
  uid: '',
};

/** Verbs that act on a collection; every other verb needs a name (Kubernetes API concepts, "Resource URIs"). */
const collectionVerbs = new Set(['list', 'watch', 'create', 'deletecollection']);

/** The exact request. Throws a {@link Fault} that says what does not fit; candidates stand in its detail. */
export async function resolve(
  planned: PlannedRequest,
  ports: Pick<Ports, 'cluster' | 'digest'>,
  signal?: AbortSignal,
): Promise<Request> {
  const resource = await one(planned.kind, ports, signal);
  const { namespace = '', name = '', subresource = '' } = planned;
  check(planned.verb, resource, namespace, name, subresource);
  const options = { ...plain, ...planned.options };
  const request = {
    id: planned.id,
    verb: planned.verb,
    group: resource.group,
    version: resource.version,
    kind: resource.kind,
    resource: resource.resource,
    subresource,
    scope: resource.scope,
    namespace,
    name,
    selector: { labels: planned.selector?.labels ?? '', fields: planned.selector?.fields ?? '' },
    options,
    body: planned.body ?? {},
  };
  return { ...request, digest: ports.digest(request) };
}

async function one(kind: string, { cluster }: Pick<Ports, 'cluster'>, signal?: AbortSignal): Promise<Resource> {
  if (!isWrittenKind(kind)) throw new Fault('KIND_UNKNOWN');
  const [first, ...others] = await cluster.resolve(kind, signal);
  if (!first) throw new Fault('KIND_UNKNOWN', kind);
  if (others.length > 0) throw new Fault('KIND_AMBIGUOUS', [first, ...others].map(fullName).sort().join(', '));
  return first;
}

/** `deployments.v1.apps`, and `pods.v1.` in the core group: kubectl's own full form. */
function fullName({ resource, version, group }: Resource): string {
  return `${resource}.${version}.${group}`;
}

function check(verb: string, resource: Resource, namespace: string, name: string, subresource: string): void {
  if (!isResourceWord(verb) || (subresource !== '' && !isResourceWord(subresource))) throw new Fault('REQUEST_INVALID');
  if (namespace !== '' && !isNamespace(namespace)) throw new Fault('NAME_INVALID', 'namespace');
  if (name !== '' && !isName(name)) throw new Fault('NAME_INVALID', 'name');
  if (resource.scope === 'Cluster' && namespace !== '')
    throw new Fault('SCOPE_MISMATCH', `${resource.kind} has no namespace.`);
  if (collectionVerbs.has(verb) ? name !== '' && verb !== 'create' : name === '')
    throw new Fault('NAME_INVALID', `${verb} ${name === '' ? 'needs a name' : 'takes no name'}.`);
}
