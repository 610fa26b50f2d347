// The builtins the WASM does not have itself, with the semantics of OPA 1.22.0 in Go. Knows nothing of WASM or policies.
import { createHash } from 'node:crypto';
import { isCidr } from './builtins-net.ts';
import { compareVersions, parseVersion } from './builtins-semver.ts';
import { objectSubset } from './builtins-subset.ts';
import { clock, date, parseRfc3339, weekday } from './builtins-time.ts';
import { parseBytes, parseUnits } from './builtins-units.ts';
import { exact } from './builtins-value.ts';

/**
 * One builtin: from its operands to its result. `undefined` is what Go makes of an error outside strict mode: the
 * expression is undefined. A throw is a mistake of ours or an operand we will not judge; it fails the evaluation.
 * Integers beyond 2^53 arrive as bigint and leave through {@link exact}. Sets arrive as arrays, or, for those named in
 * {@link keepsSets}, as Set.
 */
export type Builtin = (...operands: unknown[]) => unknown;

/** Builtins that must tell a set from an array. */
export const keepsSets: ReadonlySet<string> = new Set(['object.subset']);

/** Every builtin of the host, by its OPA name. */
export const builtins: Readonly<Record<string, Builtin>> = Object.assign(Object.create(null), {
  'crypto.sha256': onText((text) => createHash('sha256').update(text).digest('hex')),
  'hex.encode': onText((text) => Buffer.from(text).toString('hex')),
  'net.cidr_is_valid': (cidr: unknown) => typeof cidr === 'string' && isCidr(cidr),
  'object.subset': objectSubset,
  'semver.compare': (a: unknown, b: unknown) => {
    const [left, right] = [parseVersion(a), parseVersion(b)];
    return left && right ? compareVersions(left, right) : undefined;
  },
  'semver.is_valid': (version: unknown) => parseVersion(version) !== undefined,
  'strings.any_prefix_match': anyMatch((text, part) => text.startsWith(part)),
  'strings.any_suffix_match': anyMatch((text, part) => text.endsWith(part)),
  'strings.count': (text: unknown, part: unknown) =>
    typeof text === 'string' && typeof part === 'string' ? countOf(text, part) : undefined,
  'time.clock': clock,
  'time.date': date,
  'time.parse_rfc3339_ns': onText((text) => {
    const ns = parseRfc3339(text);
    return ns === undefined ? undefined : exact(String(ns));
  }),
  'time.weekday': weekday,
  'units.parse': onText(parseUnits),
  'units.parse_bytes': onText(parseBytes),
});

function onText(run: (text: string) => unknown): Builtin {
  return (text) => (typeof text === 'string' ? run(text) : undefined);
}

function anyMatch(matches: (text: string, part: string) => boolean): Builtin {
  return (texts, parts) => {
    const [all, some] = [textsOf(texts), textsOf(parts)];
    return all && some ? all.some((text) => some.some((part) => matches(text, part))) : undefined;
  };
}

function textsOf(value: unknown): string[] | undefined {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
}

function countOf(text: string, part: string): number {
  // Go counts the gaps between code points when the part is empty.
  if (part === '') return [...text].length + 1;
  return text.split(part).length - 1;
}
