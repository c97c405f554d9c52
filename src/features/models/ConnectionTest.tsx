import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import type { ConnectionReport } from '@/domain/models';
import { chosenModel, keyBase, useModelServices } from '@/state/models';
import { Button } from '@/ui';

type Trial =
  | { readonly type: 'untried' }
  | { readonly type: 'trying' }
  | { readonly type: 'incomplete'; readonly message: string }
  | { readonly type: 'tried'; readonly report: ConnectionReport };

/** Asks the model one tiny thing, and says what stands in the way. */
export function ConnectionTest() {
  const { settings, keys, connections } = useModelServices();
  const [trial, setTrial] = useState<Trial>({ type: 'untried' });
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);

  async function test(): Promise<void> {
    const chosen = chosenModel(settings.getState());
    if (chosen.type === 'offline') return;
    if (chosen.type === 'incomplete') {
      setTrial(chosen);
      return;
    }
    const { config } = chosen;
    stopper.current?.abort();
    const mine = new AbortController();
    stopper.current = mine;
    setTrial({ type: 'trying' });
    try {
      const report = await connections.test(config, keys.keyFor(keyBase(config.endpoint)), mine.signal);
      if (!mine.signal.aborted) setTrial({ type: 'tried', report });
    } catch {
      if (!mine.signal.aborted) setTrial({ type: 'incomplete', message: brokenTest });
    }
  }

  return (
    <div className="flex min-w-0 flex-wrap items-start gap-3">
      <Button loading={trial.type === 'trying'} onClick={() => void test()}>
        Test connection
      </Button>
      <div role="status" aria-label="Connection" className="min-w-48 flex-1 py-1.5">
        <Outcome trial={trial} />
      </div>
    </div>
  );
}

const brokenTest = 'The test itself could not run. Reload the page and try again.';

function Outcome({ trial }: { readonly trial: Trial }) {
  switch (trial.type) {
    case 'untried':
      return null;
    case 'trying':
      return <span className="text-text-muted">Asking the server…</span>;
    case 'incomplete':
      return <Problem message={trial.message} />;
    case 'tried':
      return trial.report.type === 'works' ? (
        <span className="flex items-start gap-1.5 text-success-text">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 break-words">It works: {trial.report.message}</span>
        </span>
      ) : (
        <Problem message={trial.report.message} />
      );
  }
}

function Problem({ message }: { readonly message: string }) {
  return (
    <span className="flex items-start gap-1.5 text-danger-text">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">{message}</span>
    </span>
  );
}
