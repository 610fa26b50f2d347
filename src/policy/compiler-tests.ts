// What a run of the policy tests printed, read into data. It must not run anything.
import { type Diagnostic, parsed, place } from './compiler-diagnostics.ts';

/** One test that did not pass, with the case of it that failed if it has cases. */
export type FailedTest = {
  readonly name: string;
  readonly file: string;
  readonly row: number;
  readonly cases: readonly string[];
  readonly error: string;
  readonly output: string;
};

/** Lines no test reached, in percent and by file. */
export type Coverage = {
  readonly percent: number;
  readonly missed: readonly { readonly file: string; readonly row: number }[];
};

/** How the tests went; `ok` is false as well when coverage is below the threshold or nothing compiled. */
export type TestReport = {
  readonly ok: boolean;
  readonly passed: number;
  readonly skipped: readonly string[];
  readonly failed: readonly FailedTest[];
  readonly coverage: Coverage | null;
  readonly diagnostics: readonly Diagnostic[];
};

type Cases = { [name: string]: { fail?: boolean; sub_results?: Cases } };
type Result = {
  package: string;
  name: string;
  location?: { file: string; row: number };
  fail?: boolean;
  skip?: boolean;
  error?: { message?: string };
  output?: string;
  sub_results?: Cases;
};
type Covered = {
  coverage: number;
  files: Record<string, { not_covered?: { start: { row: number }; end: { row: number } }[] }>;
};

/** Reads the results and the coverage, whether printed together or each alone. */
export function readTests(text: string): { results: readonly Result[]; covered: Covered | null } | undefined {
  const printed = parsed(text);
  if (Array.isArray(printed)) return { results: printed as Result[], covered: null };
  const both = printed as { results?: Result[]; coverage?: Covered } | undefined;
  return both?.results === undefined ? undefined : { results: both.results, covered: both.coverage ?? null };
}

/** Sums up what `readTests` read. */
export function summary(results: readonly Result[], covered: Covered | null, threshold: number): TestReport {
  const failed = results.filter((result) => result.fail === true || result.error !== undefined).map(failure);
  const skipped = results.filter((result) => result.skip === true).map(fullName);
  const coverage = covered === null ? null : { percent: covered.coverage, missed: missed(covered) };
  const enough = threshold === 0 || (coverage?.percent ?? 0) >= threshold;
  const passed = results.length - failed.length - skipped.length;
  return { ok: failed.length === 0 && enough, passed, skipped, failed, coverage, diagnostics: [] };
}

function failure(result: Result): FailedTest {
  return {
    name: fullName(result),
    file: place(result.location?.file ?? '').file,
    row: result.location?.row ?? 0,
    cases: failedCases(result.sub_results ?? {}),
    error: result.error?.message ?? '',
    output: Buffer.from(result.output ?? '', 'base64').toString(),
  };
}

function failedCases(cases: Cases): string[] {
  return Object.entries(cases).flatMap(([name, found]) => {
    const deeper = failedCases(found.sub_results ?? {});
    if (deeper.length > 0) return deeper.map((inner) => `${name}/${inner}`);
    return found.fail === true ? [name] : [];
  });
}

function missed(covered: Covered): Coverage['missed'] {
  return Object.entries(covered.files).flatMap(([path, { not_covered: ranges = [] }]) => {
    const rows = ranges.flatMap(({ start, end }) =>
      Array.from({ length: end.row - start.row + 1 }, (_, index) => start.row + index),
    );
    return [...new Set(rows)].map((row) => ({ file: place(path).file, row }));
  });
}

function fullName(result: Result): string {
  return `${result.package.replace(/^data\./, '')}.${result.name}`;
}
