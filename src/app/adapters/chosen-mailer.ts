import type { Mailer } from '@/agent';
import { createHttpMailer, createMailtoMailer } from '@/outbound';
import type { SettingsServices } from '@/state/settings';

/** Sends by the way that the person has chosen at that moment; an approval says which one it is. */
export function chosenMailer(page: Window, { settings, mailKey }: SettingsServices): Mailer {
  const mailto = createMailtoMailer({ open: (url) => openedBy(page, url) });

  function present(): Mailer {
    const { mailWay, httpMail } = settings.getState();
    if (mailWay === 'mail-program') return mailto;
    return createHttpMailer({
      ...httpMail,
      key: mailKey.keyFor(httpMail.endpoint),
      fetch: (...request) => page.fetch(...request),
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

/** As a click on a link would: the page stays, and the system's mail program comes up. */
function openedBy(page: Window, url: string): boolean {
  const link = page.document.createElement('a');
  link.href = url;
  link.click();
  return true;
}
