// One request and its response as the page needs them: who may ask, what is sent, how. Knows no route and no approval.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Html, textOf } from './html.ts';

export type Route = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

/** `no-referrer` would make a browser hide the Origin of our own forms, so the referrer stays within this origin. */
const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-get=()',
  'X-Robots-Tag': 'noindex',
  'Cache-Control': 'no-store',
};

/** What every response carries, whatever it says. */
export function protect(res: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
}

/**
 * Why a request may not be answered at all: another origin wrote it, or a page of another origin wants to read or embed
 * us. Following a link to us from elsewhere is allowed: without a session it shows nothing.
 */
export function stranger(req: IncomingMessage): boolean {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = req.headers;
  if (origin !== undefined && origin !== ownOrigin(req)) return true;
  if (site === undefined || site === 'same-origin' || site === 'none') return false;
  return req.method !== 'GET' || mode !== 'navigate' || dest !== 'document';
}

/** The origin under which the browser reached us. Host has been checked before. */
export function ownOrigin(req: IncomingMessage): string {
  return `http://${req.headers.host ?? ''}`;
}

export function cookie(req: IncomingMessage, name: string): string | undefined {
  const found = (req.headers.cookie ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one.startsWith(`${name}=`));
  return found.length === 1 ? found[0]!.slice(name.length + 1) : undefined;
}

export function send(res: ServerResponse, status: number, type: string, body: string): void {
  res.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  res.end(res.req.method === 'HEAD' ? undefined : body);
}

export function sendPage(res: ServerResponse, status: number, page: Html): void {
  send(res, status, 'text/html; charset=utf-8', textOf(page));
}

/** After a form: the browser asks for the page itself, so that reloading repeats nothing. */
export function seeOther(res: ServerResponse, location: string): void {
  res.writeHead(303, { Location: location, 'Content-Length': 0 });
  res.end();
}
