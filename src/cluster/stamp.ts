// The moment of sending, written into a body where it is awaited. Pure; knows no clock and no kind.
import { Fault } from '../gate/fault.ts';
import type { Fields } from './json.ts';

/** What stands in a body until it is sent, so that the moment is no part of what is judged and approved. */
const awaited = '(time of sending)';

/**
 * The body with the moment at each JSON pointer (RFC 6901); as it is without a moment.
 * @throws {Fault} REQUEST_INVALID when a pointer leads to anything but the text that awaits it.
 */
export const stamped = (body: Fields, pointers: readonly string[], moment: Date | undefined): Fields => {
  if (pointers.length === 0) return body;
  const copy = structuredClone(body);
  for (const pointer of pointers) {
    const [holder, key] = placeOf(copy, pointer);
    if (holder[key] !== awaited) throw new Fault('REQUEST_INVALID', 'Nothing awaits the time of sending there.');
    if (moment) holder[key] = `${moment.toISOString().slice(0, 19)}Z`;
  }
  return copy;
};

const placeOf = (body: Fields, pointer: string): [holder: Fields, key: string] => {
  const keys = pointer.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.at(-1) ?? '';
  // The text before the first slash is empty in every pointer but that of the whole.
  let holder: unknown = keys.length > 1 && keys[0] === '' ? body : undefined;
  for (const key of keys.slice(1, -1)) holder = owned(holder, key) ? holder[key] : undefined;
  if (!owned(holder, last)) throw new Fault('REQUEST_INVALID', 'Nothing awaits the time of sending there.');
  return [holder, last];
};

/** Own properties only, of lists too. */
const owned = (value: unknown, key: string): value is Fields =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);
