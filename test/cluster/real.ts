// The real cluster as a test meets it: there, or missing with a reason. Starts nothing.
import { describe, inject } from 'vitest';
import type { Connection } from './api.ts';
import type { Cluster } from './control-plane.ts';

/** The cluster of this test run, or why there is none. */
export type Provided = (Connection & { pki: Cluster['pki']; missing?: undefined }) | { missing: string };

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Provided;
  }
}

/** The cluster that `test/global-setup.ts` started for all test files together: make namespaces of your own in it. */
export const real: Provided = inject('cluster') ?? { missing: 'this run has no test/global-setup.ts' };

/** A `describe` that is given the cluster, and is skipped under a title that says why when there is none. */
export const describeReal = (name: string, body: (cluster: Exclude<Provided, { missing: string }>) => void): void => {
  if (real.missing === undefined) describe(name, () => body(real));
  else describe.skip(`${name} (no real cluster: ${real.missing})`, () => body({} as never));
};
