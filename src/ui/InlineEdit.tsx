import {
  useCallback,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react';

import { classes } from './classes';
import { ErrorText } from './ErrorText';

export interface InlineEditHandle {
  /** Begins to edit, for a "Rename" elsewhere. */
  edit(): void;
}

export interface InlineEditProps {
  /** What is being edited, such as "Title". */
  readonly label: string;
  readonly value: string;
  /** @returns what is wrong with the value, or `null` once it is saved. */
  readonly onSave: (value: string) => string | null | Promise<string | null>;
  /** Shown while the value is empty. */
  readonly placeholder?: string;
  readonly ref?: Ref<InlineEditHandle>;
  readonly className?: string;
}

/**
 * A text that becomes a field when it is clicked, or with Enter or F2. Enter and leaving it save, Escape brings back what
 * was there. When saving fails, what was typed stays, with what is wrong below it.
 */
export function InlineEdit({ label, value, onSave, placeholder = 'Empty', ref, className }: InlineEditProps) {
  const [phase, setPhase] = useState<Phase>({ type: 'showing' });
  const field = useRef<HTMLTextAreaElement>(null);
  const returnFocus = useRef(false);
  const errorId = useId();

  function edit() {
    setPhase({ type: 'editing', draft: value, error: null });
  }
  useImperativeHandle(ref, () => ({ edit }));

  const enterField = useCallback((element: HTMLTextAreaElement | null) => {
    field.current = element;
    element?.focus();
    element?.select();
  }, []);
  const enterText = useCallback((element: HTMLButtonElement | null) => {
    if (element === null || !returnFocus.current) return;
    returnFocus.current = false;
    element.focus();
  }, []);

  function show() {
    returnFocus.current = document.activeElement === field.current;
    setPhase({ type: 'showing' });
  }

  async function save(draft: string) {
    if (draft === value) {
      show();
      return;
    }
    setPhase({ type: 'saving', draft });
    try {
      const error = await onSave(draft);
      if (error === null) show();
      else setPhase({ type: 'editing', draft, error });
    } catch (cause) {
      reportError(cause);
      setPhase({ type: 'editing', draft, error: 'This could not be saved. Try again.' });
    }
  }

  if (phase.type === 'showing') {
    return (
      <button
        ref={enterText}
        type="button"
        aria-label={`Edit ${label}: ${value === '' ? placeholder : value}`}
        onClick={edit}
        onKeyDown={(event) => {
          if (event.key === 'F2') edit();
        }}
        className={classes(
          box,
          'cursor-text break-words hover:bg-hover',
          value === '' && 'text-text-muted',
          className,
        )}
      >
        {value === '' ? placeholder : value}
      </button>
    );
  }

  const isSaving = phase.type === 'saving';
  const error = isSaving ? null : phase.error;

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Escape means something to the page around it too; here it is for the field.
    if (event.key === 'Escape') event.stopPropagation();
    // A key that ends a composition chooses a character; it neither saves nor leaves.
    if (event.nativeEvent.isComposing || phase.type !== 'editing') return;
    if (event.key === 'Escape') {
      show();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void save(phase.draft);
    }
  }

  return (
    <span className="flex min-w-0 flex-1 flex-col">
      <textarea
        ref={enterField}
        rows={1}
        aria-label={label}
        aria-busy={isSaving}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        readOnly={isSaving}
        value={phase.draft}
        onChange={(event) => {
          setPhase({ type: 'editing', draft: event.target.value.replaceAll(/[\r\n]+/g, ' '), error: null });
        }}
        onKeyDown={press}
        onBlur={() => {
          // Leaving saves; while it is being saved already, there is nothing left to do.
          if (phase.type === 'editing') void save(phase.draft);
        }}
        className={classes(
          box,
          'field-sizing-content max-h-48 resize-none bg-surface-raised outline-2 -outline-offset-2 outline-focus aria-busy:opacity-70 aria-invalid:outline-danger',
          className,
        )}
      />
      <ErrorText id={errorId} error={error} />
    </span>
  );
}

type Phase =
  | { readonly type: 'showing' }
  | { readonly type: 'editing'; readonly draft: string; readonly error: string | null }
  | { readonly type: 'saving'; readonly draft: string };

/** The text and the field have the same box, so that nothing jumps. */
const box =
  'block w-full min-w-0 rounded-md border border-transparent px-1.5 py-0.5 text-left font-[inherit] text-[length:inherit] leading-[inherit] tracking-[inherit] pointer-coarse:min-h-11 pointer-coarse:py-2.5';
