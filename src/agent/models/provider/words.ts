const longestWords = 300;

/** What a provider wrote, as one line for people: without tags, control characters and the key, and not longer than a few lines. */
export function cleanWords(text: string, apiKey: string | null): string {
  const visible = withoutKey(text, apiKey)
    .replaceAll(/<(style|script)\b[\s\S]*?<\/\1>/giu, ' ')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return visible.length > longestWords ? `${visible.slice(0, longestWords - 1)}…` : visible;
}

/** Takes the key out of text that may repeat it [X3]. */
export function withoutKey(text: string, apiKey: string | null): string {
  if (apiKey === null || apiKey === '') return text;
  return text.replaceAll(apiKey, '•••').replaceAll(encodeURIComponent(apiKey), '•••');
}
