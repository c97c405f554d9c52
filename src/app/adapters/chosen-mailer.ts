import type { Mailer } from '@/agent';
import { readEndpoint, type Endpoint } from '@/domain/models';
import { createHttpMailer, createMailtoMailer, type RelayFetch } from '@/outbound';
import { originOf, type SettingsServices } from '@/state/settings';

/**
 * Sends by the way that the person has chosen at that moment; an approval says which one it is.
 *
 * @param network - the page itself reaches no other machine: a relay of the mail service's origin does.
 */
export function chosenMailer(
  page: Window,
  { settings, mailKey }: SettingsServices,
  network: (endpoint: Endpoint) => RelayFetch,
): Mailer {
  const mailto = createMailtoMailer({ open: (url) => openedBy(page, url) });

  function present(): Mailer {
    const { mailWay, httpMail } = settings.getState();
    if (mailWay === 'mail-program') return mailto;
    return createHttpMailer({
      ...httpMail,
      key: mailKey.keyFor(httpMail.endpoint),
      fetch: relayedTo(httpMail.endpoint, network),
    });
  }

  return {
    get isIdempotent() {
      return present().isIdempotent;
    },
    describe: () => present().describe(),
    send: (email, options) => present().send(email, options),
  };
}

/** Reaches the origin of an address, for which its key was entered, and nothing else. */
function relayedTo(address: string, network: (endpoint: Endpoint) => RelayFetch): typeof fetch {
  const reading = readEndpoint(originOf(address) ?? '');
  return (target, request = {}) =>
    reading.type === 'endpoint'
      ? network(reading.endpoint)(target instanceof Request ? target.url : target.toString(), request)
      : Promise.reject(new TypeError(reading.message));
}

/** As a click on a link would: the page stays, and the system's mail program comes up. */
function openedBy(page: Window, url: string): boolean {
  const link = page.document.createElement('a');
  link.href = url;
  link.click();
  return true;
}
