import { Draft, planned } from '@/domain/planning';
import { openWork, type SessionId } from '@/domain/sessions';
import { emailId } from '@/domain/workspace';

import type { EnginePorts } from '../engine-ports';
import { closingDeadRun, holding } from './decisions';
import type { SessionLog } from './session-log';

type ClosingPorts = Pick<EnginePorts, 'journal' | 'locks' | 'live' | 'clock'>;

/**
 * Closes the runs that dead pages left unfinished, as interrupted: the person may go on with them. Runs that wait for the person are
 * left as they are; they go on when the person answers [Q3]. Runs that another window drives are its own.
 */
export async function closeDeadRuns(
  ports: ClosingPorts,
  logOf: (id: SessionId) => Promise<SessionLog | null>,
): Promise<void> {
  const summaries = await ports.journal.summaries();
  for (const { id, status } of summaries) {
    if (status !== 'running') continue;
    const release = await ports.locks.tryHold(id);
    if (release === null) continue;
    try {
      const log = await logOf(id);
      if (log !== null) await closeDeadRun(ports, log);
    } finally {
      release();
    }
  }
}

async function closeDeadRun({ live, clock }: ClosingPorts, log: SessionLog): Promise<void> {
  await log.decide((view, events) =>
    view.status === 'running'
      ? [...closingDeadRun(view, events, { type: 'withdrawn', at: clock.now() }), ...holding(view)]
      : [],
  );
  const inDoubt = openWork(log.events())?.calls.flatMap((call) => call.effect?.emailIds ?? []) ?? [];
  if (inDoubt.length === 0) return;
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

const inDoubtWords = 'Momentum was closed just as it sent this email. It may have left.';
