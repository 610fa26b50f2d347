// One pass over a text that stops wherever a secret could begin: an Aho-Corasick automaton. Knows no meaning of what it finds.

export type Anchor<T> = {
  readonly start: number;
  readonly end: number;
  readonly found: readonly T[] /** Where the automaton stood: hand it back to go on without a gap. */;
  readonly row: number;
};
export type Anchors<T> = (text: string, from: number, row?: number) => Anchor<T> | undefined;
type Result<T> = { readonly length: number; readonly whats: readonly T[] };
type Found<T> = { readonly pattern: string; readonly what: T };

/**
 * Builds the finder. Letters match in either case; whoever cares looks again. Every character costs one table look-up,
 * whatever the text and however many patterns. `found` lists longer patterns first; `start` is that of the longest.
 */
export function findAnchors<T>(patterns: readonly (readonly [pattern: string, what: T])[]): Anchors<T> {
  const classes = new Uint16Array(65536);
  let width = 1;
  for (const [pattern] of patterns)
    for (const unit of pattern.toLowerCase()) {
      const code = unit.charCodeAt(0);
      if (classes[code] === 0) {
        classes[code] = width;
        const upper = unit.toUpperCase();
        if (upper.length === 1) classes[upper.charCodeAt(0)] = width;
        width++;
      }
    }
  const next: number[][] = [new Array(width).fill(-1)];
  const ends: Found<T>[][] = [[]];
  for (const [pattern, what] of patterns) {
    let state = 0;
    for (const unit of pattern.toLowerCase()) {
      const at = classes[unit.charCodeAt(0)] as number;
      const row = next[state] as number[];
      if (row[at] === -1) {
        row[at] = next.length;
        next.push(new Array(width).fill(-1));
        ends.push([]);
      }
      state = row[at] as number;
    }
    ends[state]?.push({ pattern, what });
  }
  const go = new Uint32Array(next.length * width);
  const fall = new Uint32Array(next.length);
  const queue: number[] = [];
  for (let at = 0; at < width; at++) {
    const to = next[0]?.[at] as number;
    if (to > 0) queue.push(to);
    go[at] = Math.max(to, 0);
  }
  for (let i = 0; i < queue.length; i++) {
    const state = queue[i] as number;
    const back = fall[state] as number;
    ends[state]?.push(...(ends[back] ?? []));
    for (let at = 0; at < width; at++) {
      const to = next[state]?.[at] as number;
      const other = go[back * width + at] as number;
      if (to === -1) go[state * width + at] = other;
      else {
        go[state * width + at] = to;
        fall[to] = other;
        queue.push(to);
      }
    }
  }
  if (next.length * width >= 0x80000000) throw new RangeError('too many patterns to look for at once');
  // States become row offsets, and the highest bit says "something ends here": one look-up and one comparison a character.
  const END = 0x80000000;
  const table = go.map((state) => ((state * width) | ((ends[state]?.length ?? 0) > 0 ? END : 0)) >>> 0);
  const results = ends.map(
    (found): Result<T> => ({ length: found[0]?.pattern.length ?? 0, whats: found.map((one) => one.what) }),
  );
  return (text, from, begin = 0) => {
    let row = begin;
    for (let i = from; i < text.length; i++) {
      row = table[row + (classes[text.charCodeAt(i)] as number)] as number;
      if (row >= END) {
        row -= END;
        const found = results[row / width] as Result<T>;
        return {
          start: i + 1 - found.length,
          end: i + 1,
          found: found.whats,
          row,
        };
      }
    }
    return undefined;
  };
}
