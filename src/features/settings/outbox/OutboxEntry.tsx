import { Download } from 'lucide-react';
import { Fragment, useId } from 'react';

import { visibleAddress, visibleText, type Email, type Millis, type TextSegment } from '@/domain/workspace';
import { Badge, Button, Disclosure } from '@/ui';

import { emailState } from './email-words';

export interface OutboxEntryProps {
  readonly email: Email;
  readonly onSaveFile: (email: Email) => void;
}

export function OutboxEntry({ email, onSaveFile }: OutboxEntryProps) {
  const subjectId = useId();
  const state = emailState(email);
  return (
    <li className="rounded-lg border border-border bg-surface">
      <article
        aria-labelledby={subjectId}
        data-email-status={email.status}
        className="flex flex-col gap-2 px-4 py-3"
      >
        <header className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <Badge tone={state.tone}>{state.words}</Badge>
          <time
            dateTime={new Date(momentOf(email)).toISOString()}
            className="text-sm text-text-muted tabular-nums"
          >
            {momentFormat.format(momentOf(email))}
          </time>
        </header>
        <h3 id={subjectId} dir="auto" className="font-medium break-words">
          {email.subject === '' ? 'No subject' : <Segments segments={visibleText(email.subject)} />}
        </h3>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
          <Recipients label="To" people={email.to} />
          {email.cc.length > 0 && <Recipients label="Cc" people={email.cc} />}
        </dl>
        {state.detail !== '' && (
          <p className="text-sm text-pretty break-words text-text-muted">{state.detail}</p>
        )}
        <Disclosure summary="Text">
          <p
            dir="auto"
            className="rounded-md border border-border bg-surface-raised px-3 py-2 break-words whitespace-pre-wrap"
          >
            {email.body}
          </p>
        </Disclosure>
        <Button
          size="sm"
          icon={<Download aria-hidden />}
          aria-describedby={subjectId}
          className="self-start"
          onClick={() => {
            onSaveFile(email);
          }}
        >
          Save as file
        </Button>
      </article>
    </li>
  );
}

interface RecipientsProps {
  readonly label: string;
  readonly people: Email['to'];
}

function Recipients({ label, people }: RecipientsProps) {
  return (
    <>
      <dt className="text-text-muted">{label}</dt>
      <dd>
        <ul aria-label={label}>
          {people.map(({ name, address }) => (
            <li key={`${name} ${address}`} className="break-words">
              {name !== '' && (
                <>
                  <Segments segments={visibleText(name)} />{' '}
                </>
              )}
              <span className="text-text-muted">
                <Segments segments={visibleAddress(address)} />
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

/** A text in which nothing deceives [X5]. */
function Segments({ segments }: { readonly segments: readonly TextSegment[] }) {
  return (
    <bdi>
      {segments.map((segment, index) =>
        segment.isSuspicious ? (
          <mark
            // Segments are made anew with their text; their place is all that tells them apart.
            key={index}
            title={segment.label}
            className="rounded-sm bg-warning-soft px-0.5 font-mono text-[0.9em] text-warning-text"
          >
            {segment.text}
            <span className="sr-only"> ({segment.label})</span>
          </mark>
        ) : (
          <Fragment key={index}>{segment.text}</Fragment>
        ),
      )}
    </bdi>
  );
}

/** When it left, or else when it was written. */
function momentOf({ sentAt, createdAt }: Email): Millis {
  return sentAt ?? createdAt;
}

const momentFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
