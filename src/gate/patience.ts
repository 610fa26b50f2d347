// How long a call waits for something to become true: counted in pauses, so that it needs no clock.
import type { Plan } from './documents.ts';
import { Fault } from './fault.ts';
import type { Watch } from './ports.ts';

type Again = NonNullable<Plan['again']>;

export type Patience = {
  /** Waits before the next look, and tells the caller what is waited for. Throws CANCELLED, or PLAN_TOO_LARGE past the end. */
  readonly pause: (again: Again) => Promise<void>;
  readonly over: () => boolean;
};

/** The patience of one call. */
export function patience({ signal, progress }: Watch): Patience {
  let waited = 0;
  let over = false;
  return {
    over: () => over,
    pause: async ({ afterSeconds, withinSeconds, progress: words = '' }) => {
      // The plan was told that the time is over, and asked for more of it.
      if (over) throw new Fault('PLAN_TOO_LARGE');
      progress?.(waited, withinSeconds, words);
      await sleep(afterSeconds, signal);
      waited += afterSeconds;
      over = waited >= withinSeconds;
    },
  };
}

function sleep(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Fault('CANCELLED'));
    const stop = () => {
      clearTimeout(timer);
      reject(new Fault('CANCELLED'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
