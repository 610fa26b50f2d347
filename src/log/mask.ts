// What the policy wants hidden (system/log/mask), applied as OPA does. Must not know where the line goes.
import { canonical } from './digest.ts';

/** The mask that hides everything a policy may hide: for when the policy itself cannot say. */
export const hideAll: readonly unknown[] = ['/input', '/result'];

const roots = new Set(['input', 'result', 'nd_builtin_cache']);

type Rule = { readonly op: 'remove' | 'upsert'; readonly path: string; readonly value: unknown };
type Masked = {
  readonly event: Readonly<Record<string, unknown>>;
  readonly erased: readonly string[];
  readonly masked: readonly string[];
  /** false: the mask made no sense, so everything it could have meant is hidden. */
  readonly valid: boolean;
};

/**
 * Applies JSON pointers (`"/input/call/arguments"` = erase) and `{op: "remove" | "upsert", path, value}`.
 * Pointers to nothing are ignored, as in OPA. A mask that cannot be understood hides input and result whole.
 */
export function applyMask(event: Readonly<Record<string, unknown>>, mask: readonly unknown[]): Masked {
  const rules = Array.isArray(mask) ? mask.map(rule) : [undefined];
  const valid = rules.every((each) => each !== undefined);
  const ordered = (valid ? (rules as Rule[]) : hideAll.map((each) => rule(each) as Rule)).toSorted((a, b) => {
    const [left, right] = [canonical(a), canonical(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  let out: unknown = event;
  const erased: string[] = [];
  const masked: string[] = [];
  for (const { op, path, value } of ordered) {
    const next = edit(out, segments(path), op === 'upsert' ? { value } : undefined);
    if (next === out) continue;
    out = next;
    (op === 'upsert' ? masked : erased).push(path);
  }
  return { event: out as Record<string, unknown>, erased, masked, valid };
}

function rule(entry: unknown): Rule | undefined {
  const { op, path, value } = (
    typeof entry === 'string' ? { op: 'remove', path: entry } : typeof entry === 'object' && entry !== null ? entry : {}
  ) as Record<string, unknown>;
  if (typeof path !== 'string' || !roots.has(path.split('/')[1] ?? '') || !path.startsWith('/')) return undefined;
  if (op === 'remove') return { op, path, value: null };
  return op === 'upsert' ? { op, path, value: value ?? null } : undefined;
}

function segments(path: string): string[] {
  return path
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A copy along the path, or the very same value when the path leads nowhere. An erased list item becomes null: the others keep their places. */
function edit(value: unknown, path: readonly string[], put: { readonly value: unknown } | undefined): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  const leaf = rest.length === 0;
  if (Array.isArray(value)) {
    const index = /^(?:0|[1-9]\d{0,8})$/.test(key) ? Number(key) : -1;
    if (index < 0 || index >= value.length) return value;
    const next = leaf ? (put ? put.value : null) : edit(value[index], rest, put);
    return next === value[index] ? value : value.with(index, next);
  }
  const object = value as Record<string, unknown>;
  const present = Object.hasOwn(object, key);
  if (!present && !(leaf && put)) return value;
  if (leaf && !put) return Object.fromEntries(Object.entries(object).filter(([each]) => each !== key));
  const next = leaf ? put?.value : edit(object[key], rest, put);
  if (present && next === object[key]) return value;
  return Object.fromEntries([...Object.entries(object).filter(([each]) => each !== key), [key, next]]);
}
