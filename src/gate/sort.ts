// Orders a list by a field. Only a granted field may order it: the order of what is withheld would tell it.
import { Fault } from './fault.ts';
import type { Binding } from './obligations.ts';
import { covers, valueAt } from './path.ts';

/** The granted ones of `-a,b`, of which the first that an item has counts; undefined when no order is asked for. */
export function sortPaths(sortBy: string, { trees }: Binding): readonly string[] | undefined {
  if (sortBy === '') return undefined;
  const paths = sortBy.replace(/^-/, '').split(',');
  const granted = paths.filter((path) => trees.every((tree) => covers(tree, path)));
  if (granted.length === 0)
    throw new Fault('OBLIGATION_FAILED', 'The list cannot be sorted by a field that is not granted.');
  return granted;
}

/** The items in order, ties by their own text, so that equal states give equal lists. */
export function order(items: readonly unknown[], paths: readonly string[], descending: boolean): readonly unknown[] {
  const keyed = items.map((item) => ({ item, key: firstOf(item, paths), tie: JSON.stringify(item) }));
  keyed.sort((one, other) => (descending ? -1 : 1) * compare(one.key, other.key) || compare(one.tie, other.tie));
  return keyed.map(({ item }) => item);
}

function firstOf(item: unknown, paths: readonly string[]): string | number {
  for (const path of paths) {
    const value = valueAt(item, path);
    if (typeof value === 'number') return value;
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === typeof other) return one < other ? -1 : one > other ? 1 : 0;
  return typeof one === 'number' ? -1 : 1;
}
