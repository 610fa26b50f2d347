// What a diagnosis asks and answers is the same in Go, where policies are tested, as in WASM, where they run; and whatever
// a cluster leaves out, it is asked and answered.
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, Plan, Planning } from '../../src/gate/documents.ts';
import type { Policy } from '../../src/gate/ports.ts';
import { createCompiler } from '../../src/policy/compiler.ts';
import { mergeLayers } from '../../src/policy/config.ts';
import { layersOf, readFolder } from '../../src/policy/folder.ts';
import { createPolicies } from '../stories/policy.ts';
import { readStory } from '../stories/story.ts';
import { openStoryWorld } from '../stories/world.ts';
import { folderOf } from './rego.ts';

const root = join(import.meta.dirname, '..', '..');
const stories = join(root, 'test/stories/diagnosis');
const policies = createPolicies();
afterAll(() => policies.close());

/** What one evaluation read, and what came of it in WASM. */
type Run = { readonly input: Planning; readonly found: Plan | Answer };

/** Go takes a while for each: stories from the first to the last, and of each its first call. */
const most = 18;
const all: string[] = [];
for await (const file of glob('**/*.md', { cwd: stories })) all.push(file);
all.sort();
const files = all.filter((_, at) => at % Math.ceil(all.length / most) === 0);
const plans = new Map<string, Run>();
const answers = new Map<string, Run>();
let inGo: Record<'plans' | 'answers', Record<string, unknown>>;

beforeAll(async () => {
  for (const file of files) await record(file);
  inGo = await throughGo();
}, 240_000);

test('there are diagnoses to compare', () => {
  expect(answers.size).toBeGreaterThan(most / 2);
});

test.each(files)('%s is planned and answered alike', (file) => {
  expect(inGo.plans[file]).toEqual(plans.get(file)?.found);
  expect(inGo.answers[file]).toEqual(answers.get(file)?.found);
});

/** What a cluster, or a dump of it, may leave out, hold twice, or hold in another form. */
const damages = {
  absent: (parent: Json, key: string) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  },
  nothing: (parent: Json, key: string) => {
    parent[key] = null;
  },
  twice: (parent: Json, key: string) => {
    if (Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)]));
  },
  ...other({ number: -7, text: '/', list: [[], null, { name: 5 }], map: { name: ['web'] } }),
} as const;

/** By the name of a form: puts a value of that form where another one stood. */
function other<Form extends string>(forms: Record<Form, unknown>) {
  return Object.fromEntries(
    Object.entries(forms).map(([form, value]) => [
      form,
      (parent: Json, key: string) => {
        parent[key] = structuredClone(value);
      },
    ]),
  ) as Record<Form, (parent: Json, key: string) => void>;
}

type Json = Record<string, unknown>;

test('whatever a cluster leaves out, holds twice or in another form, a diagnosis comes to its end', async () => {
  const policy = await policies.of();
  const damage = fc.tuple(fc.nat(), fc.constantFrom(...(Object.keys(damages) as (keyof typeof damages)[])));
  const runs = [...answers.values(), ...plans.values()];
  const some = fc.record({ run: fc.constantFrom(...runs), damaged: fc.array(damage, { minLength: 1, maxLength: 4 }) });
  await fc.assert(
    fc.asyncProperty(some, async ({ run, damaged }) => {
      const input = structuredClone(run.input);
      for (const [pick, how] of damaged) {
        const found = places(input.observations.map(({ data }) => data));
        const [parent, key] = found[pick % found.length] ?? [{}, ''];
        damages[how](parent, key);
      }
      await policy.answer(input);
      await policy.plan(input);
    }),
    { numRuns: 200 },
  );
});

/** Every place below a value: what holds it, and its key there. */
function places(value: unknown): readonly (readonly [Json, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Json;
  return Object.keys(parent).flatMap((key) => [[parent, key] as const, ...places(parent[key])]);
}

async function record(file: string): Promise<void> {
  const story = readStory(await readFile(join(stories, file), 'utf8'));
  const [step] = story.steps;
  const [, tool = '', args = '{}'] = /^(\S+)\s*([\s\S]*)$/.exec(step?.call.text ?? '') ?? [];
  const world = await openStoryWorld(
    { ...story, config: '', settings: { ...story.settings, Preset: 'default' } },
    {
      of: async () => watched(await policies.of(), file),
      close: async () => {},
    },
  );
  await world.call(tool, JSON.parse(args));
  await world.close();
}

/** The same policy; the last plan that asked for something, and the answer, are kept. */
function watched(policy: Policy, file: string): Policy {
  return {
    ...policy,
    plan: async (input, signal) => {
      const found = await policy.plan(input, signal);
      if (found.requests.length > 0 || !plans.has(file)) plans.set(file, { input, found });
      return found;
    },
    answer: async (input, signal) => {
      const found = await policy.answer(input, signal);
      answers.set(file, { input, found });
      return found;
    },
  };
}

// As a rule of its own: the replaced data does not reach the rules from a bare query.
const runner = `package lib.runs

found := runs if runs := _all with data.config as input.config

_all := {
	"plans": {name: plan |
		some name, run in input.plans
		plan := data.main.plan with input as run
	},
	"answers": {name: answer |
		some name, run in input.answers
		answer := data.main.answer with input as run
	},
}
`;

async function throughGo(): Promise<typeof inGo> {
  const folder = await readFolder(join(root, 'policies'));
  const inputs = (runs: ReadonlyMap<string, Run>) =>
    Object.fromEntries([...runs].map(([file, { input }]) => [file, input]));
  const answer = await createCompiler().evaluate('data.lib.runs.found', {
    policies: await folderOf({ ...Object.fromEntries(folder.rego), 'lib/runs.rego': runner }),
    input: {
      config: mergeLayers(layersOf(folder.base, folder.presets, {})),
      plans: inputs(plans),
      answers: inputs(answers),
    },
  });
  if (!answer.ok) throw new Error(answer.diagnostics.map(({ message }) => message).join('\n'));
  return answer.value[0] as typeof inGo;
}
