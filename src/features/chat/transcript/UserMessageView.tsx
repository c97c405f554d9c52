import { Pencil } from 'lucide-react';
import { memo, useState } from 'react';
import { useStore } from 'zustand';

import type { UserMessage } from '@/domain/sessions';
import { Badge, classes, focusOnArrival, IconButton } from '@/ui';

import { useChat } from '../chat-context';
import { CopyButton } from '../markdown/CopyButton';
import { SafeText } from '../markdown/SafeText';
import { EditMessage } from './EditMessage';
import { MessageTime } from './MessageTime';

/** What the person wrote. It can be edited and sent again; what it replaced stays, and says so. */
export const UserMessageView = memo(function UserMessageView({ message }: { readonly message: UserMessage }) {
  const { folds } = useChat();
  const editId = `edit:${message.turnId}`;
  const isEditing = useStore(folds, (state) => state[editId] ?? false);
  const [focusEdit, setFocusEdit] = useState(false);
  const setEditing = (next: boolean) => {
    setFocusEdit(!next);
    folds.setState({ [editId]: next });
  };
  return (
    <article aria-label="You" className="group/message flex flex-col items-end gap-1">
      {message.isReplaced && <Badge>Replaced by an edited message</Badge>}
      {isEditing ? (
        <EditMessage
          message={message}
          onEnd={() => {
            setEditing(false);
          }}
        />
      ) : (
        <>
          <div
            dir="auto"
            className={classes(
              'max-w-[min(36rem,90%)] rounded-2xl rounded-br-md border px-3.5 py-2 text-lg break-words whitespace-pre-wrap',
              message.isReplaced
                ? 'border-border border-dashed text-text-muted'
                : 'border-transparent bg-accent-soft',
            )}
          >
            <SafeText text={message.text} />
          </div>
          <div className="-mb-4 flex min-h-7 items-center gap-0.5 opacity-0 transition-opacity group-focus-within/message:opacity-100 group-hover/message:opacity-100 pointer-coarse:opacity-100">
            <MessageTime at={message.at} />
            <CopyButton label="Copy message" text={() => message.text} />
            {!message.isReplaced && (
              <IconButton
                size="sm"
                label="Edit"
                icon={<Pencil aria-hidden />}
                ref={focusEdit ? focusOnArrival : undefined}
                onClick={() => {
                  setEditing(true);
                }}
              />
            )}
          </div>
        </>
      )}
    </article>
  );
});
