import { useState } from 'react';

import type { Task } from '@/domain/workspace';

import { useChange } from './change/change-context';

/**
 * Completing and reopening a task. The tick follows the finger at once; should storing fail, it goes back and the person is told.
 */
export function useCompletion(task: Pick<Task, 'id' | 'status'>): {
  readonly status: Task['status'];
  readonly setDone: (isDone: boolean) => void;
} {
  const { change } = useChange();
  const [wanted, setWanted] = useState<boolean | null>(null);

  async function store(isDone: boolean) {
    setWanted(isDone);
    await change((commands) => commands.updateTasks([task.id], { status: isDone ? 'done' : 'todo' }));
    setWanted(null);
  }

  return {
    status: wanted === null ? task.status : shownStatus(wanted, task.status),
    setDone: (isDone) => void store(isDone),
  };
}

function shownStatus(isDone: boolean, status: Task['status']): Task['status'] {
  if (isDone) return 'done';
  return status === 'done' ? 'todo' : status;
}
