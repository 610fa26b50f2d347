// The small parts: how they read, one sentence each.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidates, type Kind } from '../../src/cluster/kinds.ts';
import { endOf, linesWanted, readLog } from '../../src/cluster/logs.ts';
import { columnsOf } from '../../src/cluster/snapshot/columns.ts';
import { cutLog } from '../../src/cluster/snapshot/container-logs.ts';
import { valuesAt } from '../../src/cluster/snapshot/jsonpath.ts';
import { shifted } from '../../src/cluster/snapshot/manifests.ts';
import { fieldSelector, labelSelector } from '../../src/cluster/snapshot/selectors.ts';
import { isLabel, isName, targetOf } from '../../src/cluster/target.ts';
import { ageOf, duration } from '../../src/cluster/times.ts';
import { permit } from './permits.ts';

describe('lengths of time are worded as kubectl words them', () => {
  const [s, m, h, d] = [1, 60, 3600, 86_400];
  test.each([
    [-5, '<invalid>'],
    [0, '0s'],
    [119 * s, '119s'],
    [2 * m, '2m'],
    [3 * m + 20 * s, '3m20s'],
    [10 * m + 59 * s, '10m'],
    [179 * m, '179m'],
    [3 * h, '3h'],
    [7 * h + 45 * m, '7h45m'],
    [8 * h + 59 * m, '8h'],
    [47 * h, '47h'],
    [48 * h, '2d'],
    [2 * d + 3 * h, '2d3h'],
    [8 * d, '8d'],
    [729 * d, '729d'],
    [740 * d, '2y10d'],
    [3650 * d, '10y'],
  ])('%d seconds are %s', (seconds, words) => expect(duration(seconds * 1000)).toBe(words));

  test('no time is <unknown>', () => expect(ageOf('', 0)).toBe('<unknown>'));
});

describe('paths of printer columns', () => {
  const object = {
    'a.b': { 'c/d': 1 },
    list: [
      { type: 'Ready', status: 'True', deep: { x: 'y' } },
      { type: 'Other', status: 'False' },
    ],
    map: { one: 1, two: 2 },
  };
  test.each([
    ['.list[0].status', ['True']],
    ['.list[-1].status', ['False']],
    ['.list[*].type', ['Ready', 'Other']],
    ['.list[?(@.type=="Ready")].status', ['True']],
    [".list[?(@.type=='Nope')].status", []],
    ['.list[?(@.deep.x=="y")].type', ['Ready']],
    ['.map.*', [1, 2]],
    [".['a.b'].c/d", [1]],
    ['.a\\.b.c/d', [1]],
    ['{.map.one}', [1]],
    ['.nope.deeper', []],
    ['.list[', []],
    ['.constructor', []],
  ])('%s', (path, values) => expect(valuesAt(object, path)).toEqual(values));
});

describe('selectors', () => {
  const object = { metadata: { name: 'x', labels: { app: 'web', n: '5', 'a.b/c': 'd' } }, spec: { nodeName: 'n1' } };
  test.each([
    ['app=web', true],
    ['app = web', true],
    ['a.b/c=d', true],
    ['n>4,n<6', true],
    ['n>5', false],
    ['app notin (web),n', false],
    ['other notin (web)', true],
    ['other!=x', true],
    ['app=', false],
    ['', true],
  ])('labels %j: %j', (selector, expected) => expect(labelSelector(selector)(object)).toBe(expected));

  test('fields: a boolean or number that is not set has its zero', () => {
    expect(fieldSelector('spec.unschedulable=false', ['spec.unschedulable'])(object)).toBe(true);
    expect(fieldSelector('spec.nodeName==n1,metadata.name!=y', ['spec.nodeName'])(object)).toBe(true);
  });

  test('no text makes them hang or throw anything but a refusal', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const read of [() => labelSelector(text)(object), () => fieldSelector(text, [])(object)])
          try {
            read();
          } catch (thrown) {
            expect(thrown).toMatchObject({ code: 'CLUSTER_REFUSED' });
          }
      }),
    );
  });
});

describe('the end of a log', () => {
  test('is whole lines where there are any, and never half a character', () => {
    expect(endOf('one\ntwo\nthree\n', 9)).toBe('three\n');
    expect(endOf('one\ntwo\nthree\n', 100)).toBe('one\ntwo\nthree\n');
    expect(endOf('one\ntwo\n', 4)).toBe('two\n');
    expect(endOf('ääääää', 5)).toBe('ä');
    expect(endOf('passwords one', 6)).toBe('one');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.integer({ min: 1, max: 50 }), (text, bytes) => {
        const end = endOf(text, bytes);
        expect(text.endsWith(end)).toBe(true);
        expect(Buffer.byteLength(end)).toBeLessThanOrEqual(bytes);
      }),
    );
  });

  test.each([
    [0, 0, 100],
    [10, 0, 10],
    [10, 5, 15],
    [99, 9, 100],
    [0, 5, 100],
  ])('%d lines behind %d shown, of at most 100, are %d', (tailLines, skipLines, lines) =>
    expect(linesWanted({ tailLines, skipLines }, 100)).toBe(lines),
  );

  test('whatever the log, the last line is what comes last', async () => {
    const line = fc.string({ maxLength: 3000 }).map((text) => text.replaceAll('\n', ' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 200, max: 5000 }),
        async (lines, bytes) => {
          const log = `${lines.join('\n')}\n`;
          const options = { container: '', previous: false, sinceSeconds: 0, timestamps: false };
          const { text } = await readLog(async (tail, limit) => cutLog(log, options, tail, limit, 0), 1000, { bytes });
          expect(log.endsWith(text)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('since and timestamps read what the runtime stored', () => {
    const log = '2026-01-15T09:00:00.000000000Z stdout F old\n2026-01-15T09:59:50.000000000Z stderr F new\nplain\n';
    const options = { container: '', previous: false, sinceSeconds: 60, timestamps: true };
    const now = Date.parse('2026-01-15T10:00:00Z');
    expect(cutLog(log, options, 10, 1000, now)).toBe('2026-01-15T09:59:50.000000000Z new\nplain\n');
  });
});

describe('names', () => {
  test.each(['web', 'system:node', 'a.b', '...', 'A_b~c', 'é'])('%s is one segment', (name) =>
    expect(isName(name)).toBe(true),
  );
  test.each(['', 'Shop', '-a', 'a-', 'a.b', 'a'.repeat(64)])('%j is no namespace', (name) =>
    expect(isLabel(name)).toBe(false),
  );
});

test('whatever is asked, a path is refused or has exactly its own segments', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('..', '.', '%2e', 'a/b', 'shop', 'web', 'pods', 'v1', 'apps'),
  );
  fc.assert(
    fc.property(odd, odd, odd, odd, odd, (group, version, resource, namespace, name) => {
      const kind = { group, version, kind: 'K', resource, scope: 'Namespaced' } as const;
      let path: string;
      try {
        ({ path } = targetOf(permit(kind, { verb: 'get', namespace, name }).request));
      } catch (thrown) {
        expect(['NAME_INVALID', 'REQUEST_INVALID', 'SCOPE_MISMATCH']).toContain((thrown as { code: string }).code);
        return;
      }
      const root = group === '' ? ['api'] : ['apis', group];
      expect(new URL(path, 'http://x').pathname).toBe(path);
      expect(path.slice(1).split('/').map(decodeURIComponent)).toEqual([
        ...root,
        version,
        'namespaces',
        namespace,
        resource,
        name,
      ]);
    }),
    { numRuns: 500 },
  );
});

describe('kinds', () => {
  const kind = (group: string, version: string, name: string, shortNames: string[] = []): Kind => ({
    ...{ group, version, kind: name, resource: `${name.toLowerCase()}s`, singular: name.toLowerCase() },
    ...{ scope: 'Namespaced', subresources: [], verbs: ['list'], shortNames },
  });
  const all = [
    kind('', 'v1', 'Event'),
    kind('a.io', 'v2', 'Thing', ['th']),
    kind('a.io', 'v1', 'Thing', ['th']),
    kind('b.io', 'v1', 'Thing'),
    kind('events.io', 'v1', 'Event'),
  ];
  const named = (written: string): string[] =>
    candidates(all, written).map(({ group, version }) => `${group}/${version}`);
  test.each([
    ['things', ['a.io/v2', 'b.io/v1']],
    ['th', ['a.io/v2']],
    ['things.a.io', ['a.io/v2']],
    ['things.v1.a.io', ['a.io/v1']],
    ['a.io/v1/thing', ['a.io/v1']],
    ['event', ['/v1']],
    ['v1/event', ['/v1']],
    ['event.events.io', ['events.io/v1']],
    ['v2/thing', []],
    ['thing.', []],
  ])('%s: %j', (written, expected) => expect(named(written)).toEqual(expected));
});

test('times are moved in the form they have', () => {
  expect(shifted('a 2026-01-15T10:00:00Z b 2026-01-15T10:00:00.123456789Z c 2026-01-15', 3_600_000)).toBe(
    'a 2026-01-15T11:00:00Z b 2026-01-15T11:00:00.123456789Z c 2026-01-15',
  );
});

describe('states of containers', () => {
  const { columns, row } = columnsOf('pods', '', undefined);
  const state = (object: Record<string, unknown>): unknown =>
    row(object, 0).cells[columns.findIndex(({ name }) => name === 'Status')];
  const one = (status: object, more: object = {}) => ({
    metadata: { name: 'p' },
    spec: { containers: [{ name: 'c' }] },
    status,
    ...more,
  });
  test.each<[string, Record<string, unknown>]>([
    ['Terminating', one({ phase: 'Running' }, { metadata: { name: 'p', deletionTimestamp: '2026-01-01T00:00:00Z' } })],
    [
      'Completed',
      one({
        phase: 'Succeeded',
        containerStatuses: [{ name: 'c', state: { terminated: { exitCode: 0, reason: 'Completed' } } }],
      }),
    ],
    [
      'ExitCode:3',
      one({ phase: 'Failed', containerStatuses: [{ name: 'c', state: { terminated: { exitCode: 3 } } }] }),
    ],
    [
      'Signal:9',
      one({ phase: 'Failed', containerStatuses: [{ name: 'c', state: { terminated: { exitCode: 137, signal: 9 } } }] }),
    ],
    ['Evicted', one({ phase: 'Failed', reason: 'Evicted' })],
    [
      'SchedulingGated',
      one({ phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' }] }),
    ],
    [
      'Init:CrashLoopBackOff',
      one({
        phase: 'Pending',
        initContainerStatuses: [{ name: 'i', state: { waiting: { reason: 'CrashLoopBackOff' } } }],
      }),
    ],
    [
      'Init:ExitCode:1',
      one({ phase: 'Pending', initContainerStatuses: [{ name: 'i', state: { terminated: { exitCode: 1 } } }] }),
    ],
  ])('%s', (expected, object) => expect(state(object)).toBe(expected));
});
