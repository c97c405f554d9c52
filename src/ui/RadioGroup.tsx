import { useId, type ReactNode } from 'react';

import { classes } from './classes';

export interface RadioOption<Value extends string> {
  readonly value: Value;
  /** Names the choice. */
  readonly label: string;
  /** What choosing it means; read out after the label. */
  readonly detail?: ReactNode;
}

export interface RadioGroupProps<Value extends string> {
  readonly label: string;
  /** For places where something visible already says it. */
  readonly labelHidden?: boolean;
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value;
  readonly onValueChange: (value: Value) => void;
}

/** One of a few, all of them in sight. Arrow keys move the choice, Tab passes by. */
export function RadioGroup<Value extends string>({
  label,
  labelHidden = false,
  options,
  value,
  onValueChange,
}: RadioGroupProps<Value>) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={`${id}-label`} className="flex min-w-0 flex-col gap-1.5">
      <span id={`${id}-label`} className={labelHidden ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </span>
      <div className="divide-y divide-border overflow-clip rounded-lg border border-border">
        {options.map((option, index) => (
          <label
            key={option.value}
            className="relative flex min-h-9 items-start gap-2.5 px-3 py-2.5 transition-colors not-has-checked:hover:bg-hover has-checked:bg-selected pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              aria-labelledby={`${id}-${String(index)}-label`}
              aria-describedby={option.detail === undefined ? undefined : `${id}-${String(index)}-detail`}
              onChange={() => {
                onValueChange(option.value);
              }}
              className={radioClass}
            />
            <span className="min-w-0 flex-1">
              <span id={`${id}-${String(index)}-label`} className="block font-medium break-words">
                {option.label}
              </span>
              {option.detail !== undefined && (
                <span
                  id={`${id}-${String(index)}-detail`}
                  className="mt-0.5 block text-sm text-pretty break-words text-text-muted"
                >
                  {option.detail}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}

/** The dot is a thick border: it stays in forced colours, where backgrounds do not. */
const radioClass = classes(
  'mt-0.5 size-4 shrink-0 cursor-default appearance-none rounded-full border-[1.5px] border-border-control bg-surface-raised transition-[border-width,border-color]',
  'checked:border-[5px] checked:border-accent forced-colors:checked:border-[Highlight]',
);
