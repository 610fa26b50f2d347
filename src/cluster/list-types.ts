// How the API keys the lists of a kind, out of its OpenAPI schema. Sends nothing but through the function given.
import { Fault } from '../gate/fault.ts';
import type { Cluster, ListType, ListTypes } from '../gate/ports.ts';
import { plainOf, type Schemas } from './explain.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from './json.ts';
import type { OpenApi } from './openapi.ts';

const atomic: ListType = { type: 'atomic' };
const keepMilliseconds = 60_000;
const maxKept = 256;

/** List types with a memory: a kind is looked up once a minute, and asks nothing of the server in between. */
export const openListTypes = (
  openApi: OpenApi,
  clock: () => number = () => performance.now(),
): Cluster['listTypes'] => {
  const kept = new Map<string, { at: number; types: ListTypes }>();
  return async ({ group, version, kind }, signal) => {
    const key = `${group}/${version}/${kind}`;
    const known = kept.get(key);
    if (known && clock() - known.at < keepMilliseconds) return known.types;
    const types = await openApi({ group, version, kind }, signal).then(
      ({ schemas, root }) => listTypesOf(schemas, root),
      (error: unknown): ListTypes => {
        // A kind that is not described has lists that nothing is known of.
        if (error instanceof Fault && error.code === 'NOT_FOUND') return () => atomic;
        throw error;
      },
    );
    if (kept.size >= maxKept) kept.clear();
    kept.set(key, { at: clock(), types });
    return types;
  };
};

/** The lists of the kind whose schema is `root`; atomic for a path that leads to no list. */
export const listTypesOf =
  (schemas: Schemas, root: Fields): ListTypes =>
  (path) => {
    let schema = root;
    for (const step of path) {
      const plain = plainOf(schemas, schema);
      const next = step === '*' ? (plain.items ?? plain.additionalProperties) : fieldsOf(plain.properties)[step];
      if (!isFields(next)) return atomic;
      schema = next;
    }
    return typeOf(schema, plainOf(schemas, schema));
  };

/** What stands beside a reference goes before what stands behind it. */
const typeOf = (outer: Fields, inner: Fields): ListType => {
  const schema = { ...inner, ...outer };
  if (!isFields(schema.items)) return atomic;
  const type = textOf(schema['x-kubernetes-list-type']);
  if (type === 'set') return { type };
  const mergeKey = type === '' ? textOf(schema['x-kubernetes-patch-merge-key']) : '';
  const keys = type === 'map' ? listOf(schema['x-kubernetes-list-map-keys']).map(textOf) : [mergeKey];
  return keys.every((key) => key !== '') && keys.length > 0 ? { type: 'map', keys } : atomic;
};
