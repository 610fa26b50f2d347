// Who has come in by a one-time link, and what only that person's pages can know. Holds hashes; knows no HTTP and no approval.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Approver } from './desk.ts';

export type Session = Approver & {
  /** The hash of what the browser holds. */
  readonly key: string;
  /** Unix seconds. */
  readonly expiresAt: number;
};

export type Sessions = {
  /** Starts a session; gives what the browser must show from now on. The oldest makes room when there are too many. */
  readonly start: (who: Approver) => string;
  readonly find: (secret: string | undefined) => Session | undefined;
  /** Proves that a form was made for this session and this very proposal. */
  readonly seal: (session: Session, ...parts: readonly string[]) => string;
  readonly sealed: (seal: string, session: Session, ...parts: readonly string[]) => boolean;
};

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** Sessions in memory: a restart ends them all. `now` in Unix seconds. */
export function sessions(now: () => number, limits: { readonly sessions: number; readonly seconds: number }): Sessions {
  const open = new Map<string, Session>();
  const sealKey = randomBytes(32);

  const seal = (session: Session, ...parts: readonly string[]): string =>
    createHmac('sha256', sealKey)
      .update(JSON.stringify([session.key, ...parts]))
      .digest('base64url');

  return {
    start: ({ approver, groups }) => {
      const secret = randomBytes(32).toString('base64url');
      const key = hash(secret);
      for (const one of open.values()) if (one.expiresAt <= now()) open.delete(one.key);
      const [oldest] = open.keys();
      if (oldest !== undefined && open.size >= limits.sessions) open.delete(oldest);
      open.set(key, { key, approver, groups, expiresAt: now() + limits.seconds });
      return secret;
    },
    find: (secret) => {
      if (secret === undefined || !SECRET.test(secret)) return undefined;
      const session = open.get(hash(secret));
      return session !== undefined && session.expiresAt > now() ? session : undefined;
    },
    seal,
    sealed: (given, session, ...parts) => {
      const [a, b] = [Buffer.from(given), Buffer.from(seal(session, ...parts))];
      return a.length === b.length && timingSafeEqual(a, b);
    },
  };
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
