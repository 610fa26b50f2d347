// An approval as a person reads it in a terminal: everything that a yes would be bound to, and nothing to decode.
import type { Hunk } from '../../approvals/diff.ts';
import type { Approval, Proposed } from '../../gate/ports.ts';
import { shown, shownLine } from './shown.ts';

/** Paints a line; without colour it is the identity. */
export type Paint = (colour: keyof typeof colours, text: string) => string;

const colours = { bold: 1, red: 31, green: 32, yellow: 33, cyan: 36, dim: 2 } as const;

export function painter(colour: boolean): Paint {
  return (name, text) => (colour ? `\u001b[${colours[name]}m${text}\u001b[0m` : text);
}

/** All of it. `diffs` are those of its requests, in order. */
export function view(approval: Approval, diffs: readonly (readonly Hunk[])[], paint: Paint, now: number): string {
  const { id, requester, cluster, tool, why, reasons, terms, votes, requests } = approval;
  const agent = requester.agent && ` through ${requester.agent}`;
  const groups = requester.groups.length > 0 ? ` (${requester.groups.join(', ')})` : '';
  const lines = [
    paint('bold', `Approval ${id}: ${standing(approval, now)}`),
    field('Cluster', cluster),
    ...requests.map((one) => field('Target', targetOf(one))),
    field('Asked by', `${requester.id}${groups}${agent}, with ${tool}, ${timeOf(approval.requestedAt)}`),
    field('Why', why || '(nothing was said)'),
    field('Risk', terms.risk),
    ...reasons.map((one) => field('Reason', `${one.code}: ${one.message}${one.subject && ` (${one.subject})`}`)),
    field('Approvers', `${approvers(terms)}; by ${terms.methods.join(', ') || 'no way at all'}`),
    ...votes.map((one) =>
      field(
        'Vote',
        `${one.verdict} by ${one.approver}, ${one.method}, ${timeOf(one.at)}${one.note && `: ${one.note}`}`,
      ),
    ),
    ...(approval.outcome ? [field('Outcome', approval.outcome)] : []),
    ...requests.flatMap((one, at) => ['', ...change(one, diffs[at] ?? [], paint)]),
    '',
    'A yes holds for exactly this: who asks, these requests, these changes, the objects as they are now, and the policy as',
    'it is now. If one of them changes, it is void.',
    field('Digest', approval.digest),
    field('Policy', approval.parts.revision),
  ];
  return lines.join('\n');
}

function field(name: string, text: string): string {
  return `${`${name}:`.padEnd(11)}${shownLine(text)}`;
}

/** `patch deployments.apps shop/web`. */
export function targetOf({ verb, resource, group, subresource, namespace, name }: Proposed): string {
  const kind = [group ? `${resource}.${group}` : resource, subresource].filter((part) => part).join('/');
  return `${verb} ${kind} ${[namespace, name].filter((part) => part).join('/')}`;
}

/** `requested, 0 of 1 votes, until 2026-11-21T10:00:00Z`. */
export function standing(approval: Approval, now: number): string {
  const { state, expiresAt, agreed, terms } = approval;
  if (state !== 'requested' && state !== 'approved') return state;
  return `${state}, ${agreed} of ${terms.quorum} votes, ends in ${span(expiresAt - now)}`;
}

/** `4 m`; never more than two figures of anything. */
export function span(seconds: number): string {
  const left = Math.max(0, seconds);
  if (left < 60) return `${left} s`;
  return left < 3600 ? `${Math.floor(left / 60)} m` : `${Math.floor(left / 3600)} h`;
}

function approvers({ quorum, approvers: who }: Approval['terms']): string {
  return `${quorum} needed, ${who.length === 0 ? 'by anyone' : `out of: ${who.join(', ')}`}`;
}

function timeOf(seconds: number): string {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? String(seconds) : time.toISOString().replace('.000Z', 'Z');
}

function change(request: Proposed, hunks: readonly Hunk[], paint: Paint): string[] {
  return [
    paint('bold', `── ${shownLine(targetOf(request))}`),
    ...request.options.map((text) => `  (${shownLine(text)})`),
    ...(request.unseen > 0
      ? [`  ${request.unseen} of the values to come are redacted: nobody is shown them. Refuse what you cannot judge.`]
      : []),
    ...request.changes.map((text) => `  ${shownLine(text)}`),
    `  dry run: ${shownLine(request.dryRun || 'none')}`,
    ...hunks.flatMap((hunk) => hunkLines(hunk, paint)),
  ];
}

const paints = { '+': 'green', '-': 'red', ' ': undefined } as const;

function hunkLines({ oldStart, newStart, lines }: Hunk, paint: Paint): string[] {
  const old = lines.filter(({ sign }) => sign !== '+').length;
  const fresh = lines.filter(({ sign }) => sign !== '-').length;
  return [
    paint('cyan', `  @@ -${oldStart},${old} +${newStart},${fresh} @@`),
    ...lines.map(({ sign, text }) => {
      const line = `  ${sign}${shown(text)}`;
      const colour = paints[sign];
      return colour ? paint(colour, line) : line;
    }),
  ];
}
