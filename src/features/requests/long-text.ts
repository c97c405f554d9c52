const mostLines = 4;
/** At about fifty characters a line, as on a phone. */
const mostCharacters = 200;

/** Whether a text would fill more than a glance. */
export function isLong(text: string): boolean {
  return text.length > mostCharacters || text.split('\n').length > mostLines;
}
