import { summaryDraft, turnToCondense, type HistoryLimits } from '@/domain/sessions';

import type { ModelLoop } from './model-loop';
import type { SessionLog } from './session-log';

/** The SDK's own cost grows with every item; beyond this it is felt (docs: 65 ms for 1,000 items, for every request). */
const mostItems = 500;

/** The rest of a model's context is for the instructions, the tools, what calls answer in this run, and the answer. */
const shareForHistory = 0.6;

/** Before a run: puts a summary in the place of older turns when the conversation has outgrown what a model can be sent. */
export async function condenseHistory(log: SessionLog, { model, contextTokens }: ModelLoop): Promise<void> {
  const limits: HistoryLimits = {
    items: mostItems,
    tokens: contextTokens === undefined ? null : contextTokens * shareForHistory,
  };
  const events = log.events();
  const through = turnToCondense(events, model, limits);
  if (through === null) return;
  const text = summaryDraft(events, through);
  await log.append([{ type: 'history-summarised', through, text, by: 'momentum' }]);
}
