import { Dialog, Kbd } from '@/ui';

/** Keys and what they do. */
export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

export interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly groups: readonly ShortcutGroup[];
}

export function ShortcutsDialog({ open, onOpenChange, groups }: ShortcutsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      <div
        role="group"
        aria-label="All shortcuts"
        {...reachable}
        className="-mx-2 flex flex-col gap-6 rounded-md px-2"
      >
        {groups.map(({ title, shortcuts }) => (
          <section key={title}>
            <h3 className="mb-1 text-sm font-medium text-text-muted">{title}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div
                  key={does}
                  className="flex items-center justify-between gap-4 border-b border-border py-2 last:border-0"
                >
                  <dt className="min-w-0 text-pretty">{does}</dt>
                  <dd className="flex shrink-0 items-center gap-1.5 text-sm text-text-muted">
                    {keys.map((combination, index) => (
                      <span key={combination} className="flex items-center gap-1.5">
                        {index > 0 && 'or'}
                        <Kbd keys={combination} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** A long list scrolls by keyboard only where something in it takes the focus. */
const reachable = { tabIndex: 0 } as const;
