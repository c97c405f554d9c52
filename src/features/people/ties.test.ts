import { describe, expect, it } from 'vitest';

import { lossInWords } from './ties';

describe('what the deletion of a person means, in words', () => {
  it.each([
    [0, 0, 'No task or project is tied to them.'],
    [1, 0, '1 task will have no assignee.'],
    [0, 2, '2 projects will lose a stakeholder.'],
    [3, 1, '3 tasks will have no assignee and 1 project will lose a stakeholder.'],
  ])('with %i tasks and %i projects: %s', (taskCount, projectCount, words) => {
    expect(lossInWords({ taskCount, projectCount })).toBe(words);
  });
});
