// Text under its own checksum, so that what was edited or damaged is known. Must not know what it says.
import { createHash } from 'node:crypto';
import { object, type Shape, text } from './shape.ts';
import { Unusable } from './shelf.ts';

/** A value as text under its own checksum. */
export function seal(value: unknown): string {
  const body = JSON.stringify(value);
  return `${sumOf(body)}\n${body}\n`;
}

/** What was sealed, if it fits its checksum and its shape. Throws {@link Unusable}. */
export function unseal<T>(sealed: string, shape: Shape<T>): T {
  const [sum, body = '', end, ...more] = sealed.split('\n');
  if (end !== '' || more.length > 0 || sum !== sumOf(body))
    throw new Unusable('It was changed after it was written, or is damaged: it does not fit its checksum.');
  const value = parsed(body);
  if (!shape(value)) throw new Unusable('It is not written as this version writes it.');
  return value;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The checksum a sealed text bears. */
export function sumIn(sealed: string): string {
  return sealed.slice(0, sealed.indexOf('\n'));
}

function sumOf(body: string): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}

/** A fact of a record, bound to the very proposal it is about. */
export function sealFact(sum: string, fact: unknown): string {
  return seal({ of: sum, fact });
}

/** A fact, if it is about this proposal. Throws {@link Unusable}. */
export function unsealFact<T>(sealed: string, shape: Shape<T>, sum: string): T {
  const { of, fact } = unseal(sealed, object<{ of: string; fact: T }>({ of: text, fact: shape }));
  if (of !== sum) throw new Unusable('One of its facts is about something else.');
  return fact;
}
