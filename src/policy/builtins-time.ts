// Moments in nanoseconds as Go's time package reads and shows them. It must not know the clock: the time is an operand.

const second = 1_000_000_000n;
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const form = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * Nanoseconds since 1970 of an RFC 3339 text as Go's time.Parse reads it (an hour may have one digit, a fraction may
 * begin with a comma, an offset may be 24 hours or 60 minutes); undefined when it is none or does not fit 64 bits.
 */
export function parseRfc3339(text: string): bigint | undefined {
  const found = form.exec(text);
  if (!found) return undefined;
  const [year, month, day, hour, minute, secondOf] = found.slice(1, 7).map(Number) as number[];
  if (!isDate(year ?? 0, month ?? 0, day ?? 0) || !(hour! < 24 && minute! < 60 && secondOf! < 60)) return undefined;
  const [offsetHour, offsetMinute] = [Number(found[9] ?? 0), Number(found[10] ?? 0)];
  if (offsetHour > 24 || offsetMinute > 60) return undefined;
  const offset = (offsetHour * 3600 + offsetMinute * 60) * (found[8] === '-' ? -1 : 1);
  const seconds = BigInt(
    daysSince1970(year!, month!, day!) * 86_400 + hour! * 3600 + minute! * 60 + secondOf! - offset,
  );
  const fraction = BigInt((found[7] ?? '').slice(0, 9).padEnd(9, '0'));
  return inRange(seconds * second + fraction);
}

/** [year, month, day] of nanoseconds, or of [nanoseconds, time zone]. */
export function date(moment: unknown): number[] | undefined {
  const local = localTime(moment);
  return local && [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
}

/** [hour, minute, second] of nanoseconds, or of [nanoseconds, time zone]. */
export function clock(moment: unknown): number[] | undefined {
  const local = localTime(moment);
  return local && [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()];
}

/** The English name of the day of nanoseconds, or of [nanoseconds, time zone]. */
export function weekday(moment: unknown): string | undefined {
  const local = localTime(moment);
  return local && days[local.getUTCDay()];
}

/** A date whose UTC fields are the local ones. */
function localTime(moment: unknown): Date | undefined {
  const [number, zone, layout] = Array.isArray(moment) ? moment : [moment];
  if (zone !== undefined && typeof zone !== 'string') return undefined;
  if (layout !== undefined && typeof layout !== 'string') return undefined;
  const ns = integer(number);
  if (ns === undefined) return undefined;
  const remainder = ((ns % second) + second) % second;
  const seconds = Number((ns - remainder) / second);
  return zone === undefined || zone === '' || zone === 'UTC' ? new Date(seconds * 1000) : inZone(seconds, zone);
}

function integer(number: unknown): bigint | undefined {
  if (typeof number === 'bigint') return inRange(number);
  return typeof number === 'number' && Number.isInteger(number) ? inRange(BigInt(number)) : undefined;
}

function inZone(seconds: number, zone: string): Date | undefined {
  // What "Local" means would depend on the machine, and two machines would decide differently.
  if (zone === 'Local') throw new Error('A policy asked for the time zone of this machine.');
  if (!/^[A-Z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return undefined;
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(seconds * 1000);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    return new Date(
      Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')),
    );
  } catch {
    return undefined;
  }
}

function inRange(ns: bigint): bigint | undefined {
  return ns >= -(2n ** 63n) && ns < 2n ** 63n ? ns : undefined;
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

function daysSince1970(year: number, month: number, day: number): number {
  // Date.UTC takes 0 to 99 for 1900 to 1999; four hundred years are a whole number of weeks and days.
  return Date.UTC(year + 400, month - 1, day) / 86_400_000 - 146_097;
}
