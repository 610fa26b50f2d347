// Makes a JSON value small enough, and says what it left out and where.
import { join } from '../path.ts';

export type Shortened = { readonly value: unknown; readonly cut: readonly string[] };

/** As much of the value as `bytes` hold, first things first; `cut` names the paths that are missing. */
export function shorten(value: unknown, bytes: number): Shortened {
  const cut: string[] = [];
  const left = shrink(value, bytes, '', cut);
  return { value: left.value, cut };
}

type Shrunk = { readonly value: unknown; readonly size: number };

/** About the size of a value as YAML. */
function sizeOf(value: unknown): number {
  return Math.ceil(Buffer.byteLength(JSON.stringify(value) ?? '') * 1.3) + 2;
}

function shrink(value: unknown, room: number, at: string, cut: string[]): Shrunk {
  const size = sizeOf(value);
  if (size <= room) return { value, size };
  if (Array.isArray(value)) return shrinkList(value, room, at, cut);
  if (value !== null && typeof value === 'object') return shrinkMap(Object.entries(value), room, at, cut);
  cut.push(at);
  return { value: undefined, size: 0 };
}

function shrinkList(items: readonly unknown[], room: number, at: string, cut: string[]): Shrunk {
  const kept: unknown[] = [];
  let used = 4;
  for (const item of items) {
    const size = sizeOf(item);
    if (used + size > room) break;
    kept.push(item);
    used += size;
  }
  cut.push(kept.length === 0 ? at : `${at}[${kept.length}..${items.length - 1}]`);
  return { value: kept.length === 0 ? undefined : kept, size: used };
}

function shrinkMap(entries: readonly [string, unknown][], room: number, at: string, cut: string[]): Shrunk {
  const kept = new Map<string, unknown>();
  let used = 4;
  const bySize = [...entries].sort(([, one], [, other]) => sizeOf(one) - sizeOf(other));
  for (const [key, part] of bySize) {
    const left = shrink(part, room - used - key.length - 4, join(at, key), cut);
    if (left.value === undefined) continue;
    kept.set(key, left.value);
    used += left.size + key.length + 4;
  }
  const value = Object.fromEntries(entries.filter(([key]) => kept.has(key)).map(([key]) => [key, kept.get(key)]));
  return { value: kept.size === 0 ? undefined : value, size: used };
}
