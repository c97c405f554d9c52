import { addDays, folded, taskMatcher, type IsoDate, type Task, type TaskFilter } from '@/domain/workspace';
import type { TaskCriteria } from '@/state/workspace';

/** Whether the criteria leave anything out; hiding completed tasks is no search. */
export function isSearching(criteria: TaskCriteria): boolean {
  return searchedText(criteria) !== '' || criteriaCount(criteria) > 0;
}

/** How many kinds of criteria are in force, the text aside. */
export function criteriaCount({ statuses, priorities, assigneeIds, due }: TaskCriteria): number {
  const lists = [statuses, priorities, assigneeIds].filter((list) => list.length > 0);
  return lists.length + (due === 'any' ? 0 : 1);
}

/** The text as it is compared: without case, accents, and space around it. */
export function searchedText(criteria: TaskCriteria): string {
  return folded(criteria.text).trim();
}

/** The test a task must pass to be found. */
export function criteriaMatcher(criteria: TaskCriteria, today: IsoDate): (task: Task) => boolean {
  const matches = taskMatcher({
    text: criteria.text,
    statuses: criteria.statuses,
    priorities: criteria.priorities,
    assigneeIds: criteria.assigneeIds,
    ...dueFilter(criteria, today),
  });
  if (criteria.due === 'no-date') return (task) => task.dueDate === null && matches(task);
  return matches;
}

function dueFilter(criteria: TaskCriteria, today: IsoDate): TaskFilter {
  switch (criteria.due) {
    case 'any':
    case 'no-date':
      return {};
    case 'overdue':
      return { overdueOn: today };
    case 'today':
      return { dueFrom: today, dueTo: today };
    case 'next-7-days':
      return { dueFrom: today, dueTo: addDays(today, 6) };
  }
}
