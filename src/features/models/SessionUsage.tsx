import { usageIn } from '@/domain/sessions';
import { chosenModel, useModelSettings } from '@/state/models';
import { useOpenSession } from '@/state/sessions';

import { usageWords } from './usage-words';

/** What the open session has used so far; nothing while nobody has counted. */
export function SessionUsage() {
  const entries = useOpenSession((view) => view.entries, null);
  const prices = useModelSettings((settings) => settings.prices);
  const choice = useOpenSession((view) => view.modelChoice ?? null, null);
  const contextTokens = useModelSettings((settings) => {
    const chosen = chosenModel(settings, choice);
    return chosen.type === 'provider' ? chosen.config.contextTokens : null;
  });
  const words = usageWords({ usage: usageIn(entries ?? []), prices, contextTokens });
  if (words === null) return null;
  return (
    <details className="text-sm text-text-muted">
      <summary className="tabular-nums pointer-coarse:min-h-11">{words.line}</summary>
      <ul aria-label="Usage of this session" className="mt-1 flex flex-col gap-0.5">
        {words.details.map((detail) => (
          <li key={detail} className="break-words">
            {detail}
          </li>
        ))}
      </ul>
    </details>
  );
}
