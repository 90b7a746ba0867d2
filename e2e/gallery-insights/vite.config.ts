import { defineConfig } from 'vite';

/** Builds the gallery into `.artifacts/gallery-insights`; run with `vite build e2e/gallery-insights`. */
export default defineConfig({
  base: './',
  build: { outDir: '../../.artifacts/gallery-insights', emptyOutDir: true, reportCompressedSize: false },
});
