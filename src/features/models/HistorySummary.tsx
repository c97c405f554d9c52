import { useState } from 'react';

import { useOpenSession, useSessionServices } from '@/state/sessions';
import { Button, Field, TextArea } from '@/ui';

/** What the model is sent in place of the older messages of the open session, and the way to put it better. */
export function HistorySummary() {
  const summary = useOpenSession((view) => view.summary ?? null, null);
  const sessionId = useOpenSession((view) => view.id, null);
  const { engine } = useSessionServices();
  const [draft, setDraft] = useState<{ readonly of: string; readonly text: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (summary === null || sessionId === null) return null;
  const text = draft?.of === summary.text ? draft.text : summary.text;

  async function save(id: typeof sessionId): Promise<void> {
    if (id === null) return;
    try {
      const reply = await engine.command({ type: 'edit-summary', sessionId: id, text });
      setProblem(reply.type === 'refused' ? reply.message : null);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The summary could not be kept. Try again.');
    }
  }

  return (
    <details className="text-sm text-text-muted">
      <summary className="pointer-coarse:min-h-11">Older messages are summarised for the model</summary>
      <div className="mt-2 flex flex-col gap-2">
        <Field
          label="Summary"
          hint={
            summary.by === 'person'
              ? 'As you wrote it. All messages stay in the session.'
              : 'Made by Momentum from its records; change it if something that matters is missing. All messages stay in the session.'
          }
          error={problem}
        >
          <TextArea
            value={text}
            rows={6}
            onValueChange={(next) => {
              setDraft({ of: summary.text, text: next });
            }}
          />
        </Field>
        <Button
          size="sm"
          className="self-start"
          disabled={text === summary.text}
          onClick={() => void save(sessionId)}
        >
          Save summary
        </Button>
      </div>
    </details>
  );
}
