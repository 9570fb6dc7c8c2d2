// How the canvas is bundled: `vite build --config src/canvas/vite.config.ts`, called by src/main/build.ts.

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  /** `npm run canvas`: the page follows its sources; the API is that of a running Jornada. */
  const { JORNADA_URL: server = 'http://127.0.0.1:3000' } = loadEnv(mode, '.', 'JORNADA_URL');
  // The server takes only requests of its own origin.
  const proxied = { target: server, changeOrigin: true, headers: { origin: new URL(server).origin } };
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    plugins: [react()],
    worker: { format: 'es' },
    server: { host: '127.0.0.1', proxy: { '/v1': proxied, '/open': proxied } },
    build: {
      outDir: fileURLToPath(new URL('../../dist/canvas', import.meta.url)),
      emptyOutDir: true,
      // The policy allows no data: scripts or styles, and fonts come as files.
      assetsInlineLimit: 0,
      target: 'es2023',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1_500,
    },
  };
});
