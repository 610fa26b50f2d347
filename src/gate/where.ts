// Which items of a list a plan wants to see. Judges what is left of an item, never the item itself.
import { valuesAt } from './path.ts';
import type { PlannedRequest } from './ports.ts';

export type Where = {
  /** Every path that is looked at. */
  readonly paths: readonly string[];
  readonly fits: (left: unknown) => boolean;
};

type Condition = NonNullable<PlannedRequest['where']>[number][number];

/** A plan's `where`; undefined when it wants all. */
export function whereOf({ where }: PlannedRequest): Where | undefined {
  if (!where || where.length === 0) return undefined;
  return {
    paths: [...new Set(where.flat().map(({ path }) => path))],
    fits: (left) => where.some((conditions) => conditions.every((one) => holds(one, left))),
  };
}

function holds({ path, is, not, begins }: Condition, left: unknown): boolean {
  const texts = valuesAt(left, path)
    .filter((value) => value !== undefined && value !== null)
    .map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)));
  return texts.some(
    (text) =>
      (is?.includes(text) ?? true) && !not?.includes(text) && (begins?.some((start) => text.startsWith(start)) ?? true),
  );
}
