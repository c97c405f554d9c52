import {
  emptyWorkspace,
  millis,
  projectId,
  snapshotOf,
  taskId,
  workspaceFrom,
  type Project,
  type Task,
  type Workspace,
} from '@/domain/workspace';

/** A project named like its id, for tests. */
export function projectFixture(id: string, fields: Partial<Project> = {}): Project {
  return {
    id: projectId(id),
    name: id,
    status: 'active',
    priority: 'medium',
    description: '',
    startDate: null,
    targetDate: null,
    stakeholderIds: [],
    rank: 1,
    createdAt: millis(0),
    ...fields,
  };
}

/** A task titled like its id, for tests. */
export function taskFixture(id: string, project: string, fields: Partial<Task> = {}): Task {
  return {
    id: taskId(id),
    projectId: projectId(project),
    parentId: null,
    title: id,
    status: 'todo',
    priority: 'medium',
    dueDate: null,
    dueTime: null,
    assigneeId: null,
    notes: '',
    rank: 1,
    createdAt: millis(0),
    completedAt: null,
    ...fields,
  };
}

/** A workspace for tests; what comes later in a list ranks lower. */
export function workspaceFixture(projects: readonly Project[], tasks: readonly Task[]): Workspace {
  return workspaceFrom({
    ...snapshotOf(emptyWorkspace()),
    project: projects.map((project, index) => ({ ...project, rank: index + 1 })),
    task: tasks.map((task, index) => ({ ...task, rank: index + 1 })),
  });
}
