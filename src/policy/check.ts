// Everything `portcullis policy check` says of a policy folder, as data. It must not print, and not keep anything.
import { existsSync } from 'node:fs';
import { entryPoints } from './bundle.ts';
import { concernProblems, type Surroundings, unheardConcern } from './check-findings.ts';
import type { Compiler, ModuleRules, RuleHead } from './compiler.ts';
import { type Config, checkedConfig } from './config.ts';
import { type Chosen, type Folder, layersOf, readFolder } from './folder.ts';
import { nearest, PolicyError, type Problem } from './problems.ts';

/** Public rules a package may have, by the first segment of its path. A misspelt one would be silence. */
const publicRules: Readonly<Record<string, readonly string[]>> = {
  guards: ['deny', 'approve', 'oblige', 'needs', 'hide'],
  tools: ['card', 'plan', 'answer'],
  diagnosis: ['asks', 'finding'],
  main: ['catalog', 'plan', 'decision', 'answer'],
};
/** Folders of guards below the first: who stands elsewhere below it would never be asked. */
const guardFolders: readonly string[] = ['write'];
/** Rules whose results are reasons, which METADATA must explain. */
const withReasons: readonly string[] = ['deny', 'approve'];

export type CheckOptions = Chosen & {
  readonly policies: string;
  /** Rego tests, type-checked with the policy. */
  readonly tests?: string | undefined;
  readonly schemas?: string | undefined;
  readonly capabilities?: string | undefined;
};

/** All problems of a policy folder: its layout, its data, its Rego, the names of its rules. Empty when it is good. */
export async function checkPolicy(compiler: Compiler, options: CheckOptions, signal?: AbortSignal): Promise<Problem[]> {
  const found = await attempt(() => readFolder(options.policies));
  if ('problems' in found) return [...found.problems];
  const data = await attempt(() => checkedConfig(layersOf(found.value.base, found.value.presets, options)));
  const known = { rego: found.value.rego, stages: 'value' in data ? stagesOf(data.value) : undefined };
  return [...('problems' in data ? data.problems : []), ...(await checkRego(compiler, options, known, signal))];
}

/** The stages of a diagnosis, which the schema has checked. */
function stagesOf({ diagnosis }: Config): readonly string[] | undefined {
  return (diagnosis as { readonly stages?: readonly string[] } | undefined)?.stages;
}

/** Problems of the Rego alone: what the compiler finds by strict check, schemas and capabilities, and our own rules. */
export async function checkRego(
  compiler: Compiler,
  options: CheckOptions,
  known: Surroundings = {},
  signal?: AbortSignal,
): Promise<Problem[]> {
  const { policies, tests, schemas, capabilities } = options;
  const sources = {
    policies,
    schemas,
    capabilities,
    tests: tests !== undefined && existsSync(tests) ? tests : undefined,
  };
  const [diagnostics, rules] = await Promise.all([compiler.check(sources, signal), compiler.rules(policies, signal)]);
  // What does not parse is reported by both.
  if (diagnostics.length > 0 || !rules.ok) {
    return (diagnostics.length > 0 ? diagnostics : rules.ok ? [] : rules.diagnostics).map(
      ({ mount, file, row, col, message }) => ({
        file: mount === 'policy-tests' ? `${mount}/${file}` : file,
        row,
        col,
        message,
      }),
    );
  }
  return houseProblems(rules.value, known);
}

/** What OPA finds right and would yet be silence: misspelt public rules, reasons nobody explained, packages as entry points. */
export function houseProblems(modules: readonly ModuleRules[], known: Surroundings = {}): Problem[] {
  const defined = new Set(
    modules.flatMap((one) => one.rules.map((rule) => `${one.package.replaceAll('.', '/')}/${rule.name}`)),
  );
  const missing = entryPoints
    .filter((point) => !defined.has(point))
    .map((point) => ({
      file: '',
      row: 0,
      col: 0,
      message: `The entry point ${point} is missing: no rule has this name.`,
    }));
  const asked = modules.filter(({ file }) => !file.endsWith('_test.rego'));
  return [...asked.flatMap(moduleProblems), ...concernProblems(asked, known), ...missing];
}

function moduleProblems(module: ModuleRules): Problem[] {
  const [root = ''] = module.package.split('.');
  const known = publicRules[root];
  const explained = new Set(module.rules.filter((rule) => isExplained(rule, module)).map(({ name }) => name));
  const { package: pkg, rules } = module;
  const unheard = rules.length > 0 ? (unheardGuard(pkg) ?? unheardConcern(pkg)) : undefined;
  if (unheard !== undefined) return [{ file: module.file, row: 0, col: 0, message: unheard }];
  return module.rules.flatMap((rule) => {
    const at = { file: module.file, row: rule.row, col: rule.col };
    if (known && !rule.name.startsWith('_') && !known.includes(rule.name)) {
      return [{ ...at, message: unknownRule(module.package, rule.name, known), allowed: known }];
    }
    // A rule may be written in several parts; each part that makes a reason needs its own METADATA.
    if (root === 'guards' && withReasons.includes(rule.name) && !isExplained(rule, module)) {
      const why = explained.size > 0 ? 'this part of it has none' : 'it has none';
      return [{ ...at, message: `${rule.name} needs METADATA with title, custom.code and custom.remedy; ${why}.` }];
    }
    return [];
  });
}

/** Why nobody would ask this package, or would take it for a rule. */
function unheardGuard(pkg: string): string | undefined {
  const [root, folder = '', ...below] = pkg.split('.');
  if (root !== 'guards') return undefined;
  const names = below.length > 0 ? below : [folder];
  if (below.length === 0 && guardFolders.includes(folder))
    return `${pkg} is a folder of guards; name the guard: ${pkg}.<concern>.`;
  if (below.length > 1 || (below.length === 1 && !guardFolders.includes(folder)))
    return `${pkg} would not be asked: guards are guards.<concern>, those of changes alone guards.write.<concern>.`;
  if (names.some((name) => publicRules.guards?.includes(name)))
    return `${pkg} has the name of a rule; call the guard something else.`;
  return undefined;
}

function unknownRule(pkg: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  const hint = meant ? `did you mean ${meant}?` : 'begin the name with _ if it is the file’s own.';
  return `${pkg} may not have a public rule ${name}; ${hint}`;
}

function isExplained(rule: RuleHead, module: ModuleRules): boolean {
  const metadata = rule.metadata ?? module.metadata;
  const custom = metadata?.custom ?? {};
  const said = [metadata?.title ?? metadata?.description, custom.code, custom.remedy];
  return said.every((text) => typeof text === 'string' && text !== '');
}

async function attempt<Value>(
  run: () => Value | Promise<Value>,
): Promise<{ readonly value: Value } | { readonly problems: readonly Problem[] }> {
  try {
    return { value: await run() };
  } catch (thrown) {
    if (thrown instanceof PolicyError) return { problems: thrown.problems };
    throw thrown;
  }
}

export type { Folder };
