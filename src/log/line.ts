// What one line of the log says, before it is chained: OPA's EventV1 names, masked, and never longer than its bound. Must not know files.
import type { DecisionEvent } from '../gate/ports.ts';
import { type Line, type Spelled, spell } from './chain.ts';
import { canonical, sha256 } from './digest.ts';
import { applyMask } from './mask.ts';
import { hide, type Redact } from './secrets.ts';

/** What every line of one server says of where it comes from. */
export type Origin = { readonly labels: Readonly<Record<string, string>>; readonly bundle: string };

/** Bytes of a whole line; larger parts are replaced by their digest. */
export const lineLimit = 65_536;
const chainRoom = 512;
const namedAtMost = 64;

/** An event as a line: what the policy hides is hidden first, then what no policy can keep. */
export function decisionLine(event: DecisionEvent, mask: readonly unknown[], origin: Origin, redact?: Redact): Spelled {
  const { event: kept, erased, masked, valid } = applyMask({ input: event.input, result: event.result }, mask);
  const hidden: string[] = [];
  const raw = {
    ...(kept.input === undefined ? {} : { input: kept.input }),
    ...(kept.result === undefined ? {} : { result: kept.result }),
    ...(event.error === null ? {} : { error: event.error }),
    path: event.path,
    requested_by: event.requested_by,
    custom: { ...event.custom, ...(valid ? {} : { mask: 'invalid' }) },
  };
  const clean = hide(raw, hidden, redact) as Line;
  const { call_id, approvals } = event.custom;
  return bounded({
    ...clean,
    // Names that this server gave: no secret, and what the line is found by.
    custom: { ...clean.custom, call_id, approvals },
    labels: origin.labels,
    decision_id: event.decision_id,
    bundles: { [origin.bundle]: { revision: event.revision } },
    timestamp: event.timestamp,
    ...names('erased', erased),
    ...names('masked', [...new Set([...masked, ...hidden])].toSorted()),
  });
}

/** A line about the log itself: what was torn by a crash, or lost while the disk was full. */
export function noticeLine(custom: Readonly<Record<string, unknown>>, timestamp: string, origin: Origin): Spelled {
  return spell({ labels: origin.labels, timestamp, custom });
}

function names(field: string, all: readonly string[]): Record<string, readonly string[]> {
  return all.length === 0 ? {} : { [field]: all.slice(0, namedAtMost) };
}

/** Replaces parts by `{digest, bytes}`, largest first, until the line fits; `custom.cut` names them. */
function bounded(line: Line): Spelled {
  let out: Line = line;
  let spelled = spell(out);
  for (let cut: string[] = []; over(spelled) > 0; spelled = spell(out)) {
    const found = largest(out, over(spelled));
    if (found.length === 0 || cut.length >= namedAtMost) return spell(identity(line));
    cut = [...cut, `/${found.join('/')}`];
    out = replace(out, found) as Line;
    out = { ...out, custom: { ...out.custom, cut } };
  }
  return spelled;
}

/** What is left of a line that no cut makes short enough: what it is found by, and what happened. */
function identity(line: Line): Line {
  const { labels, decision_id, timestamp, path, custom } = line;
  const { call_id, outcome, approvals } = custom;
  return {
    labels,
    decision_id,
    timestamp,
    path,
    custom: { call_id, outcome, approvals, cut: 'all', ...summary(line) },
  };
}

function over({ before, after }: Spelled): number {
  return Buffer.byteLength(before) + Buffer.byteLength(after) + chainRoom - lineLimit;
}

function size(value: unknown): number {
  return Buffer.byteLength(canonical(value));
}

function summary(part: unknown): { readonly digest: string; readonly bytes: number } {
  const text = canonical(part);
  return { digest: sha256(text), bytes: Buffer.byteLength(text) };
}

/** The smallest part that is large enough to make room, found by always following the largest; its path. */
function largest(line: Line, excess: number): string[] {
  const path: string[] = [];
  let here: unknown = line;
  for (;;) {
    if (typeof here !== 'object' || here === null || path.length > 8) return path;
    const parts = Object.entries(here).filter(([key]) => path.length > 0 || key !== 'custom');
    const sized = parts.map(([key, value]) => ({ key, value, bytes: size(value) }));
    const biggest = sized.reduce((a, b) => (b.bytes > a.bytes ? b : a), { key: '', value: null as unknown, bytes: 0 });
    if (biggest.bytes < (path.length === 0 ? 256 : Math.max(256, excess + 256))) return path;
    path.push(biggest.key);
    here = biggest.value;
  }
}

function replace(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return summary(value);
  if (Array.isArray(value)) return value.with(Number(key), replace(value[Number(key)], rest));
  const object = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(object).map(([each, part]) => [each, each === key ? replace(part, rest) : part]),
  );
}
