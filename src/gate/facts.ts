// Facts: what the policy asked to have looked up before it decides again. They are read under the id of the decision
// that asked for them, and never leave the input document.
import type { Judged } from './decide.ts';
import { asFault, Fault } from './fault.ts';
import type { Facts, Ports, Request } from './ports.ts';
import { resolve } from './resolve.ts';

export const noFacts: Facts = { live: null, dryRun: null, changes: null, namespace: null, access: null };

/** The facts that this decision needs, on top of those it has. Throws FACT_UNAVAILABLE when one cannot be had. */
export async function fetchFacts(judged: Judged, ports: Ports, signal?: AbortSignal): Promise<Facts> {
  let facts = judged.input.facts;
  for (const need of judged.decision.needs) facts = { ...facts, ...(await table[need](judged, ports, signal)) };
  return facts;
}

type Fetch = (judged: Judged, ports: Ports, signal?: AbortSignal) => Promise<Partial<Facts>>;

const table: Readonly<Record<Judged['decision']['needs'][number], Fetch>> = {
  live: async (judged, ports, signal) => {
    const { request } = judged;
    if (request.name === '') throw new Fault('FACT_UNAVAILABLE');
    return {
      live: await read(
        { ...request, verb: 'get', subresource: '', options: { ...request.options, view: 'object' } },
        judged.id,
        ports,
        signal,
      ),
    };
  },
  namespace: async (judged, ports, signal) => {
    const { namespace } = judged.request;
    if (namespace === '') throw new Fault('FACT_UNAVAILABLE');
    const request = await resolve(
      { id: judged.request.id, verb: 'get', kind: 'v1/Namespace', name: namespace, options: { view: 'metadata' } },
      ports,
      signal,
    );
    return { namespace: await read(request, judged.id, ports, signal) };
  },
  access: () => Promise.reject(new Fault('FACT_UNAVAILABLE')),
  dry_run: () => Promise.reject(new Fault('FACT_UNAVAILABLE', 'Dry runs come with writes.')),
};

async function read(
  request: Request,
  decisionId: string,
  { cluster }: Ports,
  signal?: AbortSignal,
): Promise<Record<string, unknown> | null> {
  try {
    const response = await cluster.send(
      { decisionId, request, bounds: { items: 1, lines: 1, bytes: 256 * 1024 }, rowMetadata: false },
      signal,
    );
    if (response.type !== 'object') throw new Fault('FACT_UNAVAILABLE');
    return response.object;
  } catch (thrown) {
    const fault = asFault(thrown);
    if (fault.code === 'NOT_FOUND') return null;
    throw fault.code === 'CANCELLED' ? fault : new Fault('FACT_UNAVAILABLE', fault.detail, fault);
  }
}
