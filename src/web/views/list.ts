// The first page: what waits for a person, and what was decided lately.
import type { Approval } from '../../gate/ports.ts';
import { type Html, html } from '../html.ts';
import type { Session } from '../sessions.ts';
import { changeText } from './diff.ts';
import { layout } from './layout.ts';
import { badge, riskBadge } from './parts.ts';
import { ago, capital, count, deed, place, plural, standing, until } from './words.ts';

/** How many decided ones are shown. */
const LATELY = 30;

export function listPage(approvals: readonly Approval[], session: Session, now: number): Html {
  const open = approvals.filter((one) => standing(one, now) === 'requested').sort((a, b) => a.expiresAt - b.expiresAt);
  const decided = approvals
    .filter((one) => standing(one, now) !== 'requested')
    .sort((a, b) => b.requestedAt - a.requestedAt || (a.id < b.id ? -1 : 1))
    .slice(0, LATELY);
  const said =
    open.length === 0
      ? 'Nothing waits for you.'
      : `${plural(open.length, 'request waits', 'requests wait')} for a person.`;
  return layout({
    title: 'Approvals',
    session,
    waiting: open.length,
    live: { path: '/approvals', said },
    main: html`<div class="narrow">
<div data-live="waiting" id="waiting" tabindex="-1">
<h1>Approvals</h1>
<p class="lead">${said}</p>
${open.length === 0 ? undefined : html`<ul class="cards">${open.map((one) => waitingCard(one, now))}</ul>`}
</div>
<section aria-labelledby="lately" data-live="decided" id="decided" tabindex="-1">
<h2 id="lately">Decided lately</h2>
${decided.length === 0 ? html`<p class="quiet">Nothing yet.</p>` : html`<ul class="rows">${decided.map((one) => decidedRow(one, now))}</ul>`}
</section>
</div>`,
  });
}

function waitingCard(one: Approval, now: number): Html {
  const changes = one.requests.flatMap((request) => request.changes);
  return html`<li class="card">
<div class="badges">${riskBadge(one.terms.risk)}<span class="quiet">expires ${until(one.expiresAt, now)}</span></div>
<h2><a href="/approvals/${one.id}" id="open-${one.id}">${capital(deed(one))}</a></h2>
<p class="meta">${place(one)}</p>
<p class="meta">asked by <b>${one.requester.id}</b> ${ago(one.requestedAt, now)}${one.terms.quorum > 1 ? html` · ${count(one)}` : undefined}</p>
${changes[0] === undefined ? undefined : html`<p class="glance">${changeText(changes[0])}${changes.length > 1 ? html` <span class="quiet">and ${changes.length - 1} more</span>` : undefined}</p>`}
</li>`;
}

function decidedRow(one: Approval, now: number): Html {
  const last = one.votes.at(-1);
  return html`<li>
${badge(standing(one, now))}
<span class="grow"><a href="/approvals/${one.id}" id="open-${one.id}">${capital(deed(one))}</a> <span class="quiet block">${place(one)}</span></span>
<span class="quiet">${last === undefined ? undefined : html`${last.approver}, `}${ago(last?.at ?? one.requestedAt, now)}</span>
</li>`;
}
