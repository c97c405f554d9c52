import { availableParallelism } from 'node:os';

import { defineConfig } from '@playwright/test';

import { chromiumArguments, findChromium } from './scripts/find-chromium.mjs';
import { freePort } from './scripts/free-port.mjs';

// The configuration is read again in every worker, and all of them must mean the same port.
const port = (process.env['MOMENTUM_E2E_PORT'] ??= String(await freePort()));
const executablePath = await findChromium();

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/*
 * A file's name says where it runs:
 *   x.spec.ts          desktop
 *   x.phone.spec.ts    phone
 *   x.both.spec.ts     desktop and phone
 *   bench/x.bench.ts, crash/x.crash.ts, firefox/x.firefox.ts, pictures/x.pictures.ts
 *                      only in `npm run bench`, `test:crash`, `test:firefox`, `pictures`; one at a time
 */
const specProjects = [
  { name: 'desktop', use: desktop, testMatch: '**/*.spec.ts', testIgnore: '**/*.phone.spec.ts' },
  { name: 'phone', use: phone, testMatch: ['**/*.phone.spec.ts', '**/*.both.spec.ts'] },
];
const otherProjects = ['bench', 'crash', 'firefox', 'pictures'].map((name) => ({
  name,
  use: desktop,
  testDir: `e2e/${name}`,
  testMatch: `**/*.${name}.ts`,
  timeout: 20 * 60_000,
}));

/*
 * Each window keeps about two cores busy: its page, and its browser with the test. With more windows than that the pages wait for each
 * other, and what a test measures is the machine.
 */
const testWorkers = Math.max(1, Math.floor(availableParallelism() / 2));

const isTest = process.env['MOMENTUM_PROJECT'] === undefined;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.momentum/e2e',
  reporter: 'list',
  projects: isTest ? specProjects : otherProjects,
  workers: isTest ? testWorkers : 1,
  fullyParallel: isTest,
  forbidOnly: true,
  retries: 0,
  // For a machine on which much else goes on: what is waited for comes late there, and nothing is asserted to be quick.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: isTest ? 'retain-on-failure' : 'off',
    launchOptions: { args: chromiumArguments, ...(executablePath !== null && { executablePath }) },
  },
  webServer: {
    command: `node scripts/start.mjs --no-open --port ${port}`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
  },
});
