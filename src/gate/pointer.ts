// JSON pointers (RFC 6901) into plain values: read, put, leave out. Values are never changed, only made anew.

type Keys = readonly string[];

/** The keys of a pointer; undefined when it is none, or would reach a prototype. */
export function parsePointer(pointer: string): Keys | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  const keys = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.some((key) => key === '__proto__' || key === 'constructor' || key === 'prototype') ? undefined : keys;
}

/** The value at a place; undefined when there is none. */
export function at(value: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>(
    (here, key) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, key) ? (here as never)[key] : undefined,
    value,
  );
}

/** The value with another part at a place that has a parent. */
export function put(value: unknown, [key, ...rest]: Keys, part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? put(item, rest, part) : item));
  const map = typeof value === 'object' && value !== null ? value : {};
  return { ...map, [key]: put((map as Record<string, unknown>)[key], rest, part) };
}

/** The value without what stands at a place: a key of a map, or an item of a list. */
export function without(value: unknown, [key, ...rest]: Keys): unknown {
  if (key === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  if (Array.isArray(value)) {
    if (rest.length === 0) return value.filter((_, index) => String(index) !== key);
    return value.map((item, index) => (String(index) === key ? without(item, rest) : item));
  }
  const entries = Object.entries(value).filter(([name]) => rest.length > 0 || name !== key);
  return Object.fromEntries(entries.map(([name, part]) => [name, name === key ? without(part, rest) : part]));
}
