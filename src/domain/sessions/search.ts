import type { SessionEvent } from './events';
import { messageText } from './items';

/** What an event adds to the text in which people look for a session; empty for most. */
export function searchableText(event: SessionEvent): string {
  switch (event.type) {
    case 'message-sent':
    case 'response-cut':
      return event.text;
    case 'session-renamed':
      return event.title;
    case 'response-received':
      return event.items.map(messageText).join('\n').trim();
    default:
      return '';
  }
}
