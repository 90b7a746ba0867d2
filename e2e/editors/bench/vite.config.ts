import { defineConfig } from 'vite';

/** Builds the bench into `.artifacts/editors`, each editor in chunks of its own; the tests do so in their set-up. */
export default defineConfig({
  base: '/',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  build: {
    outDir: '../../../.artifacts/editors',
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 10_000,
    minify: false,
  },
});
