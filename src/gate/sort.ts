// Orders a list by a field. Only a granted field may order it: the order of what is withheld would tell it.
import { Fault } from './fault.ts';
import type { Binding } from './obligations.ts';
import { covers, parsePath, valueAt } from './path.ts';

/** The granted ones of `-a,b`, of which the first that an item has counts; undefined when no order is asked for. */
export function sortPaths(sortBy: string, { trees }: Binding): readonly string[] | undefined {
  if (sortBy === '') return undefined;
  const paths = sortBy.replace(/^-/, '').split(',');
  const granted = paths.filter((path) => parsePath(path) && trees.every((tree) => covers(tree, path)));
  if (granted.length === 0)
    throw new Fault('OBLIGATION_FAILED', 'The list cannot be sorted by a field that is not granted.');
  return granted;
}

/** What an item is sorted by: the first of the paths at which it has something. */
export function sortKey(item: unknown, paths: readonly string[]): string | number {
  for (const path of paths) {
    const value = valueAt(item, path);
    if (typeof value === 'number') return value;
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

type Entry = {
  readonly key: string | number;
  readonly item: unknown;
  /** What was made of it, and its text, by which equal keys are told apart, so that equal states give equal lists. */
  made?: { readonly value: unknown; readonly text: string };
};

export type Leaders = {
  /** Takes an item; `isFull` says when some should be let go. */
  readonly add: (key: string | number, item: unknown) => void;
  readonly isFull: () => boolean;
  readonly settle: () => Promise<void>;
  /** What was made of the first ones, in order; of which nothing was made is left out. */
  readonly first: () => Promise<readonly unknown[]>;
};

/** The first `most` of a list in order. `make` is asked for little more than these, however long the list is. */
export function leaders(most: number, isDescending: boolean, make: (item: unknown) => Promise<unknown>): Leaders {
  let entries: Entry[] = [];
  const byKey = (one: Entry, other: Entry) => (isDescending ? -1 : 1) * compare(one.key, other.key);
  const byText = (one: Entry, other: Entry) => compare(one.made?.text ?? '', other.made?.text ?? '');
  const made = async (some: readonly Entry[]): Promise<void> => {
    for (const entry of some) {
      if (entry.made) continue;
      const value = await make(entry.item);
      entry.made = { value, text: JSON.stringify(value) ?? '' };
    }
  };
  const settle = async (): Promise<void> => {
    entries.sort(byKey);
    const last = entries[most - 1];
    if (!last || entries.length === most) return;
    const ahead = entries.filter((entry) => byKey(entry, last) < 0);
    const level = entries.filter((entry) => byKey(entry, last) === 0);
    if (ahead.length + level.length > most) {
      await made(level);
      level.sort(byText);
    }
    entries = [...ahead, ...level].slice(0, most);
  };
  return {
    add: (key, item) => void entries.push({ key, item }),
    isFull: () => entries.length >= most * 2 + 64,
    settle,
    first: async () => {
      await settle();
      await made(entries);
      entries.sort((one, other) => byKey(one, other) || byText(one, other));
      return entries.flatMap(({ made }) => (made?.value === undefined ? [] : [made.value]));
    },
  };
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === typeof other) return one < other ? -1 : one > other ? 1 : 0;
  return typeof one === 'number' ? -1 : 1;
}
