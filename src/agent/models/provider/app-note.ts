/** A note of the app as a message of the person, for wire formats that know no other messages in the middle of a conversation. */
export function appNote(text: string): string {
  return `[Note of the app, not of the person: ${text}]`;
}
