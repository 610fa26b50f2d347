// Runs the stories: each Markdown file beside this one, on the compiled policy, through the real gate.
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/gate/ports.ts';
import { personOf } from './acts.ts';
import { holds, changes as isChange, loggedIn, sentIn } from './holds.ts';
import { createPolicies } from './policy.ts';
import { type Block, readStory, rewrite, type Step, type Story } from './story.ts';
import { callsNamed, loggedAs, type Numbered, sentAs, steady } from './telling.ts';
import { type Happened, openStoryWorld, type World } from './world.ts';

/** With UPDATE_STORIES=1 what happened is written into the files, for review. */
const update = process.env.UPDATE_STORIES === '1';
const folder = import.meta.dirname;
const policies = createPolicies();
afterAll(() => policies.close());

const files: { readonly path: string; readonly markdown: string; readonly story: Story }[] = [];
for await (const file of glob('*/**/*.md', { cwd: folder })) {
  const path = join(folder, file);
  const markdown = await readFile(path, 'utf8');
  files.push({ path, markdown, story: readStory(markdown) });
}

describe('stories', () => {
  for (const { path, markdown, story } of files.sort((one, other) => (one.path < other.path ? -1 : 1))) {
    const broken = story.settings.Broken !== undefined;
    // A broken story tells what should happen; once it does, its mark must go.
    const run = broken ? test.fails : test;
    run(`${relative(folder, path)}: ${story.title}`, async () => {
      const changes = await tell(story);
      if (update && !broken) await writeFile(path, rewrite(markdown, changes));
    });
  }
});

type Change = { readonly block: Block; readonly text: string };

async function tell(story: Story): Promise<readonly Change[]> {
  const world = await openStoryWorld(story, policies);
  const approvals: Numbered = new Map();
  try {
    const changes: Change[] = [];
    let before = '';
    for (const step of story.steps) {
      for (const act of step.acts) await world.act(act);
      const call = callOf(step, before);
      const happened = await world.call(...call);
      changes.push(...compared(step, happened, story, approvals));
      begins(step, happened.result.text);
      holds(happened, story);
      if (!sentIn(happened.deeds).some(isChange)) await repeats(world, call, happened, approvals);
      before = happened.result.text;
    }
    return changes;
  } finally {
    await world.close();
  }
}

/** How much of an answer a hurried reader sees. */
const beginning = 400;

/** The cause stands at the beginning of the answer, and nothing there leads astray. */
function begins({ call, cause, herring }: Step, answer: string): void {
  const start = answer.slice(0, beginning);
  for (const form of cause) expect(start, `cause of: ${call.text}`).toMatch(new RegExp(form, 'i'));
  for (const form of herring) expect(start, `herring of: ${call.text}`).not.toMatch(new RegExp(form, 'i'));
}

/** The tool and its arguments; `the call named above` is the first one that the last answer gives to see more. */
function callOf(step: Step, before: string): Parameters<World['call']> {
  const named = callsNamed(before)[0];
  if (step.call.text === 'the call named above' && named === undefined) throw new Error('no call is named above.');
  const written = step.call.text === 'the call named above' ? (named ?? '') : step.call.text;
  const [, tool = '', args = '{}'] = /^(\S+)\s*([\s\S]*)$/.exec(written) ?? [];
  return [tool, JSON.parse(args || '{}'), step.caller === '' ? undefined : personOf(step.caller)];
}

/** Each block against what happened; in update mode, what it should say. */
function compared(step: Step, { result, deeds }: Happened, story: Story, approvals: Numbered): readonly Change[] {
  const happened = {
    requests: sentIn(deeds).map(sentAs).join('\n') || 'none',
    answer: steady(result.text, result.revision, approvals),
    log: loggedIn(deeds).map(loggedAs).join('\n') || 'none',
  };
  return (['requests', 'answer', 'log'] as const).flatMap((kind) => {
    const block = step[kind];
    if (!block) return [];
    if (!update || story.settings.Broken !== undefined)
      expect(happened[kind], `${kind} of: ${step.call.text}`).toBe(block.text);
    return [{ block, text: happened[kind] }];
  });
}

/** Same state, same answer: of every call that changed nothing. */
async function repeats(
  world: World,
  call: Parameters<World['call']>,
  { result }: Happened,
  approvals: Numbered,
): Promise<void> {
  const again = await world.call(...call);
  // What a proposal took the place of is news only once.
  const said = ({ text, revision }: Result) =>
    steady(text, revision, approvals).replace(/\nIt takes the place of approval .+/, '');
  expect(said(again.result), 'asked again').toBe(said(result));
}
