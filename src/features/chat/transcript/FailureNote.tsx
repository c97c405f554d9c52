import { CircleAlert, CircleStop } from 'lucide-react';
import { useState } from 'react';

import type { Answer, RunId } from '@/domain/sessions';
import { useOpenSession, useSessionServices } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';
import { Button } from '@/ui';

import { useChat } from '../chat-context';

export interface FailureNoteProps {
  readonly answer: Answer;
  readonly isNewest: boolean;
}

/** Why a run did not come to its end, and the way on, which repeats nothing that is done [L6]. */
export function FailureNote({ answer, isNewest }: FailureNoteProps) {
  const { status, failure } = answer;
  const isKept = useOpenSession(
    ({ interruptedRuns }) => interruptedRuns.some((run) => run.runId === answer.runId),
    false,
  );
  if (status === 'completed') return null;
  const way = wayOn(answer);
  const isByPerson = failure === null;
  const Icon = isByPerson ? CircleStop : CircleAlert;
  return (
    <div
      className={
        isByPerson
          ? 'flex flex-wrap items-center gap-x-3 gap-y-2 text-base text-text-muted'
          : 'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-border bg-danger-soft px-3 py-2 text-base'
      }
    >
      <p className="flex min-w-0 flex-[1_1_16rem] items-start gap-2">
        <Icon
          aria-hidden
          className={isByPerson ? 'mt-0.5 size-4 shrink-0' : 'mt-0.5 size-4 shrink-0 text-danger-text'}
        />
        <span className="min-w-0 break-words">{failure?.message ?? stoppedWords(status)}</span>
      </p>
      {isNewest && way !== null && <WayOn label={way} runId={null} />}
      {!isNewest && isKept && <WayOn label="Continue where you stopped" runId={answer.runId} />}
    </div>
  );
}

/** Why a run ended to which nothing happened but its person. */
function stoppedWords(status: Answer['status']): string {
  const why =
    status === 'interrupted' ? 'Interrupted: another message took its place.' : 'You stopped this run.';
  return `${why} What was done is kept, the rest did not happen.`;
}

function wayOn({ failure }: Answer): 'Retry' | 'Continue' | null {
  if (failure === null) return 'Continue';
  if (failure.canRetry) return 'Retry';
  return failure.canContinue ? 'Continue' : null;
}

interface WayOnProps {
  readonly label: string;
  /** Which of the runs that were stopped to go on with [I7]; null for the newest. */
  readonly runId: RunId | null;
}

function WayOn({ label, runId }: WayOnProps) {
  const { sessionId, announce, focusComposer } = useChat();
  const { engine } = useSessionServices();
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly problem: string }>(idle);

  async function goOn(): Promise<void> {
    setState({ isBusy: true, problem: '' });
    const problem = await engine
      .command({ type: 'continue', sessionId, ...(runId !== null && { runId }) })
      .then((reply) => (reply.type === 'refused' ? reply.message : ''), failureInWords);
    setState({ isBusy: false, problem });
    // The button goes with the answer that is no longer the newest.
    if (problem === '') focusComposer();
    else announce(problem);
  }

  return (
    <>
      <Button loading={state.isBusy} onClick={() => void goOn()}>
        {label}
      </Button>
      {state.problem !== '' && <p className="w-full text-sm text-danger-text">{state.problem}</p>}
    </>
  );
}

const idle = { isBusy: false, problem: '' };
