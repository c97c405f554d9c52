import { isDone } from '../answering/outputs';
import { readable } from '../answering/readable';
import type { Request } from '../reading/request';
import { offered } from './asking';
import { said, toolCall, type Outcome, type Planning } from './planning';
import type { Steps } from './steps';

type Of<Type extends Request['type']> = Extract<Request, { readonly type: Type }>;

/** More are better seen before they are taken back. */
const mostAtOnce = 5;

/** One after the other, as each takes back what is newest then; how far to go back is asked where it was not said. */
export function* severalUndone({ count }: Of<'undo-several'>, planning: Planning): Steps<Outcome> {
  if (count === null || count > mostAtOnce) return yield* howFarBack(planning);
  const undone: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const [output = ''] = yield [toolCall('undo_last_change')];
    undone.push(readable(output));
    if (!isDone(output)) break;
  }
  return said(undone.join('\n\n'));
}

function* howFarBack(planning: Planning): Steps<Outcome> {
  return yield* offered(
    {
      question: 'How far shall I go back?',
      why: `I take back at most ${String(mostAtOnce)} changes at once. What was done for one message counts as one.`,
      offers: [
        { label: 'Undo the last change', request: { type: 'undo' } },
        { label: 'Undo the last 3 changes', request: { type: 'undo-several', count: 3 } },
        {
          label: `Undo the last ${String(mostAtOnce)} changes`,
          request: { type: 'undo-several', count: mostAtOnce },
        },
      ],
    },
    planning,
    'Nothing was undone.',
  );
}
