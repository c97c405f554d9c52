import { Autocomplete as Base } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useRef, type ReactNode } from 'react';

import { classes } from './classes';
import { backdropClass, dialogSurface } from './Dialog';
import { Kbd } from './Kbd';

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** A second fact, shown small and searched too. */
  readonly hint?: string;
  readonly icon?: ReactNode;
  /** A key combination such as `Mod+Z`, shown only: somebody else listens for it. */
  readonly shortcut?: string;
  readonly onSelect: () => void;
}

export interface PaletteGroup {
  readonly label: string;
  readonly items: readonly PaletteItem[];
}

export interface CommandPaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The accessible name of the dialog and of its field. */
  readonly label: string;
  readonly groups: readonly PaletteGroup[];
}

/** Everything that can be done or gone to, found by typing. */
export function CommandPalette({ open, onOpenChange, label, groups }: CommandPaletteProps) {
  const input = useRef<HTMLInputElement>(null);
  const { contains } = Base.useFilter();
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClass} />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-4 pt-[12dvh]">
          <Dialog.Popup
            aria-label={label}
            initialFocus={input}
            className={classes(
              dialogSurface,
              'max-h-[min(28rem,70dvh)] w-full max-w-lg overflow-hidden rounded-xl transition-[opacity,scale] duration-150 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0',
            )}
          >
            <Base.Root
              inline
              open
              items={groups}
              limit={shownAtMost}
              autoHighlight="always"
              keepHighlight
              itemToStringValue={(item: PaletteItem) => item.label}
              filter={(item: PaletteItem, query) => contains(`${item.label} ${item.hint ?? ''}`, query)}
            >
              <div className="flex items-center gap-2.5 border-b border-border px-4">
                <Search aria-hidden className="size-4 shrink-0 text-text-muted" />
                <Base.Input
                  ref={input}
                  aria-label={label}
                  placeholder="Search, or choose what to do…"
                  className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none"
                />
              </div>
              <Base.Empty>
                <p className="px-4 py-5 text-text-muted">Nothing matches.</p>
              </Base.Empty>
              <Base.List className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-2 outline-none empty:p-0">
                {(group: PaletteGroup) => (
                  <Base.Group key={group.label} items={group.items} className="mb-2 last:mb-0">
                    <Base.GroupLabel className="px-2 py-1 text-xs font-medium text-text-muted">
                      {group.label}
                    </Base.GroupLabel>
                    <Base.Collection>
                      {(item: PaletteItem) => (
                        <Item
                          key={item.id}
                          item={item}
                          onChosen={() => {
                            onOpenChange(false);
                          }}
                        />
                      )}
                    </Base.Collection>
                  </Base.Group>
                )}
              </Base.List>
            </Base.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Item({ item, onChosen }: { readonly item: PaletteItem; readonly onChosen: () => void }) {
  return (
    <Base.Item
      value={item}
      className="floating-item"
      onClick={() => {
        onChosen();
        item.onSelect();
      }}
    >
      <span
        aria-hidden
        className="flex size-4 shrink-0 items-center justify-center text-text-muted [&_svg]:size-4"
      >
        {item.icon}
      </span>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {item.label}
      </span>
      {item.hint !== undefined && (
        <span dir="auto" className="min-w-0 shrink-[99] truncate text-sm text-text-muted">
          {item.hint}
        </span>
      )}
      {item.shortcut !== undefined && <Kbd keys={item.shortcut} />}
    </Base.Item>
  );
}

/** More than anybody reads; typing brings up the rest. */
const shownAtMost = 100;
