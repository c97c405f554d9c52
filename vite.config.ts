import { fileURLToPath } from 'node:url';

import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

import { buildStamp } from './scripts/build-stamp.mjs';
import { closedPage } from './scripts/closed-page.mjs';

export default defineConfig({
  plugins: [react(), tailwindcss(), closedPage(), buildStamp()],
  resolve: {
    alias: { '@': fileURLToPath(new URL('src', import.meta.url)) },
  },
  server: { host: '127.0.0.1', cors: false },
  preview: { host: '127.0.0.1', cors: false },
  build: {
    target: 'es2023',
    // A font inlined as a data: URL would be refused by the Content-Security-Policy.
    assetsInlineLimit: 0,
  },
  test: {
    include: ['{src,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['src/testing/property-seed.ts'],
    // A property that takes half a second alone takes many on a busy machine.
    testTimeout: 60_000,
  },
});
