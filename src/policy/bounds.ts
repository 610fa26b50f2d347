// What may enter the engine: plain JSON of bounded size and depth. It must not know which document it looks at.
import { Fault } from '../gate/fault.ts';

/**
 * Bytes of one input document, and how deep it may nest. A decision holds one object three times over: as asked for, as
 * it is, as it would be. A plan holds a whole manifest and what was observed of it.
 */
export const inputLimits = { bytes: 1024 * 1024, planBytes: 4 * 1024 * 1024, depth: 64 } as const;

/**
 * The JSON text of a document, or a fault: INPUT_TOO_LARGE past the limits, INPUT_INVALID's sibling POLICY_FAILED for
 * anything JSON cannot say exactly (lone surrogates, integers from 2^53 on, dates, undefined, prototypes of one's own).
 */
export function boundedJson(document: object, bytes: number = inputLimits.bytes): string {
  checkValue(document, 0);
  const text = JSON.stringify(document);
  // Two steps, because most documents are far too small to be worth counting in bytes.
  if (text.length * 3 > bytes && Buffer.byteLength(text) > bytes) {
    throw new Fault('INPUT_TOO_LARGE');
  }
  return text;
}

function checkValue(value: unknown, depth: number): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw notJson('a text that is not Unicode');
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      throw notJson('a number that is not exact');
    }
  } else if (typeof value === 'object' && value !== null) {
    if (depth >= inputLimits.depth) throw new Fault('INPUT_TOO_LARGE');
    if (Array.isArray(value)) for (const item of value) checkValue(item, depth + 1);
    else checkObject(value, depth + 1);
  } else if (typeof value !== 'boolean' && value !== null) {
    throw notJson(`a value of type ${typeof value}`);
  }
}

function checkObject(value: object, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notJson('an object that is not plain');
  // A toJSON would answer for the object, and say something else than what was checked.
  if ('toJSON' in value && typeof value.toJSON === 'function') throw notJson('an object that is not plain');
  for (const key in value) {
    if (!key.isWellFormed()) throw notJson('a text that is not Unicode');
    checkValue((value as Record<string, unknown>)[key], depth);
  }
}

function notJson(what: string): Fault {
  return new Fault('POLICY_FAILED', '', new Error(`An input held ${what}.`));
}
