import { defineConfig } from 'vitest/config';

/** End-to-end tests: a real browser with the built extension. They share nothing, and run one file at a time: the machine has two cores. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    fileParallelism: false,
    // Ends a test that hangs; a busy machine takes several times as long as a quiet one, and no test is about that.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // Where other programs take the processor for seconds, a browser misses steps. What is ours to mend fails every time, and the report says what was tried again.
    retry: process.env['CI'] === undefined ? 0 : 2,
  },
});
