// object.subset as Go does it: objects in depth, arrays as a run of neighbours, sets by membership. Knows no WASM.

/** Whether `sub` is part of `sup`; undefined when the two cannot be compared. Objects are Map, sets are Set. */
export function objectSubset(sup: unknown, sub: unknown): boolean | undefined {
  if (sup instanceof Map && sub instanceof Map) return mapSubset(sup, sub);
  if (sup instanceof Set && sub instanceof Set) return setSubset([...sup], [...sub]);
  if (Array.isArray(sup) && Array.isArray(sub)) return arraySubset(sup, sub);
  if (Array.isArray(sup) && sub instanceof Set) return arrayHoldsSet(sup, sub);
  return undefined;
}

function mapSubset(sup: Map<unknown, unknown>, sub: Map<unknown, unknown>): boolean {
  const keyed = new Map([...sup].map(([key, value]) => [spell(key), value]));
  return [...sub].every(([key, value]) => {
    const spelled = spell(key);
    return keyed.has(spelled) && holds(keyed.get(spelled), value);
  });
}

function holds(sup: unknown, sub: unknown): boolean {
  if (spell(sup) === spell(sub)) return true;
  if (sup instanceof Map && sub instanceof Map) return mapSubset(sup, sub);
  if (sup instanceof Set && sub instanceof Set) return setSubset([...sup], [...sub]);
  return Array.isArray(sup) && Array.isArray(sub) && arraySubset(sup, sub);
}

function setSubset(sup: unknown[], sub: unknown[]): boolean {
  const known = new Set(sup.map(spell));
  return sub.every((item) => known.has(spell(item)));
}

// Go goes on from the next element after a partial match, and so finds ["a","a","b"] to hold ["a","b"].
function arraySubset(sup: unknown[], sub: unknown[]): boolean {
  const [all, wanted] = [sup.map(spell), sub.map(spell)];
  if (wanted.length === 0) return true;
  return all.some((_, start) => start + wanted.length <= all.length && wanted.every((w, i) => all[start + i] === w));
}

// Go counts matches and stops at zero: equal elements of the array count again, and nothing is in an empty array.
function arrayHoldsSet(sup: unknown[], sub: Set<unknown>): boolean {
  const wanted = new Set([...sub].map(spell));
  let unmatched = wanted.size;
  return sup.some((item) => {
    if (wanted.has(spell(item))) unmatched--;
    return unmatched === 0;
  });
}

/** A text that two values share exactly when Rego finds them equal. */
function spell(value: unknown): string {
  if (value instanceof Map) {
    const pairs = [...value].map(([key, held]) => `${spell(key)}:${spell(held)}`);
    return `{${pairs.sort().join(',')}}`;
  }
  if (value instanceof Set) return `<${[...value].map(spell).sort().join(',')}>`;
  if (Array.isArray(value)) return `[${value.map(spell).join(',')}]`;
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}
