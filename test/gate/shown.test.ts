import { describe, expect, it } from 'vitest';
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
  return shownChanges([one], tree ? [tree] : [], redactor).changes.map(line)[0];
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
});
