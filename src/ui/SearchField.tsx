import { Search, X } from 'lucide-react';
import { useRef, type ComponentProps, type KeyboardEvent } from 'react';

import { classes } from './classes';

export interface SearchFieldProps extends Omit<
  ComponentProps<'input'>,
  'value' | 'onChange' | 'size' | 'type' | 'ref' | 'aria-label'
> {
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

export function SearchField({
  label,
  value,
  onValueChange,
  className,
  placeholder = label,
  ...rest
}: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);

  function clearOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || value === '') return;
    // Escape means something to the page around it too; here it was for the field.
    event.stopPropagation();
    event.preventDefault();
    onValueChange('');
  }

  return (
    <div className={classes('relative flex min-w-0 items-center', className)}>
      <Search aria-hidden className="pointer-events-none absolute left-2.5 size-4 text-text-muted" />
      <input
        {...rest}
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          onValueChange(event.target.value);
        }}
        onKeyDown={clearOnEscape}
        className="control h-8 w-full min-w-0 appearance-none pr-8 pl-8.5 pointer-coarse:h-11 pointer-coarse:pr-11 [&::-webkit-search-cancel-button]:hidden"
      />
      {value !== '' && (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            onValueChange('');
            input.current?.focus();
          }}
          className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-text-muted hover:bg-hover hover:text-text pointer-coarse:right-0 pointer-coarse:size-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
}
