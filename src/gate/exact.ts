// Numbers that a policy could not read exactly, as texts. Knows nothing of where they come from.

/** The value with such numbers as texts, or itself where there are none: one field must not spoil a whole answer. */
export function exact(value: unknown): unknown {
  return isExact(value) ? value : spelt(value);
}

function isExact(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) || (Number.isFinite(value) && value % 1 !== 0);
  if (value === null || typeof value !== 'object') return true;
  return Array.isArray(value) ? value.every(isExact) : Object.values(value).every(isExact);
}

function spelt(value: unknown): unknown {
  if (typeof value === 'number') return isExact(value) ? value : String(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(spelt);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, spelt(part)]));
}
