// The changes a log tells of: each was written as `sending` before its outcome. Must not know how lines are chained.
import type { Line } from './chain.ts';

/** Changes that were sent; of these, how many ended as unknown, and how many have no line about their end. */
export type Changes = { readonly sent: number; readonly unknown: number; readonly unfinished: number };

export type ChangeCount = {
  /** Takes the next line; '' or in words why it may not stand here. */
  readonly next: (line: Line) => string;
  readonly all: () => Changes;
};

/** The lines of one decision stand close together; so many decisions back, a second line is still told. */
const remembered = 200_000;

/** Counts changes and checks their order. `whole`: no older file is missing, so that every beginning must be here. */
export function countChanges(whole: () => boolean): ChangeCount {
  const seen = new Set<unknown>();
  const open = new Set<unknown>();
  let sent = 0;
  let unknown = 0;
  const next = ({ decision_id: id, custom: { outcome } }: Line): string => {
    if (typeof id !== 'string') return '';
    if (outcome === 'sending') {
      if (seen.has(id)) return 'It says that a change is about to be sent, after another line of the same decision.';
      sent += 1;
      open.add(id);
    } else if (!open.delete(id) && outcome === 'unknown' && whole() && !seen.has(id)) {
      return 'It says how a change ended of which no line says that it was sent.';
    }
    if (outcome === 'unknown') unknown += 1;
    if (seen.size >= remembered) for (const oldest of seen) if (seen.delete(oldest)) break;
    seen.add(id);
    return '';
  };
  return { next, all: () => ({ sent, unknown, unfinished: open.size }) };
}
