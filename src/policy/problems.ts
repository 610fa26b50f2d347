// What is wrong with a policy or its data, as data: which file, where, and why. It must not know who shows it.

/** One mistake. Rows and columns count from 1, 0 where none is known; `path` is a dotted path inside a data file. */
export type Problem = {
  readonly file: string;
  readonly row: number;
  readonly col: number;
  readonly message: string;
  readonly path?: string;
  readonly allowed?: readonly string[];
};

/** A policy that is not taken, with every reason. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], cause?: unknown) {
    super(problems.map(spell).join('\n'), { cause });
    this.problems = problems;
  }
}

/** A problem as one line: `guards/kinds.rego:12:3: …`. */
export function spell({ file, row, col, message, path, allowed }: Problem): string {
  const place = [file, ...(row > 0 ? [row, col] : [])].join(':');
  const choice = allowed && allowed.length > 0 ? ` Allowed: ${allowed.join(', ')}.` : '';
  return `${place}${place && ': '}${path ? `${path}: ` : ''}${message}${choice}`;
}

/** The known name nearest to a misspelt one, if any is near enough to be meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  const ranked = known.map((one) => [distance(name.toLowerCase(), one.toLowerCase()), one] as const);
  const [best] = ranked.filter(([far]) => far <= limit).sort((a, b) => a[0] - b[0]);
  return best?.[1];
}

// Damerau-Levenshtein, so that two letters in the wrong order are one mistake. Long names are not worth it.
function distance(a: string, b: string): number {
  if (a.length > 64 || b.length > 64) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        above[j]! + 1,
        row[j - 1]! + 1,
        above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        swap ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
