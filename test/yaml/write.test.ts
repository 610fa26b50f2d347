import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { writeYaml } from '../../src/yaml/write.ts';

const library = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
/** Texts (but for marks of documents, which are quoted more often than need be) that YAML reads as something else, or that look as if they were structure. */
const tricky = fc.constantFrom(
  '',
  ' ',
  'yes',
  'null',
  'Null',
  'true',
  '0644',
  '1e3',
  '0x1f',
  '1.',
  '.5',
  '-',
  '- a',
  'a: b',
  'a #b',
  '#',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  '`a',
  '"',
  "'",
  '{a}',
  '[a]',
  'a\nb',
  'a\n',
  '\ta',
  'a:',
  ':a',
  '<<',
  '~',
  '2026-01-01',
  '12:30:45',
  'ä',
  '\u2028',
  'k8s.io/x',
  'sha256:ab',
  '10.0.0.1:80',
);
const text = fc.oneof(tricky, fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 6 }));
const value = fc.letrec((tie) => ({
  leaf: fc.oneof(
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ),
  tree: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(text, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).tree;

test('what is written is what the library writes, byte for byte', () => {
  fc.assert(
    fc.property(value, (one) => {
      expect(writeYaml(one)).toBe(library(one));
    }),
    { numRuns: 3000 },
  );
});

test('what is written reads as it was', () => {
  fc.assert(
    fc.property(fc.dictionary(text, text, { noNullPrototype: true }), (one) => {
      expect(parse(writeYaml(one))).toEqual(one);
    }),
  );
});
