// The last line of a test run: `N passed, N failed`, for people and machines that read only that.
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Counts the tests after vitest's own summary. */
export default class Count implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const cases = modules.flatMap((module) => [...module.children.allTests()]);
    const of = (state: ReturnType<TestCase['result']>['state']) =>
      cases.filter((one) => one.result().state === state).length;
    const broken = modules.filter(
      (module) => module.state() === 'failed' && [...module.children.allTests()].length === 0,
    ).length;
    const skipped = of('skipped');
    const line = `${of('passed')} passed, ${of('failed') + broken + errors.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // After the default reporter, which prints in the same turn.
    process.on('exit', () => process.stdout.write(`${line}\n`));
  }
}
