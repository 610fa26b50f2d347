import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A machine that does other work at the same moment is no defect; what fails twice is one.
    retry: process.env.CI === 'true' ? 1 : 0,
    reporters: ['default', './test/reporter.ts'],
  },
});
