// The end of an approval's page: the form for a yes or a no while it is open, and afterwards what became of it.
import type { Approval, ApprovalState } from '../../gate/ports.ts';
import { type Html, html, plain } from '../html.ts';
import type { Session } from '../sessions.ts';
import { count, deed, isOpen, place, plural, span, voteOf } from './words.ts';

/** Characters of a note. */
export const NOTE = 200;

export type Entered = { readonly note: string; readonly problem: string };

type Decide = {
  readonly approval: Approval;
  readonly session: Session;
  readonly now: number;
  readonly seal: string;
  readonly entered?: Entered;
};

const ended: Readonly<Record<Exclude<ApprovalState, 'requested' | 'approved' | 'used'>, string>> = {
  refused: 'Refused. Nothing was changed.',
  expired: 'The time for this is over. If it is still wanted, the agent asks again.',
  superseded: 'Something newer has taken its place: the arguments, the object or the policy changed.',
};

/** How it stands, in one sentence. */
export function stateText(approval: Approval, state: ApprovalState): string {
  if (state === 'requested') return `This waits for a person. ${count(approval)}.`;
  if (state === 'approved')
    return `${count(approval)}. The agent may now do exactly this, once, if the policy takes ${approval.terms.quorum === 1 ? 'this' : 'their'} word.`;
  if (state !== 'used') return ended[state];
  const { outcome } = approval;
  return `Approved and used by one call: ${outcome === '' ? 'how it ended is not known yet' : outcome}.`;
}

/** Why a form was not taken. It stands where the eye and the focus come to, and stays when the rest is looked at again. */
export function problem(entered: Entered | undefined): Html | undefined {
  return entered && html`<p class="problem" role="alert" tabindex="-1" autofocus>${entered.problem}</p>`;
}

export function decision(decide: Decide, state: ApprovalState): Html {
  const { approval, session } = decide;
  const mine = voteOf(approval, session);
  const open = isOpen(state) && mine === undefined && approval.terms.methods.includes('page');
  if (open) return form(decide, state);
  return html`<h2 id="decision">Decision</h2>
<div class="card outcome state-${state}">
${mine === undefined ? undefined : html`<p><b>${mine.verdict === 'approve' ? 'You said yes.' : 'You said no.'}</b></p>`}
<p>${state === 'requested' ? waits(approval, mine !== undefined) : stateText(approval, state)}</p>
<p><a class="button" href="/approvals" id="back">Back to the approvals</a></p>
</div>`;
}

function waits(approval: Approval, voted: boolean): string {
  const { terms } = approval;
  const missing = terms.quorum - approval.agreed;
  if (voted) return `${count(approval)}; ${plural(Math.max(1, missing), 'more is needed', 'more are needed')}.`;
  const ways = terms.methods.length === 0 ? 'no channel at all' : terms.methods.join(' or ');
  return `The policy does not take a yes from this page for this. It takes one by ${ways}.`;
}

function form({ approval, session, seal, entered }: Decide, state: ApprovalState): Html {
  const { terms, requester } = approval;
  const own = requester.id === session.approver;
  return html`<h2 id="decision">Your decision</h2>
<form class="card" method="post" action="/approvals/${approval.id}/vote" autocomplete="off">
<button type="submit" disabled hidden></button>
<input type="hidden" name="seal" value="${seal}">
<input type="hidden" name="digest" value="${approval.digest}">
${state === 'approved' ? html`<p class="hint">Enough have agreed, and the agent has not used it yet. You can add your word, or stop it with a no.</p>` : undefined}
<p>A yes covers exactly what is shown here, once, within ${span(terms.useWithinSeconds)}.${terms.quorum > 1 ? ` ${count(approval)}.` : ''}</p>
${own && terms.notRequester ? html`<p class="hint">You asked for this yourself, and your own yes does not count.</p>` : undefined}
<p class="field"><label for="note">Note <span class="quiet">(optional, at most ${NOTE} characters; the agent is told it when you refuse)</span></label>
<textarea id="note" name="note" rows="2" maxlength="${NOTE}">${plain(entered?.note ?? '')}</textarea></p>
${terms.risk === 'high' ? html`<p class="confirm"><input type="checkbox" id="confirm" name="confirm" value="yes" required> <label for="confirm">I have read what would change, and I want to ${deed(approval)}${place(approval)}.</label></p>` : undefined}
<div class="buttons"><button class="yes" type="submit" id="approve" name="verdict" value="approve">Approve</button>
<button class="no" type="submit" id="refuse" name="verdict" value="refuse" formnovalidate>Refuse</button></div>
</form>`;
}
