import { counted, priorityLabels, taskStatusLabels } from '@/domain/deltas';
import { isOverdue, type IsoDate, type Task } from '@/domain/workspace';

import { dueWords } from './due-words';

export interface TaskSurroundings {
  readonly today: IsoDate;
  readonly assigneeName: string | null;
  readonly subtaskCount: number;
  readonly commentCount: number;
  readonly hasArrived: boolean;
}

/** All that a row shows beside the title, for those who hear it. */
export function taskWords(task: Task, around: TaskSurroundings): string {
  const { today, assigneeName, subtaskCount, commentCount, hasArrived } = around;
  const words = [
    hasArrived ? 'Just changed' : null,
    taskStatusLabels[task.status],
    isOverdue(task, today) ? 'overdue' : null,
    task.dueDate === null ? null : `due ${dueWords({ ...task, dueDate: task.dueDate }, today)}`,
    task.priority === 'medium' ? null : `${priorityLabels[task.priority]} priority`,
    assigneeName === null ? null : `assigned to ${assigneeName}`,
    subtaskCount === 0 ? null : `${String(subtaskCount)} ${subtaskCount === 1 ? 'subtask' : 'subtasks'}`,
    commentCount === 0 ? null : counted(commentCount, 'comment'),
  ];
  return words.filter((word) => word !== null).join(', ');
}
