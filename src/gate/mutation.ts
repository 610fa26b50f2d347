// Which requests change something: all that are not known to only read. Decides nothing about who may.
import type { Judged } from './decide.ts';
import type { Binding } from './obligations.ts';
import type { Permit, Request } from './ports.ts';

/** Kubernetes' verbs that leave everything as it is; any other word is a mutation, also one that nobody knows. */
const reading: ReadonlySet<string> = new Set(['get', 'list', 'watch']);

/** true when the request may leave the cluster changed, a dry run included. */
export function isWrite({ verb }: Pick<Request, 'verb'>): boolean {
  return !reading.has(verb);
}

/** true when carrying it out under this binding changes the cluster: logged before it is sent, and never sent twice. */
export function isMutation({ planned, request }: Judged, binding: Binding | undefined): boolean {
  return planned.execute !== false && isWrite(request) && !request.options.dryRun && binding?.dryRun !== true;
}

/** true when it is so already: nobody is asked, and nothing is sent. */
export function isIdle({ planned, request, input: { facts }, decision }: Judged): boolean {
  const { dryRun, stamp } = request.options;
  // What is stamped differs each time, whatever a dry run says.
  const writes = planned.execute !== false && isWrite(request) && !dryRun && stamp.length === 0;
  return writes && decision.effect !== 'deny' && facts.live !== null && facts.changes?.length === 0;
}

/**
 * What the server must find, out of the object that was judged. A version without its uid would let an apply make a
 * deleted object anew.
 */
export function preconditionOf({ input }: Judged, { preconditions }: Binding): Permit['precondition'] {
  const { resourceVersion, uid } = (input.facts.live?.metadata ?? {}) as Record<string, unknown>;
  if (preconditions.length === 0 || typeof uid !== 'string') return undefined;
  const isExact = preconditions.includes('resourceVersion') && typeof resourceVersion === 'string';
  return isExact ? { uid, resourceVersion } : { uid };
}
