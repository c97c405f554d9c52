import type { LogEntry } from '@/domain/deltas';

import { StorageUnavailableError } from '../errors';
import { canonicalJson } from './canonical-json';

/** The chain value of an empty log. */
export const emptyChain = '0'.repeat(64);

/**
 * The chain value of a log entry: SHA-256, in hexadecimal, over the value of the entry before it, a line end, and the entry as
 * canonical JSON. A log that was cut, edited by hand or replaced by an older copy no longer has the value that was noted elsewhere.
 *
 * @throws StorageUnavailableError where the browser offers no hashing, as on a page from another machine over plain http.
 */
export async function chainAfter(previous: string, entry: LogEntry): Promise<string> {
  const { subtle } = globalThis.crypto;
  if (!('digest' in (subtle ?? {}))) throw new StorageUnavailableError('insecure');
  const { sequence, commit } = entry;
  const text = `${previous}\n${canonicalJson({ sequence, commit })}`;
  return hexadecimal(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

function hexadecimal(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
