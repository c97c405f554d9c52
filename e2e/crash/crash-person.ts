import { expect } from '@playwright/test';

import { eventsOf, hasOpenRequest } from './crash-faults';
import type { DeviceRecords, StoredEvent } from './device-records';
import type { Hands, Mortal } from './hands';

/** What is said in every story, one after the other: several calls, a change that asks first, an email. */
const messages = [
  "Create a task 'Deploy API' in Website launch and add subtasks 'Update docs' and 'Run tests'",
  'Mark everything in Mobile API as done',
  'Send an email to Tom Okafor saying the server is back up',
] as const;

/** What is to be done next, read from the journal. */
type Step =
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'decide' }
  | { readonly type: 'continue' }
  | { readonly type: 'wait' }
  | { readonly type: 'done' };

/** Somebody who wants one story told, decides the same each time, and comes back after every crash. */
export class CrashPerson {
  readonly seen: DeviceRecords[] = [];
  readonly said: string[] = [];
  /** What the app had taken, and did not have any more after a crash. */
  readonly lost: string[] = [];
  /** Called as a message is about to be written and sent. */
  onSaying: () => void = () => undefined;
  readonly #arrived: () => number;
  #address = '/';

  /** @param arrived - how many emails arrived: the person can look into the mailbox. */
  constructor(arrived: () => number) {
    this.#arrived = arrived;
  }

  /** Opens the app where it was left, and goes on until the story has been told. Fails when it comes to a halt. */
  async goOn(browser: Mortal, origin: string): Promise<DeviceRecords> {
    const { hands } = browser;
    await browser.goTo(origin + this.#address);
    await hands.untilOpen();
    const found = await hands.records();
    await this.#findSession(hands, found);
    this.#missMessages(found);
    for (;;) {
      const step = await this.#nextStep(hands);
      if (step.type === 'done') return hands.records();
      await this.#take(step, hands);
      this.#address = `/${await hands.hash()}`;
    }
  }

  /** Killed just as the first message left, the address had not changed yet: the list of sessions has it. */
  async #findSession(hands: Hands, { journal: [first] }: DeviceRecords): Promise<void> {
    if (first === undefined || (await hands.hash()).includes(first.sessionId)) return;
    await hands.showSession(first.sessionId);
  }

  #missMessages(records: DeviceRecords): void {
    const kept = eventsOf(records).flatMap(({ type, text }) => (type === 'message-sent' ? [text] : []));
    this.lost.push(...this.said.filter((text) => !kept.includes(text)));
  }

  async #nextStep(hands: Hands): Promise<Step> {
    let step: Step = { type: 'wait' };
    await expect
      .poll(
        async () => {
          const records = await hands.records();
          this.#look(records);
          step = stepAfter(eventsOf(records));
          return step.type;
        },
        { message: 'the session goes on', timeout: haltMs, intervals: [50] },
      )
      .not.toBe('wait');
    return step;
  }

  /** Keeps the newest only of what is the same story longer. */
  #look(records: DeviceRecords): void {
    const last = this.seen.at(-1);
    const isLonger = last !== undefined && isBeginningOf(last, records);
    if (isLonger) this.seen.pop();
    this.seen.push(records);
    const sent = eventsOf(records).filter(({ type }) => type === 'message-sent').length;
    for (const text of messages.slice(this.said.length, sent)) this.said.push(text);
  }

  async #take(step: Step, hands: Hands): Promise<void> {
    switch (step.type) {
      case 'say':
        this.onSaying();
        await hands.say(step.text);
        // From here on, the app has taken it.
        if (!this.said.includes(step.text)) this.said.push(step.text);
        return;
      case 'continue':
        return hands.goOn();
      case 'decide':
        return hands.decide(this.#arrived() > 0);
      case 'wait':
      case 'done':
    }
  }
}

/** A session that neither goes on nor asks for so long is stuck. */
const haltMs = 45_000;

function stepAfter(events: readonly StoredEvent[]): Step {
  const sent = events.filter(({ type }) => type === 'message-sent').length;
  const [last] = events.filter(({ type }) => type === 'run-started' || type === 'run-ended').slice(-1);
  if (last === undefined) return sent === 0 ? { type: 'say', text: messages[0] } : { type: 'wait' };
  if (last.type === 'run-started') return { type: hasOpenRequest(events) ? 'decide' : 'wait' };
  if (last.outcome !== 'completed') return { type: 'continue' };
  const next = messages[sent];
  return next === undefined ? { type: 'done' } : { type: 'say', text: next };
}

function isBeginningOf(earlier: DeviceRecords, later: DeviceRecords): boolean {
  const whole = later.journal.map((record) => JSON.stringify(record));
  return (
    earlier.journal.every((record, place) => JSON.stringify(record) === whole[place]) &&
    earlier.log.every(({ commit }, place) => later.log[place]?.commit.id === commit.id)
  );
}
