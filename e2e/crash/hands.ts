import { expect, type Page } from '@playwright/test';

import { ConversationPage } from '../pages/conversation-page';
import { MomentumPage } from '../pages/momentum-page';
import { SettingsPage } from '../pages/settings-page';
import { readDevice, type DeviceRecords } from './device-records';

/** A mail service that the app is to send to. */
export interface MailAddress {
  readonly endpoint: string;
  /** Whether the app is told that it sends only once for a key. */
  readonly promisesOnce: boolean;
}

/** What a person does with the app, in whichever browser. */
export interface Hands {
  untilOpen(): Promise<void>;
  /** The part of the address that names the session: `#/s/ses_1`. */
  hash(): Promise<string>;
  showSession(id: string): Promise<void>;
  /** What is on the disk, past the app. */
  records(): Promise<DeviceRecords>;
  /** Writes a message and sends it; resolves when the app has taken it. */
  say(text: string): Promise<void>;
  /** Lets a run that has rested go on. */
  goOn(): Promise<void>;
  /** Approves what is asked, or says what became of an email. */
  decide(hasArrived: boolean): Promise<void>;
  useMail(mail: MailAddress): Promise<void>;
}

/** A browser that can be killed. */
export interface Mortal {
  readonly hands: Hands;
  readonly wasKilled: boolean;
  /** Begins to go there. */
  goTo(address: string): Promise<void>;
  /** Kills it without a word, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Closes it as a person does: it may write down what it still holds. */
  close(): Promise<void>;
}

/** Hands on a page of Playwright's. */
export class PageHands implements Hands {
  readonly #page: Page;
  readonly #chat: ConversationPage;

  constructor(page: Page) {
    this.#page = page;
    this.#chat = new ConversationPage(new MomentumPage(page));
  }

  untilOpen(): Promise<void> {
    return this.#chat.app.waitUntilOpen();
  }

  hash(): Promise<string> {
    return Promise.resolve(new URL(this.#page.url()).hash);
  }

  async showSession(id: string): Promise<void> {
    await this.#page.evaluate((shown) => {
      location.hash = `#/s/${shown}`;
    }, id);
  }

  records(): Promise<DeviceRecords> {
    return readDevice(this.#page);
  }

  say(text: string): Promise<void> {
    return this.#chat.say(text);
  }

  async goOn(): Promise<void> {
    await this.#chat.log.getByRole('button', { name: 'Continue' }).last().click();
  }

  async decide(hasArrived: boolean): Promise<void> {
    const chat = this.#chat;
    const question = chat.question.filter({ has: this.#page.getByRole('button', { name: 'Skip' }) });
    await expect(question.or(chat.approvals).first()).toBeVisible({ timeout: 15_000 });
    if (await question.isHidden()) await chat.decide(chat.approvals.first(), 'Approve');
    else await chat.decide(question.first(), hasArrived ? 'It was sent' : 'It was not sent');
  }

  async useMail({ endpoint, promisesOnce }: MailAddress): Promise<void> {
    const settings = new SettingsPage(this.#chat.app);
    await settings.open();
    if (promisesOnce) {
      await settings.dialog.getByRole('radio', { name: 'HTTP endpoint' }).check();
      await settings.form.getByRole('checkbox').check();
    }
    await settings.useEndpoint({ endpoint, from: 'me@example.com' });
    await settings.form.getByText('Saved. Approved emails go to').waitFor();
  }
}
