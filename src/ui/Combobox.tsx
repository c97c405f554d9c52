import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronsUpDown, Search } from 'lucide-react';
import type { ReactNode } from 'react';

import { classes } from './classes';
import { useFieldControl } from './field-context';
import { quietChevron, triggerLooks } from './Select';

export interface ComboboxOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A second fact, shown small and searched too. */
  readonly hint?: string;
  readonly icon?: ReactNode;
}

export interface ComboboxProps<Value extends string> {
  readonly options: readonly ComboboxOption<Value>[];
  readonly value: Value | null;
  readonly onValueChange: (value: Value | null) => void;
  /** Offers "none of them" under this name, and shows it while nothing is chosen. */
  readonly noneLabel?: string;
  /** Shown while nothing is chosen and there is no `noneLabel`. */
  readonly placeholder?: string;
  /** The accessible name, where no `Field` gives one. */
  readonly label?: string;
  readonly look?: 'field' | 'quiet';
  readonly disabled?: boolean;
  readonly className?: string;
}

/** One choice out of many, found by typing. */
export function Combobox<Value extends string>({
  options,
  value,
  onValueChange,
  noneLabel,
  placeholder = 'Choose…',
  label,
  look = 'field',
  disabled = false,
  className,
}: ComboboxProps<Value>) {
  const { id, ...field } = useFieldControl();
  const { contains } = Base.useFilter();
  const items: readonly Item<Value>[] =
    noneLabel === undefined ? options : [{ value: null, label: noneLabel }, ...options];
  const selected = items.find((item) => item.value === value) ?? null;
  return (
    <Base.Root<Item<Value>>
      id={id}
      items={items}
      limit={shownAtMost}
      autoHighlight
      value={selected}
      disabled={disabled}
      isItemEqualToValue={(item, other) => item.value === other.value}
      filter={(item, query) => contains(`${item.label} ${item.hint ?? ''}`, query)}
      onValueChange={(item) => {
        onValueChange(item?.value ?? null);
      }}
    >
      <Base.Trigger
        {...field}
        aria-label={label}
        className={classes('group/trigger', triggerLooks[look], className)}
      >
        <Choice item={selected ?? { value: null, label: placeholder }} />
        <ChevronsUpDown
          aria-hidden
          className={classes('size-3.5 shrink-0 text-text-muted', look === 'quiet' && quietChevron)}
        />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup
            aria-label={label}
            aria-labelledby={label === undefined ? field['aria-labelledby'] : undefined}
            className="floating flex max-h-[min(22rem,var(--available-height))] w-[max(var(--anchor-width),18rem)] max-w-(--available-width) flex-col overflow-hidden"
          >
            <div className="flex items-center gap-2 border-b border-border px-3">
              <Search aria-hidden className="size-4 shrink-0 text-text-muted" />
              <Base.Input
                aria-label="Search"
                placeholder="Search…"
                className="h-9 min-w-0 flex-1 bg-transparent outline-none pointer-coarse:h-12"
              />
            </div>
            <Base.Empty>
              <p className="px-3 py-4 text-text-muted">Nothing matches.</p>
            </Base.Empty>
            <Base.List className="min-h-0 flex-1 scroll-py-1 overflow-y-auto overscroll-contain p-1 outline-none empty:p-0">
              {(item: Item<Value>) => (
                <Base.Item key={item.value ?? ''} value={item} className="floating-item">
                  <Choice item={item} showsHint />
                  <span className="size-4 shrink-0">
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4 text-accent-text" />
                    </Base.ItemIndicator>
                  </span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Choice({ item, showsHint = false }: { readonly item: Item<string>; readonly showsHint?: boolean }) {
  return (
    <span
      className={classes(
        'flex min-w-0 flex-1 items-center gap-2 text-left [&_svg]:size-4 [&_svg]:shrink-0',
        item.value === null && 'text-text-muted',
      )}
    >
      {item.icon}
      <span className="truncate">{item.label}</span>
      {showsHint && item.hint !== undefined && (
        <span className="ml-auto shrink-[9999] truncate pl-2 text-sm text-text-muted">{item.hint}</span>
      )}
    </span>
  );
}

type Item<Value extends string> =
  | ComboboxOption<Value>
  | { readonly value: null; readonly label: string; readonly hint?: never; readonly icon?: never };

/** More than anybody reads; typing brings up the rest. It keeps ten thousand options from being drawn. */
const shownAtMost = 200;
