// The stream that tells an open page to look again. Says that something changed, never what. Knows no approval.
import type { ServerResponse } from 'node:http';

/** Streams at once, and how often a silent one says that it lives, in milliseconds. */
export type StreamLimits = { readonly streams: number; readonly beatMs: number };

/** Gives a function that makes a response a stream, or says false when there are too many. */
export function events(
  changed: (listener: () => void) => () => void,
  limits: StreamLimits,
): (res: ServerResponse, valid: () => boolean) => boolean {
  let open = 0;
  return (res, valid) => {
    if (open >= limits.streams) return false;
    open += 1;
    res.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const say = (text: string): void => {
      if (!valid()) res.end();
      else if (res.writableNeedDrain) res.destroy();
      else res.write(text);
    };
    const stop = changed(() => say('data: changed\n\n'));
    const beat = setInterval(() => say(':\n\n'), limits.beatMs);
    beat.unref();
    res.once('close', () => {
      open -= 1;
      stop();
      clearInterval(beat);
    });
    res.write('retry: 2000\n\n');
    return true;
  };
}
