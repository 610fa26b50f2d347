// One approval: what would happen, who asks and why, every change, and what a yes is bound to.
import type { Approval, Proposed, Reason } from '../../gate/ports.ts';
import type { Hunk } from '../desk.ts';
import { type Html, html } from '../html.ts';
import type { Session } from '../sessions.ts';
import { decision, type Entered, problem, stateText } from './decide.ts';
import { changeText, diffTable } from './diff.ts';
import { layout } from './layout.ts';
import { badge, fact, riskBadge } from './parts.ts';
import { ago, capital, count, deed, isOpen, moment, objectOf, place, plural, span, standing, until } from './words.ts';

export type Detail = {
  readonly approval: Approval;
  readonly diffs: readonly (readonly Hunk[])[];
  readonly session: Session;
  readonly now: number;
  readonly waiting: number;
  readonly seal: string;
  /** What the person had entered when a form could not be taken, and why it could not. */
  readonly entered?: Entered;
};

export function detailPage(detail: Detail): Html {
  const { approval, session, now, waiting } = detail;
  const state = standing(approval, now);
  const title = capital(deed(approval));
  return layout({
    title,
    session,
    waiting,
    live: { path: `/approvals/${approval.id}`, said: stateText(approval, state) },
    main: html`<div class="columns">
<div class="head" data-live="state" id="state" tabindex="-1">
<div class="badges">${badge(state)}${riskBadge(approval.terms.risk)}${state === 'requested' ? html`<span class="quiet">expires ${until(approval.expiresAt, now)}</span>` : undefined}</div>
<h1>${title}</h1>
<p class="lead"><b>${approval.requester.id}</b> wants to ${deed(approval)}${place(approval)}.</p>
</div>
<aside class="about" aria-label="Who asks, why, and what a yes is bound to">
${asks(approval, now)}
${reasons(approval.reasons)}
<section class="card bound" aria-labelledby="bound" data-live="bound" id="bound-card" tabindex="-1">${bound(approval, now)}</section>
</aside>
<section class="objects" aria-labelledby="changes" data-live="objects" id="objects" tabindex="-1">
<h2 id="changes">What would change</h2>
${index(approval.requests)}
${approval.requests.map((one, at) => object(one, detail.diffs[at] ?? [], at))}
</section>
<div class="decide">
${problem(detail.entered)}
<section aria-labelledby="decision" data-live="decide" id="decide" tabindex="-1">
${decision(detail, state)}
</section>
</div>
</div>`,
  });
}

function asks({ requester, why, tool, requestedAt }: Approval, now: number): Html {
  const agent =
    requester.agent === ''
      ? undefined
      : html` <span class="quiet">by an agent that calls itself</span> <span class="untrusted">${requester.agent}</span> <span class="quiet">(not verified)</span>`;
  const groups =
    requester.groups.length === 0 ? undefined : html` <span class="quiet">of ${requester.groups.join(', ')}</span>`;
  return html`<section class="card" aria-labelledby="asks">
<h2 id="asks">Who asks, and why</h2>
<p><b>${requester.id}</b>${groups}${agent}</p>
<p class="quiet">With the tool ${tool}, ${ago(requestedAt, now)}.</p>
${why === '' ? html`<p class="quiet">No reason was given.</p>` : html`<figure class="why"><figcaption>In the caller’s words, which nobody has checked:</figcaption><blockquote class="untrusted">${why}</blockquote></figure>`}
</section>`;
}

/** The remedies are for the caller, who asks; an approver needs what the policy found. */
function reasons(all: readonly Reason[]): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<section class="card" aria-labelledby="reasons">
<h2 id="reasons">Why the policy asks you</h2>
<ul class="reasons">${all.map((one) => html`<li><code class="code">${one.code}</code> <span>${one.message}</span>${one.subject === '' ? undefined : html` <code>${one.subject}</code>`}</li>`)}</ul>
</section>`;
}

function bound(approval: Approval, now: number): Html {
  const { terms, parts } = approval;
  const open = isOpen(standing(approval, now));
  const ends = open
    ? html`${until(approval.expiresAt, now)}, at ${moment(approval.expiresAt)}`
    : html`${moment(approval.expiresAt)}`;
  const approvers = terms.approvers.length === 0 ? undefined : fact('By whom', html`${terms.approvers.join(', ')}`);
  return html`<h2 id="bound">What a yes is bound to</h2>
<dl>
${fact('Approval', html`<code>${approval.id}</code>`)}
${fact('Exactly this', html`<code class="digest">${approval.digest}</code><span class="quiet block">Another argument, a changed object or a new policy needs a new yes.</span>`)}
${fact('Policy', html`<code class="digest">${parts.revision}</code>`)}
${fact(open ? 'Expires' : 'Was valid until', ends)}
${fact('Use', html`Once, within ${span(terms.useWithinSeconds)} after the yes`)}
${fact('Agreement', html`${count(approval)}`)}
${approvers}
</dl>
${votes(approval, now)}`;
}

function votes({ votes: all }: Approval, now: number): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<h3>Who has decided</h3>
<ul class="votes">${all.map((one) => html`<li><b>${one.approver}</b> ${one.verdict === 'approve' ? 'said yes' : 'said no'} <span class="quiet">by ${one.method}, ${ago(one.at, now)}</span>${one.note === '' ? undefined : html`<blockquote class="note">${one.note}</blockquote>`}</li>`)}</ul>`;
}

/** Where to find each of many objects. */
function index(all: readonly Proposed[]): Html | undefined {
  if (all.length < 2) return undefined;
  return html`<nav aria-label="Objects"><ol class="index">${all.map((one, at) => html`<li><a href="#object-${at + 1}">${objectOf(one)}</a> <span class="quiet">${one.verb}, ${plural(one.changes.length, 'change')}</span></li>`)}</ol></nav>`;
}

function object(one: Proposed, hunks: readonly Hunk[], at: number): Html {
  const where = one.namespace === '' ? html`not in a namespace` : html`in namespace <b>${one.namespace}</b>`;
  const accepted = one.dryRun.startsWith('accepted');
  return html`<article class="card object" aria-labelledby="object-${at + 1}">
<header><h3 id="object-${at + 1}"><span class="verb verb-${one.verb}">${one.verb}</span> ${objectOf(one)}</h3>
<p class="quiet">${where} · ${one.resource}${one.subresource === '' ? '' : `/${one.subresource}`} · ${one.group === '' ? one.version : `${one.group}/${one.version}`}</p></header>
${one.options.length === 0 ? undefined : html`<ul class="options">${one.options.map((each) => html`<li>${capital(each)}</li>`)}</ul>`}
${one.unseen === 0 ? undefined : html`<p class="warning">${plural(one.unseen, 'value', 'values')} in what would come ${one.unseen === 1 ? 'is' : 'are'} redacted: nobody is shown what stands there. Refuse what you cannot judge.</p>`}
${one.changes.length === 0 ? undefined : html`<ul class="changes">${one.changes.map((each) => html`<li>${changeText(each)}</li>`)}</ul>`}
${diffTable(one, hunks)}
<p class="dry ${accepted ? 'dry-yes' : 'dry-no'}">${accepted ? 'The API server tried it as a dry run and accepted it.' : html`Dry run: ${one.dryRun === '' ? 'none was made.' : one.dryRun}`}</p>
</article>`;
}
