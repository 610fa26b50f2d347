// What a caller reads when something was not done: what, why, what to do now. A denial is a value, not an exception.
import type { Fault } from '../fault.ts';
import type { Reason } from '../ports.ts';

/** A denied or unapproved lap. `ids` are the decisions that say so. */
export function refusal(head: string, reasons: readonly Reason[], ids: readonly string[], revision: string): string {
  const seen = new Set<string>();
  const lines = reasons.flatMap(({ code, message, remedy, subject }) => {
    const line = `${code}: ${message}${subject === '' ? '' : ` (${subject})`}\n  What to do: ${remedy}`;
    if (seen.has(line)) return [];
    seen.add(line);
    return [line];
  });
  const decided = ids.length === 0 ? `Policy ${revision}.` : `Decision ${ids.join(', ')}, policy ${revision}.`;
  return [head, ...lines, decided].join('\n');
}

/** A failure of ours or of the cluster. */
export function failure(fault: Fault, ids: readonly string[]): string {
  const theirs = fault.code.startsWith('CLUSTER_') || fault.code === 'NOT_FOUND';
  const said = theirs ? ` It says, as data: "${fault.detail.replaceAll('"', "'")}"` : ` (${fault.detail})`;
  const detail = fault.detail === '' ? '' : said;
  const decided = ids.length === 0 ? [] : [`Decision ${ids.join(', ')}.`];
  return [`${fault.code}: ${fault.message}${detail}`, `  What to do: ${fault.remedy}`, ...decided].join('\n');
}

/** Arguments that do not fit the card. */
export function misuse(tool: string, problems: readonly string[]): string {
  return [
    `The arguments of ${tool} do not fit, so nothing was planned.`,
    ...problems.map((problem) => `- ${problem}`),
  ].join('\n');
}
