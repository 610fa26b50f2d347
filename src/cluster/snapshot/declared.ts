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
    return [{ path, why: 'type', text: `expected ${nouns[type] ?? type}, got ${nameOf(value)}` }];
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

/** As the API server calls them. */
const nouns: Readonly<Record<string, string>> = {
  integer: 'numeric (int or float)',
  number: 'numeric (int or float)',
  array: 'list',
  object: 'map',
};

const nameOf = (value: unknown): string => (Array.isArray(value) ? 'list' : isFields(value) ? 'map' : typeof value);

type Default = {
  readonly field: string;
  readonly value: unknown;
  readonly when: ((of: Fields) => boolean) | undefined;
};

let kept: Map<string, Default[]> | undefined;

/** By schema, or by schema and field; some hold only when another field has a certain form. */
const defaults = (): Map<string, Default[]> => {
  if (kept) return kept;
  kept = new Map();
  for (const [place = '', field = '', value = 'null', condition = ''] of tableOf('defaults.tsv')) {
    const [other = '', form = ''] = condition.split('~');
    const when = condition === '' ? undefined : (of: Fields): boolean => new RegExp(form).test(textOf(of[other]));
    kept.set(place, [...(kept.get(place) ?? []), { field, value: JSON.parse(value), when }]);
  }
  return kept;
};

/**
 * The object with the values an API server fills in, wherever `before` had nothing at all or had a value that is gone.
 * `inside` names the kind. What stood there before stays as it was: a manifest that says little is not changed by a write elsewhere.
 */
export const filled = (schemas: Schemas, schema: Fields, value: unknown, before: unknown, inside = ''): unknown => {
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
  const name = referenceOf(schema) || inside;
  const own = [...new Set([name, inside])]
    .flatMap((place) => defaults().get(place) ?? [])
    .filter(({ field }) => value[field] === undefined && (!old || old[field] !== undefined))
    .filter(({ when }) => !when || when(value))
    .map(({ field, value: part }) => [field, structuredClone(part)] as const)
    // Of two, the first one that holds.
    .reverse();
  return Object.fromEntries(
    [...own, ...Object.entries(value)].map(([field, part]) => {
      const inner = Object.hasOwn(fieldsOf(plain.properties), field)
        ? fieldsOf(plain.properties)[field]
        : plain.additionalProperties;
      return [field, isFields(inner) ? filled(schemas, inner, part, old?.[field], `${name}.${field}`) : part];
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
