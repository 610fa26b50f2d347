import { describe, expect, it } from 'vitest';
import { changesOf } from '../../src/gate/changes.ts';
import { reveal } from '../../src/gate/clean.ts';
import { fieldTree } from '../../src/gate/path.ts';
import type { Change } from '../../src/gate/ports.ts';
import { createRedactor } from '../../src/gate/redact/redactor.ts';
import { line, shownChanges } from '../../src/gate/shown.ts';

const redactor = createRedactor({ fingerprint: () => 'ab12' });
const change = (path: Change['path'], from: unknown, to: unknown, op: Change['op'] = 'replace'): Change => ({
  pattern: '',
  path,
  op,
  from,
  to,
});
const said = (one: Change, ...paths: string[]) => {
  const tree = paths.length > 0 ? fieldTree(paths) : undefined;
  return shownChanges([one], { from: null, to: null }, tree ? [tree] : [], redactor).changes.map(line)[0];
};

describe('a change, shown', () => {
  it.each<[string, Change, string[], string]>([
    ['says from and to', change(['spec', 'replicas'], 3, 5), [], '~ spec.replicas: 3 → 5'],
    [
      'names items and strange keys as people do',
      change(['spec', 'containers', 'name=web', 'env', 'a.b/c'], 1, 2),
      [],
      '~ spec.containers[name=web].env["a.b/c"]: 1 → 2',
    ],
    ['says what comes', change(['spec', 'paused'], null, true, 'add'), [], '+ spec.paused: true'],
    ['says what goes', change(['data', 'b'], 'x', null, 'remove'), [], '- data.b: x'],
    ['says that all of it goes', change([], null, null, 'remove'), [], '- the object is deleted'],
    [
      'shows a granted value',
      change(['spec', 'containers', 'name=web', 'image'], 'a:1', 'a:2'),
      ['spec.containers[*].image'],
      '~ spec.containers[name=web].image: a:1 → a:2',
    ],
    [
      'withholds a value that may not be read, though its key may',
      change(['data', 'url'], 'one', 'two'),
      ['data.~'],
      '~ data.url: changed (its value is not shown to you)',
    ],
    [
      'shows of a whole item what may be read of it',
      change(
        ['spec', 'containers', 'name=x'],
        null,
        { name: 'x', image: 'i', env: [{ name: 'A', value: 'b' }] },
        'add',
      ),
      ['spec.containers[*].{name,image}'],
      '+ spec.containers[name=x]: {"name":"x","image":"i"}',
    ],
  ])('%s', (_, one, paths, wanted) => expect(said(one, ...paths)).toBe(wanted));

  it('is redacted by where it stands', () => {
    expect(said(change(['data', 'password'], 'hunter2hunter2', 'swordfish99'))).not.toMatch(/hunter2|swordfish/);
    const env = change(
      ['spec', 'containers', 'name=web', 'env', 'name=DB_PASSWORD', 'value'],
      'hunter2hunter2',
      'x1y2z3a4b5',
    );
    expect(said(env)).not.toMatch(/hunter2|x1y2z3/);
  });

  it('stays on one line, and spells what could not be seen', () => {
    const text = said(change(['data', 'a'], 'one', 'two\nthree\u001b[31m\u202e'));
    expect([...(text ?? '')].filter((sign) => ['\n', '\u001b', '\u202e'].includes(sign))).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    [
      'spaces',
      'if x:\n    a\nevil',
      'if x:\n    a\n    evil',
      '~ data.a: "if x:\\n    a\\nevil" → "if x:\\n    a\\n    evil"',
    ],
    ['a space that is none', 'a b', 'a\u00a0b', '~ data.a: "a b" → "a\\u00a0b"'],
    ['a number and its digits', '5', '55', '~ data.a: "5" → "55"'],
    ['words that are values', 'true', 'null', '~ data.a: "true" → "null"'],
  ])('tells %s apart', (_, from, to, wanted) => expect(said(change(['data', 'a'], from, to))).toBe(wanted));

  it('is redacted by what stands beside it, and counted', () => {
    const object = (value: string) => ({
      kind: 'ConfigMap',
      metadata: { name: 'a' },
      data: { name: 'password', value },
    });
    const [before, after] = [object('hunter2hunter2'), object('swordfish99evil')];
    const changes = changesOf(before, after, () => ({ type: 'atomic' }));
    const shown = shownChanges(changes, { from: before, to: after }, [], redactor, reveal);
    expect(shown.changes.map(line).join()).not.toMatch(/hunter2|swordfish/);
    expect(shown.unseen).toBe(1);
  });

  it('writes out for people what could not be seen, so that no two texts look alike', () => {
    const texts = ['a\u200b', 'a\\u200b', 'a\\\\u200b', 'a\\d+', 'a\\\\d+', 'a'];
    expect(new Set(texts.map(reveal)).size).toBe(texts.length);
    expect(reveal('^\\d+$')).toBe('^\\d+$');
  });
});
