import { defineConfig } from 'vite';

/** Builds the page and the worker that searches are timed in, into `.artifacts/bench`; `npm run bench` does it. */
export default defineConfig({
  base: './',
  worker: { format: 'es' },
  build: { outDir: '../../.artifacts/bench', emptyOutDir: true, reportCompressedSize: false },
});
