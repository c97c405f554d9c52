import type { Priority, ProjectStatus, TaskStatus } from '@/domain/workspace';

import type { When } from './when';

/** Which tasks are meant. `it`: what was just talked about. `all`: everything in a project. */
export type Which =
  | { readonly type: 'named'; readonly names: readonly string[]; readonly project: Where }
  | { readonly type: 'filter'; readonly filter: TaskFilter; readonly project: Where }
  | { readonly type: 'all'; readonly project: Where }
  | { readonly type: 'it' };

/** Which project is meant. `it`: the one just talked about. */
export type Where =
  | { readonly type: 'none' }
  | { readonly type: 'it' }
  | { readonly type: 'named'; readonly name: string };

/** As the tools take it. */
export interface TaskFilter {
  readonly done?: boolean;
  readonly overdue?: boolean;
  readonly status?: readonly TaskStatus[];
  readonly priority?: readonly Priority[];
  readonly assignee?: string;
  readonly due_from?: string;
  readonly due_to?: string;
  readonly text?: string;
}

export interface TaskDetails {
  readonly when: When | null;
  readonly priority: Priority | null;
  readonly assignee: string | null;
  readonly notes: string | null;
}

export interface TaskChanges {
  readonly title?: string;
  readonly status?: TaskStatus;
  readonly priority?: Priority;
  readonly due_date?: string;
  readonly due_time?: string;
  readonly shift_days?: number;
  readonly assignee?: string;
  readonly notes?: string;
}

export interface ProjectChanges {
  readonly name?: string;
  readonly status?: ProjectStatus;
  readonly priority?: Priority;
  readonly target_date?: string;
  readonly start_date?: string;
  readonly description?: string;
}

export type Question =
  | { readonly type: 'tasks'; readonly filter: TaskFilter; readonly where: Where; readonly byDate: boolean }
  | { readonly type: 'projects' }
  | { readonly type: 'people' }
  | { readonly type: 'project'; readonly where: Where }
  | { readonly type: 'portfolio' }
  | { readonly type: 'search'; readonly text: string };

/** One thing that a person asks for. */
export type Request =
  | {
      readonly type: 'create-project';
      readonly name: string | null;
      readonly when: When | null;
      readonly priority: Priority | null;
      readonly titles: readonly string[];
    }
  | {
      readonly type: 'add-tasks';
      readonly titles: readonly string[];
      readonly where: Where;
      readonly details: TaskDetails;
    }
  | {
      readonly type: 'add-subtasks';
      readonly titles: readonly string[];
      /** Null is the task just talked about. */
      readonly parent: string | null;
      readonly details: TaskDetails;
    }
  | { readonly type: 'complete' | 'reopen' | 'delete-tasks'; readonly which: Which }
  | { readonly type: 'change-tasks'; readonly which: Which; readonly changes: TaskChanges }
  | { readonly type: 'change-project'; readonly where: Where; readonly changes: ProjectChanges }
  | { readonly type: 'delete-project'; readonly where: Where }
  | { readonly type: 'delete-unclear'; readonly name: string }
  | { readonly type: 'delete-person'; readonly name: string }
  | {
      readonly type: 'move';
      readonly task: string | null;
      readonly to: {
        readonly to_project?: string;
        readonly parent?: string;
        readonly position?: 'first' | 'last';
      };
    }
  | { readonly type: 'comment'; readonly text: string; readonly on: string | null }
  | {
      readonly type: 'add-person';
      readonly name: string;
      readonly email: string | null;
      readonly team: string | null;
    }
  | {
      readonly type: 'stakeholders';
      readonly people: readonly string[];
      readonly where: Where;
      readonly mode: 'add' | 'remove' | 'replace';
    }
  | {
      readonly type: 'status-email';
      readonly to: readonly string[];
      readonly where: Where;
      readonly isDraft: boolean;
    }
  | {
      readonly type: 'email';
      readonly to: readonly string[];
      readonly subject: string | null;
      readonly body: string | null;
      readonly where: Where;
      readonly isDraft: boolean;
    }
  | { readonly type: 'question'; readonly question: Question }
  | { readonly type: 'undo' | 'redo' | 'help' | 'greeting' | 'thanks' | 'nothing' }
  | { readonly type: 'unclear'; readonly text: string; readonly why: string };
