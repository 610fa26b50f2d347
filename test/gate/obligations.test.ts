import { describe, expect, it } from 'vitest';
import { bind, higher, obligationsSupported } from '../../src/gate/obligations.ts';

describe('obligations', () => {
  it('are those of the design', () =>
    expect(obligationsSupported).toEqual([
      'classify',
      'dryRun',
      'fields',
      'force',
      'limit',
      'precondition',
      'redact',
      'scope',
    ]));

  it('bind together, the narrower one wins', () => {
    const binding = bind([
      { type: 'limit', items: 10, lines: 50, lineBytes: 100, bytes: 9000 },
      { type: 'limit', items: 100, lines: 5, lineBytes: 200, bytes: 1000 },
      { type: 'fields', paths: ['a'], columns: ['Name', 'Age'] },
      { type: 'fields', paths: ['b'], columns: ['Name'] },
      { type: 'redact', profile: 'standard', words: ['pin'] },
      { type: 'redact', profile: 'strict', words: [] },
      { type: 'classify', level: 'confidential' },
      { type: 'classify', level: 'public' },
      { type: 'scope', by: 'namespace', allow: ['*'], deny: ['kube-*'] },
      { type: 'scope', by: 'namespace', allow: ['shop'], deny: [] },
    ]);
    expect(binding.limit).toEqual({ items: 10, lines: 5, lineBytes: 100, bytes: 1000 });
    expect(binding).toMatchObject({ columns: ['Name'], strict: true, words: ['pin'], classification: 'confidential' });
    expect(binding.trees).toHaveLength(2);
    expect(['shop', 'pay', 'kube-system'].map((name) => binding.scopes.every(({ sees }) => sees(name)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('bound even where none is given', () => {
    expect(bind([])).toMatchObject({ limit: { items: 500, bytes: 24576 }, classification: 'internal' });
  });

  it.each([
    [{ type: 'limit', items: 0, lines: 1, lineBytes: 1, bytes: 1 }],
    [{ type: 'limit', items: '5', lines: 1, lineBytes: 1, bytes: 1 }],
    [{ type: 'limit', items: 5, lines: 1, lineBytes: 1, bytes: 1, more: true }],
    [{ type: 'fields', paths: 'all', columns: [] }],
    [{ type: 'scope', by: 'label', allow: [], deny: [] }],
    [{ type: 'redact', profile: 'none', words: [] }],
    [{ type: 'classify', level: 'secret-ish' }],
    [{ type: 'dryRun', on: true }],
    [{ type: 'precondition', on: 'generation' }],
    [{ type: 'force', really: true }],
    [{ type: '__proto__' }],
  ])('%j is refused', (obligation) => expect(() => bind([obligation])).toThrow('cannot do'));

  it('classify upwards only', () => expect(higher('restricted', 'public')).toBe('restricted'));
});
