// Reads JSON where it stands in a text, keeping positions, so that only secrets change and every other byte stays. Judges nothing.

export type Node =
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: Node, keyNode: Leaf])[] }
  | { readonly kind: 'array'; readonly items: readonly Node[] }
  | Leaf;
export type Leaf = { readonly kind: 'leaf'; readonly value: unknown; readonly start: number; readonly end: number };
export type Read = { readonly node: Node | undefined /** Where reading ended or failed. */; readonly end: number };

const DEPTH = 200;

/** Reads one object or array at `at`, not past `limit`. Linear; gives up beyond 200 levels. */
export function readJson(text: string, at: number, limit: number): Read {
  let i = at;
  let failed = false;
  const blanks = () => {
    for (; i < limit; i++) {
      const code = text.charCodeAt(i);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    }
  };
  const fail = (): Leaf => {
    failed = true;
    return { kind: 'leaf', value: null, start: i, end: i };
  };
  const string = (): Leaf => {
    const start = i;
    let escaped = false;
    for (i++; i < limit; i++) {
      const code = text.charCodeAt(i);
      if (code === 34) {
        i++;
        const raw = text.slice(start + 1, i - 1);
        if (!escaped) return { kind: 'leaf', value: raw, start: start + 1, end: i - 1 };
        const value = unescaped(raw);
        return value === undefined ? fail() : { kind: 'leaf', value, start: start + 1, end: i - 1 };
      }
      if (code === 92) {
        escaped = true;
        i++;
      } else if (code < 32) return fail();
    }
    return fail();
  };
  const word = (): Leaf => {
    const start = i;
    while (i < limit && /[\w.+-]/.test(text[i] as string)) i++;
    const raw = text.slice(start, i);
    if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(raw.slice(0, 400)))
      return { kind: 'leaf', value: Number(raw), start, end: i };
    if (raw === 'true' || raw === 'false' || raw === 'null')
      return { kind: 'leaf', value: raw === 'null' ? null : raw === 'true', start, end: i };
    return fail();
  };
  const value = (depth: number): Node => {
    if (depth > DEPTH) return fail();
    const code = text.charCodeAt(i);
    if (code === 34) return string();
    if (code !== 123 && code !== 91) return word();
    const object = code === 123;
    const shut = object ? 125 : 93;
    const entries: [string, Node, Leaf][] = [];
    const items: Node[] = [];
    i++;
    blanks();
    if (i < limit && text.charCodeAt(i) === shut) {
      i++;
      return object ? { kind: 'object', entries } : { kind: 'array', items };
    }
    while (i < limit && !failed) {
      blanks();
      if (object) {
        if (text.charCodeAt(i) !== 34) return fail();
        const key = string();
        if (failed) return key;
        blanks();
        if (text.charCodeAt(i) !== 58 || i >= limit) return fail();
        i++;
        blanks();
        entries.push([key.value as string, value(depth + 1), key]);
      } else items.push(value(depth + 1));
      if (failed) break;
      blanks();
      const next = i < limit ? text.charCodeAt(i) : -1;
      i++;
      if (next === shut) return object ? { kind: 'object', entries } : { kind: 'array', items };
      if (next !== 44) return fail();
    }
    return fail();
  };
  const node = value(0);
  return failed || i > limit ? { node: undefined, end: Math.min(i, limit) } : { node, end: i };
}

function unescaped(raw: string): string | undefined {
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return undefined;
  }
}

/** For each character of the unescaped string, where its spelling begins in the raw one; one more for the end. */
export function spelling(raw: string): Uint32Array {
  const map = new Uint32Array(raw.length + 1);
  let length = 0;
  let i = 0;
  while (i < raw.length) {
    map[length++] = i;
    i += raw.charCodeAt(i) !== 92 ? 1 : raw.charCodeAt(i + 1) === 117 ? 6 : 2;
  }
  map[length] = raw.length;
  return map;
}
