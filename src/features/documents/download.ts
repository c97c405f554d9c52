import type { IsoDate } from '@/domain/workspace';

/** Hands a text to the browser as a file to be kept. */
export function downloadText(fileName: string, text: string): void {
  downloadBlob(fileName, new Blob([text], { type: 'application/json' }));
}

export function downloadBlob(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read the address when the click is handled; a while later nobody needs it.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, revokeAfterMs);
}

const revokeAfterMs = 60_000;

export function exportFileName(today: IsoDate, what: 'everything' | 'session' = 'everything'): string {
  return what === 'session' ? `momentum-session-${today}.json` : `momentum-${today}.json`;
}
