import { describe, expect, it } from 'vitest';

import { chosenSteps } from './run-tests.mjs';

describe('the steps of npm test', () => {
  it('are all of them, the boundaries only among the unit tests', () => {
    expect(namesOf([])).toEqual(['types', 'lint', 'format', 'dead-code', 'unit', 'build', 'size', 'e2e']);
  });

  it('are those that --only names, in its order', () => {
    expect(namesOf(['--only', 'unit,types'])).toEqual(['unit', 'types']);
  });

  it('are the quick ones for npm run check', () => {
    expect(namesOf(['--only', 'quick'])).toEqual(['types', 'lint', 'format', 'boundaries', 'dead-code']);
  });

  it.each([[['--only', 'units']], [['--olny', 'unit']], [['unit']]])(
    'are refused for %j, with what is possible',
    (commandLine) => {
      expect(() => chosenSteps(commandLine)).toThrow(/Steps: types, lint/);
    },
  );
});

function namesOf(commandLine: readonly string[]): string[] {
  return chosenSteps(commandLine).map(({ name }) => name);
}
