// Rego for the recorded calls of builtins: what a probe gives, and whether that is exactly what OPA gave.
import recorded from './builtins.json' with { type: 'json' };

/** A call as Rego text, and its result as Rego text, or null where the call is undefined. */
export type Probe = { readonly call: string; readonly result: string | null };

export const probes: readonly Probe[] = recorded.probes;

/** A package `probe` whose rule `given` holds, by the number of the probe, its value and whether it is the recorded one. */
export function probeRego(some: readonly Probe[]): string {
  const rules = some.map(({ call, result }, at) => {
    const same = result === null ? 'false' : `x == ${result}`;
    return `given["${at}"] := {"value": x, "same": _same${at}} if x := ${call}\n_same${at} if {\n\tx := ${call}\n\t${same}\n}\n\nelse := false`;
  });
  return `package probe\n\n${rules.join('\n')}\n`;
}
