import { ArrowUpFromLine, GripVertical, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';

import type { QueuedMessage, SessionId } from '@/domain/sessions';
import { Button, focusOnArrival, IconButton, TextArea, useToasts } from '@/ui';

import { focusable } from '../markdown/focusable';
import { SafeText } from '../markdown/SafeText';
import { placeAfterMove } from './queue-moves';
import { useArrowKeys } from './use-arrow-keys';
import type { QueueCommand } from './use-queue-command';

export interface QueuedItemProps {
  readonly sessionId: SessionId;
  readonly item: QueuedMessage;
  readonly items: readonly QueuedMessage[];
  readonly command: QueueCommand;
  readonly announce: (text: string) => void;
  /** Where the focus goes from a message that leaves the queue. */
  readonly focusComposer: () => void;
}

/** One message that waits. The arrow keys move it, wherever in it the focus is. */
export function QueuedItem({ sessionId, item, items, command, announce, focusComposer }: QueuedItemProps) {
  const { turnId } = item;
  const [editing, setEditing] = useState<'no' | 'now' | 'before'>('no');
  const toasts = useToasts();

  const row = useRef<HTMLLIElement>(null);
  useArrowKeys(row, (direction) => void move(direction));

  async function move(direction: 'up' | 'down'): Promise<void> {
    const before = placeAfterMove(items, turnId, direction);
    if (before === undefined) return;
    const place = items.findIndex((other) => other.turnId === turnId) + (direction === 'up' ? 0 : 2);
    const isMoved = await command({ type: 'move-queued', sessionId, turnId, before });
    if (isMoved) announce(`Moved to place ${String(place)} of ${String(items.length)}`);
  }

  async function sendNow(): Promise<void> {
    if (await command({ type: 'send-queued-now', sessionId, turnId })) focusComposer();
  }

  async function remove(): Promise<void> {
    if (!(await command({ type: 'remove-queued', sessionId, turnId }))) return;
    focusComposer();
    toasts.add({
      id: `queued-removed:${turnId}`,
      title: `Message “${item.text}” removed from the queue`,
      action: {
        label: 'Undo',
        onSelect: () => void command({ type: 'restore-queued', sessionId, turnId }),
      },
    });
  }

  if (editing === 'now') {
    return (
      <li ref={row} className="py-1">
        <EditQueued
          item={item}
          onSave={(text) => command({ type: 'edit-queued', sessionId, turnId, text })}
          onEnd={() => {
            setEditing('before');
          }}
        />
      </li>
    );
  }
  return (
    <li
      {...focusable}
      ref={row}
      className="flex items-center gap-1 rounded-md py-0.5 pl-1 focus-visible:-outline-offset-2"
    >
      <GripVertical aria-hidden className="size-3.5 shrink-0 text-text-muted" />
      <span dir="auto" className="line-clamp-2 min-w-0 flex-1 px-1 text-base break-words">
        <SafeText text={item.text} />
      </span>
      <IconButton
        size="sm"
        label="Send now"
        icon={<ArrowUpFromLine aria-hidden />}
        onClick={() => void sendNow()}
      />
      <IconButton
        size="sm"
        label="Edit"
        icon={<Pencil aria-hidden />}
        ref={editing === 'before' ? focusOnArrival : undefined}
        onClick={() => {
          setEditing('now');
        }}
      />
      <IconButton size="sm" label="Remove" icon={<Trash2 aria-hidden />} onClick={() => void remove()} />
    </li>
  );
}

interface EditQueuedProps {
  readonly item: QueuedMessage;
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onEnd: () => void;
}

function EditQueued({ item, onSave, onEnd }: EditQueuedProps) {
  const [text, setText] = useState(item.text);

  async function save(): Promise<void> {
    if (text.trim() === '') return;
    if (await onSave(text)) onEnd();
  }

  return (
    <div className="flex flex-col gap-1.5">
      <TextArea
        ref={focusOnArrival}
        aria-label="Edit queued message"
        value={text}
        onValueChange={setText}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnd();
        }}
        className="min-h-9 resize-none"
      />
      <div className="flex justify-end gap-1.5">
        <Button size="sm" onClick={onEnd}>
          Cancel edit
        </Button>
        <Button size="sm" variant="primary" onClick={() => void save()}>
          Save
        </Button>
      </div>
    </div>
  );
}
