import { describe, expect, it } from 'vitest';
import { at, parsePointer, put, without } from '../../src/gate/pointer.ts';

const keys = (text: string) => parsePointer(text) ?? [];

describe('a JSON pointer', () => {
  it.each([
    ['', []],
    ['/a/b', ['a', 'b']],
    ['/a~1b/~0c', ['a/b', '~c']],
    ['a', undefined],
    ['/__proto__/x', undefined],
  ])('%j is read', (text, wanted) => expect(parsePointer(text)).toEqual(wanted));

  it('reads what is there, and only own keys', () => {
    expect(at({ a: [{ b: 1 }] }, keys('/a/0/b'))).toBe(1);
    expect(at({}, keys('/toString'))).toBeUndefined();
  });

  it('puts a part into a list or a map, and leaves the value as it was', () => {
    const before = { operations: [{ op: 'replace', value: {} }] };
    expect(put(before, keys('/operations/0/value'), 7)).toEqual({ operations: [{ op: 'replace', value: 7 }] });
    expect(put(before, [], { whole: true })).toEqual({ whole: true });
    expect(before.operations[0]?.value).toEqual({});
  });

  it('leaves a key out, wherever it stands', () => {
    expect(without({ a: { b: 1, c: 2 } }, keys('/a/b'))).toEqual({ a: { c: 2 } });
    expect(without({ a: 1 }, keys('/x/y'))).toEqual({ a: 1 });
  });

  it('leaves an item out, or a key of one', () => {
    expect(without({ a: [1, 2, 3] }, keys('/a/1'))).toEqual({ a: [1, 3] });
    expect(without({ a: [{ b: 1, c: 2 }] }, keys('/a/0/b'))).toEqual({ a: [{ c: 2 }] });
    expect(without([1], keys('/length'))).toEqual([1]);
  });
});
