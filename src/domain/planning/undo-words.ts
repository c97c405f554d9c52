import type { Commit } from '../deltas';

/** How much of what was wanted an undo does. */
export interface UndoExtent {
  /** Newer values are in the way of some of it. */
  readonly isPartial: boolean;
  /** Emails that left the app are not taken off the record. */
  readonly keepsEmails: boolean;
}

const toldSummaries = 3;
const verb = /^(?:Undone|Redone)(?: in part)?(?:, but for emails that left)?: /;
const undone = /^Undone(?: in part)?(?:, but for emails that left)?: /;

export const nothingButEmails = 'Nothing undone: emails that left the app stay on record';

/** "Undone: 3 tasks completed in Launch". An undo that says so itself becomes "Redone: …", without nesting. */
export function undoSummary(commits: readonly Commit[], { isPartial, keepsEmails }: UndoExtent): string {
  const isRedo = commits.every(({ summary }) => undone.test(summary));
  const parts = commits.map(({ summary }) => withoutUndoVerb(summary));
  const hidden = parts.length - toldSummaries;
  const told = parts.slice(0, toldSummaries).join('; ');
  const rest = hidden > 0 ? `; and ${String(hidden)} more` : '';
  const extent = `${isPartial ? ' in part' : ''}${keepsEmails ? ', but for emails that left' : ''}`;
  return `${isRedo ? 'Redone' : 'Undone'}${extent}: ${told}${rest}`;
}

/** What a commit did, without saying that it undid or redid it. */
export function withoutUndoVerb(summary: string): string {
  return summary.replace(verb, '');
}
