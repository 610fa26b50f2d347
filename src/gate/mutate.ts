// Station 5 for what changes something: one after the other, each on record before it leaves, none sent twice.
import { changesOf } from './changes.ts';
import type { Judged } from './decide.ts';
import { type Observed, told } from './execute.ts';
import { asFault, Fault } from './fault.ts';
import { preconditionOf } from './mutation.ts';
import type { Binding } from './obligations.ts';
import type { Facts, Permit, Ports, Watch } from './ports.ts';
import type { RedactorFor } from './redactors.ts';
import { shownChanges } from './shown.ts';

/** What an observation of a write holds: what changed, as far as this reader may see it. */
export type WriteData = {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly dryRun: boolean;
  /** null where the policy did not have it looked up. */
  readonly changes:
    | null
    | readonly {
        readonly path: string;
        readonly op: string;
        readonly from: unknown;
        readonly to: unknown;
      }[];
};

/** Writes the line of a decision that is about to be carried out. Rejects when it cannot be kept. */
export type Insist = (judged: Judged) => Promise<void>;

/**
 * Sends one permitted write. `insist` must have kept its line first; once it left it is waited for, whoever hangs up. A
 * dry run that the policy has already asked for is not made again.
 */
export async function mutate(
  judged: Judged,
  binding: Binding,
  lap: number,
  insist: Insist | undefined,
  ports: Ports,
  redactorFor: RedactorFor,
  watch: Watch,
): Promise<Observed> {
  const { input, decision } = judged;
  const base = { judged, lap, binding, filtered: undefined, data: null, reasons: decision.reasons, fault: undefined };
  const dryRun = judged.request.options.dryRun || binding.dryRun;
  try {
    if (watch.signal?.aborted) throw new Fault('CANCELLED');
    await insist?.(judged);
    const known = dryRun && !binding.force ? input.facts.dryRun : null;
    const response = known ?? (await sent(judged, binding, dryRun, ports));
    const seen = observed(judged, binding, dryRun, response, ports, redactorFor);
    // It is done: that it cannot be told what changed is no failure of it.
    return { ...base, outcome: 'ok', ...(await seen.catch(() => untold(judged, dryRun))) };
  } catch (thrown) {
    const fault = asFault(thrown);
    const shown = new Fault(fault.code, told(fault.detail, redactorFor(binding)), fault.cause);
    return { ...base, outcome: 'fault', fault: shown };
  }
}

async function sent(judged: Judged, binding: Binding, dryRun: boolean, { cluster }: Ports): Promise<Facts['dryRun']> {
  const { id, request } = judged;
  const permit: Permit = {
    decisionId: id,
    request: { ...request, options: { ...request.options, dryRun, force: request.options.force || binding.force } },
    bounds: { items: 1, lines: 1, bytes: 1024 * 1024 },
    rowMetadata: false,
    precondition: preconditionOf(judged, binding),
  };
  const response = await cluster.send(permit);
  const object = response.type === 'object' ? response.object : null;
  if (object === null || !isAnswer(object, judged))
    throw new Fault('OUTCOME_UNKNOWN', 'The cluster answered with something else than the object.');
  return object;
}

/** Success is not believed of an answer about something else: the object that was written, or a Status that says so. */
function isAnswer(object: Record<string, unknown>, { request, input }: Judged): boolean {
  if (object.kind === 'Status' && request.kind !== 'Status') return object.status === 'Success' && isGone(input);
  const { name, namespace, uid } = (object.metadata ?? {}) as Record<string, unknown>;
  const before = ((input.facts.live?.metadata ?? {}) as Record<string, unknown>).uid;
  const isSame = before === undefined || uid === undefined || uid === before;
  return (
    object.kind === request.kind &&
    (request.name === '' || name === request.name) &&
    (namespace ?? '') === request.namespace &&
    isSame
  );
}

/** Only what is deleted is answered with a Status; a request with a body wants its object back. */
function isGone({ request }: Judged['input']): boolean {
  return request.options.patch === '' && Object.keys(request.body).length === 0;
}

/** What changed: by the server's answer where it gives the object, else by what the dry run had said. */
async function observed(
  { request, input: { facts } }: Judged,
  binding: Binding,
  dryRun: boolean,
  response: Facts['dryRun'],
  { cluster }: Ports,
  redactorFor: RedactorFor,
): Promise<Pick<Observed, 'data' | 'filtered'>> {
  const isObject = response !== null && response.kind === request.kind && facts.dryRun !== null;
  const made = isObject ? changesOf(facts.live, response, await cluster.listTypes(request)) : facts.changes;
  const { changes, redactions } = shownChanges(
    made ?? [],
    { from: facts.live, to: isObject ? response : facts.dryRun },
    binding.trees,
    redactorFor(binding),
  );
  const { kind, namespace } = request;
  const name = request.name || nameOf(response);
  const data: WriteData = { kind, namespace, name, dryRun, changes: made && [...changes] };
  const filtered = {
    ...{ type: 'object' as const, data, withheld: [], redactions, cursor: '', remaining: null, positions: [] },
    ...{ resume: () => '', notes: [] },
  };
  return { data, filtered };
}

function nameOf(object: Facts['dryRun']): string {
  const { name } = (object?.metadata ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : '';
}

/** What is observed of a write that would change nothing: that it is so already. */
export function idle(judged: Judged, lap: number): Observed {
  const { data } = untold(judged, false);
  const base = { judged, lap, binding: undefined, filtered: undefined, reasons: [], fault: undefined };
  return { ...base, outcome: 'ok', data: { ...data, changes: [] } };
}

/** Which object it was, and no more. */
function untold({ request: { kind, namespace, name } }: Judged, dryRun: boolean): { readonly data: WriteData } {
  return { data: { kind, namespace, name, dryRun, changes: null } };
}
