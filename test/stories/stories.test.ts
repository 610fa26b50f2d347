// Runs the stories: each Markdown file beside this one, on the compiled policy, through the real gate.
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createPolicies } from './policy.ts';
import { type Block, readStory, rewrite, type Step, type Story } from './story.ts';
import { callsNamed, loggedAs, sentAs, steady, wordsOf } from './telling.ts';
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
  try {
    const changes: Change[] = [];
    let before = '';
    for (const step of story.steps) {
      const call = callOf(step, before);
      const happened = await world.call(...call);
      changes.push(...compared(step, happened, story));
      holds(happened, story);
      await repeats(world, call, happened);
      before = happened.result.text;
    }
    return changes;
  } finally {
    await world.close();
  }
}

/** The tool and its arguments; `the call named above` is the first one that the last answer gives to see more. */
function callOf(step: Step, before: string): [tool: string, args: unknown] {
  const named = callsNamed(before)[0];
  if (step.call.text === 'the call named above' && named === undefined) throw new Error('no call is named above.');
  const written = step.call.text === 'the call named above' ? (named ?? '') : step.call.text;
  const [, tool = '', args = '{}'] = /^(\S+)\s*([\s\S]*)$/.exec(written) ?? [];
  return [tool, JSON.parse(args || '{}')];
}

/** Each block against what happened; in update mode, what it should say. */
function compared(step: Step, { result, sent, events }: Happened, story: Story): readonly Change[] {
  const happened = {
    requests: sent.map(sentAs).join('\n') || 'none',
    answer: steady(result.text, result.revision),
    log: events.map(loggedAs).join('\n') || 'none',
  };
  return (['requests', 'answer', 'log'] as const).flatMap((kind) => {
    const block = step[kind];
    if (!block) return [];
    if (!update || story.settings.Broken !== undefined)
      expect(happened[kind], `${kind} of: ${step.call.text}`).toBe(block.text);
    return [{ block, text: happened[kind] }];
  });
}

/** What holds in every story, said or not. */
function holds({ result, sent, events }: Happened, { never }: Story): void {
  const allowed = result.decisions.filter(({ decision }) => decision.effect === 'allow');
  for (const { decisionId, request } of sent) {
    const decided = allowed.find(({ id }) => id === decisionId);
    expect(decided && wordsOf(decided.request), 'what was sent was decided').toBe(wordsOf(request));
  }
  if (result.decisions.length > 0)
    expect(events.map((one) => one.decision_id).sort(), 'each decision is logged once').toEqual(
      result.decisions.map(({ id }) => id).sort(),
    );
  else expect(events.length, 'a call without a decision is logged, too').toBe(1);
  for (const text of never) {
    expect(result.text, 'the answer').not.toContain(text);
    expect(JSON.stringify(events), 'the log').not.toContain(text);
  }
}

/** Same state, same answer. */
async function repeats(world: World, call: [string, unknown], { result }: Happened): Promise<void> {
  const again = await world.call(...call);
  expect(steady(again.result.text, again.result.revision), 'asked again').toBe(steady(result.text, result.revision));
}
