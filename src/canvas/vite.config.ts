// How the canvas is bundled: `vite build --config src/canvas/vite.config.ts`, called by src/main/build.ts.

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('../../dist/canvas', import.meta.url)),
    emptyOutDir: true,
    // The policy allows no data: scripts or styles, and fonts come as files.
    assetsInlineLimit: 0,
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_500,
  },
});
