// Approvals in a person's words: what would happen, how it stands, when. Knows no markup but that of a time.
import type { Approval, ApprovalState, Proposed } from '../../gate/ports.ts';
import { type Html, html } from '../html.ts';
import type { Session } from '../sessions.ts';

/** A verb as a person says it, where that is not the verb itself. */
const verbs: Readonly<Record<string, string>> = { patch: 'change' };

export const states: Readonly<Record<ApprovalState, string>> = {
  requested: 'Waits',
  approved: 'Approved',
  refused: 'Refused',
  expired: 'Expired',
  used: 'Used',
  superseded: 'Superseded',
};

export const risks: Readonly<Record<Approval['terms']['risk'], string>> = {
  low: 'Low risk',
  medium: 'Medium risk',
  high: 'High risk',
};

/** How it stands now: a store may not have noticed yet that the time is over. */
export function standing(approval: Approval, now: number): ApprovalState {
  return isOpen(approval.state) && approval.expiresAt <= now ? 'expired' : approval.state;
}

/** Whether a word still counts. `approved` is for people to see: the policy may want another person's yes, or hear a no. */
export function isOpen(state: ApprovalState): boolean {
  return state === 'requested' || state === 'approved';
}

/** `Deployment web`, `Deployment web (scale)`. */
export function objectOf(one: Proposed): string {
  return `${one.kind} ${one.name}${one.subresource === '' ? '' : ` (${one.subresource})`}`;
}

/** `change Deployment web`, `create 2 objects`, `make 3 changes`: never more than one line. */
export function deed(approval: Approval): string {
  const [first, ...others] = approval.requests;
  if (first === undefined) return 'nothing';
  const verb = verbs[first.verb] ?? first.verb;
  if (others.length === 0) return `${verb} ${objectOf(first)}`;
  const same = others.every((one) => one.verb === first.verb);
  return same ? `${verb} ${approval.requests.length} objects` : `make ${approval.requests.length} changes`;
}

/** ` in namespace shop on cluster prod`, marked up; namespaces are named when they are few. */
export function place(approval: Approval): Html {
  const all = [...new Set(approval.requests.map((one) => one.namespace))].filter((name) => name !== '');
  const named = all.length > 3 ? html` in ${all.length} namespaces` : html`${all.map(namespaceOf)}`;
  return html`${named} on cluster <b>${approval.cluster}</b>`;
}

function namespaceOf(name: string, at: number): Html {
  return at === 0 ? html` in namespace <b>${name}</b>` : html`, <b>${name}</b>`;
}

/** `1 of 2 agreed`. */
export function count(approval: Approval): string {
  return `${approval.agreed} of ${approval.terms.quorum} agreed`;
}

/** What this person has said on a page before. */
export function voteOf(approval: Approval, session: Session) {
  return approval.votes.find((vote) => vote.approver === session.approver && vote.method === 'page');
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function plural(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `40 seconds`, `12 minutes`, `3 hours`, `2 days`. The script of the page says it in the same way. */
export function span(seconds: number): string {
  if (seconds < 60) return plural(Math.max(0, Math.floor(seconds)), 'second');
  if (seconds < 5400) return plural(Math.floor(seconds / 60), 'minute');
  return seconds < 129_600 ? plural(Math.floor(seconds / 3600), 'hour') : plural(Math.floor(seconds / 86_400), 'day');
}

/** `12 minutes ago`; the exact moment is in the tooltip and for machines. */
export function ago(at: number, now: number): Html {
  return html`<time datetime="${iso(at)}" title="${moment(at)}">${now - at < 10 ? 'just now' : `${span(now - at)} ago`}</time>`;
}

/** `in 12 minutes`, which the script of the page keeps true. */
export function until(at: number, now: number): Html {
  return html`<time datetime="${iso(at)}" title="${moment(at)}" data-left="${at - now}">in ${span(at - now)}</time>`;
}

/** `2026-09-21 14:32 UTC`. */
export function moment(at: number): string {
  return `${iso(at).slice(0, 16).replace('T', ' ')} UTC`;
}

function iso(at: number): string {
  return new Date(at * 1000).toISOString().replace('.000', '');
}
