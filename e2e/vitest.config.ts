import { defineConfig } from 'vitest/config';

/** End-to-end tests: a real Chromium with the built extension. They share nothing, and run one file at a time: the machine has two cores. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});
