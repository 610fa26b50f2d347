// What the schema of a kind says of an object: the fields it has, their types, what must be there, and the values that
// an API server fills in (builtin/defaults.tsv). Pure; knows no kind itself.
import { isDeepStrictEqual } from 'node:util';
import { plainOf, type Schemas } from '../explain.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts';
import { tableOf } from './data.ts';

export type Problem = { readonly path: string; readonly why: 'unknown' | 'type' | 'required'; readonly text: string };

/** All that an object says against its schema. */
export const problemsOf = (schemas: Schemas, schema: Fields, value: unknown, path = ''): Problem[] => {
  const { type, properties, additionalProperties, items, required, ...rest } = plainOf(schemas, schema);
  if (value === null || value === undefined) return [];
  if (typeof type === 'string' && !isOf(type, value))
    return [{ path, why: 'type', text: `${type}, not ${nameOf(value)}` }];
  if (Array.isArray(value))
    return isFields(items) ? value.flatMap((item, index) => problemsOf(schemas, items, item, `${path}[${index}]`)) : [];
  if (!isFields(value)) return [];
  const open = !isFields(properties) || rest['x-kubernetes-preserve-unknown-fields'] === true;
  const inner = Object.entries(value).flatMap(([name, part]): Problem[] => {
    const at = path === '' ? name : `${path}.${name}`;
    const own = Object.hasOwn(fieldsOf(properties), name) ? fieldsOf(properties)[name] : additionalProperties;
    if (isFields(own)) return problemsOf(schemas, own, part, at);
    return open ? [] : [{ path: at, why: 'unknown', text: '' }];
  });
  const missing = listOf(required)
    .map(textOf)
    .filter((name) => value[name] === undefined || value[name] === null)
    .map((name): Problem => ({ path: path === '' ? name : `${path}.${name}`, why: 'required', text: '' }));
  return [...inner, ...missing];
};

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isFields,
};

const isOf = (type: string, value: unknown): boolean => !Object.hasOwn(types, type) || types[type]?.(value) === true;

const nameOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

let kept: Map<string, Fields> | undefined;

/** By schema: field and value. */
const defaults = (): Map<string, Fields> => {
  if (kept) return kept;
  kept = new Map();
  for (const [schema = '', field = '', value = 'null'] of tableOf('defaults.tsv'))
    kept.set(schema, { ...kept.get(schema), [field]: JSON.parse(value) });
  return kept;
};

/**
 * The object with the values an API server fills in, wherever `before` had nothing at all or had a value that is gone.
 * What stood there before stays as it was: a manifest that says little is not changed by a write elsewhere.
 */
export const filled = (schemas: Schemas, schema: Fields, value: unknown, before: unknown): unknown => {
  if (isDeepStrictEqual(value, before)) return value;
  const plain = plainOf(schemas, schema);
  if (Array.isArray(value)) {
    const { items } = plain;
    return isFields(items)
      ? value.map((item, index) => filled(schemas, items, item, like(item, index, listOf(before))))
      : value;
  }
  if (!isFields(value)) return value;
  const old = isFields(before) ? before : undefined;
  const own = Object.entries(defaults().get(referenceOf(schema)) ?? {}).filter(
    ([name]) => value[name] === undefined && (!old || old[name] !== undefined),
  );
  return Object.fromEntries(
    [...Object.entries(value), ...structuredClone(own)].map(([name, part]) => {
      const inner = Object.hasOwn(fieldsOf(plain.properties), name)
        ? fieldsOf(plain.properties)[name]
        : plain.additionalProperties;
      return [name, isFields(inner) ? filled(schemas, inner, part, old?.[name]) : part];
    }),
  );
};

const referenceOf = ({ $ref, allOf }: Fields): string =>
  textOf($ref ?? fieldsOf(listOf(allOf)[0]).$ref)
    .split('/')
    .at(-1) ?? '';

/** Which item of a list this one was before: the one of its name, or else of its place. */
const like = (item: unknown, index: number, before: readonly unknown[]): unknown => {
  const { name } = fieldsOf(item);
  if (typeof name !== 'string') return before[index];
  return before.find((one) => fieldsOf(one).name === name);
};
