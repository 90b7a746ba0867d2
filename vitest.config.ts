import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['{components,utils,scripts,bench,entrypoints}/**/*.test.{ts,tsx}', '*.test.ts'],
    environment: 'node',
    // Ends a test that hangs; on a busy machine a property over 10,000 cases takes its time.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
