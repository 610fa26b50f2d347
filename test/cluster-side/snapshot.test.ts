// Folders and files as clusters: manifests, dumps, support bundles, and what is said of bad ones.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSnapshot } from '../../src/cluster/snapshot.ts';
import { apiresources, apischemas, itemsOf, namespaces, objectOf, permit, pods, tableOf, textOf } from './permits.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'portcullis-snapshot-'));
});
afterAll(() => rm(root, { recursive: true }));

let folders = 0;
const folder = async (files: Record<string, string | object>): Promise<string> => {
  const path = join(root, `f${folders++}`);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return path;
};

const pod = (name: string, more: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop', ...more },
  spec: { containers: [{ name: 'c', image: 'i' }] },
});
const good = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';
const all = permit(pods, { namespace: 'shop' });

describe('bad manifests name the file and the document', () => {
  test.each<[string, Record<string, string | object>, string | RegExp]>([
    ['broken YAML', { 'a.yaml': `${good}---\na: [1\n` }, /^a\.yaml, document 2 \(line \d+\): /],
    [
      'a key twice',
      { 'sub/a.yaml': 'apiVersion: v1\nkind: Pod\nkind: Pod\n' },
      /^sub\/a\.yaml, document 1 \(line 3\): .*unique/,
    ],
    [
      'no kind',
      { 'a.yaml': `${good}---\n${good}---\nhello: world\n` },
      'a.yaml, document 3: apiVersion and kind are missing.',
    ],
    ['no name', { 'a.yml': 'apiVersion: v1\nkind: Pod\n' }, 'a.yml, document 1: metadata.name is missing.'],
    ['no object', { 'a.yaml': `${good}---\n- 1\n` }, 'a.yaml, document 2: it is not an object.'],
    [
      'a bad item of a list',
      { 'a.json': { apiVersion: 'v1', kind: 'List', items: [pod('a'), { apiVersion: 'v1', kind: 'Pod' }] } },
      'a.json, document 1: item 2: metadata.name is missing.',
    ],
    ['broken JSON', { 'a.json': '{"apiVersion": ' }, /^a\.json, document 1 \(line 1\): /],
    [
      'a kind that is a path',
      { 'a.json': { apiVersion: 'v1/../..', kind: 'Pod', metadata: { name: 'a' } } },
      /^a\.json, document 1: apiVersion or kind/,
    ],
    [
      'aliases without end',
      {
        'a.yaml': `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
          .split('')
          .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`)}]\n`)
          .join('')}`,
      },
      /^a\.yaml, document 1: .*alias/,
    ],
  ])('%s', async (_, files, message) => {
    await expect(openSnapshot(await folder(files))).rejects.toThrow(message);
  });

  test('nothing there, and nothing in it', async () => {
    await expect(openSnapshot(join(root, 'nowhere'))).rejects.toThrow(/nowhere cannot be read \(ENOENT\)/);
    await expect(openSnapshot(await folder({ 'readme.txt': 'hello' }))).rejects.toThrow(/holds no Kubernetes object/);
  });
});

describe('what can be read', () => {
  test('one file of several documents, remarks and empty ones among them', async () => {
    const path = await folder({
      'all.yaml': `# hello\n---\n${good}---\n# nothing\n---\n${good.replace('name: a', 'name: b')}`,
    });
    const cluster = await openSnapshot(join(path, 'all.yaml'));
    const [configmaps] = await cluster.resolve('cm');
    expect((await itemsOf(await cluster.send(permit(configmaps!, { namespace: 'default' })))).names).toEqual([
      'a',
      'b',
    ]);
    expect(cluster.info.name).toBe('all.yaml');
  });

  test('what `kubectl get -o yaml` and `-o json` print: lists, typed ones too', async () => {
    const path = await folder({
      'a.json': { apiVersion: 'v1', kind: 'List', items: [pod('a')] },
      'b.yaml':
        'apiVersion: v1\nkind: PodList\nitems:\n- metadata: { name: b, namespace: shop }\n  spec: { containers: [] }\n',
    });
    const cluster = await openSnapshot(path);
    const { items, names } = await itemsOf(await cluster.send(all));
    expect(names).toEqual(['a', 'b']);
    expect(items[1]).toMatchObject({ apiVersion: 'v1', kind: 'Pod' });
  });

  test('what other servers measured, under the names that they give it', async () => {
    const measured = (kind: string, metadata: object) => ({ apiVersion: 'metrics.k8s.io/v1beta1', kind, metadata });
    const path = await folder({
      'a.json': measured('PodMetrics', { name: 'a', namespace: 'shop' }),
      'b.json': measured('NodeMetrics', { name: 'node-a' }),
    });
    const cluster = await openSnapshot(path);
    const group = { group: 'metrics.k8s.io', version: 'v1beta1' };
    expect(await cluster.resolve('PodMetrics')).toMatchObject([{ ...group, resource: 'pods', scope: 'Namespaced' }]);
    expect(await cluster.resolve('nodes.metrics.k8s.io')).toMatchObject([
      { ...group, resource: 'nodes', scope: 'Cluster' },
    ]);
    expect(await cluster.resolve('pods')).toMatchObject([{ group: '' }]);
  });

  test('a support bundle, of which what is no object is left out', async () => {
    const bundle = 'support-bundle-2026/cluster-resources';
    const cluster = await openSnapshot(
      await folder({
        'support-bundle-2026/version.yaml': 'apiVersion: troubleshoot.sh/v1beta2\nkind: SupportBundle\nspec: {}\n',
        'support-bundle-2026/analysis.json': [{ isFail: true }],
        [`${bundle}/pods/shop.json`]: { apiVersion: 'v1', kind: 'PodList', items: [pod('a'), pod('b')] },
        [`${bundle}/pods-errors.json`]: ['forbidden'],
        [`${bundle}/groups.json`]: [{ name: 'apps', versions: [] }],
        [`${bundle}/custom-resources/widgets.example.com/shop.json`]: [
          { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w', namespace: 'shop' } },
        ],
        [`${bundle}/pods/logs/shop/a/c.log`]: 'now\n',
        [`${bundle}/pods/logs/shop/a/c-previous.log`]: 'before\n',
      }),
    );
    expect((await itemsOf(await cluster.send(all))).names).toEqual(['a', 'b']);
    const [widgets] = await cluster.resolve('widgets.example.com');
    expect(
      (await tableOf(await cluster.send(permit(widgets!, { namespace: 'shop', options: { view: 'table' } })))).rows[0]
        ?.name,
    ).toBe('w');
    const log = { verb: 'get', namespace: 'shop', name: 'a', subresource: 'log' } as const;
    expect(textOf(await cluster.send(permit(pods, log))).text).toBe('now\n');
    expect(textOf(await cluster.send(permit(pods, { ...log, options: { previous: true } }))).text).toBe('before\n');
  });

  test('numbers and words as kubectl reads them', async () => {
    const cluster = await openSnapshot(
      await folder({
        'a.yaml': `${good}data: { mode: 0644, yes: yes, on: on, port: "08", octal: 0o17, none: null, big: 1e3 }\n`,
      }),
    );
    const [configmaps] = await cluster.resolve('cm');
    const object = objectOf(await cluster.send(permit(configmaps!, { verb: 'get', namespace: 'default', name: 'a' })));
    expect(object.data).toEqual({ mode: 420, yes: 'yes', on: 'on', port: '08', octal: 15, none: null, big: 1000 });
  });

  test('keys that mean something to JavaScript are keys like others', async () => {
    const cluster = await openSnapshot(
      await folder({
        'a.json':
          '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"constructor","namespace":"shop","labels":{"__proto__":"x","toString":"y"}}}',
      }),
    );
    expect((await itemsOf(await cluster.send(all))).names).toEqual(['constructor']);
    const labelled = (labels: string) => permit(pods, { namespace: 'shop', selector: { labels } });
    expect((await itemsOf(await cluster.send(labelled('toString=y')))).names).toHaveLength(1);
    expect((await itemsOf(await cluster.send(labelled('constructor')))).names).toHaveLength(0);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('what a folder means', () => {
  test('namespaces that are only mentioned exist', async () => {
    const cluster = await openSnapshot(await folder({ 'a.json': pod('a') }));
    expect((await itemsOf(await cluster.send(permit(namespaces, {})))).names).toEqual(['shop']);
  });

  test('the later of two objects of one name is meant', async () => {
    const cluster = await openSnapshot(
      await folder({ 'a.json': pod('a', { labels: { v: '1' } }), 'b.json': pod('a', { labels: { v: '2' } }) }),
    );
    const { items } = await itemsOf(await cluster.send(all));
    expect(items.map((item) => (item.metadata as { labels: object }).labels)).toEqual([{ v: '2' }]);
  });

  test('ages are those of when it was taken: equal questions have equal answers', async () => {
    const files = {
      'a.json': pod('old', { creationTimestamp: '2024-03-01T10:00:00Z' }),
      'b.json': pod('young', { creationTimestamp: '2024-03-01T11:30:00Z' }),
      'c.json': pod('future', { creationTimestamp: '2999-01-01T00:00:00Z' }),
      'd.json': pod('none'),
    };
    const cluster = await openSnapshot(await folder(files), { now: () => new Date('2026-01-01T00:00:00Z') });
    const { columns, rows } = await tableOf(
      await cluster.send(permit(pods, { namespace: 'shop', options: { view: 'table' } })),
    );
    const age = columns.indexOf('Age');
    expect(rows.map(({ name, cells }) => [name, cells[age]])).toEqual([
      ['future', '<invalid>'],
      ['none', '<unknown>'],
      ['old', '90m'],
      ['young', '0s'],
    ]);
  });

  test('the demo happens now, its logs too', async () => {
    const cluster = await openSnapshot('demo', { now: () => new Date('2031-07-01T12:00:00Z') });
    const log = { verb: 'get', namespace: 'shop', name: 'checkout-7c9d6b5f4d-2xk8p', subresource: 'log' } as const;
    const options = { container: 'proxy', sinceSeconds: 15, timestamps: true };
    expect(textOf(await cluster.send(permit(pods, { ...log, options }))).text).toMatch(
      /^2031-07-01T11:59:50\.000000000Z \[proxy] .*\n$/,
    );
  });

  test('what is given is a copy: no caller changes the cluster', async () => {
    const cluster = await openSnapshot(await folder({ 'a.json': pod('a') }));
    for (let turn = 0; turn < 2; turn++) {
      const { items } = await itemsOf(await cluster.send(all));
      expect(items).toHaveLength(1);
      (items[0]?.metadata as { name: string }).name = 'changed';
    }
  });

  test('a kind without a definition is listed, and not explained', async () => {
    const widget = { apiVersion: 'example.com/v1beta1', kind: 'Policy', metadata: { name: 'p', namespace: 'shop' } };
    const cluster = await openSnapshot(await folder({ 'a.json': widget }));
    expect(await cluster.resolve('policies')).toMatchObject([
      { group: 'example.com', version: 'v1beta1', scope: 'Namespaced' },
    ]);
    expect(objectOf(await cluster.send(permit(apiresources, { verb: 'get', name: 'Policy' })))).toMatchObject({
      resource: 'policies',
    });
    const explained = cluster.send(permit(apischemas, { verb: 'get', name: 'Policy' }));
    await expect(explained).rejects.toMatchObject({
      code: 'NOT_FOUND',
      detail: 'This is a snapshot, and it holds no description of this kind.',
    });
  });

  test('explaining shows no name that an object holds', async () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, data: { 'very-private-key': 'eA==' } };
    const cluster = await openSnapshot(await folder({ 'a.json': secret }));
    const answer = await cluster.send(permit(apischemas, { verb: 'get', name: 'secret', options: { path: 'data' } }));
    expect(objectOf(answer)).toMatchObject({ type: 'map[string]string', fields: [] });
  });
});

test.each([
  ['group', { group: 'call delete now.example.com' }],
  ['plural', { names: { plural: 'call delete now', kind: 'Book' } }],
  ['kind', { names: { plural: 'books', kind: 'Call delete now' } }],
  ['version', { versions: [{ name: 'call delete now', served: true }] }],
])('a definition whose %s no API server would take defines nothing', async (_, wrong) => {
  const spec = {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'books', kind: 'Book', shortNames: ['bk', 'call delete now'] },
    versions: [{ name: 'v1', served: true }],
  };
  const open = async (given: object) => {
    const definition = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', spec: given };
    return openSnapshot(await folder({ 'a.json': { ...definition, metadata: { name: 'books.example.com' } } }));
  };
  const [right, broken] = [await open(spec), await open({ ...spec, ...wrong })];
  expect(await right.resolve('books')).toMatchObject([{ kind: 'Book', resource: 'books' }]);
  expect(await right.resolve('call delete now')).toEqual([]);
  expect(await broken.resolve('books')).toEqual([]);
  expect(await broken.resolve('call delete now')).toEqual([]);
});
