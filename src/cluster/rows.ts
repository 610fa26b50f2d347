// A Table of the API as columns and rows; a list that is none becomes Name and Age. Knows no kind.
import type { Column, Row } from '../gate/ports.ts';
import { type Fields, fieldsOf, listOf, textOf } from './json.ts';
import { ageOf } from './times.ts';

export type Shape = { readonly columns: readonly Column[]; readonly row: (entry: unknown) => Row };

/** What a chunk's own columns say, and how one of its entries is read. */
export const shapeOf = (page: Fields, namespace: string, now: number): Shape => {
  if (page.kind !== 'Table') return { columns: plain, row: (entry) => plainRow(entry, namespace, now) };
  const definitions = listOf(page.columnDefinitions).map(fieldsOf);
  const columns = definitions.map(({ name, type, priority }) => ({
    name: textOf(name),
    type: textOf(type),
    priority: typeof priority === 'number' ? priority : 0,
  }));
  const named = definitions.findIndex(({ format }) => format === 'name');
  const row = (entry: unknown): Row => {
    const { cells, object } = fieldsOf(entry);
    const list = listOf(cells);
    const { namespace: own, name } = fieldsOf(fieldsOf(object).metadata);
    return { cells: list, namespace: textOf(own) || namespace, name: textOf(name) || nameIn(list[named]) };
  };
  return { columns, row };
};

/** A cell may say more than the name, as `fast (default)` does. */
const nameIn = (cell: unknown): string => textOf(cell).split(' ')[0] ?? '';

/** Rows of a Table, or items of a list, or the one object of neither. */
export const entriesOf = (page: Fields): readonly unknown[] => {
  if (page.kind === 'Table') return listOf(page.rows);
  return Array.isArray(page.items) ? page.items : [page];
};

/** Namespace and name, as the API server orders a list. */
export const keyOf = (entry: unknown): string => {
  const fields = fieldsOf(entry);
  const { namespace, name } = fieldsOf(fields.metadata ?? fieldsOf(fields.object).metadata);
  return typeof name === 'string' ? `${textOf(namespace)}/${name}` : '';
};

export const plain: readonly Column[] = [
  { name: 'Name', type: 'string', priority: 0 },
  { name: 'Age', type: 'string', priority: 0 },
];

const plainRow = (entry: unknown, namespace: string, now: number): Row => {
  const { name, namespace: own, creationTimestamp } = fieldsOf(fieldsOf(entry).metadata);
  const cells = [textOf(name), ageOf(textOf(creationTimestamp), now)];
  return { cells, namespace: textOf(own) || namespace, name: textOf(name) };
};
