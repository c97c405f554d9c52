import { Archive, ArchiveRestore, Download, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';

import type { SessionSummary } from '@/domain/sessions';
import { useSessionServices } from '@/state/sessions';
import { Badge, classes, focusOnArrival, IconButton, Menu, MenuItem } from '@/ui';

import { RenameSession } from './RenameSession';
import { isActive, titleOf, type SessionMark } from './status-words';
import { useSessionActions } from './use-session-actions';

export interface SessionRowProps {
  readonly session: SessionSummary;
  /** What is said of it besides its title. */
  readonly mark: SessionMark | null;
  readonly isOpen: boolean;
  readonly onChosen: () => void;
}

/** One session of the list: a link to it, and what can be done to it. */
export function SessionRow({ session, mark, isOpen, onChosen }: SessionRowProps) {
  const { addressOf } = useSessionServices();
  const { rename, exportSession, archive, unarchive, remove } = useSessionActions();
  const [renaming, setRenaming] = useState<'no' | 'now' | 'before'>('no');
  const title = titleOf(session.title);

  if (renaming === 'now') {
    return (
      <RenameSession
        title={session.title}
        onSave={(next) => rename(session, next)}
        onClose={(how) => {
          setRenaming(how === 'keyboard' ? 'before' : 'no');
        }}
      />
    );
  }
  return (
    // A press counts while the list still scrolls, too: the virtualiser would make its rows deaf to it.
    <div
      data-session-id={session.id}
      className={classes(
        'group pointer-events-auto flex min-h-9 items-center rounded-md pr-1 pointer-coarse:min-h-12',
        isOpen ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <a
        ref={renaming === 'before' ? focusOnArrival : undefined}
        href={addressOf(session.id)}
        aria-current={isOpen ? 'page' : undefined}
        // Longer ones are cut.
        title={title}
        onClick={onChosen}
        className="flex min-w-0 flex-1 flex-col items-start justify-center gap-0.5 self-stretch rounded-md px-2 py-1.5"
      >
        <span dir="auto" className={classes('max-w-full truncate', isOpen && 'font-medium')}>
          {title}
        </span>
        {mark !== null && (
          <Badge tone={mark.tone} className="mb-0.5">
            {mark.words}
          </Badge>
        )}
      </a>
      <span className="shrink-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-popup-open:opacity-100 pointer-coarse:opacity-100">
        <Menu
          trigger={
            <IconButton
              size="sm"
              hideTooltip
              label={`Actions for ${title}`}
              icon={<Ellipsis aria-hidden />}
            />
          }
        >
          <MenuItem
            icon={<Pencil />}
            onSelect={() => {
              setRenaming('now');
            }}
          >
            Rename
          </MenuItem>
          <MenuItem icon={<Download />} onSelect={() => void exportSession(session)}>
            Export
          </MenuItem>
          {session.isArchived ? (
            <MenuItem icon={<ArchiveRestore />} onSelect={() => void unarchive(session)}>
              Unarchive
            </MenuItem>
          ) : (
            <MenuItem icon={<Archive />} onSelect={() => void archive(session)}>
              {isActive(session) ? 'Stop and archive' : 'Archive'}
            </MenuItem>
          )}
          <MenuItem icon={<Trash2 />} danger onSelect={() => void remove(session)}>
            Delete
          </MenuItem>
        </Menu>
      </span>
    </div>
  );
}
