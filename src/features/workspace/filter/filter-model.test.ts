import { describe, expect, it } from 'vitest';

import { parseIsoDate, personId, type IsoDate, type Task } from '@/domain/workspace';
import { noCriteria, type TaskCriteria } from '@/state/workspace';

import { taskFixture } from '../rows/fixture';
import { criteriaCount, criteriaMatcher, isSearching, searchedText } from './filter-model';

const today = day('2026-11-25');
const tasks = [
  taskFixture('Late', 'Launch', { dueDate: day('2026-11-24'), assigneeId: personId('ada') }),
  taskFixture('Now', 'Launch', { dueDate: today, status: 'blocked' }),
  taskFixture('Week', 'Launch', { dueDate: day('2026-12-01'), priority: 'high' }),
  taskFixture('Later', 'Launch', { dueDate: day('2026-12-02') }),
  taskFixture('Someday', 'Launch', { notes: 'Ask at the Café' }),
];

describe('criteria', () => {
  it.each<[string, Partial<TaskCriteria>, readonly string[]]>([
    ['overdue', { due: 'overdue' }, ['Late']],
    ['due today', { due: 'today' }, ['Now']],
    ['due in the next seven days, today among them', { due: 'next-7-days' }, ['Now', 'Week']],
    ['without a date', { due: 'no-date' }, ['Someday']],
    ['of a status', { statuses: ['blocked'] }, ['Now']],
    ['of a priority', { priorities: ['high', 'urgent'] }, ['Week']],
    ['of a person', { assigneeIds: [personId('ada')] }, ['Late']],
    ['of nobody, and without a date', { assigneeIds: [null], due: 'no-date' }, ['Someday']],
    ['with words in the notes, accents and case aside', { text: ' cafe ' }, ['Someday']],
  ])('find tasks %s', (_, criteria, found) => {
    expect(titlesFound(criteria)).toEqual(found);
  });

  it('find everything while none is given', () => {
    expect(titlesFound({})).toHaveLength(tasks.length);
  });

  it('are a search as soon as one of them leaves something out', () => {
    expect(isSearching(noCriteria)).toBe(false);
    expect(isSearching({ ...noCriteria, text: '   ' })).toBe(false);
    expect(isSearching({ ...noCriteria, text: 'x' })).toBe(true);
    expect(isSearching({ ...noCriteria, due: 'no-date' })).toBe(true);
    expect(criteriaCount({ ...noCriteria, statuses: ['todo', 'done'], due: 'today' })).toBe(2);
    expect(searchedText({ ...noCriteria, text: ' CAFÉ ' })).toBe('cafe');
  });
});

function titlesFound(criteria: Partial<TaskCriteria>): readonly string[] {
  const matches: (task: Task) => boolean = criteriaMatcher({ ...noCriteria, ...criteria }, today);
  return tasks.filter(matches).map((task) => task.title);
}

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no day.`);
  return date;
}
