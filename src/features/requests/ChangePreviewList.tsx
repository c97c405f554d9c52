import { useState } from 'react';

import type { ChangePreview, FieldChange } from '@/domain/deltas';
import type { EffectPreview } from '@/domain/sessions';
import { Badge, Button } from '@/ui';

import { EmailPreview } from './EmailPreview';
import { LongText } from './LongText';
import { firstRows, groupWords, inGroups } from './preview-order';
import { VisibleText } from './VisibleText';

export interface ChangePreviewListProps {
  readonly preview: readonly ChangePreview[];
  readonly effects: readonly EffectPreview[];
  /** `past` once it was decided. */
  readonly tense: 'future' | 'past';
}

/** Everything that a call creates, changes, deletes and sends, exactly [C4]. */
export function ChangePreviewList({ preview, effects, tense }: ChangePreviewListProps) {
  const [showsAll, setShowsAll] = useState(false);
  if (preview.length === 0 && effects.length === 0) return null;
  const rows = inGroups(preview);
  const shown = showsAll ? rows : firstRows(rows);
  const summary = groupWords(preview);
  return (
    <div className="flex flex-col gap-2">
      {summary !== null && <p className="text-sm text-text-muted tabular-nums">{summary}</p>}
      <ul
        aria-label={tense === 'future' ? 'What will change' : 'What was shown'}
        className="divide-y divide-border overflow-clip rounded-lg border border-border bg-surface-raised"
      >
        {effects.map((effect, index) => (
          // Effects of one plan have no names, and never change their order.
          <li key={index} className="px-3 py-2.5">
            <EmailPreview email={effect} tense={tense} />
          </li>
        ))}
        {shown.map((change) => (
          <li key={`${change.type} ${change.kind} ${change.id}`} className="px-3 py-2">
            <Change
              change={change}
              isShownAbove={change.kind === 'email' && change.type === 'created' && effects.length > 0}
            />
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button
          size="sm"
          className="self-start"
          onClick={() => {
            setShowsAll(true);
          }}
        >
          Show all {rows.length.toLocaleString('en')}
        </Button>
      )}
    </div>
  );
}

interface ChangeProps {
  readonly change: ChangePreview;
  /** The email that leaves the app is also kept; its words are not shown twice. */
  readonly isShownAbove: boolean;
}

function Change({ change, isShownAbove }: ChangeProps) {
  return (
    <>
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-0.5">
        <Badge tone={tones[change.type]}>{words[change.type]}</Badge>
        <span className="text-sm text-text-muted">{nouns[change.kind]}</span>
        <span className="min-w-0 font-medium break-words">
          <VisibleText text={change.name} />
        </span>
        {isShownAbove && <span className="text-sm text-text-muted">kept in the outbox</span>}
        {change.place !== '' && (
          <span className="min-w-0 text-sm break-words text-text-muted">
            in <VisibleText text={change.place} />
          </span>
        )}
      </p>
      {change.fields.length > 0 && !isShownAbove && <Fields fields={change.fields} type={change.type} />}
    </>
  );
}

interface FieldsProps {
  readonly fields: readonly FieldChange[];
  readonly type: ChangePreview['type'];
}

function Fields({ fields, type }: FieldsProps) {
  return (
    <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
      {fields.map((field) => (
        <div key={field.field} className="contents">
          <dt className="text-text-muted">{field.label}</dt>
          <dd className="break-words">
            {type === 'changed' && (
              <>
                <del className="text-text-muted">
                  <LongText text={field.was === '' ? 'nothing' : field.was} />
                </del>
                <span aria-hidden> → </span>
                <span className="sr-only"> becomes </span>
              </>
            )}
            <ins className="no-underline">
              <LongText text={field.becomes === '' ? 'nothing' : field.becomes} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const words = { created: 'New', changed: 'Change', deleted: 'Delete' } as const;

const tones = { created: 'success', changed: 'accent', deleted: 'danger' } as const;

const nouns = {
  project: 'Project',
  task: 'Task',
  person: 'Person',
  comment: 'Comment',
  email: 'Email',
} as const;
