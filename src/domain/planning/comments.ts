import {
  multiLine,
  singleLine,
  type CommentId,
  type ProjectId,
  type TaskId,
  type Workspace,
} from '../workspace';
import { Draft } from './draft';
import { invalid, planned, type PlanContext, type PlanResult } from './plan';

export interface NewComment {
  readonly projectId: ProjectId;
  /** Null for a remark on the project itself. */
  readonly taskId: TaskId | null;
  /** The author's name as shown to people. */
  readonly author: string;
  readonly text: string;
}

export function planAddComment(workspace: Workspace, args: NewComment, context: PlanContext): PlanResult {
  const draft = new Draft(workspace);
  draft.create('comment', {
    id: context.mint('comment'),
    projectId: args.projectId,
    taskId: args.taskId,
    author: singleLine(args.author),
    text: multiLine(args.text),
    at: context.now,
  });
  return planned(workspace, draft);
}

export function planEditComment(workspace: Workspace, id: CommentId, text: string): PlanResult {
  if (!workspace.tables.comment.has(id)) return missingComment();
  const draft = new Draft(workspace);
  draft.update('comment', id, { text: multiLine(text) });
  return planned(workspace, draft);
}

export function planDeleteComment(workspace: Workspace, id: CommentId): PlanResult {
  if (!workspace.tables.comment.has(id)) return missingComment();
  const draft = new Draft(workspace);
  draft.delete('comment', id);
  return planned(workspace, draft);
}

function missingComment(): PlanResult {
  return invalid('commentId', 'This comment does not exist any more.');
}
