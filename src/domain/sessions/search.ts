import type { SessionEvent } from './events';
import { messageText } from './items';

/** What an event adds to the text in which people look for a session; empty for most. */
export function searchableText(event: SessionEvent): string {
  if (event.type === 'message-sent' || event.type === 'response-cut') return event.text;
  if (event.type === 'session-renamed') return event.title;
  if (event.type !== 'response-received') return '';
  return event.items.map(messageText).join('\n').trim();
}
