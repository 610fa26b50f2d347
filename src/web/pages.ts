// The approvals page: its paths, and who may see them. Knows no store, no policy and no cluster.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { asset } from './assets.ts';
import type { Approver, Desk } from './desk.ts';
import { events } from './events.ts';
import { cookie, protect, type Route, seeOther, send, sendPage, stranger } from './http.ts';
import { type Session, sessions } from './sessions.ts';
import type { Entered } from './views/decide.ts';
import { detailPage } from './views/detail.ts';
import { listPage } from './views/list.ts';
import { comeIn, message } from './views/message.ts';
import { standing } from './views/words.ts';
import { vote } from './vote.ts';

export type PageLimits = {
  readonly sessions: number;
  /** How long a session lasts, in seconds. */
  readonly seconds: number;
  /** Open pages that are told of changes, at once. */
  readonly streams: number;
  readonly beatMs: number;
  /** Bytes of a form. */
  readonly bodyBytes: number;
};

const LIMITS: PageLimits = { sessions: 64, seconds: 8 * 3600, streams: 32, beatMs: 20_000, bodyBytes: 16 * 1024 };

export type PageOptions = {
  /** What went wrong inside, for the operator's log; it names no path, token or person. */
  readonly onError?: ((error: unknown) => void) | undefined;
  readonly limits?: Partial<PageLimits>;
};

const ROOT = '/approvals';
const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
const VOTE = /^\/approvals\/[^/]+\/vote$/;
const TOKEN = /^[A-Za-z0-9_-]{16,256}$/;

/**
 * The routes of the page, for a server that has checked Host already. Everything but its style needs a session, which
 * only a one-time link gives; nothing here is reached by what an agent can send.
 */
export function pages(desk: Desk, options: PageOptions = {}): Readonly<Record<typeof ROOT, Route>> {
  const limits = { ...LIMITS, ...options.limits };
  const known = sessions(desk.now, { sessions: limits.sessions, seconds: Math.min(limits.seconds, LIMITS.seconds) });
  const stream = events(desk.changed, limits);
  // Cookies do not tell ports apart: a name of its own keeps two servers on one machine from ending each other's sessions.
  const name = `portcullis-${crypto.randomUUID().slice(0, 8)}`;

  const show = async (res: ServerResponse, status: number, id: string, session: Session, entered?: Entered) => {
    const [found, all] = await Promise.all([desk.get(id), desk.list()]);
    if (found === undefined) return sendPage(res, 404, message('Not found', 'There is no such approval.', session));
    const now = desk.now();
    const waiting = all.filter((one) => standing(one, now) === 'requested').length;
    const seal = known.seal(session, id, found.approval.digest);
    sendPage(res, status, detailPage({ ...found, session, now, waiting, seal, ...(entered && { entered }) }));
  };

  const open = async (req: IncomingMessage, res: ServerResponse, query: URLSearchParams): Promise<void> => {
    res.setHeader('Referrer-Policy', 'no-referrer');
    const [token, id] = [query.get('token') ?? '', query.get('id') ?? ''];
    const target = ID.test(id) ? `${ROOT}/${id}` : ROOT;
    // A browser that looks ahead must not use the link up; nor may a picture or a frame.
    const ahead = req.headers['sec-purpose'] !== undefined || req.headers.purpose !== undefined;
    const who = !ahead && TOKEN.test(token) && isDocument(req) ? await desk.redeem(token) : undefined;
    if (who !== undefined) return enter(res, who, target);
    if (known.find(cookie(req, name)) !== undefined) return seeOther(res, target);
    unauthorized(res, true);
  };

  const enter = (res: ServerResponse, who: Approver, target: string): void => {
    const flags = `Path=${ROOT}; Max-Age=${limits.seconds}; HttpOnly; SameSite=Strict`;
    res.setHeader('Set-Cookie', `${name}=${known.start(who)}; ${flags}`);
    seeOther(res, target);
  };

  const inside = async (req: IncomingMessage, res: ServerResponse, path: string, session: Session): Promise<void> => {
    const [id = '', action] = path.slice(ROOT.length + 1).split('/');
    if (path === ROOT) return sendPage(res, 200, listPage(await desk.list(), session, desk.now()));
    if (path === `${ROOT}/events`) return follow(req, res, session);
    if (!ID.test(id) || (path !== `${ROOT}/${id}` && path !== `${ROOT}/${id}/vote`))
      return sendPage(res, 404, message('Not found', 'There is no such page.', session));
    if (action === 'vote')
      return vote({ desk, sessions: known, bodyBytes: limits.bodyBytes, show }, req, res, id, session);
    await show(res, 200, id, session);
  };

  const follow = (req: IncomingMessage, res: ServerResponse, session: Session): void => {
    if (req.method === 'HEAD') send(res, 200, 'text/event-stream', '');
    else if (!stream(res, () => session.expiresAt > desk.now()))
      sendPage(
        res,
        503,
        message('Too many pages are open', 'Close some of them, or reload this one by hand.', session),
      );
  };

  const route = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const [path = '', query = ''] = (req.url ?? '').split(/\?(.*)/s);
    if (stranger(req)) return sendPage(res, 403, message('Not from elsewhere', 'Another site may not ask for this.'));
    const allowed = VOTE.test(path) ? ['POST'] : path === `${ROOT}/open` ? ['GET'] : ['GET', 'HEAD'];
    if (!allowed.includes(req.method ?? '')) {
      res.setHeader('Allow', allowed.join(', '));
      return sendPage(res, 405, message('Not in this way', `Only ${allowed.join(' and ')} works here.`));
    }
    const file = asset(path.slice(ROOT.length + 1));
    if (file !== undefined) return send(res, 200, file.type, file.text);
    if (path === `${ROOT}/open`) return open(req, res, new URLSearchParams(query));
    const session = known.find(cookie(req, name));
    if (session === undefined) return unauthorized(res, false);
    await inside(req, res, path, session);
  };

  return {
    [ROOT]: async (req: IncomingMessage, res: ServerResponse) => {
      protect(res);
      try {
        await route(req, res);
      } catch (thrown) {
        options.onError?.(thrown);
        if (res.headersSent) return void res.destroy();
        sendPage(
          res,
          500,
          message(
            'Something failed inside',
            'Nothing was decided here that you cannot see on the page. Reload it; if this stays, the log of the server has the cause.',
          ),
        );
      }
    },
  } as Record<typeof ROOT, Route>;
}

function unauthorized(res: ServerResponse, used: boolean): void {
  res.setHeader('WWW-Authenticate', 'Link');
  sendPage(res, 401, comeIn(used));
}

function isDocument(req: IncomingMessage): boolean {
  const dest = req.headers['sec-fetch-dest'];
  return dest === undefined || dest === 'document';
}
