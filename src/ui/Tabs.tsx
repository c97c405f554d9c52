import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

import { classes } from './classes';

export interface TabsProps<Value extends string> {
  /** The accessible name of the row of tabs. */
  readonly label: string;
  readonly tabs: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: ReactNode;
    readonly panel: ReactNode;
  }[];
  readonly value: Value;
  readonly onValueChange: (value: Value) => void;
  readonly className?: string;
}

export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onValueChange,
  className,
}: TabsProps<Value>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next: Value) => {
        onValueChange(next);
      }}
      className={classes('flex min-h-0 flex-col', className)}
    >
      <Base.List aria-label={label} className="flex shrink-0 gap-1 overflow-x-auto border-b border-border">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px flex h-9 shrink-0 cursor-default items-center gap-1.5 border-b-2 border-transparent px-2 font-medium text-text-muted transition-colors hover:text-text focus-visible:-outline-offset-3 data-active:border-accent data-active:text-text forced-colors:border-[Canvas] forced-colors:data-active:border-[Highlight] pointer-coarse:h-11 [&_svg]:size-4"
          >
            {tab.icon}
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel
          key={tab.value}
          value={tab.value}
          className="min-h-0 flex-1 focus-visible:-outline-offset-2"
        >
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
