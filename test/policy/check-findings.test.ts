// What `portcullis policy check` says of the concerns of a diagnosis.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkPolicy, houseProblems } from '../../src/policy/check.ts';
import { createCompiler } from '../../src/policy/compiler.ts';
import { type Layer, layerOf } from '../../src/policy/config.ts';
import { spell } from '../../src/policy/problems.ts';
import { type Files, folderOf, wholePolicy } from './rego.ts';

const root = join(import.meta.dirname, '../../policies');
type Config = { readonly diagnosis: { readonly stages: readonly string[] } };

const compiler = createCompiler();
const { stages } = (parse(await readFile(join(root, 'config/data.yaml'), 'utf8')) as Config).diagnosis;
const findings = await readFile(join(root, 'lib/findings.rego'), 'utf8');

const file = 'diagnosis/mine.rego';
const pkg = 'diagnosis.mine';

/** What is said of these files beside what makes findings. */
async function problemsWith(files: Files): Promise<string[]> {
  const rego = { ...files, 'lib/findings.rego': findings };
  const folder = await folderOf(rego);
  try {
    const rules = await compiler.rules(folder);
    if (!rules.ok) throw new Error(JSON.stringify(rules.diagnostics));
    const known = { stages, rego: new Map(Object.entries(rego)) };
    return houseProblems(rules.value, known)
      .filter((one) => one.file !== '')
      .map(spell);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What is said of the whole policy with these files in it. */
async function problemsOfAll(files: Files, operator?: Layer): Promise<string[]> {
  const whole = Object.entries(await wholePolicy()).filter(([path]) => !path.startsWith('diagnosis/'));
  const folder = await folderOf({ ...Object.fromEntries(whole), ...files });
  try {
    return (await checkPolicy(compiler, { policies: folder, operator })).map(spell);
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Custom = Readonly<Record<string, unknown>>;
type Written = { readonly title?: string | undefined; readonly custom?: Custom; readonly about?: string };

const usual: Custom = { code: 'mine', stage: 'memory', remedy: 'Look at {object}.' };
const metadata = ({ title = '{object} is wrong.', custom = {} }: Written): string =>
  `# METADATA\n${JSON.stringify({ title, custom: { ...usual, ...custom } }, null, 1).replace(/^/gm, '# ')}\n`;
const part = (about = '') =>
  `finding contains findings.of(rego.metadata.rule(), {"object": one, ${about} "evidence": []}) if some one in seen.pods\n`;
const head = `package ${pkg}\n\nimport data.lib.findings\nimport data.lib.seen\n\n`;

/** A concern with one finding, right in all that is not said. */
const concern = (written: Written): Files => ({ [file]: `${head}${metadata(written)}${part(written.about)}` });
/** Where the first finding begins. */
const rowOf = (text = ''): number => text.slice(0, text.indexOf('finding contains')).split('\n').length;
const needs = 'finding needs METADATA with title, custom.code, custom.stage and custom.remedy';

describe('a concern', () => {
  test.each<[string, Written]>([
    ['as it should be', {}],
    ['with all it may say', { custom: { weight: 100, symptom: true, quiet: false, runbook: 'https://example.com' } }],
    ['of no weight', { custom: { weight: 0 } }],
    ['of a container that it names', { title: '{container} of {owner} ends.', about: '"container": "a",' }],
    ['with values', { title: '{object} has {a} and {b}.', about: '"values": {"a": 1}, "words": {"b": "two"},' }],
    ['without any', { about: '"values": {}, "words": {},' }],
    ['whose words are made elsewhere', { title: '{object} has {some} words.', about: '"words": seen.target,' }],
    ['whose words are made there', { title: '{object} has {a}.', about: '"values": {key: 1 | some key in ["a"]},' }],
  ])('%s has no problems', async (_, written) => {
    expect(await problemsWith(concern(written))).toEqual([]);
  });

  test.each<[string, Written, string | RegExp]>([
    ['no title', { title: '' }, `${needs}; title is missing.`],
    ['no code', { custom: { code: undefined } }, `${needs}; custom.code is missing.`],
    ['an empty code', { custom: { code: '' } }, `${needs}; custom.code is missing.`],
    ['no stage', { custom: { stage: undefined } }, `${needs}; custom.stage is missing.`],
    [
      'neither stage nor remedy',
      { custom: { stage: undefined, remedy: ' ' } },
      `${needs}; custom.stage and custom.remedy are missing.`,
    ],
    [
      'a stage there is not',
      { custom: { stage: 'memroy' } },
      /^custom\.stage memroy is none of config\.diagnosis\.stages; did you mean memory\? Allowed: wanted, .*memory/,
    ],
    [
      'a stage like none',
      { custom: { stage: 'breakfast' } },
      /^custom\.stage breakfast is none of config\.diagnosis\.stages\. Allowed: wanted, /,
    ],
    [
      'a code of several words',
      { custom: { code: 'Out of memory' } },
      'custom.code must be lower-case words with _ between them.',
    ],
    ['too much weight', { custom: { weight: 101 } }, 'custom.weight must be a whole number from 0 to 100.'],
    ['a negative weight', { custom: { weight: -1 } }, 'custom.weight must be a whole number from 0 to 100.'],
    ['half a weight', { custom: { weight: 0.5 } }, 'custom.weight must be a whole number from 0 to 100.'],
    ['a weight in words', { custom: { weight: 'much' } }, 'custom.weight must be a whole number from 0 to 100.'],
    ['a symptom that is a word', { custom: { symptom: 'yes' } }, 'custom.symptom must be true or false.'],
    ['a misspelt symptom', { custom: { symptm: true } }, 'custom.symptm is not read; did you mean symptom?'],
    [
      'a place of its title that nothing fills',
      { title: '{object} has {limt}.', about: '"values": {"limit": 1},' },
      'Nothing fills {limt} of title; did you mean {limit}?',
    ],
    [
      'a misspelt place that all have',
      { title: '{objct} is wrong.' },
      'Nothing fills {objct} of title; did you mean {object}?',
    ],
    [
      'a place that is like none',
      { title: '{object} has {wings}.' },
      'Nothing fills {wings} of title; put it under values or words.',
    ],
    [
      'a place of its remedy that nothing fills',
      { custom: { remedy: 'Look at {objects}.' } },
      'Nothing fills {objects} of custom.remedy; did you mean {object}?',
    ],
    [
      'a container that it does not name',
      { title: '{container} of {owner} ends.' },
      'Nothing fills {container} of title; put it under values or words.',
    ],
  ])('with %s has one', async (_, written, said) => {
    const [problem = '', ...more] = await problemsWith(concern(written));
    expect(more).toEqual([]);
    const [, place, message] = /^(\S+:\d+:\d+): (.*)$/.exec(problem) ?? [];
    expect(place).toBe(`${file}:${rowOf(concern(written)[file])}:1`);
    if (typeof said === 'string') expect(message).toBe(said);
    else expect(message).toMatch(said);
  });

  test.each<[string, Files, string | RegExp]>([
    [
      'a second part without METADATA',
      { [file]: `${head}${metadata({})}${part()}\n${part('"container": "a",')}` },
      new RegExp(`${file}:\\d+:1: ${needs}; this part of it has none\\.$`),
    ],
    [
      'a code that its other part has',
      { [file]: `${head}${metadata({})}${part()}\n${metadata({})}${part('"container": "a",')}` },
      new RegExp(`${file}:26:1: The code mine is taken, at ${file}:15; each finding has its own\\.$`),
    ],
    [
      'a code that another concern has',
      { ...concern({}), 'diagnosis/other.rego': concern({})[file]?.replace(pkg, 'diagnosis.other') ?? '' },
      new RegExp(`^diagnosis/other.rego:15:1: The code mine is taken, at ${file}:15`),
    ],
    [
      'a misspelt rule',
      { [file]: `package ${pkg}\n\nfindings contains "x" if input.waited\n` },
      `${pkg} may not have a public rule findings; did you mean finding? Allowed: asks, finding.`,
    ],
    [
      'a public rule of its own',
      { [file]: `package ${pkg}\n\ncrashed if input.waited\n` },
      'begin the name with _ if it is the file’s own. Allowed: asks, finding.',
    ],
    [
      'a finding that is no set',
      {
        [file]: `${head}${metadata({})}${part().replace('contains', ':=').replace(' if some one in seen.pods', ' if one := seen.target')}`,
      },
      'finding is a set of many files: write finding contains … if {…}.',
    ],
    [
      'questions that are no set',
      { [file]: `package ${pkg}\n\nasks := []\n` },
      'asks is a set of many files: write asks contains … if {…}.',
    ],
    [
      'a folder that nobody asks',
      { 'diagnosis/my/own.rego': `package diagnosis.my.own\n\nasks contains "x" if input.waited\n` },
      'diagnosis/my/own.rego: diagnosis.my.own would not be asked: concerns are diagnosis.<concern>.',
    ],
    [
      'the package above them',
      { 'diagnosis/all.rego': `package diagnosis\n\nasks contains "x" if input.waited\n` },
      'diagnosis/all.rego: diagnosis would not be asked: concerns are diagnosis.<concern>.',
    ],
  ])('with %s has one', async (_, files, said) => {
    const problems = await problemsWith(files);
    if (typeof said === 'string') expect(problems.join('\n')).toContain(said);
    else expect(problems.join('\n')).toMatch(said);
    expect(problems).toHaveLength(1);
  });

  test('has the stages that the operator gives', async () => {
    const operator = layerOf('mine.yaml', {
      diagnosis: { stages: [...stages, 'mine'].filter((one) => one !== 'memory') },
    });
    const files = {
      ...concern({ custom: { stage: 'mine' } }),
      'diagnosis/other.rego': concern({ custom: { code: 'other' } })[file]?.replace(pkg, 'diagnosis.other') ?? '',
    };
    const problems = (await problemsOfAll(files, operator)).filter((one) => /^diagnosis.(?:mine|other)\./.test(one));
    expect(problems).toEqual([expect.stringMatching(/^diagnosis\/other\.rego:15:1: custom\.stage memory is none of /)]);
  }, 120_000);

  test('is not judged by its stage where the data is wrong: that is said', async () => {
    const operator = layerOf('mine.yaml', { diagnosis: { stages: [7] } });
    const problems = await problemsOfAll(concern({ custom: { stage: 'nowhere' } }), operator);
    expect(problems).toEqual([expect.stringMatching(/^mine\.yaml: diagnosis\.stages/)]);
  }, 120_000);

  test('of a test may be anything', async () => {
    expect(await problemsWith({ 'diagnosis/mine_test.rego': `package ${pkg}_test\n\ntest_it if true\n` })).toEqual([]);
  });
});
