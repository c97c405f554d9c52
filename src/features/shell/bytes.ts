const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size as people say it: "512 bytes", "1.4 MB". */
export function bytesInWords(bytes: number): string {
  let size = bytes;
  let unit: (typeof units)[number] = units[0];
  for (const next of units.slice(1)) {
    if (size < 1000) break;
    size /= 1000;
    unit = next;
  }
  const digits = unit === units[0] || size >= 100 ? 0 : 1;
  return `${size.toFixed(digits)} ${unit}`;
}
