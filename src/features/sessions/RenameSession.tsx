import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

export interface RenameSessionProps {
  readonly title: string;
  /** @returns what is wrong with the title; null when it was taken. */
  readonly onSave: (title: string) => Promise<string | null>;
  /** `keyboard`: with a key, after which the focus has to go somewhere; it has gone already when the field was left. */
  readonly onClose: (how: 'keyboard' | 'left') => void;
}

/** The title in place of itself. Enter and leaving it save, Escape does not; what cannot be saved stays, with what is wrong. */
export function RenameSession({ title, onSave, onClose }: RenameSessionProps) {
  const [draft, setDraft] = useState(title);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const errorId = useId();

  useEffect(() => {
    // The menu that led here gives the focus back to its button first.
    const frame = requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.select();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, []);

  function close(how: 'keyboard' | 'left') {
    isDone.current = true;
    onClose(how);
  }

  async function save(how: 'keyboard' | 'left') {
    if (isDone.current) return;
    if (draft.trim() === title) {
      close(how);
      return;
    }
    const found = await onSave(draft);
    if (found === null) close(how);
    else setProblem(found);
  }

  function press(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void save('keyboard');
    if (event.key === 'Escape') close('keyboard');
  }

  return (
    <div className="py-0.5">
      <input
        ref={field}
        dir="auto"
        aria-label="Title of the session"
        aria-invalid={problem !== null}
        aria-describedby={errorId}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
          setProblem(null);
        }}
        onKeyDown={press}
        onBlur={() => void save('left')}
        className="control h-8 w-full min-w-0 px-2 pointer-coarse:h-11"
      />
      <p id={errorId} className="px-2 text-sm text-danger-text empty:hidden">
        {problem}
      </p>
    </div>
  );
}
