import { Send } from 'lucide-react';

import type { EffectPreview } from '@/domain/sessions';
import { Badge } from '@/ui';

import { VisibleText } from './VisibleText';

export interface EmailPreviewProps {
  readonly email: EffectPreview;
  readonly tense: 'future' | 'past';
}

/** An email as it would leave the app: to whom, by which way, and every word of it. */
export function EmailPreview({ email, tense }: EmailPreviewProps) {
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        <Badge tone="warning" icon={<Send aria-hidden />}>
          {tense === 'future' ? 'Leaves the app' : 'Email'}
        </Badge>
        <span className="text-sm text-text-muted">{email.via}</span>
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <Recipients label="To" people={email.to} />
        {email.cc.length > 0 && <Recipients label="Cc" people={email.cc} />}
        <dt className="text-text-muted">Subject</dt>
        <dd className="font-medium break-words">
          <VisibleText text={email.subject} />
        </dd>
      </dl>
      <p
        dir="auto"
        className="rounded-md border border-border bg-surface px-3 py-2 break-words whitespace-pre-wrap"
      >
        <VisibleText text={email.body} />
      </p>
    </div>
  );
}

interface RecipientsProps {
  readonly label: string;
  readonly people: EffectPreview['to'];
}

function Recipients({ label, people }: RecipientsProps) {
  return (
    <>
      <dt className="text-text-muted">{label}</dt>
      <dd>
        <ul aria-label={label} className="flex flex-col gap-0.5">
          {people.map((person) => (
            <li key={`${person.name} ${person.address}`} className="break-words">
              <VisibleText text={person.name} />{' '}
              <span className="text-text-muted">
                <VisibleText text={person.address} as="address" />
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
