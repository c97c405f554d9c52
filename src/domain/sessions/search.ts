/**
 * What an event adds to the text in which people look for a session; empty for most. Takes whatever is stored, so that a search needs
 * no reading of events it does not look into.
 */
export function searchableText(event: unknown): string {
  if (!isRecord(event)) return '';
  switch (event['type']) {
    case 'message-sent':
    case 'message-queued':
    case 'queued-edited':
    case 'response-cut':
      return textOf(event['text']);
    case 'session-renamed':
      return textOf(event['title']);
    case 'response-received':
      return listOf(event['items']).map(messageText).join('\n').trim();
    default:
      return '';
  }
}

function messageText(item: unknown): string {
  if (!isRecord(item) || item['type'] !== 'message') return '';
  return listOf(item['content'])
    .map((part) => (isRecord(part) ? textOf(part['text']) : ''))
    .join('\n');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
