const linesInChunk = 50;

/** Code in pieces of some lines each: all but the last stay as they are while the code grows. Joined by line breaks they are the code. */
export function chunksOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const chunks: string[] = [];
  for (let start = 0; start < lines.length; start += linesInChunk) {
    chunks.push(lines.slice(start, start + linesInChunk).join('\n'));
  }
  return chunks;
}
