// Small pieces that several pages share.
import type { Approval, ApprovalState } from '../../gate/ports.ts';
import { type Html, html } from '../html.ts';
import { risks, states } from './words.ts';

export function badge(state: ApprovalState): Html {
  return html`<span class="badge state-${state}">${states[state]}</span>`;
}

export function riskBadge(risk: Approval['terms']['risk']): Html {
  return html`<span class="badge risk-${risk}">${risks[risk]}</span>`;
}

/** One row of a list of terms. */
export function fact(name: string, value: Html): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
