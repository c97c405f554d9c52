import { Play } from 'lucide-react';

import type { SessionId } from '@/domain/sessions';
import { useOpenSession } from '@/state/sessions';
import { Button } from '@/ui';

import { QueuedItem } from './QueuedItem';
import { useQueueCommand } from './use-queue-command';

export interface QueuedMessagesProps {
  readonly announce: (text: string) => void;
  readonly focusComposer: () => void;
}

/** Messages that wait for their turn [I3], in the order in which they will be sent. Nothing when none waits. */
export function QueuedMessages({ announce, focusComposer }: QueuedMessagesProps) {
  const queue = useOpenSession((view) => view.queue, null);
  const sessionId = useOpenSession((view) => view.id, null);
  const command = useQueueCommand();
  if (queue === null || sessionId === null || queue.items.length === 0) return null;

  async function resume(id: SessionId): Promise<void> {
    if (await command({ type: 'resume-queue', sessionId: id })) focusComposer();
  }
  return (
    <section
      aria-label="Queue"
      className="mb-2 rounded-xl border border-border bg-surface-raised px-2 py-1.5"
    >
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2 px-1 text-sm text-text-muted">
        <span>
          {queue.isHeld ? 'Held after you stopped the run' : 'Sent in this order, one after the other'}
        </span>
        {queue.isHeld && (
          <Button size="sm" icon={<Play aria-hidden />} onClick={() => void resume(sessionId)}>
            Resume
          </Button>
        )}
      </div>
      <ul aria-label="Queued messages" className="flex max-h-48 flex-col overflow-y-auto">
        {queue.items.map((item) => (
          <QueuedItem
            key={item.turnId}
            sessionId={sessionId}
            item={item}
            items={queue.items}
            command={command}
            announce={announce}
            focusComposer={focusComposer}
          />
        ))}
      </ul>
    </section>
  );
}
