import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, fieldTree, parsePath, project, spellOut, valueAt } from '../../src/gate/path.ts';

const tree = (...paths: string[]) => fieldTree(paths)!;

describe('a field path', () => {
  it.each([
    ['spec.replicas', 2],
    ['spec.containers[*].image', 4],
    ['metadata.labels.*', 3],
    ['metadata.annotations["a.b/c"]', 3],
    ['data.~', 2],
    ['[*].name', 2],
  ])('%s has its steps', (path, steps) => {
    expect(parsePath(path)).toHaveLength(steps);
  });

  it.each(['', '.', 'a..b', '.a', 'a.', 'a[', 'a[0]', 'a["b]', 'data.~.x', 'a b"', Array(40).fill('a').join('.')])(
    '%j is none',
    (path) => {
      expect(parsePath(path)).toBeUndefined();
    },
  );

  it('never takes long or throws, whatever it is', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (path) => parsePath(path) === undefined || true));
  });
});

describe('braces', () => {
  it.each([
    ['a.b', ['a.b']],
    ['a.{b,c}', ['a.b', 'a.c']],
    ['{a,b}.{c,d[*].{e,f}}', ['a.c', 'a.d[*].e', 'a.d[*].f', 'b.c', 'b.d[*].e', 'b.d[*].f']],
    ['a.{b', ['a.{b']],
  ])('%s stands for each of its ways', (path, ways) => expect(spellOut(path)).toEqual(ways));

  it('that do not close, or stand for too many, are no path', () => {
    expect(fieldTree(['a.{b'])).toBeUndefined();
    expect(fieldTree(['{a,b}'.repeat(12)])).toBeUndefined();
  });
});

describe('projection', () => {
  const pod = {
    metadata: { name: 'web', annotations: { 'a.b/c': 'x', other: 'y' }, labels: { app: 'web' } },
    spec: { containers: [{ name: 'app', image: 'web:1', env: [{ name: 'A', value: 'secret' }] }] },
  };

  it('lets pass what is listed, and nothing else', () => {
    expect(project(pod, tree('metadata.name', 'spec.containers[*].image'))).toEqual({
      metadata: { name: 'web' },
      spec: { containers: [{ image: 'web:1' }] },
    });
  });

  it('keeps dots in keys apart', () => {
    expect(project(pod, tree('metadata.annotations["a.b/c"]'))).toEqual({
      metadata: { annotations: { 'a.b/c': 'x' } },
    });
  });

  it('gives the keys of a map without its values', () => {
    expect(project(pod, tree('metadata.annotations.~'))).toEqual({ metadata: { annotations: ['a.b/c', 'other'] } });
  });

  it('does not take a list for a map, nor a map for a list', () => {
    expect(project(pod, tree('spec.containers.*.image', 'metadata[*].name'))).toBeUndefined();
  });

  it('tells each part that is left out, once and by its pattern', () => {
    const withheld = new Set<string>();
    project(pod, tree('metadata.name', 'spec.containers[*].name'), (path) => withheld.add(path));
    expect([...withheld].sort()).toEqual([
      'metadata.annotations',
      'metadata.labels',
      'spec.containers[*].env',
      'spec.containers[*].image',
    ]);
  });

  it('never lets out a string that stands under no listed path', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const left = JSON.stringify(project({ open: 'seen', closed: value }, tree('open')));
        expect(left).toBe('{"open":"seen"}');
      }),
    );
  });

  it('does not touch prototypes', () => {
    const value = JSON.parse('{"a":{"__proto__":{"x":1}}}');
    expect(Object.getPrototypeOf((project(value, tree('a.*')) as { a: object }).a)).toBe(Object.prototype);
  });
});

describe('covers and valueAt', () => {
  it('a path is covered by itself and by what stands above it', () => {
    expect(covers(tree('status'), 'status.phase')).toBe(true);
    expect(covers(tree('status.phase'), 'status')).toBe(false);
    expect(covers(tree('metadata.labels.*'), 'metadata.labels.app')).toBe(true);
    expect(covers(tree('spec.containers[*].image'), 'spec.containers[*].env')).toBe(false);
  });

  it('reads a value, the first of a list, and nothing from a prototype', () => {
    expect(valueAt({ a: [{ b: 1 }] }, 'a[*].b')).toBe(1);
    expect(valueAt({}, 'constructor')).toBeUndefined();
  });
});
