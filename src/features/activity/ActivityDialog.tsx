import { History } from 'lucide-react';
import { useState, type ComponentType } from 'react';

import type { ChangePreview, LogEntry } from '@/domain/deltas';
import {
  useUndo,
  useWorkspaceCommands,
  useWorkspaceServices,
  useWorkspaceState,
  type HistoryResult,
} from '@/state/workspace';
import { Button, ConfirmDialog, Dialog, EmptyState, Spinner } from '@/ui';

import { ActivityEntry } from './ActivityEntry';
import { dayInWords, daysOf, localDate } from './days';
import { useActivity } from './use-activity';

export interface ActivityDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Draws what a change did, entity by entity. */
  readonly ChangeList: ComponentType<{ readonly changes: readonly ChangePreview[] }>;
  readonly onEnded: (result: HistoryResult) => void;
  readonly onFailed: (cause: unknown) => void;
}

/** Who changed what and when, from the log; every entry can be looked into, undone and returned to. */
export function ActivityDialog({ open, onOpenChange, ...rest }: ActivityDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Activity"
      description="Every change, newest first."
      variant="sheet"
      size="md"
    >
      <ActivityList {...rest} />
    </Dialog>
  );
}

function ActivityList({
  ChangeList,
  onEnded,
  onFailed,
}: Pick<ActivityDialogProps, 'ChangeList' | 'onEnded' | 'onFailed'>) {
  const { clock } = useWorkspaceServices();
  const { undoEntry } = useUndo();
  const commands = useWorkspaceCommands();
  const activity = useActivity();
  const [goal, setGoal] = useState<LogEntry | null>(null);

  async function told(work: Promise<HistoryResult>): Promise<void> {
    try {
      onEnded(await work);
    } catch (cause) {
      onFailed(cause);
    }
  }

  if (activity.status === 'reading') {
    return (
      <p role="status" className="flex items-center gap-2 py-6 text-text-muted">
        <Spinner /> Reading the history…
      </p>
    );
  }
  if (activity.status === 'failed') {
    return (
      <EmptyState
        title="The history could not be read"
        headingLevel={3}
        actions={<Button onClick={activity.readAgain}>Try again</Button>}
      >
        Nothing is lost. Try again, or reload the page.
      </EmptyState>
    );
  }
  if (activity.entries.length === 0) {
    return (
      <EmptyState icon={<History />} title="Nothing has happened yet" headingLevel={3}>
        Every change to your projects, tasks and people will be listed here.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {daysOf(activity.entries, localDate).map((day) => (
        <section key={`${day.date} ${String(day.entries[0]?.sequence)}`}>
          <h3 className="sticky top-0 z-1 -mx-1 bg-surface-raised px-1 py-1 text-sm font-medium text-text-muted">
            {dayInWords(day.date, clock.today())}
          </h3>
          <ol aria-label={dayInWords(day.date, clock.today())} className="flex flex-col">
            {day.entries.map((entry) => (
              <ActivityEntry
                key={entry.commit.id}
                entry={entry}
                entries={activity.entries}
                ChangeList={ChangeList}
                onUndo={() => void told(undoEntry(entry))}
                onRestore={() => {
                  setGoal(entry);
                }}
              />
            ))}
          </ol>
        </section>
      ))}
      {activity.hasOlder && (
        <Button className="self-center" loading={activity.isReadingOlder} onClick={activity.readOlder}>
          Show older
        </Button>
      )}
      <RestoreQuestion
        goal={goal}
        onClose={() => {
          setGoal(null);
        }}
        onConfirm={(entry) => void told(commands.restore(entry.sequence))}
      />
    </div>
  );
}

interface RestoreQuestionProps {
  /** `null` while nothing is to be restored. */
  readonly goal: LogEntry | null;
  readonly onClose: () => void;
  readonly onConfirm: (goal: LogEntry) => void;
}

function RestoreQuestion({ goal, onClose, onConfirm }: RestoreQuestionProps) {
  const head = useWorkspaceState((state) => state.head);
  // What is asked stays while the dialog fades out.
  const [asked, setAsked] = useState(goal);
  if (goal !== null && goal !== asked) setAsked(goal);
  const laterCount = asked === null ? 0 : head - asked.sequence;
  const later = laterCount === 1 ? 'the 1 change' : `all ${laterCount.toLocaleString('en')} changes`;
  return (
    <ConfirmDialog
      open={goal !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Restore to here?"
      description={
        <>
          <p>
            Everything goes back to how it was right after{' '}
            <span dir="auto" className="font-medium text-text">
              {asked?.commit.summary}
            </span>
            .
          </p>
          <p className="mt-2">This takes back {later} made since. It can itself be undone.</p>
        </>
      }
      confirmLabel="Restore"
      onConfirm={() => {
        if (goal !== null) onConfirm(goal);
      }}
    />
  );
}
