// OPA's compiler for a policy folder: check, test, build, format, evaluate, rules. It must not know what a good guard is.
import { build, check, evaluate, format, inspect, rules, test } from './compiler-commands.ts';
import type { Diagnostic } from './compiler-diagnostics.ts';
import { cacheFolder, keptModule } from './compiler-module.ts';
import { bounded, type Mounts, moduleRunner, nativeRunner, type Outcome, onlyVersion } from './compiler-run.ts';
import type { TestReport } from './compiler-tests.ts';

export type { Diagnostic } from './compiler-diagnostics.ts';
export type { Mounts, Outcome } from './compiler-run.ts';
export type { Coverage, FailedTest, TestReport } from './compiler-tests.ts';

/** The one version of OPA a policy is compiled with. */
export const opaVersion = '1.22.0';

/** Folders of this machine that make up a policy; `capabilities` is a file, by default the published one. */
export type Sources = {
  readonly policies: string;
  readonly tests?: string | undefined;
  readonly schemas?: string | undefined;
  readonly capabilities?: string | undefined;
};

/** A rule as written in a file; `kind` is set for `contains`, object for `a[x]`, function, or value. */
export type RuleHead = {
  readonly name: string;
  readonly ref: string;
  readonly kind: 'set' | 'object' | 'function' | 'value';
  readonly default: boolean;
  readonly row: number;
  readonly col: number;
  readonly metadata: Metadata | null;
};

/** What stands in a METADATA block, as far as Portcullis reads it. */
export type Metadata = {
  readonly scope: string;
  readonly title?: string;
  readonly description?: string;
  readonly entrypoint?: boolean;
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** One Rego file: `package` without `data.`, `file` relative to the folder. */
export type ModuleRules = {
  readonly file: string;
  readonly package: string;
  readonly metadata: Metadata | null;
  readonly rules: readonly RuleHead[];
};

/** Something that either came out or is refused with reasons. */
export type Compiled<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export type CompilerOptions = {
  /** A native `opa` of exactly the pinned version, used instead of the module. */
  readonly native?: string | undefined;
  /** How long one run may take, in milliseconds. */
  readonly deadline?: number | undefined;
  /** Where the unpacked module is kept between processes. */
  readonly cache?: string | undefined;
};

/** Every function runs the compiler once or twice, stops when `signal` aborts, and throws only if it cannot run at all. */
export type Compiler = {
  readonly run: (args: readonly string[], mounts?: Mounts, signal?: AbortSignal) => Promise<Outcome>;
  readonly check: (sources: Sources, signal?: AbortSignal) => Promise<Diagnostic[]>;
  readonly test: (sources: Sources, options?: TestOptions, signal?: AbortSignal) => Promise<TestReport>;
  readonly build: (sources: Sources, options?: BuildOptions, signal?: AbortSignal) => Promise<Compiled<Buffer>>;
  readonly format: (folder: string, options?: FormatOptions, signal?: AbortSignal) => Promise<Compiled<string[]>>;
  readonly evaluate: (query: string, options?: EvaluateOptions, signal?: AbortSignal) => Promise<Compiled<unknown[]>>;
  readonly rules: (folder: string, signal?: AbortSignal) => Promise<Compiled<ModuleRules[]>>;
  readonly inspect: (path: string, signal?: AbortSignal) => Promise<Compiled<unknown>>;
};

/** `run` is a regular expression on test names; `threshold` is percent of lines and asks for coverage. */
export type TestOptions = { readonly run?: string; readonly coverage?: boolean; readonly threshold?: number };
export type BuildOptions = { readonly revision?: string; readonly entryPoints?: readonly string[] };
export type FormatOptions = { readonly write?: boolean };
/** `policies` is a folder, `data` a document laid beside it, `strict` makes the first error of a builtin an error. */
export type EvaluateOptions = {
  readonly policies?: string;
  readonly input?: unknown;
  readonly data?: unknown;
  readonly strict?: boolean;
};

/** A compiler that is part of this installation, or the native binary it is told to use. Nothing is read until it runs. */
export function createCompiler(options: CompilerOptions = {}): Compiler {
  const { native, cache = cacheFolder(), deadline = 180_000 } = options;
  const module = bounded(moduleRunner(keptModule(cache)), deadline);
  const main = native === undefined ? module : bounded(onlyVersion(opaVersion, nativeRunner(native)), deadline);
  return {
    run: (args, mounts = {}, signal = never()) => main(args, mounts, signal),
    check: (sources, signal = never()) => check(main, sources, signal),
    test: (sources, chosen = {}, signal = never()) => test(main, module, sources, chosen, signal),
    build: (sources, chosen = {}, signal = never()) => build(main, sources, chosen, signal),
    format: (folder, chosen = {}, signal = never()) => format(main, folder, chosen, signal),
    evaluate: (query, chosen = {}, signal = never()) => evaluate(main, query, chosen, signal),
    // The stock command line has no `rules`.
    rules: (folder, signal = never()) => rules(module, folder, signal),
    inspect: (path, signal = never()) => inspect(main, path, signal),
  };
}

function never(): AbortSignal {
  return new AbortController().signal;
}
