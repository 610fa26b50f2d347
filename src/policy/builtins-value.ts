// Values on their way between WASM and the host's builtins, without losing a digit or the difference of set and array.

/** A number as text, so that integers beyond 2^53 and trailing zeros arrive in WASM as written. */
export type Exact = { readonly exact: string };

export function exact(text: string): Exact {
  return { exact: text };
}

/** The JSON text of a builtin's result. */
export function toJson(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'exact' in value) return String(value.exact);
  return JSON.stringify(value);
}

/** JSON text with integers beyond 2^53 as bigint. */
export function fromJson(text: string): unknown {
  // The slow way only where a number is long enough to be rounded.
  return /\d{16}/.test(text) ? JSON.parse(text, keepInteger) : JSON.parse(text);
}

function keepInteger(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source ?? '';
  return /^-?\d+$/.test(source) ? BigInt(source) : value;
}

/** The text of `opa_value_dump`: JSON with sets as `{a, b}` and `set()`, and any value as a key. Objects come as Map. */
export function fromDump(text: string): unknown {
  let at = 0;
  const blank = () => {
    while (text[at] === ' ') at++;
  };
  const eat = (token: string) => {
    blank();
    if (!text.startsWith(token, at)) return false;
    at += token.length;
    return true;
  };
  const need = (token: string) => {
    if (!eat(token)) throw new Error('A value of the policy could not be read.');
  };
  const scalar = () => {
    blank();
    const found = /"(?:[^"\\]|\\.)*"|[^,:{}[\]() ]+/y;
    found.lastIndex = at;
    const token = found.exec(text)?.[0];
    if (token === undefined) throw new Error('A value of the policy could not be read.');
    at += token.length;
    return fromJson(token);
  };
  const list = (): unknown[] => {
    const items: unknown[] = [];
    if (eat(']')) return items;
    do items.push(value());
    while (eat(','));
    need(']');
    return items;
  };
  const braced = (): unknown => {
    if (eat('}')) return new Map();
    const first = value();
    const pairs: [unknown, unknown][] = [];
    if (!eat(':')) {
      const members = [first];
      while (eat(',')) members.push(value());
      need('}');
      return new Set(members);
    }
    pairs.push([first, value()]);
    while (eat(',')) {
      const key = value();
      need(':');
      pairs.push([key, value()]);
    }
    need('}');
    return new Map(pairs);
  };
  const value = (): unknown => {
    if (eat('set()')) return new Set();
    if (eat('[')) return list();
    return eat('{') ? braced() : scalar();
  };
  return value();
}
