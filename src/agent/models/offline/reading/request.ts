import type { IsoDate, Priority, ProjectStatus, TaskStatus } from '@/domain/workspace';

import type { Moment, When } from './when';

/** Which project is meant. `it`: the one just talked about. */
export type Where =
  | { readonly type: 'none' }
  | { readonly type: 'it' }
  /** `isList`: it was called a list, so that one may be made when there is none. */
  | { readonly type: 'named'; readonly name: string; readonly isList: boolean };

/** Which tasks are meant. `it`: what was just talked about. `all`: everything in a project. `position`: counted from 1, -1 is the last. */
export type Which =
  | { readonly type: 'named'; readonly names: readonly string[]; readonly project: Where }
  | { readonly type: 'filter'; readonly filter: TaskFilter; readonly project: Where }
  | { readonly type: 'all'; readonly project: Where }
  /** Those due next; which one that is, the person sees and says. */
  | { readonly type: 'next'; readonly project: Where }
  | { readonly type: 'position'; readonly positions: readonly number[]; readonly project: Where }
  | { readonly type: 'it' };

/** As the tools take it. */
export interface TaskFilter {
  readonly done?: boolean;
  readonly overdue?: boolean;
  readonly status?: readonly TaskStatus[];
  readonly priority?: readonly Priority[];
  readonly assignee?: string;
  readonly due_from?: string;
  readonly due_to?: string;
  readonly done_from?: string;
  readonly done_to?: string;
  readonly text?: string;
}

export interface TaskDetails {
  readonly when: When | null;
  readonly priority: Priority | null;
  readonly assignee: string | null;
  readonly notes: string | null;
}

export const noDetails: TaskDetails = { when: null, priority: null, assignee: null, notes: null };

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

/** What the tasks of a question have in common, in the words of the answer. */
export type TaskView = 'tasks' | 'overdue' | 'due' | 'open' | 'done' | 'people';

export type Question =
  | { readonly type: 'tasks'; readonly filter: TaskFilter; readonly where: Where; readonly view: TaskView }
  | { readonly type: 'projects' | 'people' | 'portfolio' | 'emails' }
  | { readonly type: 'today' | 'time' | 'repeat' }
  /** Which day of the week it is. */
  | { readonly type: 'day'; readonly date: IsoDate }
  | { readonly type: 'project'; readonly where: Where }
  | { readonly type: 'search'; readonly text: string; readonly kind: 'task' | 'person' | 'email' | null }
  | { readonly type: 'phone'; readonly person: string }
  | { readonly type: 'changes'; readonly from: string; readonly to: string };

/** What a new task is to the person; a reminder and a meeting are nothing without a time. */
export type Occasion = 'task' | 'reminder' | 'meeting';

/** Whose names are to be asked for are `unsaid`. */
export type Copies = readonly string[] | 'unsaid';

/** What shall be said to whom. */
export interface Letter {
  readonly to: readonly string[];
  readonly cc: Copies;
  readonly subject: string | null;
  readonly body: string | null;
  readonly where: Where;
  readonly isDraft: boolean;
}

/** What an assistant may be asked for that this one cannot do. */
export type Beyond =
  | 'weather'
  | 'music'
  | 'alarm'
  | 'joke'
  | 'inbox'
  | 'message'
  | 'home'
  | 'shopping'
  | 'travel'
  | 'news'
  | 'knowledge'
  | 'chat'
  | 'file'
  | 'invitation'
  | 'phone'
  | 'absence'
  | 'room';

/** One thing that a person asks for. */
export type Request =
  | {
      readonly type: 'create-project';
      readonly name: string | null;
      readonly when: When | null;
      readonly priority: Priority | null;
      readonly titles: readonly string[];
      readonly isList: boolean;
    }
  | {
      readonly type: 'add-tasks';
      readonly titles: readonly string[];
      readonly where: Where;
      readonly details: TaskDetails;
      readonly occasion: Occasion;
    }
  /** To be added only where it is not there yet. */
  | { readonly type: 'add-missing'; readonly title: string; readonly where: Where }
  /** `parent` null is the task just talked about. */
  | {
      readonly type: 'add-subtasks';
      readonly titles: readonly string[];
      readonly parent: string | null;
      readonly details: TaskDetails;
    }
  /** It shall come again and again, which tasks do not. */
  | { readonly type: 'repeating'; readonly title: string; readonly every: string; readonly when: When | null }
  /** When it shall happen is counted from an hour that is not known. */
  | { readonly type: 'unknown-hour'; readonly title: string; readonly words: string }
  | { readonly type: 'complete' | 'reopen' | 'delete-tasks'; readonly which: Which }
  | { readonly type: 'change-tasks'; readonly which: Which; readonly changes: TaskChanges }
  /** It is said that something shall change, but not what or how. */
  | { readonly type: 'change-unclear'; readonly name: string | null }
  | { readonly type: 'change-project'; readonly where: Where; readonly changes: ProjectChanges }
  | { readonly type: 'delete-project'; readonly where: Where }
  | { readonly type: 'delete-unclear'; readonly name: string; readonly isCleared: boolean }
  /** Everything due in these days: more than the words may mean, so it is asked about. */
  | {
      readonly type: 'delete-days';
      readonly words: string;
      readonly filter: TaskFilter;
      readonly where: Where;
    }
  /** Names that may be people's: somebody may be no stakeholder any more, or tasks of these names go. */
  | {
      readonly type: 'delete-person-or-task';
      readonly which: Extract<Which, { readonly type: 'named' }>;
      readonly people: readonly string[];
    }
  /** All there is to do, or one of the lists, without saying which. */
  | { readonly type: 'delete-lists'; readonly words: string }
  | { readonly type: 'delete-unnamed' }
  | { readonly type: 'delete-person'; readonly name: string }
  | {
      readonly type: 'move';
      readonly which: Which;
      readonly to: MoveTarget;
    }
  | { readonly type: 'comment'; readonly text: string | null; readonly on: string | null }
  | {
      readonly type: 'add-person';
      readonly name: string;
      readonly email: string | null;
      readonly team: string | null;
    }
  | {
      readonly type: 'update-person';
      readonly person: string;
      readonly changes: { readonly name?: string; readonly email?: string; readonly team?: string };
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
      readonly cc: Copies;
      readonly where: Where;
      readonly isDraft: boolean;
    }
  | { readonly type: 'email'; readonly letter: Letter }
  | { readonly type: 'send-draft'; readonly draft: string | null }
  | { readonly type: 'question'; readonly question: Question }
  | { readonly type: 'correction'; readonly text: string; readonly moment: Moment | null }
  | { readonly type: 'other-one' }
  | { readonly type: 'answer'; readonly text: string }
  /** `count` null: everything. */
  | { readonly type: 'undo-several' | 'redo-several'; readonly count: number | null }
  | { readonly type: 'undo' | 'redo' | 'help' | 'greeting' | 'thanks' | 'nothing' }
  | { readonly type: 'beyond'; readonly topic: Beyond; readonly text: string }
  | { readonly type: 'unclear'; readonly text: string; readonly why: string }
  /** Lines that might be tasks. */
  | { readonly type: 'bare-list'; readonly titles: readonly string[] };

export interface MoveTarget {
  readonly to_project?: string;
  readonly parent?: string;
  readonly position?: 'first' | 'last';
  readonly before?: string;
  readonly after?: string;
}
