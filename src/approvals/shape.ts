// Shapes of JSON, for reading back what was written: every key known, none missing. Knows no approval.

export type Shape<T> = (value: unknown) => value is T;

export const flag: Shape<boolean> = (value) => typeof value === 'boolean';
export const text: Shape<string> = (value) => typeof value === 'string';

/** Counts and Unix seconds: whole, not negative. */
export const whole: Shape<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** One of some words. */
export function oneOf<const T extends string>(...words: readonly T[]): Shape<T> {
  return (value): value is T => words.includes(value as T);
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(item);
}

/** An object with exactly these keys. The type asks for a shape of each, so that none is forgotten. */
export function object<T>(shapes: { readonly [K in keyof Required<T>]: Shape<T[K]> }): Shape<T> {
  const wanted = Object.entries(shapes) as [string, Shape<unknown>][];
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === wanted.length &&
    wanted.every(([key, shape]) => Object.hasOwn(value, key) && shape((value as Record<string, unknown>)[key]));
}
