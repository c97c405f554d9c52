import type { ChangePreview, FieldChange } from '@/domain/deltas';
import { Badge } from '@/ui';

export interface ChangeListProps {
  readonly label: string;
  /** Whether it has happened or is still to be decided. */
  readonly tense: 'past' | 'future';
  readonly changes: readonly ChangePreview[];
}

/** The most rows that are drawn; the rest is counted. */
export const shownChanges = 200;

/** Every entity that changes, each field from what it was to what it becomes. */
export function ChangeList({ label, tense, changes }: ChangeListProps) {
  const hiddenCount = changes.length - shownChanges;
  return (
    <>
      <ul
        aria-label={label}
        className="divide-y divide-border overflow-hidden rounded-lg border border-border bg-surface"
      >
        {changes.slice(0, shownChanges).map((change) => (
          <li key={`${change.kind} ${change.id}`} className="px-3 py-2">
            <p className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-0.5">
              <Badge tone={tones[change.type]}>{words[tense][change.type]}</Badge>
              <span className="text-sm text-text-muted">{nouns[change.kind]}</span>
              <span dir="auto" className="min-w-0 font-medium break-words">
                {change.name}
              </span>
              {change.place !== '' && (
                <span className="min-w-0 text-sm break-words text-text-muted">in {change.place}</span>
              )}
            </p>
            {change.type === 'changed' && change.fields.length > 0 && <Fields fields={change.fields} />}
          </li>
        ))}
      </ul>
      {hiddenCount > 0 && (
        <p className="mt-2 text-text-muted">
          These are the first {shownChanges.toLocaleString('en')} of {changes.length.toLocaleString('en')}.
        </p>
      )}
    </>
  );
}

function Fields({ fields }: { readonly fields: readonly FieldChange[] }) {
  return (
    <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
      {fields.map((field) => (
        <div key={field.field} className="contents">
          <dt className="text-text-muted">{field.label}</dt>
          <dd dir="auto" className="line-clamp-3 break-words">
            <del className="text-text-muted">{field.was === '' ? 'nothing' : field.was}</del>
            <span aria-hidden> → </span>
            <span className="sr-only">becomes</span>
            <ins className="no-underline">{field.becomes === '' ? 'nothing' : field.becomes}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const words = {
  past: { created: 'Added', changed: 'Changed', deleted: 'Deleted' },
  future: { created: 'New', changed: 'Changes', deleted: 'Deleted' },
} as const;

const tones = { created: 'success', changed: 'accent', deleted: 'danger' } as const;

const nouns = {
  project: 'Project',
  task: 'Task',
  person: 'Person',
  comment: 'Comment',
  email: 'Email',
} as const;
