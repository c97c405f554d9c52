import type { KeyboardEvent } from 'react';

import { Button, Field, TextArea } from '@/ui';

import type { ChangeOutcome } from '../change/changes';
import { useFieldDraft } from './use-field-draft';

export interface DraftFieldProps {
  readonly label: string;
  readonly stored: string;
  readonly onSave: (text: string) => Promise<ChangeOutcome>;
  /** `line`: Enter saves. `text`: Enter is a new line, and Ctrl or Command with Enter saves. */
  readonly kind: 'line' | 'text';
  readonly placeholder?: string;
}

/** A text of the workspace that is saved when the field is left. */
export function DraftField({ label, stored, onSave, kind, placeholder }: DraftFieldProps) {
  const draft = useFieldDraft(stored, onSave);

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    if (kind === 'text' && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    draft.save();
  }

  return (
    <div>
      <Field label={label} error={draft.problem}>
        <TextArea
          dir="auto"
          rows={kind === 'line' ? 1 : 3}
          value={draft.text}
          placeholder={placeholder}
          onValueChange={(text) => {
            draft.type(kind === 'line' ? text.replaceAll(/[\r\n]+/g, ' ') : text);
          }}
          onKeyDown={press}
          onBlur={draft.save}
          className={kind === 'line' ? 'min-h-8! resize-none text-lg font-medium' : ''}
        />
      </Field>
      {draft.newer !== null && (
        <div
          role="status"
          className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-text-muted"
        >
          <span className="min-w-0 break-words">
            Changed meanwhile to <bdi className="font-medium text-text">{shortened(draft.newer)}</bdi>. What
            you typed is kept, and takes its place when you leave the field.
          </span>
          <Button size="sm" onMouseDown={keepFocus} onClick={draft.discard}>
            Use the newer text
          </Button>
        </div>
      )}
    </div>
  );
}

/** Pressing the button must not leave the field, which would save it. */
function keepFocus(event: { preventDefault(): void }): void {
  event.preventDefault();
}

function shortened(text: string): string {
  if (text === '') return 'nothing';
  return text.length > 80 ? `“${text.slice(0, 80)}…”` : `“${text}”`;
}
