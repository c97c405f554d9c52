import type { Mailer, MailOptions, MailOutcome, OutgoingEmail } from '@/agent';

export interface HttpMailerOptions {
  /** Where to post: https, or http on this machine. */
  readonly endpoint: string;
  /** The sender, as the service expects it. */
  readonly from: string;
  /** Sent as a bearer token to the endpoint and nowhere else; null sends none. */
  readonly key: string | null;
  /** Whether the service promises to send only once for one `Idempotency-Key`. */
  readonly isIdempotent: boolean;
  readonly fetch: typeof fetch;
  /** How long to wait for an answer, in milliseconds; 30,000 unless given. */
  readonly timeoutMs?: number;
}

/**
 * Posts emails as JSON (`from`, `to`, `cc`, `subject`, `text`; recipients as lists of plain addresses) to an HTTP service, as today's
 * email APIs take them. What certainly did not leave is `failed`; where that cannot be told, `unknown`. No message holds the key.
 */
export function createHttpMailer(options: HttpMailerOptions): Mailer {
  const { endpoint, isIdempotent } = options;
  const target = targetFrom(endpoint);
  return {
    isIdempotent,
    describe: () =>
      target === null ? 'Posts to an address that cannot be used' : `Posts to ${target.origin}`,
    async send(email, { idempotencyKey, signal }) {
      if (target === null)
        return failed(
          `The mail service’s address cannot be used. It must begin with https://. ${inSettings}`,
        );
      if (signal.aborted) return failed('Cancelled before it left the app.');
      return post(target, email, { ...options, idempotencyKey, signal });
    },
  };
}

const inSettings = 'Correct it in Settings.';
const defaultTimeoutMs = 30_000;

/** The address to post to; null when it cannot be used or would send the key over an open line. */
function targetFrom(endpoint: string): URL | null {
  if (!URL.canParse(endpoint)) return null;
  const url = new URL(endpoint);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname));
  return isSafe && url.username === '' && url.password === '' ? url : null;
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]';
}

async function post(
  target: URL,
  email: OutgoingEmail,
  options: HttpMailerOptions & MailOptions,
): Promise<MailOutcome> {
  const { signal, timeoutMs = defaultTimeoutMs } = options;
  const stop = new AbortController();
  let isTooLate = false;
  const timer = setTimeout(() => {
    isTooLate = true;
    stop.abort();
  }, timeoutMs);
  const cancel = (): void => stop.abort();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const response = await options.fetch(target, requestFor(email, options, stop.signal));
    return await outcomeOf(response, options.key);
  } catch {
    if (isTooLate) return unknown('The mail service did not answer in time.');
    if (signal.aborted) return unknown('Cancelled while it was on its way.');
    return unknown(
      'The connection to the mail service broke, or the service does not allow calls from a web page (CORS).',
    );
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

function requestFor(
  { to, cc, subject, body }: OutgoingEmail,
  { from, key, idempotencyKey }: HttpMailerOptions & MailOptions,
  signal: AbortSignal,
): RequestInit {
  const message = {
    from,
    to: to.map(({ address }) => address),
    cc: cc.map(({ address }) => address),
    subject,
    text: body,
  };
  return {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': idempotencyKey,
      ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(message),
    // A redirect could take the key to another host.
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal,
  };
}

async function outcomeOf(response: Response, key: string | null): Promise<MailOutcome> {
  if (response.ok) return { type: 'sent' };
  const { status } = response;
  const reason = statusReason(status, response.headers.get('Retry-After'));
  const said = await saidBy(response, key);
  const message = `${reason.message} (HTTP ${String(status)}).${said}`;
  return reason.mayHaveLeft ? unknown(message) : failed(message);
}

interface Reason {
  readonly message: string;
  readonly mayHaveLeft: boolean;
}

function statusReason(status: number, retryAfter: string | null): Reason {
  switch (status) {
    case 400:
    case 422:
      return certain('The mail service did not accept the email; check sender and recipients');
    case 401:
    case 403:
      return certain(
        'The mail service refused the key, or the sender is not allowed; check both in Settings',
      );
    case 404:
    case 405:
      return certain('The mail service’s address does not take emails; correct it in Settings');
    case 409:
      return { message: 'The mail service has had this email before', mayHaveLeft: true };
    case 413:
      return certain('The email is too large for the mail service; shorten it');
    case 429:
      return certain(`The mail service wants a pause; try again ${whenWords(retryAfter)}`);
    case 503:
      return certain('The mail service is out of order; try again later');
    default:
      return { message: 'The mail service reported a fault', mayHaveLeft: status >= 500 || status < 400 };
  }
}

function certain(message: string): Reason {
  return { message, mayHaveLeft: false };
}

function whenWords(retryAfter: string | null): string {
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : null;
  if (seconds === null) return 'later';
  return seconds === 1 ? 'in 1 second' : `in ${String(seconds)} seconds`;
}

const longestReason = 200;

/** The service's own words, if it has any that are fit to be shown. */
async function saidBy(response: Response, key: string | null): Promise<string> {
  try {
    const answer: unknown = await response.json();
    const said = typeof answer === 'object' && answer !== null && 'message' in answer ? answer.message : null;
    if (typeof said !== 'string' || (key !== null && said.includes(key))) return '';
    const line = said
      .replaceAll(/[\s\p{C}]+/gu, ' ')
      .trim()
      .slice(0, longestReason);
    return line === '' ? '' : ` It says: “${line}”`;
  } catch {
    return '';
  }
}

function failed(message: string): MailOutcome {
  return { type: 'failed', message };
}

function unknown(reason: string): MailOutcome {
  return {
    type: 'unknown',
    message: `${reason} It may have been sent or not; look into the service’s own list before trying again.`,
  };
}
