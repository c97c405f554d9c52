/** An event of a stream, as it is written on the wire. */
export function sent(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

/** An event whose name stands beside it too. */
export function sentAs(type: string, fields: object): string {
  return `event: ${type}\n${sent({ type, ...fields })}`;
}

/** A text in the pieces in which it streams. */
export function halves(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return [];
  const middle = Math.ceil(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)].filter((part) => part !== '');
}
