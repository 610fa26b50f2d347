// What a patch makes of an object: strategic merge, merge (RFC 7386) and JSON patch (RFC 6902). Pure; knows no manager.
import { isDeepStrictEqual } from 'node:util';
import { Fault } from '../../gate/fault.ts';
import type { ListTypes } from '../../gate/ports.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts';

const refused = (why: string): Fault => new Fault('CLUSTER_REFUSED', why);

/** RFC 7386: maps are merged, null takes away, all else is replaced. */
export const merged = (live: unknown, patch: unknown): unknown => {
  if (!isFields(patch)) return patch;
  const base = fieldsOf(live);
  const entries = Object.entries(patch).flatMap(([name, value]) =>
    value === null ? [] : [[name, merged(own(base, name), value)] as const],
  );
  return Object.fromEntries([...Object.entries(base).filter(([name]) => !Object.hasOwn(patch, name)), ...entries]);
};

const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** Kubernetes' strategic merge: lists with a merge key are merged too, and `$patch` says otherwise. */
export const strategic = (live: unknown, patch: unknown, types: ListTypes, at: readonly string[] = []): unknown => {
  if (Array.isArray(patch)) return listed(listOf(live), patch, types, at);
  if (!isFields(patch)) return patch;
  const { $patch: directive, $retainKeys: retained, ...said } = patch;
  if (directive === 'delete') return {};
  if (![undefined, 'replace', 'merge'].includes(directive as undefined))
    throw refused(`unknown patch type: ${textOf(directive)}`);
  const below = directive === 'replace' ? {} : fieldsOf(live);
  const names = Object.keys(said).filter((name) => !name.startsWith('$'));
  const changed = names.flatMap((name) =>
    said[name] === null
      ? []
      : [[name, strategic(scalarsLeft(below, said, name), said[name], types, [...at, name])] as const],
  );
  const kept = Object.keys(below)
    .filter((name) => !names.includes(name))
    .filter((name) => !Array.isArray(retained) || retained.includes(name))
    .map((name) => [name, scalarsLeft(below, said, name)] as const);
  return Object.fromEntries([...kept, ...changed]);
};

/** `$deleteFromPrimitiveList/finalizers: [a]` takes values out of a set before anything is added to it. */
const scalarsLeft = (below: Fields, said: Fields, name: string): unknown => {
  const value = own(below, name);
  const gone = said[`$deleteFromPrimitiveList/${name}`];
  return Array.isArray(value) && Array.isArray(gone) ? value.filter((item) => !gone.includes(item)) : value;
};

const listed = (
  live: readonly unknown[],
  patch: readonly unknown[],
  types: ListTypes,
  at: readonly string[],
): unknown[] => {
  const type = types(at);
  const said = patch.map(fieldsOf);
  const replaces = said.some((item) => item.$patch === 'replace');
  if (type.type === 'set') return [...new Set([...live, ...patch])];
  if (type.type === 'atomic' || replaces)
    return patch.filter((_, index) => said[index]?.$patch === undefined).map((item) => plain(item, types, at));
  const [key = ''] = type.keys;
  for (const item of said)
    if (item[key] === undefined)
      throw refused(`map: ${JSON.stringify(item)} does not contain declared merge key: ${key}`);
  const before = (item: unknown): unknown => live.find((one) => fieldsOf(one)[key] === fieldsOf(item)[key]);
  const merges = said
    .filter((item) => item.$patch !== 'delete')
    .map((item) => strategic(before(item), item, types, [...at, '*']));
  const others = live.filter((item) => !said.some((one) => one[key] === fieldsOf(item)[key]));
  const places = live.map((item) => fieldsOf(item)[key]);
  return inOrder(others, merges, (item) => places.indexOf(fieldsOf(item)[key]));
};

/** What the patch says in its order, and between it what it does not speak of, as near as can be to where it stood. */
const inOrder = (
  others: readonly unknown[],
  said: readonly unknown[],
  placeOf: (item: unknown) => number,
): unknown[] => {
  const [left, all] = [[...others], [] as unknown[]];
  for (const item of said) {
    while (left.length > 0 && placeOf(left[0]) < placeOf(item)) all.push(left.shift());
    all.push(item);
  }
  return [...all, ...left];
};

/** An item that is new: what it says, without directives and nulls. */
const plain = (item: unknown, types: ListTypes, at: readonly string[]): unknown =>
  strategic(undefined, item, types, [...at, '*']);

type Operation = {
  readonly op: string;
  readonly value: unknown;
};

/**
 * RFC 6902, of which add, replace, remove and test are known. One that fails: CLUSTER_REFUSED, and nothing is done. As in
 * an API server, the last key of a path need not be there to be replaced.
 */
export const operated = (live: unknown, operations: readonly unknown[]): unknown =>
  operations.reduce((object, operation) => {
    const { op, path, value } = fieldsOf(operation);
    const keys = textOf(path)
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (!['add', 'replace', 'remove', 'test'].includes(textOf(op)) || !(path === '' || textOf(path).startsWith('/')))
      throw failed();
    return placed(object, keys, { op: textOf(op), value });
  }, live);

const placed = (holder: unknown, [key, ...rest]: readonly string[], operation: Operation): unknown => {
  if (key === undefined) return here(holder, operation);
  if (Array.isArray(holder)) {
    const index = key === '-' && operation.op === 'add' ? holder.length : /^(0|[1-9]\d*)$/.test(key) ? Number(key) : -1;
    const beyond = rest.length === 0 && operation.op === 'add' ? holder.length : holder.length - 1;
    if (index < 0 || index > beyond) throw failed();
    if (rest.length > 0) return holder.with(index, placed(holder[index], rest, operation));
    if (operation.op === 'add') return holder.toSpliced(index, 0, operation.value);
    if (operation.op === 'remove') return holder.toSpliced(index, 1);
    return holder.with(index, here(holder[index], operation));
  }
  const needed = rest.length > 0 || operation.op === 'remove';
  if (!isFields(holder) || (needed && !Object.hasOwn(holder, key))) throw failed();
  const others = Object.entries(holder).filter(([name]) => name !== key);
  if (rest.length === 0 && operation.op === 'remove') return Object.fromEntries(others);
  return Object.fromEntries([...others, [key, placed(own(holder, key), rest, operation)]]);
};

const here = (value: unknown, { op, value: wanted }: Operation): unknown => {
  if (op === 'remove' || (op === 'test' && !isDeepStrictEqual(value, wanted))) throw failed();
  return wanted;
};

/** An API server says no more. */
const failed = (): Fault => refused('the server rejected our request due to an error in our request');
