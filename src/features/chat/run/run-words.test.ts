import { describe, expect, it } from 'vitest';

import { runStatusWords } from './run-words';

describe('the state of a run in words', () => {
  it.each([
    ['idle', 'Ready'],
    ['running', 'Working…'],
    ['awaiting_user', 'Momentum is waiting for your response…'],
    ['completed', 'Completed'],
    ['cancelled', 'Cancelled'],
  ] as const)('says %s as “%s”', (status, words) => {
    expect(runStatusWords(status, null)).toBe(words);
  });

  it('[L6] says why a run failed', () => {
    expect(runStatusWords('failed', 'The key was refused.')).toBe('Failed: The key was refused.');
  });

  it('[I2] says that a run was interrupted, and why', () => {
    expect(runStatusWords('interrupted', null)).toBe('Interrupted: another message took its place.');
    expect(runStatusWords('interrupted', 'Momentum was closed.')).toBe('Interrupted: Momentum was closed.');
  });
});
