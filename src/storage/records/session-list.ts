import type { JournalRecord } from '@/agent';
import { searchableText, type SessionSummary } from '@/domain/sessions';

import { z } from './zod';

/** What the list of sessions shows of one, kept beside its journal so that listing costs nothing more. */
export interface SessionRow extends Omit<SessionSummary, 'isArchived'> {
  readonly isDeleted: boolean;
  /** Rows from before sessions could be archived have none. */
  readonly isArchived?: boolean;
}

const rowSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  status: z.enum(['idle', 'running', 'awaiting_user', 'completed', 'cancelled', 'interrupted', 'failed']),
  createdAt: z.number(),
  updatedAt: z.number(),
  isDeleted: z.boolean(),
  isArchived: z.optional(z.boolean()),
});

function isSessionRow(value: unknown): value is SessionRow {
  return rowSchema.safeParse(value).success;
}

/** The sessions that are not deleted, last used first. Rows that cannot be read are left out, and stay where they are [S4]. */
export function listedSessions(rows: readonly unknown[]): readonly SessionSummary[] {
  return rows
    .filter(isSessionRow)
    .filter((row) => !row.isDeleted)
    .map(({ id, title, status, isArchived = false, createdAt, updatedAt }) => ({
      id,
      title,
      status,
      isArchived,
      createdAt,
      updatedAt,
    }))
    .toSorted((left, right) => right.updatedAt - left.updatedAt || (left.id < right.id ? 1 : -1));
}

/** The sessions that are deleted, as far as their rows can be read. */
export function deletedSessions(rows: readonly unknown[]): readonly SessionRow[] {
  return rows.filter(isSessionRow).filter((row) => row.isDeleted);
}

/** Whether the title and the texts of a session hold every one of the words, in whatever case. */
export function hasAllWords(
  words: readonly string[],
  summary: SessionSummary,
  journal: readonly JournalRecord[],
): boolean {
  const texts = [summary.title, ...journal.map((record) => searchableText(record.event))].map((text) =>
    text.toLowerCase(),
  );
  return words.every((word) => texts.some((text) => text.includes(word.toLowerCase())));
}
