import type { ArgumentField } from '@/domain/sessions';
import { DateField, Field, Select, TextArea, TextField } from '@/ui';

import { textOfValue, type FieldText } from './argument-values';

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
      {fields.map((field) => {
        const text = texts.get(field.name) ?? '';
        const was = textOfValue(field);
        return (
          <div key={field.name} className="min-w-0">
            <Field
              label={field.label}
              required={field.isRequired}
              error={problems.get(field.name) ?? null}
              {...(field.type === 'text-list' && { hint: 'One in each line.' })}
            >
              <Control
                field={field}
                text={text}
                onEdit={(next) => {
                  onEdit(field.name, next);
                }}
              />
            </Field>
            {text !== was && (
              <p dir="auto" className="mt-1 line-clamp-2 text-sm break-words text-text-muted">
                <span>Was: </span>
                <del>{was === '' ? 'nothing' : was}</del>
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

interface ControlProps {
  readonly field: ArgumentField;
  readonly text: FieldText;
  readonly onEdit: (text: FieldText) => void;
}

function Control({ field, text, onEdit }: ControlProps) {
  switch (field.type) {
    case 'long-text':
    case 'text-list':
      return <TextArea dir="auto" value={text} onValueChange={onEdit} />;
    case 'date':
      return (
        <DateField
          value={text === '' ? null : text}
          clearLabel={`Clear ${field.label.toLowerCase()}`}
          onValueChange={(day) => {
            onEdit(day ?? '');
          }}
        />
      );
    case 'choice':
      return <Select options={choicesOf(field)} value={text} onValueChange={onEdit} />;
    case 'number':
      return <TextField inputMode="decimal" value={text} onValueChange={onEdit} />;
    case 'time':
      return <TextField type="time" value={text} onValueChange={onEdit} />;
    case 'text':
      return <TextField dir="auto" value={text} onValueChange={onEdit} />;
  }
}

function choicesOf({ choices, isRequired }: ArgumentField) {
  return isRequired ? choices : [{ value: '', label: 'Not set' }, ...choices];
}
