// Changes that were sent and never ended: what a crash left open, found in the end of the log. Must not know why they were made.
import { faults } from '../gate/fault.ts';
import type { DecisionEvent } from '../gate/ports.ts';
import type { Line } from './chain.ts';
import type { Files } from './files.ts';

/** A change whose request may have left, and of which nothing else is known. */
export type Interrupted = {
  readonly decisionId: string;
  readonly callId: string;
  readonly approvals: readonly string[];
};

/** How much of the log's end is read, in bytes: at start, a crash is never far behind. */
const tail = 8 * 1024 * 1024;
const sending = Buffer.from('"outcome":"sending"');

/** The lines that say `sending` and that no later line of the same decision ends, in their order. */
export async function openChanges(path: string, files: Files): Promise<readonly Line[]> {
  const bytes = await ending(path, files);
  const open = new Map<unknown, Line>();
  for (let from = 0; from < bytes.length; ) {
    // Spelled one way only (RFC 8785), so a line without these bytes begins no change; most need not be looked at.
    if (open.size === 0) from = lineAround(bytes, bytes.indexOf(sending, from));
    const end = bytes.indexOf(10, from);
    if (from < 0 || end < 0) break;
    const read = parse(bytes.subarray(from, end));
    if (read?.custom.outcome === 'sending') open.set(read.decision_id, read);
    else open.delete(read?.decision_id);
    from = end + 1;
  }
  return [...open.values()];
}

/** Where the line of this position begins; -1 stays -1. */
function lineAround(bytes: Buffer, position: number): number {
  return position < 0 ? position : bytes.lastIndexOf(10, position) + 1;
}

/** What the world must know of it. */
export function interruptedBy({ decision_id, custom }: Line): Interrupted {
  return { decisionId: text(decision_id), callId: text(custom.call_id), approvals: texts(custom.approvals) };
}

/** The event that ends it: whether the change was made is not known, and the log says so. */
export function unknownOutcome(
  { decision_id, path, bundles, requested_by, input, custom }: Line,
  now: Date,
): DecisionEvent {
  const [bundle] = Object.values(object(bundles));
  const { verb, group, version, resource, subresource, namespace, name } = object(object(input).request);
  return {
    decision_id: text(decision_id),
    timestamp: now.toISOString(),
    path: text(path),
    revision: text(object(bundle).revision),
    input: { request: { verb, group, version, resource, subresource, namespace, name } },
    result: undefined,
    error: { code: 'OUTCOME_UNKNOWN', message: faults.OUTCOME_UNKNOWN.message },
    requested_by: text(requested_by),
    custom: {
      call_id: text(custom.call_id),
      tool: text(custom.tool),
      lap: typeof custom.lap === 'number' ? custom.lap : 0,
      effect: text(custom.effect),
      input_digest: text(custom.input_digest),
      outcome: 'unknown',
      fault: 'OUTCOME_UNKNOWN',
      obligations: [],
      approvals: texts(custom.approvals),
      facts: [],
      redactions: 0,
    },
  };
}

/** The last bytes of the log; what a short file does not hold is read from the ends of those before it. */
async function ending(path: string, files: Files): Promise<Buffer> {
  const ends = [await endOf(path, tail, files)];
  let room = tail - (ends[0]?.length ?? 0);
  for (const number of await files.rotated(path)) {
    if (room <= 0) break;
    const end = await endOf(`${path}.${number}`, room, files);
    room -= end.length;
    ends.unshift(end);
  }
  return ends.length === 1 && ends[0] ? ends[0] : Buffer.concat(ends);
}

/** Whole lines only, so that two ends fit together. */
async function endOf(path: string, most: number, files: Files): Promise<Buffer> {
  const file = await files.open(path);
  try {
    const size = await file.size();
    const from = Math.max(0, size - most);
    const read = await file.read(from, size - from);
    const bytes = Buffer.from(read.buffer, read.byteOffset, read.length);
    return from === 0 ? bytes : bytes.subarray(bytes.indexOf(10) + 1);
  } finally {
    await file.close();
  }
}

function parse(line: Buffer): Line | undefined {
  try {
    const read = object(JSON.parse(line.toString('utf8')));
    return { ...read, custom: object(read.custom) };
  } catch {
    return undefined;
  }
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
