import { withoutUndoVerb } from '@/domain/planning';

import { defineTool } from './define-tool';
import { failure } from './outcomes';
import { undoPlan } from './undoing';
import { z } from './zod';

export const redoLastChange = defineTool({
  name: 'redo_last_change',
  description: 'Brings back what was undone last. Possible until something else is changed.',
  arguments: z.strictObject({}),
  plan(workspace, _args, context) {
    const newest = context.redoable.at(-1);
    if (newest === undefined) return failure('There is nothing to redo');
    return undoPlan(workspace, [newest]);
  },
  title(_workspace, _args, context) {
    const newest = context.redoable.at(-1);
    return newest === undefined ? 'Redo the last change' : `Redo: ${withoutUndoVerb(newest.commit.summary)}`;
  },
});
