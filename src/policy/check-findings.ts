// What `portcullis policy check` says of the concerns of a diagnosis: their METADATA is all that a reader gets of a
// finding, and what nobody asks, ranks or fills would be silence. Knows no concern.
import type { ModuleRules, RuleHead } from './compiler.ts';
import { nearest, type Problem } from './problems.ts';

/** What the rest of the policy says; undefined where it is not known. */
export type Surroundings = {
  /** Where a finding may stand between cause and symptom. */
  readonly stages?: readonly string[] | undefined;
  /** Rego by its path. */
  readonly rego?: ReadonlyMap<string, string> | undefined;
};

type Said = { readonly message: string; readonly allowed?: readonly string[] };
type Part = { readonly module: ModuleRules; readonly rule: RuleHead };

/** What a finding is read for, of its METADATA. A key that is like none of these may be the author's own. */
const keys = ['code', 'stage', 'weight', 'symptom', 'quiet', 'remedy'] as const;
const needed = ['title', 'custom.code', 'custom.stage', 'custom.remedy'] as const;
/** Places that every title has are given their words here; these only where the finding says so, too. */
const filler = 'lib.findings';
const byTheFinding: readonly string[] = ['container'];

/** All problems of the concerns among these modules. */
export function concernProblems(modules: readonly ModuleRules[], known: Surroundings): Problem[] {
  const parts = modules
    .filter((module) => module.package.startsWith('diagnosis.'))
    .flatMap((module) => module.rules.map((rule) => ({ module, rule })));
  const findings = parts.filter(({ rule }) => rule.name === 'finding');
  const common = known.rego && commonPlaces(known.rego);
  return [
    ...parts.filter(isNoSet).map((part) =>
      problem(part, {
        message: `${part.rule.name} is a set of many files: write ${part.rule.name} contains … if {…}.`,
      }),
    ),
    ...findings.flatMap((part) =>
      [...explained(part), ...ranked(part, known.stages), ...spelt(part), ...filled(part, known.rego, common)].map(
        (said) => problem(part, said),
      ),
    ),
    ...findings.flatMap((part, at) => repeated(part, findings.slice(0, at)).map((said) => problem(part, said))),
  ];
}

/** Why nobody would ask a package for findings. */
export function unheardConcern(pkg: string): string | undefined {
  const [root, ...names] = pkg.split('.');
  if (root !== 'diagnosis' || names.length === 1) return undefined;
  return `${pkg} would not be asked: concerns are diagnosis.<concern>.`;
}

function problem({ module, rule }: Part, said: Said): Problem {
  return { file: module.file, row: rule.row, col: rule.col, ...said };
}

function isNoSet({ rule }: Part): boolean {
  return (rule.name === 'asks' || rule.name === 'finding') && rule.kind !== 'set';
}

function customOf({ rule }: Part): Readonly<Record<string, unknown>> {
  return rule.metadata?.custom ?? {};
}

function explained(part: Part): Said[] {
  const said: Readonly<Record<string, unknown>> = { ...customOf(part), title: part.rule.metadata?.title };
  const missing = needed.filter((key) => {
    const text = said[key.replace('custom.', '')];
    return typeof text !== 'string' || text.trim() === '';
  });
  if (missing.length === 0) return [];
  const what =
    missing.length === needed.length
      ? 'this part of it has none'
      : `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing`;
  return [{ message: `finding needs METADATA with title, custom.code, custom.stage and custom.remedy; ${what}.` }];
}

function ranked(part: Part, stages: readonly string[] | undefined): Said[] {
  const { stage, weight = 50 } = customOf(part);
  const said: Said[] = [];
  if (stages && typeof stage === 'string' && stage !== '' && !stages.includes(stage)) {
    const meant = nearest(stage, stages);
    const message = `custom.stage ${stage} is none of config.diagnosis.stages${meant ? `; did you mean ${meant}?` : '.'}`;
    said.push({ message, allowed: stages });
  }
  if (typeof weight !== 'number' || !Number.isInteger(weight) || weight < 0 || weight > 100)
    said.push({ message: 'custom.weight must be a whole number from 0 to 100.' });
  return said;
}

function spelt(part: Part): Said[] {
  const custom = customOf(part);
  const unread = Object.keys(custom).flatMap((key) => {
    const meant = (keys as readonly string[]).includes(key) ? undefined : nearest(key, keys);
    return meant ? [{ message: `custom.${key} is not read; did you mean ${meant}?` }] : [];
  });
  const flags = (['symptom', 'quiet'] as const).filter((key) => typeof (custom[key] ?? true) !== 'boolean');
  const isCode = typeof custom.code !== 'string' || /^(?:[a-z][a-z0-9_]*)?$/.test(custom.code);
  return [
    ...unread,
    ...flags.map((key) => ({ message: `custom.${key} must be true or false.` })),
    ...(isCode ? [] : [{ message: 'custom.code must be lower-case words with _ between them.' }]),
  ];
}

function repeated(part: Part, before: readonly Part[]): Said[] {
  const { code } = customOf(part);
  const first = before.find((other) => customOf(other).code === code);
  if (!first || typeof code !== 'string' || code === '') return [];
  return [
    { message: `The code ${code} is taken, at ${first.module.file}:${first.rule.row}; each finding has its own.` },
  ];
}

/** Places that nothing fills, as far as the text of a rule tells: where its words are computed, it does not. */
function filled(part: Part, rego: Surroundings['rego'], common: readonly string[] | undefined): Said[] {
  const text = textOf(part, rego);
  if (text === undefined || common === undefined || !/findings\.of\(\s*rego\.metadata\.rule\(\),\s*\{/.test(text))
    return [];
  if (/"(?:values|words)":(?!\s*\{\s*["}])/.test(text)) return [];
  const own = [...text.matchAll(/"(\w+)":/g)].map(([, key = '']) => key);
  const places = [...common.filter((place) => !byTheFinding.includes(place) || own.includes(place)), ...own];
  const { metadata } = part.rule;
  const sentences = { title: metadata?.title, 'custom.remedy': metadata?.custom?.remedy };
  return Object.entries(sentences).flatMap(([where, sentence]) => {
    const named = typeof sentence === 'string' ? [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name) : [];
    return [...new Set(named)].filter((name) => !places.includes(name)).map((name) => unfilled(name, where, places));
  });
}

function unfilled(name: string, where: string, places: readonly string[]): Said {
  const meant = nearest(name, places);
  return {
    message: `Nothing fills {${name}} of ${where}${meant ? `; did you mean {${meant}}?` : '; put it under values or words.'}`,
  };
}

/** A rule as it is written, up to the next one. */
function textOf({ module, rule }: Part, rego: Surroundings['rego']): string | undefined {
  const next = module.rules.map(({ row }) => row).filter((row) => row > rule.row);
  const lines = rego
    ?.get(module.file)
    ?.split('\n')
    .slice(rule.row - 1, Math.min(...next) - 1);
  return lines?.filter((line) => !line.trimStart().startsWith('#')).join('\n');
}

function commonPlaces(rego: ReadonlyMap<string, string>): readonly string[] | undefined {
  const text = [...rego.values()].find((one) => one.includes(`\npackage ${filler}\n`));
  return text === undefined ? undefined : [...text.matchAll(/"\{(\w+)\}":/g)].map(([, place = '']) => place);
}
