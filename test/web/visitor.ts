// Somebody with nothing but HTTP: sends exactly the headers and bytes a test names, and keeps no cookie by itself.
import { type IncomingHttpHeaders, request } from 'node:http';

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

export type Ask = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** One request. The path leaves as it is written: nothing is resolved or encoded on the way. */
export function ask(origin: string, { method = 'GET', path = '/approvals', headers = {}, body }: Ask): Promise<Reply> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const req = request({ host, port, method, path, headers, agent: false }, (res) => {
      let text = '';
      res.setEncoding('utf8');
      res.on('data', (part) => {
        text += part;
      });
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text }));
      res.on('error', reject);
    });
    req.on('error', reject);
    req.end(body);
  });
}

/** The cookie of a reply, as a browser would send it back. */
export function cookieOf(reply: Reply): string {
  return reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** The link that opens the page once; with an id, that approval. */
export function openLink(origin: string, token: string, id = ''): string {
  return `${origin}/approvals/open?${new URLSearchParams({ token, ...(id === '' ? {} : { id }) })}`;
}

/** Goes through a one-time link; gives the cookie. */
export async function enter(origin: string, token: string): Promise<string> {
  return cookieOf(await ask(origin, { path: `/approvals/open?token=${token}` }));
}

/** What a form on the page would send, without what the person enters. */
export function hiddenFields(page: string): Record<string, string> {
  return Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([a-z]+)" value="([^"]*)">/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
}

export const formHeaders = (origin: string, cookie: string): Record<string, string> => ({
  cookie,
  origin,
  'content-type': 'application/x-www-form-urlencoded',
});

export const encode = (fields: Readonly<Record<string, string>>): string => String(new URLSearchParams(fields));
