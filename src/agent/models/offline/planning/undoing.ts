import { isDone } from '../answering/outputs';
import { readable } from '../answering/readable';
import type { Request } from '../reading/request';
import { offered } from './asking';
import { said, toolCall, type Outcome, type Planning } from './planning';
import type { Steps } from './steps';

type Of<Type extends Request['type']> = Extract<Request, { readonly type: Type }>;

/** More are better seen before they are taken back. */
const mostAtOnce = 5;

/** One after the other, as each takes back what is newest then; how far to go is asked where it was not said. */
export function* severalUndone(
  { type, count }: Of<'undo-several' | 'redo-several'>,
  planning: Planning,
): Steps<Outcome> {
  const isUndo = type === 'undo-several';
  if (count === null || count > mostAtOnce) return yield* howFar(isUndo, planning);
  const outputs: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const [output = ''] = yield [toolCall(isUndo ? 'undo_last_change' : 'redo_last_change')];
    outputs.push(readable(output));
    if (!isDone(output)) break;
  }
  return said(outputs.join('\n\n'));
}

function* howFar(isUndo: boolean, planning: Planning): Steps<Outcome> {
  const verb = isUndo ? 'Undo' : 'Redo';
  const type = isUndo ? 'undo-several' : 'redo-several';
  return yield* offered(
    {
      question: isUndo ? 'How far shall I go back?' : 'How much shall I bring back?',
      why: `I ${isUndo ? 'take' : 'bring'} back at most ${String(mostAtOnce)} changes at once. What was done for one message counts as one.`,
      offers: [
        { label: `${verb} the last change`, request: { type: isUndo ? 'undo' : 'redo' } },
        { label: `${verb} the last 3 changes`, request: { type, count: 3 } },
        { label: `${verb} the last ${String(mostAtOnce)} changes`, request: { type, count: mostAtOnce } },
      ],
    },
    planning,
    isUndo ? 'Nothing was undone.' : 'Nothing was brought back.',
  );
}
