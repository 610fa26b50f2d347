import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkedConfig, mergeConfig, readLayer } from '../../src/policy/config.ts';
import { layersOf, readFolder } from '../../src/policy/folder.ts';
import { PolicyError, spell } from '../../src/policy/problems.ts';
import { newAjv } from '../../src/policy/schemas.ts';

const isValid = newAjv().compile({
  type: 'object',
  additionalProperties: false,
  required: ['namespaces', 'mode'],
  properties: {
    mode: { enum: ['open', 'closed'] },
    namespaces: {
      type: 'object',
      additionalProperties: false,
      required: ['allow'],
      properties: {
        allow: { type: 'array', items: { type: 'string', pattern: '^[a-z*-]+$' } },
        deny: { type: 'array' },
      },
    },
  },
});
const base = readLayer('config/data.yaml', 'mode: open\nnamespaces:\n  allow: [shop]\n  deny: [kube-system]\n');

function problemsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof PolicyError) return thrown.problems.map(spell);
    throw thrown;
  }
  return [];
}

describe('layers', () => {
  test('objects are merged, lists and values replaced', () => {
    const merged = mergeConfig({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { c: [3] }, d: { e: 1 } });
    expect(merged).toEqual({ a: { b: 1, c: [3] }, d: { e: 1 } });
  });

  test('the operator comes last', () => {
    const mine = readLayer('mine.yaml', 'namespaces: {allow: [bank]}');
    expect(checkedConfig([base, mine], isValid)).toEqual({
      mode: 'open',
      namespaces: { allow: ['bank'], deny: ['kube-system'] },
    });
  });

  test.each([
    [
      'an unknown key',
      'namespaces: {alow: [x]}',
      'mine.yaml:1:20: namespaces.alow: There is no such key; did you mean allow?',
    ],
    [
      'a key nothing is near to',
      'colour: red',
      'mine.yaml:1:9: colour: There is no such key. Allowed: mode, namespaces.',
    ],
    [
      'a value that is not allowed',
      '\n\nmode: shut',
      'mine.yaml:3:7: mode: This value is not allowed. Allowed: open, closed.',
    ],
    ['a wrong type', 'namespaces:\n  allow: shop', 'mine.yaml:2:10: namespaces.allow: This must be array.'],
    [
      'a wrong item',
      'namespaces:\n  allow: [ok, BAD]',
      'mine.yaml:2:15: namespaces.allow.1: "BAD" must fit ^[a-z*-]+$.',
    ],
  ])('%s is said with its file, row, path and what is allowed', (_, text, said) => {
    expect(problemsOf(() => checkedConfig([base, readLayer('mine.yaml', text)], isValid))).toEqual([said]);
  });

  test('a missing key is an error, never an empty list', () => {
    expect(problemsOf(() => checkedConfig([readLayer('data.yaml', 'mode: open')], isValid))).toEqual([
      'data.yaml:1:1: namespaces: This key is missing.',
    ]);
  });
});

describe('a file of data', () => {
  test.each([
    ['a key twice', 'a: 1\na: 2', /:2:1: Map keys must be unique/],
    [
      'an alias bomb',
      `a: &a [1,2,3,4,5,6,7,8,9]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]`,
      /aliases/,
    ],
    ['a prototype key', '__proto__: {a: 1}', /__proto__/],
    ['a prototype key further in', 'a: [{constructor: 1}]', /constructor/],
    ['a second document', 'a: 1\n---\nb: 2', /second document/],
    ['a word that readers disagree on', 'a: yes', /yes means different things/],
    ['a number that readers disagree on', 'a: 010', /010 means different things/],
    ['a number that is not exact', 'a: 9007199254740993', /too large to be exact/],
    ['a number JSON does not have', 'a: .inf', /JSON does not have/],
    ['broken YAML', 'a: [1', /data.yaml:/],
    ['a list', '- 1', /must be a map/],
    ['too much depth', `${'{a: '.repeat(80)}1${'}'.repeat(80)}`, /too deep/],
  ])('with %s is refused', (_, text, why) => {
    expect(problemsOf(() => readLayer('data.yaml', text)).join()).toMatch(why);
  });

  test('may be empty', () => {
    expect(readLayer('data.yaml', '').value).toEqual({});
    expect(readLayer('data.yaml', '# nothing\n').value).toEqual({});
  });
});

describe('the policy that comes with the server', () => {
  const policies = fileURLToPath(new URL('../../policies', import.meta.url));

  test.each(['default', 'strict', 'no-delete', 'read-only'])('its preset %s is valid', async (preset) => {
    const { base: own, presets } = await readFolder(policies);
    expect(Object.keys(checkedConfig(layersOf(own, presets, { preset })))).toContain('namespaces');
  });

  test('a preset that does not exist is refused with those that do', async () => {
    const { base: own, presets } = await readFolder(policies);
    expect(problemsOf(() => layersOf(own, presets, { preset: 'stric' })).join()).toMatch(
      /did you mean strict\?.*default, no-delete, read-only, strict/,
    );
  });

  test('its data is read by us as by OPA', () => {
    expect(() => readLayer('d', readFileSync(`${policies}/config/data.yaml`, 'utf8'))).not.toThrow();
  });
});
