// Pages that say one thing: come in first, not here, not so. They tell nothing of what waits.
import { type Html, html } from '../html.ts';
import type { Session } from '../sessions.ts';
import { layout } from './layout.ts';

/** A title, what happened and what to do now. */
export function message(title: string, text: string, session?: Session): Html {
  const back =
    session === undefined ? undefined : html`<p><a class="button" href="/approvals">Back to the approvals</a></p>`;
  return layout({
    title,
    ...(session === undefined ? {} : { session }),
    main: html`<div class="card message"><h1>${title}</h1><p>${text}</p>${back}</div>`,
  });
}

/** For everybody without a session: how a person gets one. */
export function comeIn(used: boolean): Html {
  return layout({
    title: 'Approvals',
    main: html`<div class="card message">
<h1>${used ? 'This link no longer opens anything' : 'You need a link to come in'}</h1>
<p>${used ? 'A link opens this page once, and only for a short time.' : 'This page is for the person who decides what an agent may do.'} On the machine where Portcullis runs, make a new one:</p>
<pre class="command"><code>portcullis approvals open</code></pre>
<p class="quiet">Came here by a link on another page? <a href="/approvals">Continue to the approvals</a>.</p>
</div>`,
  });
}
