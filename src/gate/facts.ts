// Facts: what the policy asked to have looked up before it decides again. They are asked for under the id of the
// decision that wants them, and never leave the input document.
import { changesOf } from './changes.ts';
import type { Judged } from './decide.ts';
import { asFault, Fault } from './fault.ts';
import { isWrite } from './mutation.ts';
import { bind } from './obligations.ts';
import type { Change, Facts, Permit, Ports, Request } from './ports.ts';
import { resolve } from './resolve.ts';

export const noFacts: Facts = { live: null, dryRun: null, changes: null, namespace: null, access: null };

/** What a fact may need besides the request: the cluster, and the namespaces that this very lap brings. */
export type Asking = {
  readonly ports: Ports;
  readonly arriving: ReadonlySet<string>;
  readonly signal: AbortSignal | undefined;
};

type Need = Judged['decision']['needs'][number];

/** The facts that this decision needs, on top of those it has. Throws FACT_UNAVAILABLE when one cannot be had. */
export async function fetchFacts(judged: Judged, asking: Asking): Promise<Facts> {
  let facts = judged.input.facts;
  // A dry run is compared with the live object, so both are one question.
  const wanted = new Set<Need>(judged.decision.needs);
  if (wanted.has('dry_run')) wanted.delete('live');
  for (const need of [...wanted].sort()) facts = { ...facts, ...(await table[need](judged, asking)) };
  return facts;
}

type Fetch = (judged: Judged, asking: Asking) => Promise<Partial<Facts>>;

const table: Readonly<Record<Need, Fetch>> = {
  live: async (judged, asking) => ({ live: await live(judged, asking) }),
  namespace: async (judged, asking) => {
    const { namespace } = judged.request;
    if (namespace === '') throw new Fault('FACT_UNAVAILABLE');
    const request = await resolve(
      { id: judged.request.id, verb: 'get', kind: 'v1/Namespace', name: namespace, options: { view: 'metadata' } },
      asking.ports,
      asking.signal,
    );
    return { namespace: await read(request, judged.id, asking) };
  },
  dry_run: async (judged, asking) => {
    if (!isWrite(judged.request)) throw new Fault('FACT_UNAVAILABLE', 'Only a write can be tried.');
    return tried(judged, asking, 2);
  },
  access: async (judged, asking) => ({ access: await access(judged, asking) }),
};

async function live({ request, id }: Judged, asking: Asking): Promise<Facts['live']> {
  // A new object may get its name from the server: then there is none before.
  if (request.name === '') return null;
  const { options } = request;
  return read(
    { ...request, verb: 'get', subresource: '', body: {}, options: { ...options, view: 'object' } },
    id,
    asking,
  );
}

/**
 * What the API server would make of the request, beside what is there now. The dry run must find the version that was
 * read, so that nothing that moved in between passes for a change of ours; it is tried again while the object moves.
 */
async function tried(judged: Judged, asking: Asking, left: number): Promise<Partial<Facts>> {
  const { request, id, decision } = judged;
  const force = request.options.force || bind(decision.obligations).force;
  const before = await live(judged, asking);
  const { uid, resourceVersion } = identityOf(before);
  try {
    const response = await send(
      { ...request, options: { ...request.options, dryRun: true, force } },
      id,
      asking,
      before === null ? undefined : { uid, resourceVersion },
    );
    // What is deleted has no next state; some servers answer with the last one.
    if (request.name !== '' && isRemoval(response, request)) return { live: before, dryRun: null, changes: gone };
    return { live: before, dryRun: response, changes: await differing(before, response, request, asking) };
  } catch (thrown) {
    const fault = asFault(thrown);
    if (
      fault.code === 'CLUSTER_CONFLICT' &&
      left > 0 &&
      identityOf(await live(judged, asking)).resourceVersion !== resourceVersion
    )
      return tried(judged, asking, left - 1);
    if (fault.code === 'NOT_FOUND' && before === null && asking.arriving.has(request.namespace)) {
      // The namespace comes with this very lap: nothing can be tried in it yet, so what was written is what is judged.
      return { live: null, dryRun: request.body, changes: await differing(null, request.body, request, asking) };
    }
    throw spoken(fault);
  }
}

const gone: Change[] = [{ pattern: '', path: [], op: 'remove', from: null, to: null }];

/** Only a delete answers with a Status, or with an object that a request without a body cannot have written. */
function isRemoval(response: Record<string, unknown>, { body, kind, options }: Request): boolean {
  return (response.kind === 'Status' && kind !== 'Status') || (options.patch === '' && Object.keys(body).length === 0);
}

async function differing(before: Facts['live'], after: Facts['dryRun'], request: Request, asking: Asking) {
  return changesOf(before, after, await asking.ports.cluster.listTypes(request, asking.signal));
}

function identityOf(object: Facts['live']): { readonly uid: string; readonly resourceVersion: string } {
  const { uid, resourceVersion } = (object?.metadata ?? {}) as Record<string, unknown>;
  return { uid: String(uid ?? ''), resourceVersion: String(resourceVersion ?? '') };
}

/** What the cluster itself says of a request is an answer, not a failure to know. */
function spoken(fault: Fault): Fault {
  const told = fault.code === 'CANCELLED' || fault.code === 'NOT_FOUND' || fault.code.startsWith('CLUSTER_');
  return told ? fault : new Fault('FACT_UNAVAILABLE', fault.detail, fault);
}

/** SelfSubjectAccessReview: whether the cluster's own RBAC would let this identity do it (authorization.k8s.io/v1). */
async function access({ request, id }: Judged, asking: Asking): Promise<Facts['access']> {
  const { verb, group, version, resource, subresource, namespace, name } = request;
  const review = await resolve(
    {
      id: request.id,
      verb: 'create',
      kind: 'authorization.k8s.io/v1/SelfSubjectAccessReview',
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: { verb, group, version, resource, subresource, namespace, name } },
      },
    },
    asking.ports,
    asking.signal,
  );
  try {
    const { status } = (await send(review, id, asking)) as { status?: { allowed?: unknown; reason?: unknown } };
    return { allowed: status?.allowed === true, reason: String(status?.reason ?? '').slice(0, 256) };
  } catch (thrown) {
    const fault = asFault(thrown);
    throw fault.code === 'CANCELLED' ? fault : new Fault('FACT_UNAVAILABLE', fault.detail, fault);
  }
}

async function read(request: Request, decisionId: string, asking: Asking): Promise<Record<string, unknown> | null> {
  try {
    return await send(request, decisionId, asking);
  } catch (thrown) {
    const fault = asFault(thrown);
    if (fault.code === 'NOT_FOUND') return null;
    throw fault.code === 'CANCELLED' ? fault : new Fault('FACT_UNAVAILABLE', fault.detail, fault);
  }
}

async function send(
  request: Request,
  decisionId: string,
  { ports, signal }: Asking,
  precondition?: Permit['precondition'],
): Promise<Record<string, unknown>> {
  const bounds = { items: 1, lines: 1, bytes: 1024 * 1024 };
  const response = await ports.cluster.send({ decisionId, request, bounds, rowMetadata: false, precondition }, signal);
  if (response.type !== 'object') throw new Fault('FACT_UNAVAILABLE');
  return response.object;
}
