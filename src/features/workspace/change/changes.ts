import { MomentumError } from '@/domain';
import type { CommitId, History, LogEntry } from '@/domain/deltas';
import type { Problem } from '@/domain/planning';
import type { ChangeResult, HistoryResult, UndoActions, WorkspaceCommands } from '@/state/workspace';
import type { ToastMessage } from '@/ui';

/** How a change by hand ended. Of `failed` the person has been told already; nothing was changed then. */
export type ChangeOutcome = ChangeResult | { readonly type: 'failed' };

/** How an undo or a redo ended. */
export type HistoryOutcome = HistoryResult | { readonly type: 'failed' };

export type Command = (commands: WorkspaceCommands) => Promise<ChangeResult>;

/** The one way from a hand on the screen to a command: it tells what happened, and how to take it back. Never rejects. */
export interface Changes {
  /** For menus, keys and drops: what is wrong is told. */
  readonly change: (command: Command) => Promise<ChangeOutcome>;
  /** For forms: what is wrong is answered with, to be shown at the field. */
  readonly attempt: (command: Command) => Promise<ChangeOutcome>;
  readonly undo: () => Promise<HistoryOutcome>;
  readonly redo: () => Promise<HistoryOutcome>;
  /** Whether a commit was made here. */
  readonly isOwn: (id: CommitId) => boolean;
}

export interface ChangePorts {
  readonly commands: WorkspaceCommands;
  /** A conflict is handed on by it, to the dialog that asks what to do [W3]. */
  readonly undoing: Pick<UndoActions, 'undo' | 'redo' | 'undoEntry'>;
  readonly history: () => History;
  readonly tell: (message: ToastMessage) => void;
}

export function createChanges({ commands, undoing, history, tell }: ChangePorts): Changes {
  const own = new Set<CommitId>();

  async function settled<Result extends HistoryResult>(
    work: Promise<Result>,
  ): Promise<Result | { readonly type: 'failed' }> {
    try {
      const result = await work;
      if (result.type === 'committed') {
        own.add(result.entry.commit.id);
        tell(changeMessage(result.entry));
      }
      return result;
    } catch (cause) {
      tell(failureMessage(cause));
      return { type: 'failed' };
    }
  }

  async function change(command: Command): Promise<ChangeOutcome> {
    const outcome = await settled(command(commands));
    if (outcome.type === 'invalid') tell(problemMessage(outcome.problems));
    return outcome;
  }

  async function step(work: Promise<HistoryResult>, nothing: string): Promise<HistoryOutcome> {
    const outcome = await settled(work);
    const { type } = outcome;
    if (type === 'unchanged' || type === 'nothing-to-do') tell({ ...changeToast, title: nothing });
    return outcome;
  }

  function changeMessage(entry: LogEntry): ToastMessage {
    const { cause, summary } = entry.commit;
    const label = cause.type === 'undo' ? 'Redo' : 'Undo';
    return { ...changeToast, title: summary, action: { label, onSelect: () => void takeBack(entry) } };
  }

  /** A toast may outlive its sense: what was taken back meanwhile is not taken back twice. */
  async function takeBack(entry: LogEntry): Promise<void> {
    const { undoable, redoable } = history();
    const candidates = entry.commit.cause.type === 'undo' ? redoable : undoable;
    if (candidates.some((other) => other.commit.id === entry.commit.id))
      await step(undoing.undoEntry(entry), nothingLeft);
    else tell({ ...changeToast, title: 'This was taken back already.' });
  }

  return {
    change,
    attempt: (command) => settled(command(commands)),
    undo: () => step(undoing.undo(), 'There is nothing to undo.'),
    redo: () => step(undoing.redo(), 'There is nothing to redo.'),
    isOwn: (id) => own.has(id),
  };
}

/** One toast for all changes, whoever made them: the newest takes the place of the one before. */
const changeToast = { id: 'workspace-change' } as const;
const problemToast = { id: 'workspace-problem' } as const;
const nothingLeft = 'Everything is as it was already.';

function problemMessage(problems: readonly Problem[]): ToastMessage {
  return { ...problemToast, tone: 'warning', title: problemWords(problems) };
}

/** What is wrong, for a place that is about one field. */
export function problemWords(problems: readonly Problem[]): string {
  return problems.map(({ message }) => message).join(' ');
}

function failureMessage(cause: unknown): ToastMessage {
  if (cause instanceof MomentumError)
    return { ...problemToast, tone: 'danger', title: cause.message, description: 'Nothing was changed.' };
  reportError(cause);
  return {
    ...problemToast,
    tone: 'danger',
    title: 'This could not be saved because of a defect in the app.',
    description: 'Nothing was changed. Reload the page if it happens again.',
  };
}
