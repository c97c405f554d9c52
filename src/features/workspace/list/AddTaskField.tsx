import { Plus } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';

import type { NewTask } from '@/domain/planning';
import { classes } from '@/ui';

import { useChange } from '../change/change-context';
import { problemWords, type ChangeOutcome } from '../change/changes';
import { FieldError } from '../FieldError';
import { afterPress } from './after-press';

export interface AddTaskFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly place: Omit<NewTask, 'title'>;
  /** What was typed before, and how to remember what is typed now. */
  readonly draft?: string;
  readonly onDraft?: (text: string) => void;
  readonly onAdded?: (outcome: ChangeOutcome) => void;
  /** Escape was pressed. */
  readonly onLeave?: () => void;
  readonly onBlurEmpty?: () => void;
  readonly tabIndex?: number;
  readonly isRowFocus?: boolean;
  readonly className?: string;
}

/** Where new tasks are written: Enter adds one and is ready for the next; what cannot be added stays, with what is wrong. */
export function AddTaskField({
  label,
  placeholder,
  place,
  draft = '',
  onDraft,
  onAdded,
  onLeave,
  onBlurEmpty,
  tabIndex,
  isRowFocus = false,
  className,
}: AddTaskFieldProps) {
  const { attempt } = useChange();
  const [text, setText] = useState(draft);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const adding = useRef(Promise.resolve());
  const addingCount = useRef(0);
  const errorId = useId();

  function write(next: string) {
    setText(next);
    setProblem(null);
    onDraft?.(next);
  }

  /** The field is ready for the next title while this one is stored; titles are stored in the order they were written. */
  function add() {
    const title = text;
    write('');
    addingCount.current += 1;
    adding.current = adding.current.then(() => store(title));
  }

  async function store(title: string) {
    const outcome = await attempt((commands) => commands.createTask({ ...place, title }));
    addingCount.current -= 1;
    if (outcome.type === 'committed') {
      onAdded?.(outcome);
      leaveIfEmpty();
      return;
    }
    putBack(title);
    if (outcome.type === 'invalid') setProblem(problemWords(outcome.problems));
  }

  /** What could not be added stays, and what was written behind it meanwhile. */
  function putBack(title: string) {
    const next = field.current?.value ?? '';
    write(next === '' ? title : `${title} ${next}`);
  }

  function leaveIfEmpty() {
    const element = field.current;
    if (element === null || element === document.activeElement || addingCount.current > 0) return;
    if (element.value.trim() !== '') return;
    setProblem(null);
    onBlurEmpty?.();
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add();
    } else if (event.key === 'Escape' && onLeave !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      setProblem(null);
      onLeave();
    }
  }

  return (
    <span className={classes('block min-w-0 flex-1', className)}>
      <span className="flex min-w-0 items-center gap-1.5">
        <span
          aria-hidden
          className="inline-flex size-6 shrink-0 items-center justify-center text-text-muted pointer-coarse:size-11"
        >
          <Plus className="size-4" />
        </span>
        <input
          ref={field}
          dir="auto"
          type="text"
          autoComplete="off"
          enterKeyHint="done"
          aria-label={label}
          aria-invalid={problem !== null}
          aria-describedby={errorId}
          placeholder={placeholder}
          tabIndex={tabIndex}
          data-row-focus={isRowFocus ? '' : undefined}
          value={text}
          onChange={(event) => {
            write(event.target.value);
          }}
          onKeyDown={press}
          onBlur={() => {
            afterPress(leaveIfEmpty);
          }}
          className="h-8 w-full min-w-0 rounded-sm bg-transparent px-1 outline-none placeholder:text-text-muted focus-visible:bg-surface-raised focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-focus aria-invalid:outline-2 aria-invalid:-outline-offset-1 aria-invalid:outline-danger pointer-coarse:h-11"
        />
      </span>
      <FieldError id={errorId} problem={problem} />
    </span>
  );
}
