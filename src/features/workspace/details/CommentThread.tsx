import { Pencil, Trash2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useShallow } from 'zustand/react/shallow';

import { commentsOn, type Comment, type ProjectId, type TaskId } from '@/domain/workspace';
import { useWorkspaceState } from '@/state/workspace';
import { Avatar, Button, Field, focusOnArrival, IconButton, TextArea } from '@/ui';

import { useChange } from '../change/change-context';
import { problemWords, type ChangeOutcome } from '../change/changes';
import { usePanel } from '../panel-context';
import { momentWords } from '../words/moment-words';

/** How the person who uses the app is called beside what they say. */
const ownName = 'You';

export interface CommentThreadProps {
  readonly projectId: ProjectId;
  /** Null for what is said about the project itself. */
  readonly taskId: TaskId | null;
}

/** What was said about a task or a project, and the place to say more. */
export function CommentThread({ projectId, taskId }: CommentThreadProps) {
  const comments = useWorkspaceState(
    useShallow(({ workspace }) => commentsOn(workspace, taskId ?? projectId)),
  );
  const { attempt } = useChange();
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <section aria-label="Comments" className="flex flex-col gap-3">
      <h3 className="text-sm font-medium">
        Comments{comments.length > 0 && ` (${String(comments.length)})`}
      </h3>
      {comments.length > 0 && (
        <ul aria-label="Comments" className="flex flex-col gap-4">
          {comments.map((comment) => (
            <CommentItem
              key={comment.id}
              comment={comment}
              onGone={() => {
                field.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      <CommentForm
        label="Add a comment"
        text=""
        draftKey={`comment:${taskId ?? projectId}`}
        submitLabel="Comment"
        fieldRef={field}
        onSubmit={(text) =>
          attempt((commands) => commands.addComment({ projectId, taskId, author: ownName, text }))
        }
      />
    </section>
  );
}

function CommentItem({ comment, onGone }: { readonly comment: Comment; readonly onGone: () => void }) {
  const { attempt, change } = useChange();
  const { drafts } = usePanel();
  const draftKey = `comment-edit:${comment.id}`;
  const [editing, setEditing] = useState<Editing>(() =>
    drafts.read(draftKey) === '' ? 'none' : 'taken-up-again',
  );
  const editButton = useRef<HTMLButtonElement>(null);

  function stopEditing() {
    setEditing('none');
    requestAnimationFrame(() => editButton.current?.focus());
  }

  async function remove() {
    await change((commands) => commands.deleteComment(comment.id));
    onGone();
  }

  return (
    <li className="flex min-w-0 gap-2.5">
      <Avatar name={comment.author} size="md" />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-7 min-w-0 items-center gap-x-2">
          <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
            <bdi className="font-medium break-words">{comment.author}</bdi>
            <span className="text-sm text-text-muted tabular-nums">{momentWords(comment.at)}</span>
          </p>
          {editing === 'none' && (
            <span className="flex">
              <IconButton
                ref={editButton}
                size="sm"
                label="Edit comment"
                icon={<Pencil aria-hidden />}
                onClick={() => {
                  setEditing('begun');
                }}
              />
              <IconButton
                size="sm"
                label="Delete comment"
                icon={<Trash2 aria-hidden />}
                onClick={() => void remove()}
              />
            </span>
          )}
        </div>
        {editing !== 'none' ? (
          <CommentForm
            label="Edit comment"
            text={comment.text}
            draftKey={draftKey}
            submitLabel="Save"
            startsFocused={editing === 'begun'}
            onSubmit={(text) => attempt((commands) => commands.editComment(comment.id, text))}
            onDone={stopEditing}
            onCancel={stopEditing}
          />
        ) : (
          <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {comment.text}
          </p>
        )}
      </div>
    </li>
  );
}

/** An edit that was left half-way goes on without taking the focus: nobody has asked for it just now. */
type Editing = 'none' | 'begun' | 'taken-up-again';

interface CommentFormProps {
  readonly label: string;
  readonly text: string;
  /** Where a text that is not submitted yet is kept. */
  readonly draftKey: string;
  readonly submitLabel: string;
  readonly startsFocused?: boolean;
  readonly fieldRef?: RefObject<HTMLTextAreaElement | null>;
  readonly onSubmit: (text: string) => Promise<ChangeOutcome>;
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
}

function CommentForm({
  label,
  text,
  draftKey,
  submitLabel,
  startsFocused = false,
  fieldRef,
  onSubmit,
  onDone,
  onCancel,
}: CommentFormProps) {
  const { drafts } = usePanel();
  const [draft, setDraft] = useState(() => drafts.read(draftKey) || text);
  const [problem, setProblem] = useState<string | null>(null);
  const isSubmitting = useRef(false);

  function write(next: string) {
    setDraft(next);
    drafts.write(draftKey, next === text ? '' : next);
  }

  async function submit() {
    if (isSubmitting.current) return;
    isSubmitting.current = true;
    const outcome = await onSubmit(draft);
    isSubmitting.current = false;
    if (outcome.type === 'invalid') return setProblem(problemWords(outcome.problems));
    if (outcome.type === 'failed') return;
    // More may have been written meanwhile.
    if (drafts.read(draftKey) === draft) write(text);
    onDone?.();
  }

  function cancel(leave: () => void) {
    write(text);
    leave();
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'Escape' && onCancel !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      cancel(onCancel);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className="flex flex-col gap-2"
    >
      <Field label={label} labelHidden error={problem}>
        <TextArea
          ref={startsFocused ? focusOnArrival : fieldRef}
          dir="auto"
          rows={2}
          placeholder={label}
          value={draft}
          onValueChange={(next) => {
            write(next);
            setProblem(null);
          }}
          onKeyDown={press}
        />
      </Field>
      <div className="flex justify-end gap-2">
        {onCancel !== undefined && (
          <Button
            size="sm"
            onClick={() => {
              cancel(onCancel);
            }}
          >
            Cancel
          </Button>
        )}
        <Button size="sm" type="submit">
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
