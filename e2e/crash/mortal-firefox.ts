import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect } from '@playwright/test';
import { z } from 'zod';

import { goneOf, killed, startedGroup } from './browser-process';
import { recordsFrom, type DeviceRecords } from './device-records';
import type { Hands, MailAddress, Mortal } from './hands';
import { Marionette } from './marionette';

/** @returns the program of a Firefox on this machine. FIREFOX_PATH names another one. @throws where there is none. */
export function findFirefox(): string {
  const named = process.env['FIREFOX_PATH'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = folders.flatMap((folder) =>
    ['firefox-esr', 'firefox'].map((name) => path.join(folder, name)),
  );
  const found = [...(named === undefined ? [] : [named]), ...candidates].find((file) => existsSync(file));
  if (found === undefined)
    throw new Error('There is no Firefox on this machine. Install one, or set FIREFOX_PATH.');
  return found;
}

/** A Firefox with a profile on the disk, which can be killed. */
export class MortalFirefox implements Mortal {
  readonly hands: Hands;
  readonly #marionette: Marionette;
  readonly #process: ChildProcess;
  #wasKilled = false;

  static async start(program: string, profile: string): Promise<MortalFirefox> {
    await mkdir(profile, { recursive: true });
    await writeFile(path.join(profile, 'user.js'), preferences);
    const portFile = path.join(profile, 'MarionetteActivePort');
    await rm(portFile, { force: true });
    const child = startedGroup(
      spawn(program, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
        detached: true,
        stdio: 'ignore',
      }),
    );
    await expect
      .poll(() => existsSync(portFile), { message: 'Firefox has started', timeout: 60_000 })
      .toBe(true);
    const marionette = await Marionette.connect(Number(await readFile(portFile, 'utf8')));
    await marionette.send('WebDriver:NewSession', { capabilities: {} });
    await marionette.send('WebDriver:SetTimeouts', { script: 60_000, pageLoad: 60_000 });
    return new MortalFirefox(marionette, child);
  }

  private constructor(marionette: Marionette, child: ChildProcess) {
    this.#marionette = marionette;
    this.#process = child;
    this.hands = new FirefoxHands(marionette);
  }

  get wasKilled(): boolean {
    return this.#wasKilled;
  }

  async goTo(address: string): Promise<void> {
    await this.#marionette.send('WebDriver:Navigate', { url: address });
  }

  async kill(): Promise<void> {
    this.#wasKilled = true;
    await killed(this.#process);
  }

  async close(): Promise<void> {
    const gone = goneOf(this.#process);
    // Its answer may be lost as it goes.
    void this.#marionette.send('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => undefined);
    await gone;
  }
}

/** Nothing is fetched, asked or updated, and the port of its remote control is one that is free. */
const preferences = [
  ['marionette.port', 0],
  ['app.update.auto', false],
  ['app.normandy.enabled', false],
  ['browser.aboutwelcome.enabled', false],
  ['browser.shell.checkDefaultBrowser', false],
  ['browser.startup.page', 0],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['network.captive-portal-service.enabled', false],
  ['network.connectivity-service.enabled', false],
  ['services.settings.server', 'http://127.0.0.1:9/'],
  ['toolkit.telemetry.enabled', false],
]
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  .join('');

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const valueSchema = z.object({ value: z.unknown() });
const elementSchema = z.object({ value: z.object({ [elementKey]: z.string() }) });

class FirefoxHands implements Hands {
  readonly #marionette: Marionette;

  constructor(marionette: Marionette) {
    this.#marionette = marionette;
  }

  async untilOpen(): Promise<void> {
    await expect
      .poll(() => this.#has('//header//button[@aria-label="Menu"]'), { timeout: 30_000 })
      .toBe(true);
  }

  async hash(): Promise<string> {
    return z.string().parse(await this.#run('return location.hash'));
  }

  async showSession(id: string): Promise<void> {
    await this.#run('location.hash = `#/s/${arguments[0]}`', id);
  }

  async records(): Promise<DeviceRecords> {
    return recordsFrom(async (readStores, names) => {
      const script = `const [names, done] = arguments; (${readStores})(names).then(done, (error) => done(String(error)))`;
      const { value } = valueSchema.parse(
        await this.#marionette.send('WebDriver:ExecuteAsyncScript', { script, args: [names] }),
      );
      return z.string().parse(value);
    });
  }

  async say(text: string): Promise<void> {
    const composer = await this.#find(composerPath);
    await this.#marionette.send('WebDriver:ElementClear', { id: composer });
    await this.#marionette.send('WebDriver:ElementSendKeys', { id: composer, text });
    await this.#press(['Send', 'Interrupt and send']);
    await expect
      .poll(() => this.#run('return document.querySelector(arguments[0]).value', composerSelector), {
        timeout: 15_000,
      })
      .toBe('');
  }

  async goOn(): Promise<void> {
    await this.#press(['Continue']);
  }

  async decide(hasArrived: boolean): Promise<void> {
    await this.#press(['Approve', hasArrived ? 'It was sent' : 'It was not sent']);
  }

  /** Where the app keeps it. Takes effect with the next visit. */
  async useMail({ endpoint, promisesOnce }: MailAddress): Promise<void> {
    const httpMail = { endpoint, from: 'me@example.com', isIdempotent: promisesOnce };
    const settings = JSON.stringify({ mailWay: 'http', httpMail });
    await this.#run('localStorage.setItem("momentum.settings", arguments[0])', settings);
  }

  /** Presses the first button that has one of these names. */
  async #press(names: readonly string[]): Promise<void> {
    // A card may come a moment after the journal has it.
    const isOne = names.map((name) => `normalize-space()="${name}" or @aria-label="${name}"`).join(' or ');
    const xpath = `//button[${isOne}]`;
    await expect.poll(() => this.#has(xpath), { message: names.join(), timeout: 15_000 }).toBe(true);
    // Not by its place on the screen, where something may be passing over it.
    await this.#run(pressing, xpath);
  }

  async #has(xpath: string): Promise<boolean> {
    return this.#find(xpath).then(
      () => true,
      () => false,
    );
  }

  async #find(xpath: string): Promise<string> {
    const found = await this.#marionette.send('WebDriver:FindElement', { using: 'xpath', value: xpath });
    return elementSchema.parse(found).value[elementKey];
  }

  async #run(script: string, ...args: readonly unknown[]): Promise<unknown> {
    return valueSchema.parse(await this.#marionette.send('WebDriver:ExecuteScript', { script, args })).value;
  }
}

const pressing = `
  const found = document.evaluate(arguments[0], document, null, XPathResult.FIRST_ORDERED_NODE_TYPE);
  found.singleNodeValue?.click();
`;
const composerPath = '//textarea[@aria-label="Message Momentum"]';
const composerSelector = 'textarea[aria-label="Message Momentum"]';
