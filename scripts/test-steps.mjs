import { findOrInstallChromium } from './find-chromium.mjs';
import { installedTool, npmCommand, run } from './run-tool.mjs';
import { playwrightCounts, vitestCounts } from './test-counts.mjs';

/** Where the test programs leave their reports. */
export const reportFolder = '.momentum/test';

/**
 * One step of `npm test`. One with `counts` runs tests and leaves a report; any other is one test itself.
 *
 * @typedef {{
 *   readonly name: string,
 *   readonly title: string,
 *   readonly run: () => Promise<number>,
 *   readonly needs?: string,
 *   readonly counts?: (report: unknown) => import('./test-counts.mjs').Counts | null,
 *   readonly isOnlyOnRequest?: true,
 * }} Step
 */

/** @type {readonly Step[]} */
export const steps = [
  {
    name: 'types',
    title: 'Types (tsc)',
    run: () => run([...installedTool('typescript'), '--project', '.']),
  },
  {
    name: 'lint',
    title: 'Lint (oxlint)',
    run: () => run([...npmCommand(), 'run', '--silent', 'lint']),
  },
  {
    name: 'format',
    title: 'Format (oxfmt)',
    run: () => run([...installedTool('oxfmt'), '--check']),
  },
  {
    name: 'boundaries',
    title: 'Room boundaries (vitest)',
    run: () =>
      run([...installedTool('vitest'), 'run', 'src/boundaries.test.ts', ...vitestReport('boundaries')]),
    counts: vitestCounts,
    // The unit tests have it among them.
    isOnlyOnRequest: true,
  },
  {
    name: 'dead-code',
    title: 'Dead code (knip)',
    run: () => run(installedTool('knip')),
  },
  {
    name: 'unit',
    title: 'Unit and property tests (vitest)',
    run: () => run([...installedTool('vitest'), 'run', ...vitestReport('unit')]),
    counts: vitestCounts,
  },
  {
    name: 'build',
    title: 'Build (vite)',
    run: () => run([...installedTool('vite'), 'build']),
  },
  {
    name: 'size',
    title: 'Size of the first load (size-limit)',
    run: () => run(installedTool('size-limit')),
    needs: 'build',
  },
  {
    name: 'e2e',
    title: 'End-to-end tests (playwright)',
    run: runEndToEndTests,
    needs: 'build',
    counts: playwrightCounts,
  },
];

/** What `npm run check` runs: all that is quick. */
export const quickSteps = ['types', 'lint', 'format', 'boundaries', 'dead-code'];

/** @param {string} name */
export function reportFile(name) {
  return `${reportFolder}/${name}.json`;
}

/** @param {string} name */
function vitestReport(name) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(name)}`];
}

async function runEndToEndTests() {
  const chromium = await findOrInstallChromium();
  return run([...installedTool('@playwright/test'), 'test', '--reporter=list,json'], {
    environment: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile('e2e') },
  });
}
