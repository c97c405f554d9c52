import { ChevronRight } from 'lucide-react';
import { useId, useState, type ComponentType } from 'react';

import type { Author, Cause, ChangePreview, LogEntry } from '@/domain/deltas';
import { useWorkspaceServices, useWorkspaceState } from '@/state/workspace';
import { Badge, Button, classes, QuotedNames } from '@/ui';

import { changesOf } from './changes-of';
import { timeInWords } from './days';

export interface ActivityEntryProps {
  readonly entry: LogEntry;
  /** The log from the present back, newest first. */
  readonly entries: readonly LogEntry[];
  readonly ChangeList: ComponentType<{ readonly changes: readonly ChangePreview[] }>;
  readonly onUndo: () => void;
  readonly onRestore: () => void;
}

export function ActivityEntry({ entry, entries, ChangeList, onUndo, onRestore }: ActivityEntryProps) {
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  const isNewest = useWorkspaceState((state) => state.head === entry.sequence);
  const { author, at, cause, summary } = entry.commit;
  const causeWord = causeWords[cause.type];
  return (
    <li className="border-b border-border last:border-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
        className="-mx-2 flex w-[calc(100%+1rem)] min-w-0 cursor-default items-start gap-2 rounded-md px-2 py-2 text-left transition-colors hover:bg-hover pointer-coarse:min-h-11"
      >
        <ChevronRight
          aria-hidden
          className={classes(
            'mt-0.5 size-4 shrink-0 text-text-muted transition-transform',
            isOpen && 'rotate-90',
          )}
        />
        <span className="min-w-0 flex-1">
          <span dir="auto" className="line-clamp-3 break-words">
            <QuotedNames text={summary} />
          </span>
          <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-text-muted">
            <span>{cause.type === 'example' ? authorWords.agent : authorWords[author.type]}</span>
            <time dateTime={new Date(at).toISOString()} className="tabular-nums">
              {timeInWords(at)}
            </time>
            {causeWord !== null && <Badge>{causeWord}</Badge>}
          </span>
        </span>
      </button>
      <div id={detailsId} hidden={!isOpen} className="pt-1 pb-4 pl-6">
        {isOpen && (
          <>
            <div className="mb-3 flex flex-wrap gap-2">
              <Button size="sm" onClick={onUndo}>
                {cause.type === 'undo' ? 'Redo this' : 'Undo this'}
              </Button>
              {!isNewest && (
                <Button size="sm" onClick={onRestore}>
                  Restore to here
                </Button>
              )}
            </div>
            <Changes entry={entry} entries={entries} ChangeList={ChangeList} />
          </>
        )}
      </div>
    </li>
  );
}

function Changes({
  entry,
  entries,
  ChangeList,
}: Pick<ActivityEntryProps, 'entry' | 'entries' | 'ChangeList'>) {
  const { store } = useWorkspaceServices();
  // Worked out once: the past does not change while the entry is open.
  const [changes] = useState(() => changesOf(entry, entries, store.getState()));
  if (changes === null) {
    return (
      <p className="text-pretty text-text-muted">
        The details cannot be shown, because something between then and now cannot be read.
      </p>
    );
  }
  return <ChangeList changes={changes} />;
}

const authorWords = {
  person: 'You',
  agent: 'Momentum',
} as const satisfies Record<Author['type'], string>;

const causeWords = {
  edit: null,
  undo: 'Undo',
  redo: 'Redo',
  restore: 'Restored',
  import: 'Import',
  example: 'Example',
} as const satisfies Record<Cause['type'], string | null>;
