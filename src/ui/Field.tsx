import { useId, type ReactNode } from 'react';

import { classes } from './classes';
import { ErrorText } from './ErrorText';
import { FieldContext, type FieldControl } from './field-context';

export interface FieldProps {
  readonly label: string;
  /** For places where something visible already says it. */
  readonly labelHidden?: boolean;
  readonly hint?: string;
  /** What is wrong and what to do; read out when it appears, and again with the control. */
  readonly error?: string | null;
  readonly required?: boolean;
  readonly className?: string;
  /** One control of this room. */
  readonly children: ReactNode;
}

export function Field({
  label,
  labelHidden = false,
  hint,
  error = null,
  required = false,
  className,
  children,
}: FieldProps) {
  const id = useId();
  return (
    <div className={classes('flex min-w-0 flex-col gap-1.5', className)}>
      <label
        id={`${id}-label`}
        htmlFor={`${id}-control`}
        className={labelHidden ? 'sr-only' : 'self-start text-sm font-medium'}
      >
        {label}
        {required && (
          <span aria-hidden className="ml-0.5 text-danger-text">
            *
          </span>
        )}
      </label>
      <FieldContext value={controlAttributes(id, { hint, error, required })}>{children}</FieldContext>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-text-muted">
          {hint}
        </p>
      )}
      <ErrorText id={`${id}-error`} error={error} />
    </div>
  );
}

function controlAttributes(
  id: string,
  { hint, error, required }: { hint: string | undefined; error: string | null; required: boolean },
): FieldControl {
  const descriptions = classes(hint !== undefined && `${id}-hint`, error !== null && `${id}-error`);
  return {
    id: `${id}-control`,
    'aria-labelledby': `${id}-label`,
    ...(descriptions !== '' && { 'aria-describedby': descriptions }),
    ...(error !== null && { 'aria-invalid': true }),
    ...(required && { 'aria-required': true }),
  };
}
