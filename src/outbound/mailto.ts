import type { Mailer, MailOutcome, OutgoingEmail } from '@/agent';

export interface MailtoOptions {
  /** Opens the URL as a click on a link would. False, or an error, when that was not possible. */
  readonly open: (url: string) => boolean;
  /** Longest URL to hand over; 2,000 unless given. Windows cuts off at about 2,080 characters without a word. */
  readonly longestUrl?: number;
}

/** Hands emails over to the person's own mail program, where they still press Send. Whether they do cannot be known. */
export function createMailtoMailer({ open, longestUrl = 2_000 }: MailtoOptions): Mailer {
  return {
    isIdempotent: false,
    describe: () => 'Opens in your mail program',
    send: (email, { signal }) => Promise.resolve(signal.aborted ? cancelled : handOver(email)),
  };

  function handOver(email: OutgoingEmail): MailOutcome {
    const url = mailtoUrl(email);
    if (url.length > longestUrl) return tooLong(url.length);
    try {
      return open(url) ? { type: 'handed-over' } : notOpened;
    } catch {
      return notOpened;
    }
  }

  function tooLong(length: number): MailOutcome {
    const message = `This email is too long to hand over to a mail program (${length.toLocaleString('en')} characters when encoded; ${longestUrl.toLocaleString('en')} fit). Shorten it, or save it as a file and open that in your mail program.`;
    return { type: 'failed', message };
  }
}

/**
 * The link that opens a new message in a mail program (RFC 6068): addresses without names, as its grammar wants, everything in UTF-8
 * and percent-encoded, line ends as CR LF. Nothing in a field can end it and begin another.
 */
export function mailtoUrl({ to, cc, subject, body }: OutgoingEmail): string {
  const fields = [
    ...(cc.length === 0 ? [] : [['cc', addressList(cc)]]),
    ['subject', encoded(subject)],
    ['body', encoded(body.replaceAll(/\r\n?|\n/g, '\r\n'))],
  ];
  return `mailto:${addressList(to)}?${fields.map((field) => field.join('=')).join('&')}`;
}

const cancelled: MailOutcome = { type: 'failed', message: 'Cancelled before it left the app.' };
const notOpened: MailOutcome = {
  type: 'failed',
  message:
    'The mail program could not be opened. Choose one for mailto links in the settings of your browser or system, or save the email as a file.',
};

function addressList(recipients: OutgoingEmail['to']): string {
  return recipients.map(({ address }) => address.split('@').map(encoded).join('@')).join(',');
}

function encoded(text: string): string {
  // `encodeURIComponent` throws on halves of surrogate pairs.
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD'));
}
