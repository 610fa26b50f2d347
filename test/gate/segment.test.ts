import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from '../../src/gate/cursor.ts';
import { fits } from '../../src/gate/glob.ts';
import type { Request } from '../../src/gate/ports.ts';
import { isName, isNamespace, isResourceWord, isWrittenKind } from '../../src/gate/segment.ts';

describe('a name is one path segment', () => {
  it.each(['web-1', 'system:node', 'a.b_c', 'Größe', 'x'.repeat(253)])('%s', (name) => expect(isName(name)).toBe(true));
  it.each([
    '',
    '.',
    '..',
    'a/b',
    'a\\b',
    'a%2fb',
    'a?b',
    'a#b',
    'a b',
    'a\u0000',
    'a\n',
    'a\u200bb',
    'a\u202eb',
    'x'.repeat(254),
  ])('%j is none', (name) => expect(isName(name)).toBe(false));
});

describe('a namespace is a label', () => {
  it.each(['shop', 'a', 'kube-system', '0', 'x'.repeat(63)])('%s', (name) => expect(isNamespace(name)).toBe(true));
  it.each(['', '-a', 'a-', 'A', 'a.b', 'a/b', '*', 'ѕhop', 'x'.repeat(64)])('%j is none', (name) =>
    expect(isNamespace(name)).toBe(false),
  );
});

describe('a resource word and a written kind', () => {
  it.each(['pods', 'log', 'v1beta1'])('%s', (word) => expect(isResourceWord(word)).toBe(true));
  it.each(['', 'Pods', 'pods/log', '..'])('%j is no resource word', (word) => expect(isResourceWord(word)).toBe(false));
  it.each(['Deployment', 'deploy', 'deployments.apps', 'apps/v1/Deployment', 'v1/Pod'])('%s', (kind) =>
    expect(isWrittenKind(kind)).toBe(true),
  );
  it.each(['', '../pods', 'a/b/c/d', 'pods ', 'pods?x', 'pods%2flog', '/pods', 'pods/'])('%j is no kind', (kind) =>
    expect(isWrittenKind(kind)).toBe(false),
  );
});

describe('a pattern', () => {
  it.each([
    ['*', 'anything', true],
    ['kube-*', 'kube-system', true],
    ['kube-*', 'my-kube-system', false],
    ['*-prod', 'eu-prod', true],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'ab', false],
    ['ab*ba', 'aba', false],
    ['shop', 'shop', true],
    ['shop', 'shops', false],
  ])('%s against %s: %s', (pattern, text, fit) => expect(fits(pattern, text)).toBe(fit));
});

describe('a cursor', () => {
  const seals = {
    canonical: (value: unknown) => JSON.stringify(value),
    seal: (text: string) => `s${Buffer.from(text).toString('base64url')}`,
    unseal: (sealed: string) =>
      sealed.startsWith('sW') ? Buffer.from(sealed.slice(1), 'base64url').toString() : undefined,
  };
  const list = (more = {}) =>
    ({
      verb: 'list',
      group: '',
      resource: 'pods',
      subresource: '',
      namespace: 'shop',
      selector: { labels: '', fields: '' },
      options: { continue: '' },
      ...more,
    }) as unknown as Request;
  const given = writeCursor({ skip: 12, token: 'eyJ2IjoxfQ==' }, list(), seals);

  it('comes back as it was given', () =>
    expect(readCursor(list({ options: { continue: given } }), seals)).toEqual({ skip: 12, token: 'eyJ2IjoxfQ==' }));
  it('is the start when it is empty', () => expect(readCursor(list(), seals)).toEqual({ skip: 0, token: '' }));
  it.each([
    { namespace: 'pay' },
    { namespace: '' },
    { resource: 'services' },
    { selector: { labels: 'a=b', fields: '' } },
  ])('does not fit another list: %j', (other) =>
    expect(() => readCursor(list({ ...other, options: { continue: given } }), seals)).toThrow('continue'),
  );
  it.each(['x.y', '1.', '-1', 'stranger', '1.a&limit=9', 'x'.repeat(9000)])('%j is refused', (text) =>
    expect(() => readCursor(list({ options: { continue: text } }), seals)).toThrow('continue'),
  );
});
