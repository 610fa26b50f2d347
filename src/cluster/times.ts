// Lengths of time as kubectl writes them. Knows no clock.

/** `5s`, `3m20s`, `5h`, `2d3h`, `340d`, `2y10d`: the words of apimachinery's HumanDuration. */
export const duration = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return pair(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return pair(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (hours < 192) return pair(days, 'd', hours % 24, 'h');
  if (days < 730) return `${days}d`;
  const years = Math.floor(days / 365);
  return days < 2920 ? pair(years, 'y', days % 365, 'd') : `${years}y`;
};

const pair = (large: number, one: string, small: number, other: string): string =>
  small === 0 ? `${large}${one}` : `${large}${one}${small}${other}`;

/** How long ago a timestamp is, or `<unknown>` as kubectl says of none. */
export const ageOf = (timestamp: string, now: number): string => {
  const then = Date.parse(timestamp);
  return Number.isNaN(then) ? '<unknown>' : duration(now - then);
};
