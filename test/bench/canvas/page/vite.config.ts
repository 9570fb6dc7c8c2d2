// How the bare page and the gauge are bundled: like the canvas, for the same browsers.

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: here('index.html'), gauge: here('gauge.ts') },
      output: { entryFileNames: '[name].js' },
    },
  },
});
