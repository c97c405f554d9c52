/**
 * How many tests passed and failed. A skipped test counts as failed: it says nothing about the program.
 *
 * @typedef {{ readonly passed: number, readonly failed: number }} Counts
 */

/**
 * Counts the tests of a Vitest JSON report.
 *
 * @param {unknown} report
 * @returns {Counts | null} null when it is no such report.
 */
export function vitestCounts(report) {
  const passed = numberIn(report, 'numPassedTests');
  const total = numberIn(report, 'numTotalTests');
  return passed === null || total === null ? null : { passed, failed: total - passed };
}

/**
 * Counts the tests of a Playwright JSON report.
 *
 * @param {unknown} report
 * @returns {Counts | null} null when it is no such report.
 */
export function playwrightCounts(report) {
  const stats = isRecord(report) ? report['stats'] : null;
  const passed = numberIn(stats, 'expected');
  const others = ['unexpected', 'flaky', 'skipped'].map((name) => numberIn(stats, name) ?? 0);
  return passed === null ? null : { passed, failed: others.reduce((sum, count) => sum + count, 0) };
}

/**
 * What a step that runs tests has to show: at least one test, and a failure at least when its program failed.
 *
 * @param {Counts | null} counts - null when it left no readable report.
 * @param {number} exitCode
 * @returns {Counts}
 */
export function honestCounts(counts, exitCode) {
  if (counts === null || counts.passed + counts.failed === 0) return { passed: 0, failed: 1 };
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {unknown} value
 * @param {string} name
 */
function numberIn(value, name) {
  const found = isRecord(value) ? value[name] : null;
  return typeof found === 'number' ? found : null;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null;
}
