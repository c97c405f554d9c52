import { Menu as Base } from '@base-ui/react/menu';
import { Check, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

import { classes } from './classes';
import { Kbd } from './Kbd';
import { popupClass } from './Menu';
import { popupLandmark } from './popup-landmark';

export interface MenuItemProps {
  readonly icon?: ReactNode;
  /** A key combination such as `Mod+Z`, shown only: somebody else listens for it. */
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuItem({
  icon,
  shortcut,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={classes('floating-item', danger && 'text-danger-text data-highlighted:bg-danger-soft')}
    >
      <Icon danger={danger}>{icon}</Icon>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut !== undefined && (
        <span className="ml-4">
          <Kbd keys={shortcut} />
        </span>
      )}
    </Base.Item>
  );
}

export interface MenuSubmenuProps {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export function MenuSubmenu({ label, icon, disabled = false, children }: MenuSubmenuProps) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger disabled={disabled} className="floating-item">
        <Icon>{icon}</Icon>
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <ChevronRight aria-hidden className="ml-4 size-4 text-text-muted" />
      </Base.SubmenuTrigger>
      <Base.Portal {...popupLandmark}>
        <Base.Positioner sideOffset={2} alignOffset={-5} collisionPadding={8} className="z-50">
          <Base.Popup className={popupClass}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  );
}

export interface MenuRadioGroupProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly onValueChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: ReactNode }[];
}

/** One of a few, chosen inside a menu. */
export function MenuRadioGroup<Value extends string>({
  label,
  value,
  onValueChange,
  options,
}: MenuRadioGroupProps<Value>) {
  return (
    <Base.Group>
      <Base.GroupLabel className={groupLabelClass}>{label}</Base.GroupLabel>
      <Base.RadioGroup
        value={value}
        onValueChange={(next: Value) => {
          onValueChange(next);
        }}
      >
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className="floating-item">
            <Icon>{option.icon}</Icon>
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            <span className="ml-3 size-4 shrink-0">
              <Base.RadioItemIndicator>
                <Check aria-hidden className="size-4 text-accent-text" />
              </Base.RadioItemIndicator>
            </span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export interface MenuCheckboxItemProps {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** On or off, chosen inside a menu, which stays open. */
export function MenuCheckboxItem({ checked, onCheckedChange, icon, children }: MenuCheckboxItemProps) {
  return (
    <Base.CheckboxItem
      checked={checked}
      onCheckedChange={(next) => {
        onCheckedChange(next);
      }}
      className="floating-item"
    >
      <Icon>{icon}</Icon>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      <span className="ml-3 size-4 shrink-0">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden className="size-4 text-accent-text" />
        </Base.CheckboxItemIndicator>
      </span>
    </Base.CheckboxItem>
  );
}

export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className={groupLabelClass}>{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-border" />;
}

function Icon({ danger = false, children }: { readonly danger?: boolean; readonly children: ReactNode }) {
  if (children === undefined) return null;
  return (
    <span aria-hidden className={classes('shrink-0 [&_svg]:size-4', !danger && 'text-text-muted')}>
      {children}
    </span>
  );
}

const groupLabelClass = 'px-2 pt-1.5 pb-1 text-xs font-medium text-text-muted select-none';
