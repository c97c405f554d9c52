import type { LogEntry } from '@/domain/deltas';

import { choice, optional } from './arguments';
import { defineTool } from './define-tool';
import { failure } from './outcomes';
import { undoPlan } from './undoing';
import { z } from './zod';

const extents = ['request', 'step'] as const;

export const undoLastChange = defineTool({
  name: 'undo_last_change',
  description:
    'Takes back the newest change to the workspace, whoever made it. Nothing that was sent can be taken back. Use it when the person says undo; redo_last_change brings it back.',
  arguments: z.strictObject({
    what: optional(
      choice(
        extents,
        'request: everything that was done for the same message (when not given). step: only the newest single change.',
      ),
    ),
  }),
  plan(workspace, args, context) {
    const entries = meant(context.undoable, args.what ?? 'request');
    if (entries.length === 0) return failure('There is nothing to undo');
    return undoPlan(workspace, entries);
  },
  title(_workspace, args, context) {
    const entries = meant(context.undoable, args.what ?? 'request');
    const [only, ...others] = entries;
    if (only === undefined) return 'Undo the last change';
    return others.length === 0
      ? `Undo: ${only.commit.summary}`
      : `Undo the last ${String(entries.length)} changes`;
  },
});

/** The newest entry, and with it those that came from the same message. */
function meant(undoable: readonly LogEntry[], what: (typeof extents)[number]): readonly LogEntry[] {
  const newest = undoable.at(-1);
  if (newest === undefined) return [];
  const { author } = newest.commit;
  if (what === 'step' || author.type === 'person') return [newest];
  return undoable.filter(
    ({ commit }) =>
      commit.author.type === 'agent' &&
      commit.author.sessionId === author.sessionId &&
      commit.author.turnId === author.turnId,
  );
}
