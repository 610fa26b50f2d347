// What would change in a text, as hunks of lines that a person reads. Knows no YAML and no colour.
import { structuredPatch } from 'diff';

/** Lines are numbered from 1; 0 where a side is empty. */
export type Hunk = {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly { readonly sign: ' ' | '+' | '-'; readonly text: string }[];
};

const context = 3;
/** Past this many changed lines nobody reads a diff, and finding the shortest one takes ever longer. */
const mostEdits = 4000;

/** The difference of two texts, with three lines around each change. Empty when there is none. */
export function diff(before: string, after: string): readonly Hunk[] {
  const patch = structuredPatch('', '', lined(before), lined(after), '', '', { context, maxEditLength: mostEdits });
  if (!patch) return [whole(before, after)];
  return patch.hunks.map(({ oldStart, newStart, lines }) => ({
    oldStart,
    newStart,
    lines: lines.flatMap((line) => {
      const [sign, text] = [line[0], line.slice(1)];
      return sign === ' ' || sign === '+' || sign === '-' ? [{ sign, text }] : [];
    }),
  }));
}

/** A last line is a line like the others. */
function lined(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function whole(before: string, after: string): Hunk {
  const lines = (text: string, sign: '+' | '-') =>
    lined(text)
      .split('\n')
      .slice(0, -1)
      .map((line) => ({ sign, text: line }));
  return { oldStart: before ? 1 : 0, newStart: after ? 1 : 0, lines: [...lines(before, '-'), ...lines(after, '+')] };
}
