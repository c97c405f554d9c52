import { describe, expect, it } from 'vitest';

import { honestCounts, playwrightCounts, vitestCounts } from './test-counts.mjs';

describe('the counts of a report', () => {
  it('are what Vitest says, with everything that did not pass as failed', () => {
    const report = {
      numTotalTests: 10,
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 0,
    };

    expect(vitestCounts(report)).toEqual({ passed: 7, failed: 3 });
  });

  it('are what Playwright says, with skipped and flaky tests as failed', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } };

    expect(playwrightCounts(report)).toEqual({ passed: 5, failed: 4 });
  });

  it.each([null, {}, 'text', { stats: {} }, { numTotalTests: '3' }])('are unknown for %j', (report) => {
    expect(vitestCounts(report)).toBeNull();
    expect(playwrightCounts(report)).toBeNull();
  });
});

describe('a step of tests', () => {
  it('passes when its tests passed', () => {
    expect(honestCounts({ passed: 3, failed: 0 }, 0)).toEqual({ passed: 3, failed: 0 });
  });

  it('fails when it ran no test, or left no report, though its program was content', () => {
    expect(honestCounts({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
    expect(honestCounts(null, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('fails when its program failed, though every test passed', () => {
    expect(honestCounts({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 });
  });

  it('does not count a failure twice', () => {
    expect(honestCounts({ passed: 3, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2 });
  });
});
