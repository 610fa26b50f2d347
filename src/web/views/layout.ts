// The frame of every page: landmarks, header, style and script. Knows no approval.
import { type Html, html, plain } from '../html.ts';
import type { Session } from '../sessions.ts';
import { moment } from './words.ts';

export type Page = {
  readonly title: string;
  readonly main: Html;
  /** Absent on pages that say nothing of what waits. */
  readonly session?: Session;
  /** Where an open page looks again when something has changed; absent where nothing changes. */
  readonly live?: { readonly path: string; readonly said: string };
  /** How many wait, for the title. */
  readonly waiting?: number;
};

export function layout({ title, main, session, live, waiting = 0 }: Page): Html {
  const counted = waiting > 0 ? `(${waiting}) ${title}` : title;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${plain(`${counted} · Portcullis`)}</title>
<link rel="icon" href="/approvals/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/approvals/page.css">
${live === undefined ? undefined : html`<script src="/approvals/page.js" defer></script>`}
</head>
<body data-path="${live?.path ?? ''}">
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
${session === undefined ? html`<span class="brand">${gate}Portcullis</span>` : html`<a class="brand" href="/approvals">${gate}Portcullis</a>`}
${live === undefined ? undefined : html`<p class="live" role="status" aria-live="polite" data-said="${live.said}"><span id="live">Reload to see what is new.</span></p>`}
</header>
<main id="main" tabindex="-1">
${main}
</main>
${session === undefined ? undefined : who(session)}
</body>
</html>
`;
}

function who({ approver, groups, expiresAt }: Session): Html {
  const member = groups.length === 0 ? undefined : html`, of ${groups.join(', ')}`;
  return html`<footer class="who">
<p>You decide as <b>${approver}</b>${member}. This session ends at ${moment(expiresAt)}, or when the server stops.</p>
</footer>`;
}

const gate = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 21V10a8 8 0 0 1 16 0v11M4 11.500h16M4 16.500h16M9.300 3v18M14.700 3v18"/></svg>`;
