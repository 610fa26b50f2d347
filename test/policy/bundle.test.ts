import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { bundleLimits, entryPoints, readBundle } from '../../src/policy/bundle.ts';
import { packedFiles, wholeRego } from './rego.ts';

type Entry = { name: string; text?: string; type?: 'file' | 'symlink' | 'directory' };

const manifest = {
  revision: 'v7',
  wasm: entryPoints.map((entrypoint) => ({ entrypoint, module: '/policy.wasm' })),
};
const usual: Entry[] = [
  { name: '/.manifest', text: JSON.stringify(manifest) },
  { name: '/data.json', text: '{"config": {"verbs": ["get"]}}' },
  { name: '/policy.wasm', text: 'wasm' },
  { name: '/main/main.rego', text: 'package main\n' },
];

async function packed(entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const { name, text = '', type = 'file' } of entries) {
    archive.entry(
      { name, type, ...(type === 'symlink' ? { linkname: '/etc/passwd' } : {}) },
      type === 'file' ? text : '',
    );
  }
  archive.finalize();
  const parts: Buffer[] = [];
  for await (const part of archive) parts.push(part as Buffer);
  return gzipSync(Buffer.concat(parts));
}

const instead = (entry: Entry) => [...usual.filter(({ name }) => name !== entry.name), entry];
const withPoints = (points: readonly string[], module = '/policy.wasm') =>
  instead({ name: '/.manifest', text: JSON.stringify({ wasm: points.map((entrypoint) => ({ entrypoint, module })) }) });

describe('a bundle', () => {
  test('as our compiler builds it is read', async () => {
    const found = await readBundle(
      await packedFiles(wholeRego({ 'config/data.json': '{"verbs": ["get"]}' }), { revision: 'r' }),
    );
    expect(found).toMatchObject({ revision: 'r', config: { verbs: ['get'] } });
    expect(Buffer.from(found.wasm).subarray(1, 4).toString()).toBe('asm');
  });

  test('may have no data', async () => {
    expect((await readBundle(await packed(usual.filter(({ name }) => name !== '/data.json')))).config).toEqual({});
  });

  test.each<[string, readonly Entry[], RegExp]>([
    [
      'data under a Rego root',
      instead({ name: '/data.json', text: '{"config": {}, "guards": {"x": 1}}' }),
      /"guards" holds Rego/,
    ],
    [
      'data under a root nobody knows',
      instead({ name: '/data.json', text: '{"users": {}}' }),
      /"users" may hold no data/,
    ],
    ['a data file in a folder', [...usual, { name: '/guards/data.json', text: '{}' }], /data.json only/],
    ['a YAML data file', [...usual, { name: '/data.yaml', text: 'a: 1' }], /data.json only/],
    ['Rego in config', [...usual, { name: '/x.rego', text: 'package config.x\n' }], /no Rego/],
    ['Rego under a root nobody knows', [...usual, { name: '/x.rego', text: 'package other\n' }], /not under/],
    [
      'an entry point that is a package',
      [...usual, { name: '/x.rego', text: '# hello\npackage main.decision\n' }],
      /must be a rule/,
    ],
    ['a package entry point', withPoints(['main', ...entryPoints]), /exactly the entry points/],
    ['one entry point too few', withPoints(entryPoints.slice(1)), /exactly the entry points/],
    ['the same entry point twice', withPoints([...entryPoints, 'main/plan']), /exactly the entry points/],
    ['no entry point', withPoints([]), /has none/],
    ['a second module', withPoints(entryPoints, '/other.wasm'), /must be in \/policy.wasm/],
    ['a delta', [...usual, { name: '/patch.json', text: '{"data": []}' }], /delta bundle/],
    ['no WASM', usual.filter(({ name }) => name !== '/policy.wasm'), /no policy.wasm/],
    ['no manifest', usual.slice(1), /no .manifest/],
    ['a manifest that is not JSON', instead({ name: '/.manifest', text: '{' }), /not JSON/],
    ['a manifest that is not an object', instead({ name: '/.manifest', text: '[]' }), /not an object/],
    ['a path that climbs out', [...usual, { name: '/../x.rego', text: '' }], /not a path/],
    ['a path with a dot', [...usual, { name: '/./x.rego', text: '' }], /not a path/],
    ['a path with a backslash', [...usual, { name: '/a\\b.rego', text: '' }], /not a path/],
    ['a path with two slashes', [...usual, { name: '//etc/x.rego', text: '' }], /not a path/],
    ['a link', [...usual, { name: '/link', type: 'symlink' }], /is a symlink/],
    ['a file twice', [...usual, { name: 'policy.wasm', text: 'other' }], /twice/],
    [
      'too many files',
      [...usual, ...Array.from({ length: bundleLimits.files }, (_, at) => ({ name: `/f${at}` }))],
      /too many/,
    ],
  ])('with %s is refused', async (_, entries, why) => {
    await expect(readBundle(await packed(entries))).rejects.toThrow(why);
  });

  test.each<[string, Uint8Array]>([
    ['no gzip', Buffer.from('hello')],
    ['gzip of something else', gzipSync('hello'.repeat(1_000))],
    ['a bomb', gzipSync(Buffer.alloc(bundleLimits.bytes + 1))],
    ['half a file', gzipSync('x').subarray(0, 8)],
  ])('that is %s is refused', async (_, bytes) => {
    await expect(readBundle(bytes)).rejects.toThrow(/reasonable size|no .manifest/);
  });
});
