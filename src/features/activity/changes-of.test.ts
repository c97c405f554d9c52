import { describe, expect, it } from 'vitest';

import { applyDeltas, commitId, previewDeltas, sequence, type LogEntry } from '@/domain/deltas';
import {
  planCreatePerson,
  planCreateProject,
  planCreateTask,
  planDeleteTasks,
  planUpdateTasks,
  type PlanContext,
  type PlanResult,
} from '@/domain/planning';
import {
  commentId,
  emailId,
  emptyWorkspace,
  millis,
  parseIsoDate,
  personId,
  projectId,
  taskId,
  type EntityKind,
  type IdOf,
  type Workspace,
} from '@/domain/workspace';

import { changesOf } from './changes-of';

describe('what an entry of the activity changed', () => {
  it('is what the plan showed when it was made, however much has changed since', () => {
    const story = tell();

    const told = story.log.map(({ entry }) =>
      changesOf(entry, newestFirst(story.log), { workspace: story.now, head: sequence(story.log.length) }),
    );

    expect(told).toEqual(story.log.map(({ entry, before }) => previewDeltas(before, entry.commit.deltas)));
  });

  it('is found although newer entries have been read than the present knows', () => {
    const story = tell();
    const earlier = story.log.at(-1)?.before ?? emptyWorkspace();
    const [first] = story.log;
    if (first === undefined) throw new Error('The story is empty.');

    const present = { workspace: earlier, head: sequence(story.log.length - 1) };

    expect(changesOf(first.entry, newestFirst(story.log), present)).toEqual(
      previewDeltas(first.before, first.entry.commit.deltas),
    );
  });

  it('[S4] is not guessed when an entry on the way back cannot be read', () => {
    const story = tell();
    const [first] = story.log;
    if (first === undefined) throw new Error('The story is empty.');
    const gappy = newestFirst(story.log).filter((entry) => entry.sequence !== 3);

    expect(
      changesOf(first.entry, gappy, { workspace: story.now, head: sequence(story.log.length) }),
    ).toBeNull();
  });

  it('[S4] is not guessed when a record that it changed was set aside', () => {
    const story = tell();
    const [first] = story.log;
    if (first === undefined) throw new Error('The story is empty.');

    expect(
      changesOf(first.entry, newestFirst(story.log), {
        workspace: emptyWorkspace(),
        head: sequence(story.log.length),
      }),
    ).toBeNull();
  });
});

interface Story {
  readonly log: readonly { readonly entry: LogEntry; readonly before: Workspace }[];
  readonly now: Workspace;
}

/** A person, a project and a task come; the task is assigned and renamed; the task goes. */
function tell(): Story {
  const log: { entry: LogEntry; before: Workspace }[] = [];
  let now = emptyWorkspace();
  const happen = (result: PlanResult): void => {
    if (result.type === 'invalid') throw new Error(result.problems.map(({ message }) => message).join());
    const place = log.length + 1;
    const entry: LogEntry = {
      sequence: sequence(place),
      commit: {
        id: commitId(`chg_${String(place)}`),
        at: millis(place),
        author: { type: 'person' },
        cause: { type: 'edit' },
        ...result.plan,
      },
    };
    log.push({ entry, before: now });
    now = applyDeltas(now, result.plan.deltas);
  };
  const context = testContext();
  happen(planCreatePerson(now, { name: 'Ada' }, context));
  happen(planCreateProject(now, { name: 'Launch' }, context));
  happen(planCreateTask(now, { projectId: projectId('project_2'), title: 'Write' }, context));
  happen(
    planUpdateTasks(
      now,
      [taskId('task_3')],
      { title: 'Rewrite', assigneeId: personId('person_1') },
      millis(4),
    ),
  );
  happen(planDeleteTasks(now, [taskId('task_3')]));
  return { log, now };
}

function newestFirst(log: Story['log']): readonly LogEntry[] {
  return log.map(({ entry }) => entry).toReversed();
}

function testContext(): PlanContext {
  let count = 0;
  const makers: { readonly [K in EntityKind]: (text: string) => IdOf<K> } = {
    project: projectId,
    task: taskId,
    person: personId,
    comment: commentId,
    email: emailId,
  };
  const today = parseIsoDate('2026-03-01');
  if (today === null) throw new Error('There is no such day.');
  return {
    now: millis(0),
    today,
    mint<K extends EntityKind>(kind: K): IdOf<K> {
      count += 1;
      const make: (text: string) => IdOf<K> = makers[kind];
      return make(`${kind}_${String(count)}`);
    },
  };
}
