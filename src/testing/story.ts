import {
  applyDeltas,
  emptyHistory,
  historyAfter,
  sequence,
  type Cause,
  type Commit,
  type Delta,
  type History,
  type LogEntry,
} from '@/domain/deltas';
import {
  planExample,
  planImport,
  planRemoveCreated,
  planRestore,
  planUndo,
  type PlanContext,
  type PlanResult,
} from '@/domain/planning';
import { emptyWorkspace, snapshotOf, type Workspace } from '@/domain/workspace';

import { commitWith, entryAt, planContext } from './builders';
import { editTypes, planEdit, type Dice, type EditType } from './edits';

/** Commands that look at the log. */
type LogCommandType = 'undo' | 'restore' | 'import' | 'example' | 'remove-created';

export type CommandType = EditType | LogCommandType;

export interface Roll extends Dice {
  readonly command: CommandType;
}

/** A workspace with the log that led to it. */
export interface Story {
  /** Begins all ids that are made in it. */
  readonly name: string;
  readonly start: Workspace;
  readonly workspace: Workspace;
  readonly log: readonly LogEntry[];
  readonly history: History;
}

export function storyFrom(start: Workspace, name = ''): Story {
  return { name, start, workspace: start, log: [], history: emptyHistory };
}

/** Plays the rolls one after the other; what cannot be planned, or changes nothing, leaves no trace. */
export function played(rolls: readonly Roll[], start: Story = storyFrom(emptyWorkspace())): Story {
  return rolls.reduce(playedOne, start);
}

export function playedOne(story: Story, roll: Roll): Story {
  const place = String(story.log.length + 1);
  const { result, cause } = attempted(story, roll, planContext(`${story.name}${place}-`));
  if (result.type === 'invalid' || result.plan.deltas.length === 0) return story;
  const { deltas, summary } = result.plan;
  return committed(story, commitWith(`commit-${place}`, deltas, { cause, summary }));
}

export function committed(story: Story, commit: Commit): Story {
  const entry = entryAt(story.log.length + 1, commit);
  return {
    ...story,
    workspace: applyDeltas(story.workspace, commit.deltas),
    log: [...story.log, entry],
    history: historyAfter(story.history, entry),
  };
}

export function deltasOf(log: readonly LogEntry[]): readonly Delta[] {
  return log.flatMap((entry) => entry.commit.deltas);
}

/** What a roll asks for in a story; it may be refused. */
export interface Attempt {
  readonly result: PlanResult;
  readonly cause: Cause;
}

export function attempted(story: Story, roll: Roll, context: PlanContext): Attempt {
  const { command } = roll;
  if (isEdit(command)) {
    return { result: planEdit(story.workspace, { ...roll, command }, context), cause: { type: 'edit' } };
  }
  const { workspace, log, start } = story;
  // Not far back, so that something is left to work on.
  const place = Math.max(0, log.length - (roll.picks[0] % 6));
  switch (command) {
    case 'undo':
      return undoAttempt(story, roll);
    case 'restore':
      return {
        result: planRestore(workspace, log.slice(place).toReversed()),
        cause: { type: 'restore', sequence: sequence(place) },
      };
    case 'import': {
      const older = applyDeltas(start, deltasOf(log.slice(0, place)));
      return { result: planImport(workspace, snapshotOf(older)), cause: { type: 'import' } };
    }
    case 'example':
      return { result: planExample(workspace, context), cause: { type: 'example' } };
    case 'remove-created': {
      const commit = log[place]?.commit;
      const result = commit === undefined ? refused : planRemoveCreated(workspace, commit);
      return { result, cause: { type: 'edit' } };
    }
  }
}

const refused: PlanResult = { type: 'invalid', problems: [] };

function undoAttempt({ workspace, log }: Story, { given, choice }: Roll): Attempt {
  const chosen = log.filter((_entry, index) => (given >> (index % 8)) % 2 === 1).slice(-3);
  const commits = chosen.map(({ commit }) => commit);
  const undo = planUndo(workspace, commits, choice);
  return {
    result: undo.type === 'conflict' ? refused : undo,
    cause: { type: 'undo', commitIds: commits.map(({ id }) => id) },
  };
}

function isEdit(command: CommandType): command is EditType {
  return editTypes.some((type) => type === command);
}
