import { describe, expect, it } from 'vitest';

import { commentWith, planContext, planOf, projectWith, taskWith, workspaceOf } from '@/testing/builders';

import { commentId, projectId, taskId } from '../workspace';
import { planAddComment, planDeleteComment, planEditComment } from './comments';

const launch = projectWith('launch', { name: 'Launch' });
const copy = taskWith('copy', { title: 'Copy' });
const remark = commentWith('remark', { taskId: copy.id });
const workspace = workspaceOf({
  project: [launch, projectWith('api', { rank: 2 })],
  task: [copy],
  comment: [remark],
});
const args = { projectId: launch.id, taskId: copy.id, author: ' Ada ', text: ' One\r\ntwo ' };

function wrongFields(changes: Partial<typeof args>): readonly (string | null)[] {
  const result = planAddComment(workspace, { ...args, ...changes }, planContext());
  return result.type === 'invalid' ? result.problems.map(({ field }) => field) : [];
}

describe('planAddComment', () => {
  it('keeps who said what, and when', () => {
    expect(planOf(planAddComment(workspace, args, planContext()))).toEqual({
      deltas: [
        {
          type: 'create',
          kind: 'comment',
          entity: commentWith('comment-1', { taskId: copy.id, author: 'Ada', text: 'One\ntwo' }),
        },
      ],
      summary: 'Comment on “Copy” added to Launch',
    });
  });

  it('says which argument is wrong', () => {
    expect(wrongFields({})).toEqual([]);
    expect(wrongFields({ text: ' \n ' })).toEqual(['text']);
    expect(wrongFields({ text: 'x'.repeat(10_001) })).toEqual(['text']);
    expect(wrongFields({ author: '' })).toEqual(['author']);
    expect(wrongFields({ taskId: taskId('gone') })).toEqual(['taskId']);
    expect(wrongFields({ projectId: projectId('api') })).toEqual(['taskId']);
    expect(wrongFields({ projectId: projectId('gone') })).toEqual(['projectId', 'taskId']);
  });
});

describe('planEditComment and planDeleteComment', () => {
  it('change and delete one comment', () => {
    expect(planOf(planEditComment(workspace, remark.id, ' New ')).deltas).toEqual([
      {
        type: 'update',
        kind: 'comment',
        id: 'remark',
        before: { text: 'About remark' },
        after: { text: 'New' },
      },
    ]);
    expect(planOf(planDeleteComment(workspace, remark.id)).summary).toBe(
      'Comment on “Copy” deleted from Launch',
    );
  });

  it('refuse a comment that is gone, and an empty one', () => {
    const gone = { type: 'invalid', problems: [{ field: 'commentId' }] };
    expect(planEditComment(workspace, commentId('gone'), 'New')).toMatchObject(gone);
    expect(planDeleteComment(workspace, commentId('gone'))).toMatchObject(gone);
    expect(planEditComment(workspace, remark.id, '\u200B')).toMatchObject({ problems: [{ field: 'text' }] });
  });
});
