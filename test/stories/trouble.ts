// What a story makes go wrong in its cluster: requests that fail, and what the cluster's own RBAC refuses.
import { Fault, type FaultCode, faults } from '../../src/gate/fault.ts';
import type { Cluster, Permit, Request } from '../../src/gate/ports.ts';
import { linesOf } from './story.ts';
import { sentAs, wordsOf } from './telling.ts';

/** The blocks `failures` and `rbac` of a story, as they are at the moment. */
export type Trouble = { readonly failures: string; readonly rbac: string };

/** The cluster, but some of its requests fail, with the API server's words. */
export function troubled(cluster: Cluster, trouble: () => Trouble): Cluster {
  return {
    ...cluster,
    send: async (permit, signal) => {
      const { failures, rbac } = trouble();
      const failure = linesOf(failures)
        .map(ruleOf)
        .find(({ request }) => sentAs(permit).startsWith(request));
      if (failure) throw failure.fault();
      const refused = (words: string) => linesOf(rbac).some((line) => words.startsWith(line));
      const asked = reviewed(permit);
      if (asked !== undefined && refused(asked))
        return { type: 'object', object: { status: { allowed: false, reason: 'no RBAC rule matched' } } };
      if (refused(wordsOf(permit.request))) throw new Fault('CLUSTER_FORBIDDEN', 'no RBAC rule matched');
      return cluster.send(permit, signal);
    },
  };
}

function ruleOf(line: string): { readonly request: string; readonly fault: () => Fault } {
  const [, request = '', code = '', words = ''] = /^(.+?): ([A-Z_]+) ?(.*)$/.exec(line) ?? [];
  if (!Object.hasOwn(faults, code)) throw new Error(`failures: "${line}" names no fault.`);
  return { request, fault: () => new Fault(code as FaultCode, words) };
}

/** What a SelfSubjectAccessReview asks about, in the words of a request. */
function reviewed({ request }: Permit): string | undefined {
  if (request.resource !== 'selfsubjectaccessreviews') return undefined;
  const { spec } = request.body as { readonly spec: { readonly resourceAttributes: Request } };
  return wordsOf(spec.resourceAttributes);
}
