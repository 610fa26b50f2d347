// Which items of a list a plan wants to see. Judges what is left of an item, never the item itself.
import { Fault } from './fault.ts';
import { type FieldTree, fieldTree, hiddenValue, parsePath, valuesAt } from './path.ts';
import type { PlannedRequest, Request } from './ports.ts';

export type Where = {
  /** All that is looked at. */
  readonly tree: FieldTree;
  readonly fits: (left: unknown) => boolean;
};

type Condition = NonNullable<PlannedRequest['where']>[number][number];

/** A plan's `where`; undefined when it wants all. Throws POLICY_INVALID for what is no path, and for all but lists of objects. */
export function whereOf({ where = [] }: PlannedRequest, request: Request): Where | undefined {
  if (where.length === 0) return undefined;
  if (request.verb !== 'list' || request.options.view === 'table')
    throw new Fault('POLICY_INVALID', 'where is for lists of objects.');
  const paths = [...new Set(where.flat().map(({ path }) => path))];
  const tree = paths.every(isPlace) ? fieldTree(paths) : undefined;
  if (!tree) throw new Fault('POLICY_INVALID', 'where names no path.');
  return { tree, fits: (left) => where.some((conditions) => conditions.every((one) => holds(one, left))) };
}

/** One way to its values: neither braces, which are several, nor a slice, which is only some of a list. */
function isPlace(path: string): boolean {
  return parsePath(path)?.every((step) => typeof step === 'string' || !('from' in step)) ?? false;
}

function holds({ path, is, not, begins }: Condition, left: unknown): boolean {
  const texts = valuesAt(left, path)
    .filter((value) => value !== undefined && value !== null && value !== hiddenValue)
    .map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)));
  return texts.some(
    (text) =>
      (is?.includes(text) ?? true) && !not?.includes(text) && (begins?.some((start) => text.startsWith(start)) ?? true),
  );
}
