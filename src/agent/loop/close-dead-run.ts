import { Draft, planned } from '@/domain/planning';
import type { SessionEvent } from '@/domain/sessions';
import { emailId } from '@/domain/workspace';

import type { EnginePorts } from '../engine-ports';
import { closingDeadRun, holding } from './decisions';
import type { SessionLog } from './session-log';

type ClosingPorts = Pick<EnginePorts, 'live' | 'clock'>;

/**
 * Closes the run that a dead page left unfinished, as interrupted: the person may go on with it. One that waits for the person is left
 * as it is; it goes on when the person answers [Q3]. A queue that nothing drives any more waits for the person too [S2]. Whoever calls
 * it holds the session.
 */
export async function closeDeadRun({ live, clock }: ClosingPorts, log: SessionLog): Promise<void> {
  await log.decide((view, events) => {
    if (view.status === 'awaiting_user') return [];
    const status = { type: 'withdrawn', at: clock.now() } as const;
    const closing = view.status === 'running' ? closingDeadRun(view, events, status) : [];
    return [...closing, ...holding(view)];
  });
  const inDoubt = emailsInDoubt(log.events());
  const { email } = live.state().workspace.tables;
  if (inDoubt.every((id) => email.get(emailId(id))?.status !== 'sending')) return;
  await live.change<{ readonly type: 'invalid' }>((workspace) => {
    const draft = new Draft(workspace);
    for (const id of inDoubt) {
      if (workspace.tables.email.get(emailId(id))?.status !== 'sending') continue;
      draft.update('email', emailId(id), { status: 'in_doubt', failure: inDoubtWords });
    }
    const result = planned(workspace, draft);
    return result.type === 'invalid' ? { type: 'invalid' } : result;
  });
}

/** Emails that were about to leave, and nobody has heard of them since [C7]. */
function emailsInDoubt(events: readonly SessionEvent[]): readonly string[] {
  const settled = new Set(events.flatMap((event) => (event.type === 'call-settled' ? [event.callId] : [])));
  return events.flatMap((event) =>
    event.type === 'effect-started' && !settled.has(event.callId) ? event.emailIds : [],
  );
}

const inDoubtWords = 'Momentum was closed just as it sent this email. It may have left.';
