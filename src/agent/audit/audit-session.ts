import { eventAt, viewAfter, type AuditFinding, type RunId, type SessionHappening } from '@/domain/sessions';

import { holding } from '../loop/decisions';
import type { SessionLog } from '../loop/session-log';
import type { Clock, SessionIds } from '../ports';
import { findFaults, type AuditedSession } from './find-faults';

export interface AuditPorts {
  readonly clock: Clock;
  readonly sessionIds: SessionIds;
}

/**
 * Compares journal, folds and the run that is at work, repairs what it can, and reports what it found in the session's own journal:
 * once, however often it looks. Whoever calls it holds the session.
 */
export async function auditSession(
  { clock, sessionIds }: AuditPorts,
  log: SessionLog,
  drivenRun: RunId | null,
): Promise<void> {
  await log.decide((view, events) => {
    const now = clock.now();
    const session = { events, gaps: log.gaps(), drivenRun, newRun: () => sessionIds.run(), now };
    const { repairs, findings } = mended(session, view.findings);
    if (findings.length === 0) return [];
    const after = repairs.map((repair) => eventAt(now, repair)).reduce(viewAfter, view);
    // What a repair brings back waits for the person.
    const held = drivenRun === null && after.status !== 'awaiting_user' ? holding(after) : [];
    return [...repairs, { type: 'audited', findings }, ...held];
  });
}

interface Mended {
  readonly repairs: readonly SessionHappening[];
  readonly findings: readonly AuditFinding[];
}

/** Repairs until nothing is left that can be: one repair may bring to light, or settle, what else did not fit. */
function mended(session: AuditedSession, known: readonly AuditFinding[]): Mended {
  const faults = findFaults(session).filter(({ finding }) => !known.some((each) => isSame(each, finding)));
  const repairs = faults.flatMap((fault) => fault.repairs);
  const findings = faults.map((fault) => fault.finding);
  if (repairs.length === 0) return { repairs, findings };
  const repaired = findings.filter((finding) => finding.outcome === 'repaired');
  const events = [...session.events, ...repairs.map((repair) => eventAt(session.now, repair))];
  const rest = mended({ ...session, events }, [...known, ...repaired]);
  return { repairs: [...repairs, ...rest.repairs], findings: [...repaired, ...rest.findings] };
}

function isSame(left: AuditFinding, right: AuditFinding): boolean {
  return left.code === right.code && left.subject === right.subject;
}
