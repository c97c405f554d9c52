import { useState, type ReactNode, type SyntheticEvent } from 'react';

import type { ArgumentField } from '@/domain/sessions';
import { DateField, Field, Select, TextArea, TextField } from '@/ui';

import { textOfValue, unreadable, type FieldText } from './argument-values';
import { VisibleText } from './VisibleText';

export interface ArgumentFieldsProps {
  readonly fields: readonly ArgumentField[];
  readonly texts: ReadonlyMap<string, FieldText>;
  readonly problems: ReadonlyMap<string, string>;
  readonly onEdit: (field: string, text: FieldText) => void;
}

/** One labelled field for each argument, of its type, with what it was where it was changed. */
export function ArgumentFields({ fields, texts, problems, onEdit }: ArgumentFieldsProps) {
  return (
    <div role="group" aria-label="Arguments" className="flex flex-col gap-3">
      {fields.map((field) => (
        <EditedField
          key={field.name}
          field={field}
          text={texts.get(field.name) ?? ''}
          problem={problems.get(field.name) ?? null}
          onEdit={(text) => {
            onEdit(field.name, text);
          }}
        />
      ))}
    </div>
  );
}

interface ControlProps {
  readonly field: ArgumentField;
  readonly text: FieldText;
  readonly onEdit: (text: FieldText) => void;
}

function EditedField({ field, text, problem, onEdit }: ControlProps & { readonly problem: string | null }) {
  const [isFocused, setIsFocused] = useState(false);
  const was = textOfValue(field);
  // A day is no day until its last digit is typed; that is no news to who types it.
  const shown = text === unreadable && isFocused ? null : problem;
  return (
    <div
      className="min-w-0"
      onFocus={() => {
        setIsFocused(true);
      }}
      onBlur={() => {
        setIsFocused(false);
      }}
    >
      <Field
        label={field.label}
        required={field.isRequired}
        error={shown}
        {...(field.type === 'text-list' && { hint: 'One per line.' })}
      >
        <Control field={field} text={text} onEdit={onEdit} />
      </Field>
      {text !== was && (
        <p className="mt-1 line-clamp-3 text-sm break-words whitespace-pre-wrap text-text-muted">
          Was:{' '}
          <del>
            <VisibleText text={was === '' ? 'nothing' : was} />
          </del>
        </p>
      )}
    </div>
  );
}

function Control(props: ControlProps) {
  const { field, text, onEdit } = props;
  switch (field.type) {
    case 'text':
      return <TextField dir="auto" value={text} onValueChange={onEdit} />;
    case 'long-text':
      return <TextArea dir="auto" value={text} onValueChange={onEdit} />;
    case 'text-list':
      return (
        <TextArea
          dir="auto"
          rows={1}
          value={text}
          onValueChange={onEdit}
          className="min-h-10! pointer-coarse:min-h-11!"
        />
      );
    case 'number':
      return <TextField inputMode="decimal" value={text} onValueChange={onEdit} className="max-w-40" />;
    case 'choice':
      return <Select options={choicesOf(field)} value={text} onValueChange={onEdit} className="max-w-72" />;
    case 'date':
      return <DayControl {...props} />;
    case 'time':
      return <TimeControl {...props} />;
  }
}

function DayControl({ field, text, onEdit }: ControlProps) {
  return (
    <Readable onEdit={onEdit}>
      <DateField
        value={text === '' || text === unreadable ? null : text}
        clearLabel={`Clear ${field.label.toLowerCase()}`}
        min="0001-01-01"
        max="9999-12-31"
        onValueChange={(day) => {
          onEdit(day ?? '');
        }}
        className="max-w-56"
      />
    </Readable>
  );
}

function TimeControl({ text, onEdit }: ControlProps) {
  return (
    <Readable onEdit={onEdit}>
      <TextField
        type="time"
        value={text === unreadable ? '' : text}
        onValueChange={onEdit}
        className="max-w-40"
      />
    </Readable>
  );
}

interface ReadableProps {
  readonly onEdit: (text: FieldText) => void;
  readonly children: ReactNode;
}

/**
 * Tells a day or time that is typed and does not exist from none at all. Browsers give an empty value for both, and tell of no change
 * where the value was empty before; so both kinds of events are heard, after the control itself.
 */
function Readable({ onEdit, children }: ReadableProps) {
  function read({ target }: SyntheticEvent) {
    if (target instanceof HTMLInputElement) onEdit(target.validity.badInput ? unreadable : target.value);
  }
  return (
    <div onInput={read} onChange={read}>
      {children}
    </div>
  );
}

function choicesOf({ choices, isRequired }: ArgumentField) {
  return isRequired ? choices : [{ value: '', label: 'Not set' }, ...choices];
}
