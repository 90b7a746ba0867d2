import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['{components,utils,scripts,bench,entrypoints}/**/*.test.{ts,tsx}', '*.test.ts'],
    environment: 'node',
  },
});
