// What a kubelet makes of a container's log and the options of a reader. Pure: knows no server and no clock.

/** As PodLogOptions names them; absent means not asked for. */
export type LogOptions = {
  tailLines?: number | undefined;
  limitBytes?: number | undefined;
  sinceSeconds?: number | undefined;
  sinceTime?: string | undefined;
  timestamps?: boolean | undefined;
};

type Line = { time: number; stamp: string; text: string };

// A line as container runtimes store it (CRI): time, stream, whole or partial, text.
const stored = /^(\d{4}-\d\d-\d\dT\S+) (?:stdout|stderr) [FP] (.*)$/s;

/**
 * Cuts a log as a kubelet does: the last `tailLines` first, of those the ones since, then `limitBytes` from the start.
 * Lines in CRI form carry their time; of plain ones, the last was written at `written` and each before a second earlier.
 */
export const cutLog = (log: string, options: LogOptions, written: number, now: number): Buffer => {
  const lines = linesOf(log, written);
  const tail = options.tailLines === undefined ? lines : lines.slice(Math.max(0, lines.length - options.tailLines));
  const since = options.sinceTime ? Date.parse(options.sinceTime) : now - (options.sinceSeconds ?? Infinity) * 1000;
  const text = tail
    .filter((line) => line.time >= since)
    .map((line) => `${options.timestamps ? `${line.stamp} ` : ''}${line.text}\n`)
    .join('');
  const bytes = Buffer.from(text);
  return bytes.subarray(0, options.limitBytes ?? bytes.length);
};

const linesOf = (log: string, written: number): Line[] => {
  const raw = (log.endsWith('\n') ? log.slice(0, -1) : log).split('\n');
  if (log === '') return [];
  return raw.map((line, index) => {
    const [, stamp, text] = stored.exec(line) ?? [];
    if (stamp !== undefined && text !== undefined) return { time: Date.parse(stamp), stamp, text };
    const time = written - (raw.length - 1 - index) * 1000;
    return { time, stamp: new Date(time).toISOString().replace('Z', '000000Z'), text: line };
  });
};
