// One-time links to the page: a token that is known only to whom it was given, and works for one visit. Knows no address.
import { createHash, randomBytes } from 'node:crypto';
import { Fault } from '../gate/fault.ts';
import { seal, unseal } from './seal.ts';
import { list, object, text, whole } from './shape.ts';
import type { Shelf } from './shelf.ts';

/** Whom a link lets in. */
export type Guest = { readonly approver: string; readonly groups: readonly string[] };

export type Links = {
  /** A new token of 256 bits. It is kept nowhere: on record is only its hash. */
  readonly mint: (guest: Guest, seconds?: number) => Promise<string>;
  /** Whom it was made for; for exactly one caller, ever, and only in time. */
  readonly redeem: (token: string) => Promise<Guest | undefined>;
};

const link = object<Guest & { key: string; expiresAt: number }>({
  approver: text,
  groups: list(text),
  key: text,
  expiresAt: whole,
});
const lasts = 600;
const most = 100;

export function createLinks(shelf: Shelf, now: () => Date): Links {
  const seconds = (): number => Math.floor(now().getTime() / 1000);

  /** A link that can still be used. What cannot be read is none. */
  const valid = async (key: string) => {
    const facts = await shelf.read(key).catch(() => undefined);
    if (!facts || facts.has('redeemed')) return undefined;
    try {
      const found = unseal(facts.get('link') ?? '', link);
      return found.key === key && seconds() < found.expiresAt ? found : undefined;
    } catch {
      return undefined;
    }
  };

  return {
    mint: async ({ approver, groups }, time = lasts) => {
      let open = 0;
      for (const key of await shelf.keys()) {
        if (await valid(key)) open += 1;
        else await shelf.remove(key);
      }
      if (open >= most) throw new Fault('BUSY', 'Too many links are open. They end after ten minutes.');
      const token = randomBytes(32).toString('base64url');
      const key = hashOf(token);
      await shelf.create(key, 'link', seal({ approver, groups, key, expiresAt: seconds() + Math.min(time, lasts) }));
      return token;
    },
    redeem: async (token) => {
      if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
      const key = hashOf(token);
      const found = await valid(key);
      if (!found || !(await shelf.put(key, 'redeemed', seal({ at: seconds() })))) return undefined;
      await shelf.remove(key);
      return { approver: found.approver, groups: found.groups };
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
