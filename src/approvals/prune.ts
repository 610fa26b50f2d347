// Which approvals are kept no longer. What is open, and what was taken and never finished, stays.
import type { Entry } from './record.ts';
import type { Shelf } from './shelf.ts';
import { isOpen, standing } from './state.ts';

const day = 86_400;
const keptClosed = 300;
/** After this long nobody comes back for a call that never told how it ended. */
const forgotten = 30 * day;

/** Removes what has been closed for a day, and the oldest of the rest when there are too many. */
export async function prune(shelf: Shelf, entries: readonly Entry[], now: number): Promise<void> {
  const closed = entries
    .map((entry) => ({ entry, ...standing(entry, now) }))
    .filter(({ entry, state, since }) => !isOpen(state) && (!entry.claim || entry.finished || since < now - forgotten))
    .toSorted((one, other) => other.since - one.since);
  for (const [place, { entry, since }] of closed.entries())
    if (place >= keptClosed || since < now - day) await shelf.remove(entry.key);
}
