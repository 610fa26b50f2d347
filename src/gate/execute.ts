// Stations 5 and 6: carries out exactly what was decided, and hands on only what its obligations leave.

import { readCursor } from './cursor.ts';
import type { Judged } from './decide.ts';
import { asFault, Fault } from './fault.ts';
import { type Filtered, filter } from './filter.ts';
import { type Binding, bind } from './obligations.ts';
import { fieldTree } from './path.ts';
import type { Permit, Ports, Reason, Watch } from './ports.ts';
import type { RedactorFor } from './redactors.ts';

/** A decided request after it was carried out, or not. */
export type Observed = {
  readonly judged: Judged;
  readonly lap: number;
  readonly outcome: 'ok' | 'denied' | 'approve' | 'fault';
  readonly binding: Binding | undefined;
  readonly filtered: Filtered | undefined;
  readonly data: unknown;
  readonly reasons: readonly Reason[];
  readonly fault: Fault | undefined;
};

/** A sort must have read everything before it knows the first; this is where it gives up. */
const sortedMost = 100_000;

/** What can be done with each allowed request, looked up before any of them is sent. Throws OBLIGATION_UNKNOWN. */
export function bindAll(judged: readonly Judged[]): ReadonlyMap<string, Binding> {
  return new Map(judged.filter(isExecuted).map((one) => [one.id, withChosen(bind(one.decision.obligations), one)]));
}

/** true when this request is to be sent. */
export function isExecuted({ planned, decision }: Judged): boolean {
  return planned.execute !== false && decision.effect === 'allow';
}

/** Fields the caller chose narrow the granted ones; they never add any. */
function withChosen(binding: Binding, { request }: Judged): Binding {
  if (request.options.fields.length === 0) return binding;
  const chosen = fieldTree(request.options.fields);
  if (!chosen) throw new Fault('REQUEST_INVALID', 'A field path looks like spec.containers[*].image.');
  return { ...binding, chosen };
}

/** Sends one permitted request and filters what comes back. A failure becomes part of the observation. */
export async function execute(
  judged: Judged,
  binding: Binding | undefined,
  lap: number,
  ports: Ports,
  redactorFor: RedactorFor,
  watch: Watch,
): Promise<Observed> {
  const base = {
    judged,
    lap,
    binding,
    filtered: undefined,
    data: null,
    reasons: judged.decision.reasons,
    fault: undefined,
  };
  if (judged.planned.execute === false) return { ...base, outcome: 'ok', data: spoken(judged) };
  if (!binding) return { ...base, outcome: judged.decision.effect === 'approve' ? 'approve' : 'denied' };
  try {
    const { request } = judged;
    if (request.scope === 'Namespaced' && request.namespace === '' && request.name !== '')
      throw new Fault('SCOPE_MISMATCH', `${request.kind} needs a namespace.`);
    const { skip, sealed } = readCursor(request.options.continue);
    const token = sealed === '' ? '' : ports.unseal(sealed);
    if (token === undefined) throw new Fault('CURSOR_INVALID');
    const response = await ports.cluster.send(permit(judged, binding, { skip, token }), watch.signal);
    const filtered = await filter(
      response,
      binding,
      request.options,
      skip,
      { redactor: redactorFor(binding), seal: ports.seal },
      watch,
    );
    return { ...base, outcome: 'ok', filtered, data: filtered.data };
  } catch (thrown) {
    const fault = asFault(thrown);
    const detail = redactorFor(binding).text(fault.detail).text;
    return { ...base, outcome: 'fault', fault: new Fault(fault.code, detail, fault.cause) };
  }
}

function permit(
  { id, request }: Judged,
  { limit, scopes }: Binding,
  cursor: { readonly skip: number; readonly token: string },
): Permit {
  const { options } = request;
  const wanted = options.limit > 0 ? Math.min(options.limit, limit.items) : limit.items;
  const items = options.sortBy === '' ? wanted + cursor.skip : sortedMost;
  return {
    decisionId: id,
    request: { ...request, options: { ...options, continue: cursor.token } },
    bounds: { items, lines: limit.lines + options.skipLines, bytes: Math.max(limit.bytes * 4, 64 * 1024) },
    rowMetadata: scopes.length > 0 || (request.scope === 'Namespaced' && request.namespace === ''),
  };
}

/** The decision itself, for requests that are only to be decided. */
function spoken({ decision, request }: Judged): unknown {
  const { effect, reasons, obligations, approval, shadow } = decision;
  const { verb, group, version, kind, resource, subresource, namespace, name } = request;
  return {
    effect,
    reasons,
    obligations,
    approval,
    shadow,
    request: { verb, group, version, kind, resource, subresource, namespace, name },
  };
}
