// The tables in src/cluster/builtin say what a real API server says. `UPDATE_BUILTIN=1` writes them anew from it.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { kindsOf } from '../../src/cluster/discovery.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../../src/cluster/json.ts';
import type { Kinds } from '../../src/cluster/kinds.ts';
import { tableOf } from '../../src/cluster/snapshot/data.ts';
import { api } from '../cluster/api.ts';
import { describeReal } from '../cluster/real.ts';

/** Groups whose kinds can be explained without a cluster. */
const explained = [
  ...['api/v1', 'apis/apps/v1', 'apis/batch/v1', 'apis/networking.k8s.io/v1', 'apis/autoscaling/v2', 'apis/policy/v1'],
  ...['apis/storage.k8s.io/v1', 'apis/discovery.k8s.io/v1', 'apis/rbac.authorization.k8s.io/v1'],
  ...['apis/coordination.k8s.io/v1', 'apis/scheduling.k8s.io/v1'],
];
const unexplained =
  /List$|^(DeleteOptions|WatchEvent|Status|APIGroup|APIResource|Binding|Scale|TokenRequest|Eviction|ComponentStatus|PodTemplate|APIVersions|VolumeAttributesClass|CSI\w+)$/;

const file = (name: string): URL => new URL(`../../src/cluster/builtin/${name}`, import.meta.url);

/** Compares with the rows kept, or writes them below the file's first line. */
const expectRows = (name: string, rows: readonly (readonly string[])[]): void => {
  const [title = ''] = readFileSync(file(name), 'utf8').split('\n');
  if (process.env.UPDATE_BUILTIN)
    writeFileSync(file(name), [title, ...rows.map((row) => row.join('\t')), ''].join('\n'));
  expect(tableOf(name)).toEqual(rows);
};

describeReal('the tables of what is built in', (cluster) => {
  const ask = api(cluster);
  afterAll(() => ask.close());
  const get = async (path: string, accept = 'application/json'): Promise<Fields> =>
    fieldsOf((await ask('GET', path, { accept })).json);

  const served = async (): Promise<Kinds> => {
    const accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
    const kinds = (await Promise.all(['/api', '/apis'].map((path) => get(path, accept)))).flatMap(kindsOf);
    return kinds.filter(({ group }) => group === '' || !group.includes('.') || group.endsWith('.k8s.io'));
  };

  test('kinds, but for the fields to select by, which no server tells', async () => {
    const selectable = new Map(tableOf('kinds.tsv').map((row) => [`${row[2]}.${row[0]}`, row[9] ?? '']));
    const rows = (await served()).map((kind) => [
      ...[kind.group, kind.version, kind.resource, kind.kind, kind.singular, kind.scope],
      ...[kind.shortNames.join(','), kind.subresources.join(','), kind.verbs.join(',')],
      selectable.get(`${kind.resource}.${kind.group}`) ?? '',
    ]);
    expectRows('kinds.tsv', rows);
  });

  test('columns, their types and which of them are wide', async () => {
    const kept = new Map<string, string[]>();
    for (const [kind = '', ...column] of tableOf('columns.tsv'))
      kept.set(kind, [...(kept.get(kind) ?? []), column.slice(0, 3).join(' ')]);
    const kinds = await served();
    for (const [key, columns] of kept) {
      const kind = kinds.find(({ resource, group }) => `${resource}.${group}` === key);
      const root = kind?.group === '' ? '/api/v1' : `/apis/${kind?.group}/${kind?.version}`;
      const table = await get(`${root}/${kind?.resource}?limit=1`, 'application/json;as=Table;v=v1;g=meta.k8s.io');
      const real = listOf(table.columnDefinitions).map(fieldsOf);
      expect([key, columns]).toEqual([key, real.map(({ name, type, priority }) => `${name} ${type} ${priority}`)]);
    }
  });

  test('schemas, without their descriptions', async () => {
    const rows = new Map<string, string>();
    for (const path of explained) {
      const schemas = fieldsOf(fieldsOf((await get(`/openapi/v3/${path}`)).components).schemas);
      for (const name of neededOf(schemas, path))
        rows.set(short(name), JSON.stringify(trimmed(fieldsOf(schemas[name]))));
    }
    expectRows(
      'schemas.tsv',
      [...rows].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
});

/** Schemas of the kinds of a group and all they refer to. */
const neededOf = (schemas: Fields, path: string): Set<string> => {
  const [group = '', version] = path.startsWith('apis/') ? path.split('/').slice(1) : ['', 'v1'];
  const needed = new Set<string>();
  const walk = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const [, target = ''] of JSON.stringify(schemas[name]).matchAll(/"\$ref":"[^"]*\/([^"/]+)"/g)) walk(target);
  };
  for (const [name, schema] of Object.entries(schemas)) {
    const types = listOf(fieldsOf(schema)['x-kubernetes-group-version-kind']).map(fieldsOf);
    const here = types.some((type) => type.group === group && type.version === version);
    if (here && !unexplained.test(name.split('.').at(-1) ?? '')) walk(name);
  }
  return needed;
};

const short = (name: string): string =>
  name.replace(/^.*?([^.]+\.[^.]+\.[^.]+)$/, '$1').replace(/^(?:pkg|apimachinery)\./, '');

const typed = (schema: Fields): Fields => {
  const wrapped = listOf(schema.allOf);
  if (wrapped.length === 1) return typed(fieldsOf(wrapped[0]));
  if (schema.$ref) return { $ref: short(textOf(schema.$ref).split('/').at(-1) ?? '') };
  return {
    ...(schema.type ? { type: schema.type } : {}),
    ...(schema.items ? { items: typed(fieldsOf(schema.items)), ...keyed(schema) } : {}),
    ...(schema.additionalProperties ? { additionalProperties: typed(fieldsOf(schema.additionalProperties)) } : {}),
  };
};

/** How its items are told apart. */
const keyed = (schema: Fields): Fields =>
  Object.fromEntries(
    ['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-patch-merge-key']
      .filter((name) => schema[name] !== undefined && schema[name] !== 'atomic')
      .map((name) => [name, schema[name]]),
  );

const trimmed = (schema: Fields): Fields => {
  const types = listOf(schema['x-kubernetes-group-version-kind']);
  const properties = Object.entries(fieldsOf(schema.properties)).map(
    ([name, property]) => [name, typed(fieldsOf(property))] as const,
  );
  return {
    ...(schema.type ? { type: schema.type } : {}),
    ...(schema.required ? { required: schema.required } : {}),
    ...(types.length === 1 ? { 'x-kubernetes-group-version-kind': types } : {}),
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
  };
};
