import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/gate/ports.ts';
import { createAccept } from '../../src/policy/accept.ts';

const card: Card = {
  name: 'things',
  title: '',
  description: '',
  hints: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  arguments: {
    type: 'object',
    additionalProperties: false,
    required: ['kind'],
    properties: {
      kind: { type: 'string', minLength: 1, maxLength: 63 },
      namespace: { type: 'string', pattern: '^[a-z-]+$' },
      limit: { type: 'integer', minimum: 1, maximum: 500 },
      order: { enum: ['name', 'age'] },
      previous: { type: 'boolean' },
      fields: { type: 'array', maxItems: 2, items: { type: 'string' } },
      labels: { type: 'object' },
      manifest: { type: 'string', contentMediaType: 'application/yaml' },
    },
  },
};
const accept = createAccept();
const secret = 'hunter2-'.repeat(40);

describe('arguments', () => {
  test('that fit are taken as they are', () => {
    expect(accept(card, { kind: 'Pod', limit: 5 })).toEqual({ args: { kind: 'Pod', limit: 5 } });
    expect(accept(card, Object.assign(Object.create(null), { kind: 'Pod' }))).toEqual({ args: { kind: 'Pod' } });
  });

  test.each<[string, unknown, string]>([
    ['missing', {}, 'kind is missing: it must be a text of 1 to 63 characters.'],
    ['missing altogether', undefined, 'kind is missing: it must be a text of 1 to 63 characters.'],
    ['misspelt', { kind: 'Pod', namespcae: 'x' }, 'There is no argument namespcae; did you mean namespace?'],
    [
      'unknown',
      { kind: 'Pod', verb: 'x' },
      'There is no argument verb; there are fields, kind, labels, limit, manifest, namespace, order, previous.',
    ],
    [
      'unknown, long and odd',
      { kind: 'Pod', [secret]: 1 },
      'One argument is not known; there are fields, kind, labels, limit, manifest, namespace, order, previous.',
    ],
    ['of another type', { kind: 7 }, 'kind must be a text of 1 to 63 characters.'],
    ['too large', { kind: 'Pod', limit: 501 }, 'limit must be a whole number from 1 to 500.'],
    ['not whole', { kind: 'Pod', limit: 1.5 }, 'limit must be a whole number from 1 to 500.'],
    ['not among the choices', { kind: 'Pod', order: secret }, 'order must be one of name, age.'],
    ['not of the form', { kind: 'Pod', namespace: secret }, 'namespace must be a text that fits ^[a-z-]+$.'],
    ['a text for a yes or no', { kind: 'Pod', previous: 'true' }, 'previous must be true or false.'],
    [
      'too many',
      { kind: 'Pod', fields: ['a', 'b', 'c'] },
      'fields must be a list of at most 2 items of which each is a text.',
    ],
    ['wrong inside a list', { kind: 'Pod', fields: ['a', 1] }, 'fields.1 must be a text.'],
    ['no object', [], 'The arguments must be an object.'],
    ['a text', 'kind=Pod', 'The arguments must be an object.'],
    [
      'for a prototype',
      JSON.parse('{"kind": "Pod", "__proto__": {"a": 1}}'),
      'The arguments may not have the key __proto__.',
    ],
    [
      'for a prototype, further in',
      JSON.parse('{"kind": "Pod", "labels": {"a": {"constructor": 1}}}'),
      'The arguments may not have the key constructor.',
    ],
    ['not Unicode', { kind: '\ud800' }, 'The arguments hold a text that is not Unicode.'],
    [
      'deep',
      { kind: 'Pod', labels: JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`) },
      'The arguments nest too deep.',
    ],
    ['very many', { kind: 'Pod', labels: { all: Array(30_000).fill(0) } }, 'The arguments hold too many values.'],
  ])('that are %s are refused with the name and the allowed form', (_, args, problem) => {
    expect(accept(card, args)).toEqual({ problems: [problem] });
  });

  test('never come back in a problem', () => {
    const refused = accept(card, {
      kind: secret,
      namespace: secret,
      order: secret,
      limit: secret,
      manifest: `${secret}: [`,
    });
    expect(JSON.stringify(refused)).not.toContain('hunter2');
  });

  test('that declare YAML are parsed as kubectl parses it', () => {
    const manifest = 'kind: A\nmode: 0644\nanswer: yes\n---\nkind: B\ntext: |\n  ---\n---\n';
    expect(accept(card, { kind: 'x', manifest })).toEqual({
      args: {
        kind: 'x',
        manifest: [
          { kind: 'A', mode: 420, answer: 'yes' },
          { kind: 'B', text: '---\n' },
        ],
      },
    });
  });

  test.each([
    [
      'a key twice',
      'a: 1\na: 2',
      'manifest must be YAML: row 2, column 1: Map keys must be unique at line 2, column 1:',
    ],
    ['a prototype key', 'a: {__proto__: 1}', 'manifest must be YAML: row 1, column 1: It has the key __proto__.'],
  ])('that declare YAML with %s are refused', (_, manifest, problem) => {
    expect(accept(card, { kind: 'x', manifest })).toEqual({ problems: [problem] });
  });

  test('are checked by the card they are for, though two have one name', () => {
    const other = { ...card, arguments: { type: 'object', properties: {} } };
    expect(accept(other, { anything: 1 })).toEqual({ args: { anything: 1 } });
    expect(accept(card, { anything: 1 })).toHaveProperty('problems');
  });
});
