import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';

import { classes } from './classes';
import { useFieldControl } from './field-context';
import { popupLandmark } from './popup-landmark';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: ReactNode;
}

export interface SelectProps<Value extends string> {
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value;
  readonly onValueChange: (value: Value) => void;
  /** The accessible name, where no `Field` gives one. */
  readonly label?: string;
  /** `quiet` has no edge until one points at it: for rows of facts. */
  readonly look?: 'field' | 'quiet';
  readonly disabled?: boolean;
  readonly className?: string;
}

export function Select<Value extends string>({
  options,
  value,
  onValueChange,
  label,
  look = 'field',
  disabled = false,
  className,
}: SelectProps<Value>) {
  const { id, ...field } = useFieldControl();
  const selected = options.find((option) => option.value === value);
  return (
    <Base.Root<Value>
      id={id}
      items={options}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onValueChange(next);
      }}
    >
      <Base.Trigger
        {...field}
        aria-label={label}
        className={classes('group/trigger', triggerLooks[look], className)}
      >
        {selected?.icon}
        <span className="min-w-0 flex-1 truncate text-left">{selected?.label}</span>
        <ChevronsUpDown
          aria-hidden
          className={classes('size-3.5 shrink-0 text-text-muted', look === 'quiet' && quietChevron)}
        />
      </Base.Trigger>
      <Base.Portal {...popupLandmark}>
        <Base.Positioner
          alignItemWithTrigger={false}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50"
        >
          <Base.Popup className="floating max-w-[calc(100vw-1rem)] min-w-(--anchor-width) p-1">
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto overscroll-contain outline-none">
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} className="floating-item pr-2">
                  <span className="flex min-w-0 flex-1 items-center gap-2 [&_svg]:size-4 [&_svg]:shrink-0">
                    {option.icon}
                    <Base.ItemText className="truncate">{option.label}</Base.ItemText>
                  </span>
                  <span className="ml-3 size-4 shrink-0">
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4 text-accent-text" />
                    </Base.ItemIndicator>
                  </span>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Shared with the combobox, so that both look like one family. */
export const triggerLooks = {
  field:
    'control flex h-8 w-full min-w-0 cursor-default items-center gap-2 px-2.5 select-none pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0',
  quiet:
    'flex h-7 max-w-full min-w-0 cursor-default items-center gap-1.5 rounded-md px-2 select-none transition-colors hover:bg-hover data-disabled:opacity-55 data-popup-open:bg-hover pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0',
} as const;

export const quietChevron =
  'opacity-0 transition-opacity group-hover/trigger:opacity-100 group-focus-visible/trigger:opacity-100 group-data-popup-open/trigger:opacity-100 pointer-coarse:opacity-100';
