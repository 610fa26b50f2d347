// What holds for any text: twice is once, JSON stays JSON, a secret beside its name never survives, nothing throws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../../src/gate/redact/redactor.ts';
import { fingerprint } from './fingerprint.ts';

const redactor = createRedactor({ fingerprint });
const pieces = fc.constantFrom(
  'password',
  'token',
  'secret',
  'api_key',
  'DB_PASSWORD',
  '=',
  ':',
  ': ',
  '"',
  "'",
  '\\"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ';',
  '&',
  '?',
  ' ',
  '\n',
  '\n  ',
  '://',
  '@',
  'u:p',
  'Bearer ',
  'Cookie: ',
  'a=b',
  'hunter22',
  'aB3dE5fG7hJ9',
  '-p',
  '--',
  'mysql ',
  'value',
  'name',
  'kind: Secret\n',
  'data:\n',
  '<',
  '>',
  '</',
  '|',
  '\\n',
  '-----BEGIN PRIVATE KEY-----',
  '-----END PRIVATE KEY-----',
  'is',
  'the',
  '\ud800',
  'é',
  '[redacted:',
  ']',
  '$2y$',
  'eyJ',
  '.',
  'user,',
  '\t',
  'cGFzc3dvcmQ6IGFiY2RlZmdo',
);
const soup = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
const word = fc.stringMatching(/^[a-zA-Z]{3}[0-9]{3}[a-zA-Z]{4,12}$/);
const name = fc.constantFrom(
  'password',
  'DB_PASSWORD',
  'db.password',
  'clientSecret',
  'api-key',
  'authToken',
  'passwd',
);

describe('for any text', () => {
  test('redacting twice is redacting once', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (text) => {
        const once = redactor.text(text).text;
        expect(redactor.text(once).text).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
  test('nothing throws, lone surrogates included, and without a find the text is untouched', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
        (text) => {
          const result = redactor.text(text);
          if (result.count === 0) expect(result.text).toBe(text);
        },
      ),
    );
  });
  test('JSON stays JSON, on one line and on many', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(name, fc.string()), fc.oneof(soup, fc.jsonValue(), word)),
        fc.constantFrom(0, 2),
        (value, indent) => {
          expect(() => JSON.parse(redactor.text(JSON.stringify(value, null, indent)).text)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
  test('any JSON value survives the walk', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(redactor.value(redactor.value(value).value).value)).toBe(
          JSON.stringify(redactor.value(value).value),
        );
      }),
      { numRuns: 500 },
    );
  });
  test('a secret beside its name never survives', () => {
    const shapes: ((n: string, s: string) => string)[] = [
      (n, s) => `${n}=${s}`,
      (n, s) => `x ${n}: ${s}, y`,
      (n, s) => `{"${n}":"${s}"}`,
      (n, s) => `a\n  ${n}: "${s}"\nb`,
      (n, s) => `?a=b&${n}=${s}&c=d`,
      (n, s) => `run --${n} ${s} -v`,
      (n, s) => `{"m":"{\\"${n}\\":\\"${s}\\"}"}`,
    ];
    fc.assert(
      fc.property(name, word, fc.constantFrom(...shapes), (n, s, shape) => {
        expect(redactor.text(shape(n, s)).text).not.toContain(s);
      }),
      { numRuns: 500 },
    );
  });
});
