import { defineConfig } from 'vite';

/** Builds the gallery into `.artifacts/gallery`; run with `vite build e2e/gallery`. */
export default defineConfig({
  base: './',
  build: { outDir: '../../.artifacts/gallery', emptyOutDir: true, reportCompressedSize: false },
});
