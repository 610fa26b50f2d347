// Every code that a caller can meet is met somewhere: reasons of the policy in a story, faults in a story or a test.
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faults } from '../../src/gate/fault.ts';
import { readStory } from './story.ts';

const root = join(import.meta.dirname, '..', '..');

/** Reasons that no call of a tool can bring about: why, and they need a test of the policy instead. */
const unreachable: Readonly<Record<string, string>> = {
  not_allowed: 'the policy that comes with portcullis always says more; it is for policies of other guards',
  obligation_unsupported: 'this gate does all that this policy asks for',
  force_forbidden: 'no tool asks for force; where the operator wants it, it is an obligation',
  manager_forbidden: 'no tool names a field manager',
  status_closed: 'a manifest with a status is refused by the tool, and a status is left out of what changes',
  changes_unknown: 'the gate makes the dry run that it is asked for, or fails',
  name_required:
    'the gate refuses a request without a name before it is decided, and deletecollection has its own reason',
  namespace_invalid: 'the gate refuses what is no name of a namespace before it is decided',
};

describe('codes', async () => {
  const answers = await answersOfStories();
  const reasons = await codesOfPolicies();
  const findings = await titlesOfFindings();

  test('there are reasons and faults to look for', () => {
    expect(reasons.length).toBeGreaterThan(10);
    expect(Object.keys(faults).length).toBeGreaterThan(10);
  });

  test.each(reasons.filter((code) => unreachable[code] === undefined))('reason %s refuses in a story', (code) => {
    expect(answers.some((answer) => refuses(answer, code))).toBe(true);
  });

  test.each([...findings.keys()])('finding %s is told in a story, or found in a test of the policy', async (code) => {
    const told = findings.get(code)?.some((title) => answers.some((answer) => title.test(answer)));
    expect(told || (await named(code, 'policy-tests/diagnosis/*.rego'))).toBe(true);
  });

  test.each(Object.keys(unreachable))('reason %s is in a test of the policy, and in no story', async (code) => {
    expect(reasons, 'it still exists').toContain(code);
    expect(
      answers.some((answer) => refuses(answer, code)),
      'a story has it: take it off the list',
    ).toBe(false);
    expect(await named(code, 'policy-tests/**/*.{rego,yaml}')).toBe(true);
  });

  test.each(Object.keys(faults))('fault %s is in a story or a test', async (code) => {
    const told = answers.some((answer) => new RegExp(`^${code}: `, 'm').test(answer));
    expect(told || (await named(code, 'test/**/*.test.ts'))).toBe(true);
  });
});

/** The code at the start of a line, its message, and what to do: on the same line or below. */
function refuses(answer: string, code: string): boolean {
  return new RegExp(`^${code}: .+?(?:\\n {2}| )What to do: \\S`, 'm').test(answer);
}

async function answersOfStories(): Promise<readonly string[]> {
  const answers: string[] = [];
  for await (const file of glob('*/**/*.md', { cwd: import.meta.dirname })) {
    const story = readStory(await readFile(join(import.meta.dirname, file), 'utf8'));
    answers.push(...story.steps.map(({ answer }) => answer.text));
  }
  return answers;
}

async function codesOfPolicies(): Promise<readonly string[]> {
  const codes = new Set<string>();
  // What diagnosis finds refuses nothing.
  for await (const file of glob('policies/{guards,lib,main,tools}/**/*.rego', { cwd: root })) {
    const source = await readFile(join(root, file), 'utf8');
    for (const [, code] of source.matchAll(/^# +code: (\w+)$/gm)) codes.add(code ?? '');
  }
  return [...codes].sort();
}

/** What the findings of a code say, by code: their titles, with anything, or nothing, where a place is. */
async function titlesOfFindings(): Promise<ReadonlyMap<string, readonly RegExp[]>> {
  const titles = new Map<string, readonly RegExp[]>();
  for await (const file of glob('policies/diagnosis/*.rego', { cwd: root })) {
    const source = await readFile(join(root, file), 'utf8');
    for (const [block] of source.matchAll(/(?:^#.*\n)+/gm)) {
      const code = /^# {3}code: (\w+)$/m.exec(block)?.[1];
      const title = /^# title: "(.+)"$/m.exec(block)?.[1];
      if (code && title) titles.set(code, [...(titles.get(code) ?? []), told(title)]);
    }
  }
  return titles;
}

function told(title: string): RegExp {
  const parts = title.replaceAll('\\"', '"').split(/\{\w+\}/);
  return new RegExp(parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*?'));
}

/** Whether a file of the pattern, this one left out, has the word. */
async function named(word: string, pattern: string): Promise<boolean> {
  for await (const file of glob(pattern, { cwd: root })) {
    if (join(root, file) === import.meta.filename) continue;
    if (new RegExp(`\\b${word}\\b`).test(await readFile(join(root, file), 'utf8'))) return true;
  }
  return false;
}
