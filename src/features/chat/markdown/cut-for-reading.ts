/** So much of a text is shown at once, in characters: more than anybody reads at a sitting, and little enough to stay quick. */
export const readingStep = 100_000;

/** The beginning of a very long text, cut at the end of a line where there is one near. */
export function cutForReading(
  text: string,
  limit: number,
): { readonly shown: string; readonly isCut: boolean } {
  if (text.length <= limit) return { shown: text, isCut: false };
  const line = text.lastIndexOf('\n', limit);
  return { shown: text.slice(0, line > limit / 2 ? line + 1 : limit), isCut: true };
}
