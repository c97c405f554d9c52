import { Redo2, Undo2 } from 'lucide-react';

import type { CommitId } from '@/domain/deltas';
import { Button } from '@/ui';

import { useWayBack } from './use-way-back';

export interface UndoButtonProps {
  readonly commitIds: readonly CommitId[];
  /** What is taken back: "changes", "this step". */
  readonly what: string;
}

/** Takes commits back, and then brings them back. Nothing where the log does not tell how they stand. */
export function UndoButton({ commitIds, what }: UndoButtonProps) {
  const { wayBack, isBusy, go } = useWayBack(commitIds);
  switch (wayBack.type) {
    case 'unknown':
      return null;
    case 'taken-back':
      return <span className="px-2 text-sm text-text-muted">Taken back</span>;
    case 'undo':
    case 'redo':
      return (
        <Button
          variant="ghost"
          size="sm"
          icon={wayBack.type === 'undo' ? <Undo2 aria-hidden /> : <Redo2 aria-hidden />}
          loading={isBusy}
          onClick={go}
        >
          {wayBack.type === 'undo' ? 'Undo' : 'Redo'} {what}
        </Button>
      );
  }
}
