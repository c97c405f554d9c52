import type { Email } from '@/domain/workspace';
import { downloadBlob } from '@/features/documents';
import { emlFileName, emlOf } from '@/outbound';

/** Hands an email to the person as a file that mail programs open. */
export function saveEmail(email: Email): void {
  downloadBlob(emlFileName(email.subject), new Blob([emlOf(email, null)], { type: 'message/rfc822' }));
}
