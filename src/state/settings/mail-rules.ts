import { isEmailAddress } from '@/domain/workspace';

const longestEndpoint = 2_000;

/** What is wrong with the address of a mail service and what to do; null when it can be used. Emails and key never take an open line [X3]. */
export function endpointProblem(text: string): string | null {
  const typed = text.trim();
  if (typed === '') return 'Enter the address of the mail service, such as https://api.example.com/emails.';
  if (typed.length > longestEndpoint) return 'This address is too long.';
  if (!URL.canParse(typed)) return 'This is not a web address. It looks like https://api.example.com/emails.';
  const url = new URL(typed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'The address must begin with https://.';
  if (url.protocol === 'http:' && !isThisDevice(url.hostname)) {
    return 'The address must begin with https://. Only a service on this device may use http://.';
  }
  if (url.username !== '' || url.password !== '') {
    return 'Leave name and password out of the address. The key has a field of its own.';
  }
  return null;
}

/** What is wrong with a sender, as `ana@example.com` or `Ana <ana@example.com>`; null when it can be used. */
export function senderProblem(text: string): string | null {
  const typed = text.trim();
  if (typed === '') return 'Enter the address that emails come from.';
  const { name, address } = senderParts(typed);
  if (!isEmailAddress(address)) return 'A sender looks like ana@example.com or Ana <ana@example.com>.';
  return /[\p{C}<>]/u.test(name) ? 'The sender’s name holds characters that cannot be sent.' : null;
}

/** What is wrong with a key; null when it can be sent. Says nothing of the key itself. */
export function keyProblem(text: string): string | null {
  if (text === '') return 'Enter the key.';
  return /^[\x21-\x7E]+$/.test(text)
    ? null
    : 'A key has no spaces and only plain letters, digits and signs. Copy it again.';
}

/** Scheme, host and port: what a key is good for. Null for what is no address. */
export function originOf(endpoint: string): string | null {
  return URL.canParse(endpoint) ? new URL(endpoint).origin : null;
}

function senderParts(typed: string): { readonly name: string; readonly address: string } {
  const match = /^(?<name>[^<]*)<(?<address>[^<>]*)>$/.exec(typed);
  return { name: match?.groups?.['name'] ?? '', address: match?.groups?.['address'] ?? typed };
}

function isThisDevice(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]';
}
