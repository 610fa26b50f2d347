// What an approver reads of a change.
import { expect, test } from 'vitest';
import { diff } from '../../src/approvals/diff.ts';

const lines = (...more: readonly string[]): string => `${more.join('\n')}\n`;
const text = (hunks: ReturnType<typeof diff>): string[] =>
  hunks.flatMap((hunk) => hunk.lines.map(({ sign, text: line }) => sign + line));

test('one change, with three lines around it, numbered from one', () => {
  const before = lines('a', 'b', 'c', 'd', 'replicas: 3', 'f', 'g', 'h', 'i');
  const hunks = diff(before, before.replace('3', '5'));
  expect(hunks).toHaveLength(1);
  expect(hunks[0]).toMatchObject({ oldStart: 2, newStart: 2 });
  expect(text(hunks)).toEqual([' b', ' c', ' d', '-replicas: 3', '+replicas: 5', ' f', ' g', ' h']);
});

test('changes far from each other are hunks of their own', () => {
  const many = Array.from({ length: 40 }, (_, n) => `line ${n}`);
  const hunks = diff(lines(...many), lines(...many.map((line, n) => (n === 5 || n === 30 ? `${line}!` : line))));
  expect(hunks.map(({ oldStart, newStart }) => [oldStart, newStart])).toEqual([
    [3, 3],
    [28, 28],
  ]);
});

test('equal texts have no difference', () => {
  expect(diff('a\nb\n', 'a\nb\n')).toEqual([]);
  expect(diff('a', 'a\n')).toEqual([]);
  expect(diff('', '')).toEqual([]);
});

test('something new, and something gone', () => {
  expect(text(diff('', 'a\nb\n'))).toEqual(['+a', '+b']);
  expect(text(diff('a\nb', ''))).toEqual(['-a', '-b']);
});

test('lines that look like a diff stay what they are', () => {
  expect(text(diff('--- a\n+++ b\n', '--- a\n@@ -1 +1 @@\n\\ No newline\n'))).toEqual([
    ' --- a',
    '-+++ b',
    '+@@ -1 +1 @@',
    '+\\ No newline',
  ]);
});

test('texts that have little in common are shown whole', () => {
  const old = Array.from({ length: 6000 }, (_, n) => `old ${n}`);
  const fresh = Array.from({ length: 6000 }, (_, n) => `new ${n}`);
  const hunks = diff(lines(...old), lines(...fresh));
  expect(hunks).toHaveLength(1);
  expect(text(hunks)).toEqual([...old.map((line) => `-${line}`), ...fresh.map((line) => `+${line}`)]);
});
