// Numbers that no policy could read exactly must not spoil the rest of what it looks at.
import { expect, it } from 'vitest';
import { exact } from '../../src/gate/exact.ts';

it.each([
  [2 ** 53, '9007199254740992'],
  [-1e21, '-1e+21'],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [
    { a: [1, { b: 2 ** 60, c: null }], d: 'text' },
    { a: [1, { b: '1152921504606847000', c: null }], d: 'text' },
  ],
])('%j is read as %j', (value, text) => {
  expect(exact(value)).toEqual(text);
});

it('leaves what is exact as it is', () => {
  const value = { a: [0, -1, 0.5, 9_007_199_254_740_991], b: { c: true, d: null, e: '1e21' } };
  expect(exact(value)).toBe(value);
});
