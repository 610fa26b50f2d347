// Waiting for something to become true, told by a watch. Knows no approval.

/** Resolves once `ready` says so, when the time is over, or when the signal aborts. `ready` must not reject. */
export async function until(
  ready: () => Promise<boolean>,
  watch: (listener: () => void) => () => void,
  seconds: number,
  signal?: AbortSignal,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let looking = false;
  let again = false;
  const look = async (): Promise<void> => {
    again = true;
    if (looking) return;
    looking = true;
    while (again) {
      again = false;
      if (await ready()) resolve();
    }
    looking = false;
  };
  const stop = watch(() => void look());
  const over = setTimeout(resolve, Math.min(Math.max(0, seconds), 86_400) * 1000);
  const abort = () => resolve();
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) resolve();
  void look();
  await promise;
  stop();
  clearTimeout(over);
  signal?.removeEventListener('abort', abort);
}
