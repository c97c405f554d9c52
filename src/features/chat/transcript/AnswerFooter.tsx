import type { Answer } from '@/domain/sessions';

import { receiptWords } from '../changes/receipt-words';
import { UndoButton } from '../changes/UndoButton';
import { CopyButton } from '../markdown/CopyButton';

/** What the run did in figures, and what can be done about it. */
export function AnswerFooter({ answer }: { readonly answer: Answer }) {
  const text = answerText(answer);
  return (
    <footer className="flex min-h-8 flex-wrap items-center gap-x-1 gap-y-1">
      <span className="mr-1 text-sm text-text-muted tabular-nums">{receiptWords(answer.receipt)}</span>
      {text !== '' && <CopyButton label="Copy answer" text={() => text} />}
      {answer.commitIds.length > 0 && <UndoButton commitIds={answer.commitIds} what="changes" />}
    </footer>
  );
}

function answerText({ blocks }: Answer): string {
  return blocks.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n\n');
}
