import type { Email } from '@/domain/workspace';
import type { Tone } from '@/ui';

export interface EmailState {
  readonly words: string;
  readonly tone: Tone;
  /** What that means; empty where the words say all. */
  readonly detail: string;
}

/** What became of an email, as far as anybody can know. */
export function emailState({ status, failure }: Email): EmailState {
  switch (status) {
    case 'draft':
      return { words: 'Draft', tone: 'neutral', detail: 'Not sent. Ask Momentum to send it.' };
    case 'sending':
      return { words: 'Sending…', tone: 'accent', detail: '' };
    case 'sent':
      // The record does not tell the two apart, so neither do the words.
      return {
        words: 'Left the app',
        tone: 'success',
        detail:
          'Sent by the mail service, or handed over to your mail program, where it leaves when you press Send.',
      };
    case 'failed':
      return { words: 'Not sent', tone: 'danger', detail: failure ?? 'It did not leave the app.' };
    case 'in_doubt':
      return {
        words: 'In doubt',
        tone: 'warning',
        detail: failure ?? 'Nobody knows whether it was sent. Look into your sent mail before trying again.',
      };
  }
}

/** Newest first by when they were written; the same moment keeps its order. */
export function newestFirst(emails: Iterable<Email>): readonly Email[] {
  return [...emails].toSorted((left, right) => right.createdAt - left.createdAt);
}
