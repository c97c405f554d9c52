import { useRef, useState } from 'react';
import { useStore } from 'zustand';

import {
  originOf,
  untouchedDraft,
  useDeviceSettings,
  useSettingsServices,
  type HttpMailDraft,
} from '@/state/settings';
import { Button, Checkbox, Disclosure, Field, TextField } from '@/ui';

import { exampleRequest, isTouched, keyStep, noProblems, problemsOf, settingsFrom } from './http-mail-form';
import { MailKeyField } from './MailKeyField';

/** The mail service: its parts belong together, so they count when all of them are right and saved. */
export function HttpMailForm({ isInUse }: { readonly isInUse: boolean }) {
  const { settings, mailKey, mailDraft } = useSettingsServices();
  const kept = useDeviceSettings((state) => state.httpMail);
  const keyOrigin = useStore(mailKey, (state) => state.keyOrigin);
  const draft = useStore(mailDraft, (state) => state.draft);
  const [problems, setProblems] = useState(noProblems);
  const [saved, setSaved] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const next = settingsFrom(draft, kept);
  const shownKey = draft.key ?? mailKey.keyFor(next.endpoint) ?? '';

  function edit(changes: Partial<HttpMailDraft>) {
    mailDraft.setState({ draft: { ...draft, ...changes } });
    setSaved(false);
  }

  function save() {
    const found = problemsOf(next, draft.key);
    setProblems(found);
    const first = (['endpoint', 'from', 'key'] as const).find((field) => found[field] !== null);
    if (first !== undefined) return focusField(form.current, first);
    const step = keyStep(draft.key, next.endpoint, keyOrigin);
    if (step.type === 'keep') mailKey.keep(next.endpoint, step.key);
    if (step.type === 'forget') mailKey.forget();
    settings.set({ httpMail: next, mailWay: 'http' });
    mailDraft.setState({ draft: untouchedDraft });
    setSaved(true);
  }

  return (
    <form
      ref={form}
      noValidate
      aria-label="HTTP endpoint"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label="Endpoint" required error={problems.endpoint} hint="Where emails are posted to.">
        <TextField
          name="endpoint"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://api.example.com/emails"
          value={draft.endpoint ?? kept.endpoint}
          onValueChange={(endpoint) => {
            edit({ endpoint });
          }}
        />
      </Field>
      <Field label="From" required error={problems.from} hint="The sender, as the service knows you.">
        <TextField
          name="from"
          autoComplete="email"
          placeholder="Ana <ana@example.com>"
          value={draft.from ?? kept.from}
          onValueChange={(from) => {
            edit({ from });
          }}
        />
      </Field>
      <MailKeyField
        value={shownKey}
        error={problems.key}
        otherOrigin={draft.key === null && keyOrigin !== originOf(next.endpoint) ? keyOrigin : null}
        onValueChange={(key) => {
          edit({ key });
        }}
        onForget={() => {
          mailKey.forget();
          edit({ key: null });
        }}
      />
      <Checkbox
        label="Repeats are safe"
        detail="The service promises to send an email once, however often it gets the same Idempotency-Key. Without that promise Momentum asks you before it repeats an email that may have left."
        checked={next.isIdempotent}
        onCheckedChange={(isIdempotent) => {
          edit({ isIdempotent });
        }}
      />
      <Disclosure summary="Exactly what is sent">
        <div className="flex flex-col gap-2 text-sm text-text-muted">
          <pre className="rounded-md border border-border bg-surface-sunken px-3 py-2 font-mono text-xs leading-5 break-words whitespace-pre-wrap text-text">
            {exampleRequest(next, shownKey !== '')}
          </pre>
          <p className="text-pretty">
            This goes to the endpoint and nowhere else. The service has to allow calls from web pages (CORS).
          </p>
        </div>
      </Disclosure>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button type="submit" variant="primary">
          Save endpoint
        </Button>
        <p role="status" className="min-w-0 flex-1 text-sm text-pretty break-words text-text-muted">
          {statusWords({ saved, isInUse, isTouched: isTouched(draft), origin: originOf(kept.endpoint) })}
        </p>
      </div>
    </form>
  );
}

interface FormStatus {
  readonly saved: boolean;
  readonly isInUse: boolean;
  readonly isTouched: boolean;
  readonly origin: string | null;
}

function statusWords({ saved, isInUse, isTouched: hasEdits, origin }: FormStatus): string {
  if (!isInUse) return 'Until this is saved, emails open in your mail program.';
  if (hasEdits) return 'Not saved yet.';
  return `${saved ? 'Saved. ' : ''}Approved emails go to ${origin ?? 'the endpoint'}.`;
}

function focusField(form: HTMLFormElement | null, name: string): void {
  const control = form?.elements.namedItem(name);
  if (control instanceof HTMLElement) control.focus();
}
