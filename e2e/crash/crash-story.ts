import { EventEmitter, once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { MailService } from '../pages/mail-service';
import type { Ended } from './crash-faults';
import { CrashPerson } from './crash-person';
import type { DeviceRecords } from './device-records';
import type { Mortal } from './hands';
import { MortalBrowser } from './mortal-browser';

/** When a browser is killed: so long after one of these moments. */
export type Death =
  /** The person came back. */
  | { readonly type: 'after'; readonly ms: number }
  /** The person begins to write a message, and sends it. */
  | { readonly type: 'saying'; readonly ms: number }
  /** The email has arrived, and its sender has not heard so. */
  | { readonly type: 'email'; readonly ms: number };

type Start = (profile: string) => Promise<Mortal>;

interface DeskOptions {
  /** Whether the app is told that the mail service sends only once for a key, which it does not. */
  readonly promisesOnce?: boolean;
  /** Starts the browser in which the story is told: a Chromium unless given. */
  readonly start?: Start;
}

/** A profile, a mail service and an address of the app, with which a story can be told any number of times. */
export class CrashDesk {
  readonly #origin: string;
  readonly #folder: string;
  readonly #mail: MailService;
  readonly #start: Start;
  #stories = 0;

  static async open(
    origin: string,
    { promisesOnce = false, start = (profile) => MortalBrowser.start(profile) }: DeskOptions = {},
  ): Promise<CrashDesk> {
    const mail = await MailService.start();
    const folder = await mkdtemp(path.join(tmpdir(), 'momentum-crash-'));
    const desk = new CrashDesk({ origin, folder, mail, start });
    await desk.#prepare(promisesOnce);
    return desk;
  }

  private constructor(parts: {
    readonly origin: string;
    readonly folder: string;
    readonly mail: MailService;
    readonly start: Start;
  }) {
    this.#origin = parts.origin;
    this.#folder = parts.folder;
    this.#mail = parts.mail;
    this.#start = parts.start;
  }

  async close(): Promise<void> {
    this.#mail.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Tells the story from its beginning, in a browser that dies so often. @returns its end, and how long all of it took. */
  async tell(deaths: readonly Death[]): Promise<Ended & { readonly kills: number; readonly ms: number }> {
    const profile = await this.#newProfile();
    const { received } = this.#mail;
    received.length = 0;
    const person = new CrashPerson(() => received.length);
    const start = performance.now();
    const { records, kills } = await this.#told(person, profile, deaths);
    const ms = performance.now() - start;
    await rm(profile, { recursive: true, force: true });
    const { seen, said, lost } = person;
    return { records, seen, said, lost, arrived: received.length, kills, ms };
  }

  /** A story that is through before a death is through: what dies then has nothing to lose. */
  async #told(
    person: CrashPerson,
    profile: string,
    deaths: readonly Death[],
  ): Promise<{ readonly records: DeviceRecords; readonly kills: number }> {
    for (const [kills, death] of [...deaths, null].entries()) {
      const records = await this.#partOf(person, profile, death);
      if (records !== null) return { records, kills };
    }
    throw new Error('The browser was gone, and nobody had killed it.');
  }

  /** One life of the browser. @returns null when it was killed before the end of the story. */
  async #partOf(person: CrashPerson, profile: string, death: Death | null): Promise<DeviceRecords | null> {
    const browser = await this.#start(profile);
    const cancelDeath = this.#arrange(browser, person, death);
    try {
      return await person.goOn(browser, this.#origin);
    } catch (error) {
      if (browser.wasKilled) return null;
      throw error;
    } finally {
      cancelDeath();
      // Even the end is a crash: nobody closes anything.
      await browser.kill();
    }
  }

  #arrange(browser: Mortal, person: CrashPerson, death: Death | null): () => void {
    let timer: NodeJS.Timeout | null = null;
    const life = new EventEmitter();
    const killIn = (ms: number): void => {
      timer ??= setTimeout(() => void browser.kill().finally(() => life.emit('killed')), ms);
    };
    if (death?.type === 'after') killIn(death.ms);
    if (death?.type === 'saying') {
      person.onSaying = () => {
        killIn(death.ms);
      };
    }
    if (death?.type === 'email') {
      this.#mail.beforeReply = () => {
        const isAfterReply = death.ms >= replyMs;
        killIn(isAfterReply ? death.ms - replyMs : death.ms);
        return isAfterReply ? Promise.resolve() : once(life, 'killed').then(() => undefined);
      };
    }
    return () => {
      if (timer !== null) clearTimeout(timer);
      person.onSaying = () => undefined;
      this.#mail.beforeReply = () => Promise.resolve();
    };
  }

  /** The example workspace and the mail service, in a profile that was closed in peace: settings are written down late. */
  async #prepare(promisesOnce: boolean): Promise<void> {
    const browser = await this.#start(this.#template);
    await browser.goTo(this.#origin);
    await browser.hands.untilOpen();
    await browser.hands.useMail({ endpoint: this.#mail.endpoint, promisesOnce });
    await browser.close();
  }

  async #newProfile(): Promise<string> {
    this.#stories += 1;
    const profile = path.join(this.#folder, String(this.#stories));
    await cp(this.#template, profile, { recursive: true });
    return profile;
  }

  get #template(): string {
    return path.join(this.#folder, 'template');
  }
}

/** Who is to die later than this after an email arrived has had its answer; who dies earlier never gets one. In milliseconds. */
const replyMs = 400;
