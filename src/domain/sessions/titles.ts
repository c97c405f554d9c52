const longestTitle = 60;

/** A title for a session, made from its first message: its first line, cut at a word. */
export function titleFrom(text: string): string {
  const line = text.trim().split('\n')[0]?.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (line.length <= longestTitle) return line;
  const cut = line.slice(0, longestTitle - 1);
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > longestTitle / 2 ? cut.slice(0, lastSpace) : cut}…`;
}

/** "add_task" as people read it: "Add task". */
export function toolWords(tool: string): string {
  const words = tool.replaceAll(/[_\s]+/g, ' ').trim();
  return words === '' ? 'Call without a name' : words.charAt(0).toUpperCase() + words.slice(1);
}
