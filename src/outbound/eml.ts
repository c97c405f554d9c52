import type { Email, Recipient } from '@/domain/workspace';

/**
 * An email as a file that mail programs open (RFC 5322, with MIME): lines end in CR LF and are at most 76 characters long, everything
 * is ASCII, other letters are encoded (RFC 2047, base64). Nothing in a name or a subject can begin another header.
 *
 * @param from - the sender; null leaves it to the mail program, which then opens the file as a message to be sent.
 */
export function emlOf(email: Email, from: Recipient | null): string {
  const { to, cc, subject, body, status, sentAt, createdAt } = email;
  const text = body.replaceAll(/\r\n?|\n/g, '\r\n');
  const isPlain =
    /^[\t\r\n\x20-\x7E]*$/.test(text) && text.split('\r\n').every((line) => line.length <= longestLine);
  return [
    ...(status === 'sent' ? [] : ['X-Unsent: 1']),
    `Date: ${new Date(sentAt ?? createdAt).toUTCString().replace('GMT', '+0000')}`,
    ...(from === null ? [] : [header('From', mailbox(from))]),
    header('To', separated(to.map(mailbox))),
    ...(cc.length === 0 ? [] : [header('Cc', separated(cc.map(mailbox)))]),
    header('Subject', words(subject)),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${isPlain ? '7bit' : 'base64'}`,
    '',
    isPlain ? text : base64Lines(text),
    '',
  ].join('\r\n');
}

/** A name for the file: readable, and allowed on every system. */
export function emlFileName(subject: string): string {
  const name = subject
    .replaceAll(/[^\p{L}\p{N}\p{M} ._-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, longestName)
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i.test(name);
  if (name === '') return 'email.eml';
  return `${isReserved ? 'email ' : ''}${name}.eml`;
}

const longestLine = 76;
const longestName = 80;
/** 39 bytes are 52 characters of base64: with its frame and “Subject: ” a word fits the 76 that RFC 2047 allows a line. */
const bytesPerWord = 39;

/** A header folded between its parts; a part is never broken. */
function header(name: string, parts: readonly string[]): string {
  const lines: string[] = [];
  let line = `${name}:`;
  for (const part of parts) {
    if (line.length + 1 + part.length > longestLine && line !== `${name}:`) {
      lines.push(line);
      line = '';
    }
    line += ` ${part}`;
  }
  return [...lines, line].join('\r\n');
}

/** Mailboxes with commas between, as parts of a header. */
function separated(mailboxes: readonly (readonly string[])[]): readonly string[] {
  return mailboxes.flatMap((parts, index) =>
    index === mailboxes.length - 1 ? parts : [...parts.slice(0, -1), `${parts.at(-1) ?? ''},`],
  );
}

function mailbox({ name, address }: Recipient): readonly string[] {
  return name === '' ? [address] : [...phrase(name), `<${address}>`];
}

/** A display name: plain where RFC 5322 allows it, in quotes, or encoded. */
function phrase(name: string): readonly string[] {
  if (/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+$/.test(name)) return words(name);
  const isQuotable = /^[\x20-\x7E]+$/.test(name) && name.length < longestLine / 2;
  return isQuotable ? [`"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`] : encodedWords(name);
}

function words(text: string): readonly string[] {
  const plain = text.split(' ');
  const isPlain =
    /^[\x20-\x7E]*$/.test(text) &&
    !text.includes('=?') &&
    plain.every((word) => word.length <= longestLine / 2);
  return isPlain ? plain : encodedWords(text);
}

/** A text as encoded words (RFC 2047), none of which splits a character. */
function encodedWords(text: string): readonly string[] {
  const chunks: string[] = [''];
  for (const character of text) {
    const grown = (chunks.at(-1) ?? '') + character;
    if (utf8(grown).length > bytesPerWord) chunks.push(character);
    else chunks[chunks.length - 1] = grown;
  }
  return chunks.map((chunk) => `=?UTF-8?B?${base64(chunk)}?=`);
}

function base64Lines(text: string): string {
  return (base64(text).match(new RegExp(`.{1,${String(longestLine)}}`, 'g')) ?? []).join('\r\n');
}

function base64(text: string): string {
  return btoa(Array.from(utf8(text), (byte) => String.fromCharCode(byte)).join(''));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
