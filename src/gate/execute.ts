// Stations 5 and 6: carries out exactly what was decided, and hands on only what its obligations leave.

import { cell, strip } from './clean.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import type { Judged } from './decide.ts';
import { asFault, Fault } from './fault.ts';
import { type Filtered, filter } from './filter.ts';
import { contextLines } from './log-lines.ts';
import { type Binding, bind } from './obligations.ts';
import { fieldTree } from './path.ts';
import type { Permit, Ports, Reason, Watch } from './ports.ts';
import type { Redactor } from './redact/redactor.ts';
import type { RedactorFor } from './redactors.ts';
import { whereOf } from './where.ts';

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
  /** The whole object, where the plan asked the gate to hold it for a later request; no rule ever sees it. */
  readonly held?: Readonly<Record<string, unknown>> | undefined;
};

/** A sort, or a choice, must have read everything before it knows the first; this is where it gives up. */
const readMost = 100_000;

/** What can be done with each allowed request, looked up before any of them is sent. Throws OBLIGATION_UNKNOWN. */
export function bindAll(judged: readonly Judged[]): ReadonlyMap<string, Binding> {
  return new Map(judged.filter(isExecuted).map((one) => [one.id, withChosen(bind(one.decision.obligations), one)]));
}

/** true when this request is to be sent. */
export function isExecuted({ planned, decision }: Judged): boolean {
  return planned.execute !== false && decision.effect === 'allow';
}

/** Fields the caller chose, and items the plan did, narrow what is granted; they never add to it. */
function withChosen(binding: Binding, { planned, request }: Judged): Binding {
  const where = whereOf(planned, request);
  const { fields } = request.options;
  if (fields.length === 0) return { ...binding, where };
  const chosen = fields.some((path) => path.includes('{')) ? undefined : fieldTree(fields);
  if (!chosen) throw new Fault('REQUEST_INVALID', 'A field path looks like spec.containers[*].image.');
  return { ...binding, where, chosen };
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
    const start = readCursor(request, ports);
    const response = await ports.cluster.send(permit(judged, binding, start), watch.signal);
    const redactor = redactorFor(binding);
    const write = (cursor: Cursor) => writeCursor(cursor, request, ports);
    const filtered = await filter(response, { binding, request, start, redactor, watch, write });
    const held = judged.planned.hold === true && response.type === 'object' ? response.object : undefined;
    return { ...base, outcome: 'ok', filtered, data: filtered.data, held };
  } catch (thrown) {
    const fault = asFault(thrown);
    return {
      ...base,
      outcome: 'fault',
      fault: new Fault(fault.code, told(fault.detail, redactorFor(binding)), fault.cause),
    };
  }
}

/** The cluster's own words, fit to stand in a sentence of ours: one line, redacted, bounded, nothing hidden. */
export function told(words: string, redactor: Redactor): string {
  const text = cell(redactor.text(strip(words.slice(0, 4096))).text);
  return text.length > 400 ? `${text.slice(0, 400).toWellFormed()}…` : text;
}

function permit({ id, request }: Judged, { limit, scopes, where }: Binding, cursor: Cursor): Permit {
  const { options } = request;
  const wanted = options.limit > 0 ? Math.min(options.limit, limit.items) : limit.items;
  const items = options.sortBy !== '' || where ? readMost : wanted + cursor.skip;
  const tailLines = options.tailLines === 0 ? 0 : options.tailLines + contextLines;
  return {
    decisionId: id,
    request: { ...request, options: { ...options, continue: cursor.token, tailLines } },
    bounds: {
      items,
      lines: limit.lines + options.skipLines + contextLines,
      bytes: Math.max(limit.bytes * 4, 64 * 1024),
    },
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
