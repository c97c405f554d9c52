import type { LogEntry } from '@/domain/deltas';

import { date, optional } from './arguments';
import { isWithin } from './days';
import { defineTool } from './define-tool';
import { given } from './given';
import { pageOf } from './paging';
import { z } from './zod';

export const listChanges = defineTool({
  name: 'list_changes',
  description:
    'Lists what was changed in the workspace, newest first, and by whom, as far back as undo reaches.',
  arguments: z.strictObject({
    from: optional(date('Only changes on this day or later.')),
    to: optional(date('Only changes on this day or earlier.')),
  }),
  plan(_workspace, args, context) {
    const all = context.undoable
      .filter(({ commit }) => isWithin(commit.at, given({ from: args.from, to: args.to })))
      .toReversed();
    const { items, note } = pageOf(all, {});
    const when = daysWords(args.from, args.to);
    const head = all.length === 0 ? `Nothing was changed${when}.` : `${changesWords(all.length)}${when}:`;
    return {
      type: 'answer',
      summary: all.length === 0 ? 'No changes' : `Found ${changesWords(all.length)}`,
      output: [
        head,
        ...items.map(changeLine),
        ...(note === '' ? [] : [`and ${String(all.length - items.length)} more`]),
      ].join('\n'),
      data: { total: all.length, commits: items.map(({ commit }) => commit.id) },
    };
  },
  title: () => 'List the changes',
});

function changesWords(count: number): string {
  return count === 1 ? '1 change' : `${String(count)} changes`;
}

function changeLine({ commit }: LogEntry): string {
  return `- ${commit.summary} (${commit.author.type === 'person' ? 'by the person' : 'by an agent'})`;
}

function daysWords(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && from === to) return ` on ${from}`;
  return `${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}`;
}
