// Which columns a kind shows: those kubectl shows, those its definition names, or Name and Age. Knows no kind itself.
import type { Column, Row } from '../../gate/ports.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts';
import { type Cell, cells } from './cells.ts';
import { tableOf } from './data.ts';
import { valuesAt } from './jsonpath.ts';

type Drawn = Column & { readonly cell: (object: Fields, now: number) => unknown };

export type Columns = { readonly columns: readonly Column[]; readonly row: (object: Fields, now: number) => Row };

const drawnOf = (name: string, type: string, priority: number, cell: Cell, paths: readonly string[]): Drawn => ({
  name,
  type,
  priority,
  cell: (object, now) => cell(object, paths, now),
});

const named = drawnOf('Name', 'string', 0, cells.text as Cell, ['.metadata.name']);
const aged = drawnOf('Age', 'string', 0, cells.age as Cell, ['.metadata.creationTimestamp']);

let builtin: Map<string, Drawn[]> | undefined;

const builtinColumns = (): Map<string, Drawn[]> => {
  if (builtin) return builtin;
  builtin = new Map();
  for (const [kind = '', name = '', type = '', priority = '', format = '', ...paths] of tableOf('columns.tsv')) {
    const cell = cells[format];
    if (!cell) throw new Error(`columns.tsv: no way to make a cell is called ${format}`);
    const list = builtin.get(kind) ?? [];
    list.push(drawnOf(name, type, Number(priority), cell, paths));
    builtin.set(kind, list);
  }
  return builtin;
};

/** `version` is the served version of the kind's definition, if it has one among the objects. */
export const columnsOf = (resource: string, group: string, version: Fields | undefined): Columns => {
  const drawn = version ? defined(version) : (builtinColumns().get(`${resource}.${group}`) ?? [named, aged]);
  return {
    columns: drawn.map(({ name, type, priority }) => ({ name, type, priority })),
    row: (object, now) => {
      const { namespace, name } = fieldsOf(object.metadata);
      return { cells: drawn.map(({ cell }) => cell(object, now)), namespace: textOf(namespace), name: textOf(name) };
    },
  };
};

/** `additionalPrinterColumns` of a definition. */
const defined = (version: Fields): Drawn[] => {
  const list = listOf(version.additionalPrinterColumns).map(fieldsOf);
  if (list.length === 0) return [named, aged];
  return [
    named,
    ...list.map(({ name, type, priority, jsonPath }) =>
      drawnOf(
        textOf(name),
        textOf(type),
        typeof priority === 'number' ? priority : 0,
        type === 'date' ? (cells.age as Cell) : plain,
        [textOf(jsonPath)],
      ),
    ),
  ];
};

const plain: Cell = (object, [path = '']) => {
  const [value = null] = valuesAt(object, path);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
};
