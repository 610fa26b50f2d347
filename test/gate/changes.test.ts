import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf } from '../../src/gate/changes.ts';
import type { ListTypes } from '../../src/gate/ports.ts';

const types: ListTypes = (path) => {
  const name = path.at(-1);
  if (name === 'containers' || name === 'initContainers' || name === 'env') return { type: 'map', keys: ['name'] };
  if (name === 'ports') return { type: 'map', keys: ['containerPort', 'protocol'] };
  if (name === 'finalizers') return { type: 'set' };
  return { type: 'atomic' };
};
const told = (live: Record<string, unknown> | null, next: Record<string, unknown> | null) =>
  changesOf(live, next, types).map(({ op, pattern, path, from, to }) =>
    [op, pattern, path.join('/'), JSON.stringify(from), JSON.stringify(to)].join(' '),
  );

const web = { name: 'web', image: 'web:1', ports: [{ containerPort: 80, protocol: 'TCP' }] };
const pod = (...containers: unknown[]) => ({ spec: { containers } });

describe('changes', () => {
  it.each<[string, Record<string, unknown> | null, Record<string, unknown> | null, string[]]>([
    ['an equal object has none', pod(web), pod(web), []],
    [
      'a value is replaced',
      { spec: { replicas: 3 } },
      { spec: { replicas: 5 } },
      ['replace spec.replicas spec/replicas 3 5'],
    ],
    [
      'a reorder of keyed items is none',
      pod(web, { name: 'log', image: 'l' }),
      pod({ name: 'log', image: 'l' }, web),
      [],
    ],
    [
      'an item of a keyed list is named by its key',
      pod(web),
      pod({ ...web, image: 'web:2' }),
      ['replace spec.containers[*].image spec/containers/name=web/image "web:1" "web:2"'],
    ],
    [
      'the order of what runs one after the other is a change',
      { spec: { initContainers: [{ name: 'verify' }, { name: 'run' }] } },
      { spec: { initContainers: [{ name: 'run' }, { name: 'verify' }] } },
      ['replace spec.initContainers spec/initContainers ["name=verify","name=run"] ["name=run","name=verify"]'],
    ],
    [
      'what is put before others that run in order is told with their order',
      { spec: { initContainers: [{ name: 'a' }] } },
      { spec: { initContainers: [{ name: 'b' }, { name: 'a' }] } },
      [
        'replace spec.initContainers spec/initContainers ["name=a"] ["name=b","name=a"]',
        'add spec.initContainers[*] spec/initContainers/name=b null {"name":"b"}',
      ],
    ],
    [
      'a sidecar is one change, whole',
      pod(web),
      pod(web, { name: 'x', image: 'evil' }),
      ['add spec.containers[*] spec/containers/name=x null {"name":"x","image":"evil"}'],
    ],
    [
      'a port is known by number and protocol',
      pod(web),
      pod({ ...web, ports: [{ containerPort: 80, protocol: 'UDP' }] }),
      [
        'remove spec.containers[*].ports[*] spec/containers/name=web/ports/containerPort=80,protocol=TCP {"containerPort":80,"protocol":"TCP"} null',
        'add spec.containers[*].ports[*] spec/containers/name=web/ports/containerPort=80,protocol=UDP null {"containerPort":80,"protocol":"UDP"}',
      ],
    ],
    [
      'an annotation is added as a leaf, though no annotation was there',
      { metadata: { name: 'a' } },
      { metadata: { name: 'a', annotations: { 'a.b/c': 'x' } } },
      ['add metadata.annotations["a.b/c"] metadata/annotations/a.b/c null "x"'],
    ],
    [
      'a set gains an item',
      { metadata: { finalizers: ['a'] } },
      { metadata: { finalizers: ['a', 'b'] } },
      ['add metadata.finalizers[*] metadata/finalizers/"b" null "b"'],
    ],
    ['a list without keys is replaced whole', { a: [1, 2] }, { a: [2, 1] }, ['replace a a [1,2] [2,1]']],
    [
      'an empty map that comes is told',
      { spec: {} },
      { spec: { emptyDir: {} } },
      ['add spec.emptyDir spec/emptyDir null {}'],
    ],
    ['a map that becomes a text is replaced', { a: { b: 1 } }, { a: 'b' }, ['replace a a {"b":1} "b"']],
    [
      'names and bookkeeping are none, and neither is the status that a new object begins with',
      null,
      { kind: 'A', metadata: { name: 'a', uid: 'u', resourceVersion: '1' }, spec: { b: 1 }, status: { phase: 'x' } },
      ['add spec.b spec/b null 1'],
    ],
    [
      'a status that is written is told',
      { status: { phase: 'a' } },
      { status: { phase: 'b' } },
      ['replace status.phase status/phase "a" "b"'],
    ],
    [
      'keyed items without their key are judged as a whole list',
      pod({ image: 'a' }),
      pod({ image: 'b' }),
      ['replace spec.containers spec/containers [{"image":"a"}] [{"image":"b"}]'],
    ],
    [
      'two items of one key are judged as a whole list',
      pod(web, web),
      pod(web),
      [`replace spec.containers spec/containers ${JSON.stringify([web, web])} ${JSON.stringify([web])}`],
    ],
  ])('%s', (_, live, next, wanted) => expect(told(live, next)).toEqual(wanted));

  it('keep two keys apart that would look alike without quotes', () => {
    const [one] = changesOf({}, { annotations: { 'a"].b': 1 } }, types);
    expect(one?.pattern).toBe('annotations["a\\"].b"]');
  });

  it('are none only for what is equal, whatever the objects', () => {
    const part = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.integer(),
        fc.string({ maxLength: 3 }),
        tie('map'),
        fc.array(tie('value'), { maxLength: 3 }),
      ),
      map: fc.dictionary(fc.constantFrom('a', 'containers', 'finalizers', 'x.y/z'), tie('value'), { maxKeys: 3 }),
    })).map;
    fc.assert(
      fc.property(part, part, (one, other) => {
        const [a, b] = [{ spec: one }, { spec: other }] as Record<string, unknown>[];
        const changes = changesOf(a ?? {}, b ?? {}, () => ({ type: 'atomic' }));
        const equal = sorted(a) === sorted(b);
        expect(changes.length === 0).toBe(equal);
      }),
    );
  });
});

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
