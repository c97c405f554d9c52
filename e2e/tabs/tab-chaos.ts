import { expect } from '@playwright/test';

import { callFaults, endFaults, eventsOf, hasOpenRequest } from '../crash/crash-faults';
import type { DeviceRecords, StoredEvent } from '../crash/device-records';
import { leaseFaults } from './lease-witness';
import type { TabFleet } from './tab-fleet';
import { wordsOf, type Happening, type Round } from './tab-rounds';
import type { TabWindow } from './tab-window';

/** What a session that went through a lot is judged by. */
export interface Chaos {
  readonly records: DeviceRecords;
  /** The emails that arrived, in words. */
  readonly emails: readonly string[];
  /** For how long nobody drove the session at most, while a window was there that could. */
  readonly longestGapMs: number;
}

/** Lets several windows work on one session while they come and go. Fails where the session does not go on. */
export async function chaosIn(
  fleet: TabFleet,
  rounds: readonly Round[],
  mostWindows: number,
): Promise<Chaos> {
  for (const [index, round] of rounds.entries()) {
    try {
      await play(fleet, { round, number: index + 1, mostWindows });
    } catch (error) {
      const where = `Round ${String(index + 1)} (${wordsOf(round)}) came to a halt. ${await fleet.standing()}`;
      throw new Error(where, { cause: error });
    }
  }
  for (const window of fleet.windows) if (window.isFrozen) await fleet.thaw(window);
  await expectSameEverywhere(fleet, rounds.length);
  const { longestGapMs } = await fleet.watch.look();
  return { records: await fleet.records(), emails: emailsIn(fleet), longestGapMs };
}

/** Everything that is wrong, in words. `allowedGapMs`: for how long nobody may drive while a window is there that could. */
export function chaosFaults(
  { records, emails, longestGapMs }: Chaos,
  allowedGapMs: number,
): readonly string[] {
  const events = eventsOf(records);
  const rounds = records.task.map(({ title }) => title).filter((title) => title.startsWith('Round'));
  return [
    ...leaseFaults(records),
    ...callFaults(records),
    ...endFaults(events),
    ...answerFaults(events),
    ...twice(emails).map((email) => `sent twice: ${email}`),
    ...twice(rounds).map((title) => `made twice: ${title}`),
    ...(longestGapMs > allowedGapMs ? [`nobody drove for ${String(Math.round(longestGapMs))} ms`] : []),
  ];
}

interface RoundName {
  readonly name: string;
  readonly number: number;
}

interface Playing {
  readonly round: Round;
  readonly number: number;
  readonly mostWindows: number;
}

async function play(fleet: TabFleet, { round, number, mostWindows }: Playing): Promise<void> {
  const speaker = nth(fleet.awake, round.speaker);
  if (speaker === null) throw new Error('No window is awake.');
  const name = `Round ${String(number)}`;
  const decide = (): Promise<void> => decideEverywhere(fleet, { name, number });
  await speaker.chat.say(
    `Create a task '${name}' in Website launch and send an email to Tom Okafor saying ${name} is over`,
  );
  for (const happening of round.before) await happen(fleet, happening, mostWindows);
  if (round.answer === 'cancel') await cancelEverywhere(fleet);
  else await untilAsked(fleet);
  await decide();
  for (const happening of round.after) await happen(fleet, happening, mostWindows);
  await untilEnded(fleet, decide);
}

async function happen(fleet: TabFleet, happening: Happening, mostWindows: number): Promise<void> {
  if (happening.type === 'open') {
    if (fleet.windows.length < mostWindows) await fleet.openWindow();
  } else {
    const window = await whomOf(fleet, happening);
    if (window !== null) await change(fleet, window, happening.type);
  }
  // Else two deaths in a row would look like one that nobody noticed for long.
  await fleet.watch.untilDriven();
}

/** One window always stays awake. */
async function change(
  fleet: TabFleet,
  window: TabWindow,
  type: Exclude<Happening['type'], 'open'>,
): Promise<void> {
  const isLastAwake = fleet.awake.length < 2;
  switch (type) {
    case 'thaw':
      return fleet.thaw(window);
    case 'reload':
      return fleet.reload(window);
    case 'close':
      return isLastAwake ? undefined : fleet.closeWindow(window);
    case 'freeze':
      return isLastAwake ? undefined : fleet.freeze(window);
  }
}

async function whomOf(fleet: TabFleet, { type, whom }: Happening): Promise<TabWindow | null> {
  if (type === 'thaw') {
    const frozen = fleet.windows.filter(({ isFrozen }) => isFrozen);
    return nth(frozen, whom === 'driver' ? 0 : whom);
  }
  return whom === 'driver' ? fleet.driver() : nth(fleet.awake, whom);
}

/** Until somebody is asked, or nobody needs to be. */
async function untilAsked(fleet: TabFleet): Promise<void> {
  await expect
    .poll(
      async () => {
        const events = eventsOf(await fleet.records());
        return hasOpenRequest(events) || !isRunning(events);
      },
      { message: 'the person is asked', timeout: haltMs, intervals: [50] },
    )
    .toBe(true);
}

async function untilEnded(fleet: TabFleet, act: () => Promise<void>): Promise<void> {
  await expect
    .poll(
      async () => {
        await act();
        return isRunning(eventsOf(await fleet.records()));
      },
      { message: 'the run ends', timeout: haltMs, intervals: [100] },
    )
    .toBe(false);
}

async function cancelEverywhere(fleet: TabFleet): Promise<void> {
  await untilEnded(fleet, async () => {
    await Promise.all(fleet.awake.map((window) => window.press('Cancel run')));
  });
}

/** Whatever is open is decided in every window at the same time; what became of an email is told as it was. */
async function decideEverywhere(fleet: TabFleet, { name, number }: RoundName): Promise<void> {
  const hasArrived = emailsIn(fleet).some((email) => email.includes(`${name} is over`));
  await Promise.all(
    fleet.awake.map(async (window, place) => {
      await window.press((place + number) % 2 === 0 ? 'Approve' : 'Cancel action');
      await window.press(hasArrived ? 'It was sent' : 'It was not sent');
    }),
  );
}

/** Every window has heard of the last message and of the end of its run. */
async function expectSameEverywhere({ windows }: TabFleet, rounds: number): Promise<void> {
  for (const { chat } of windows) {
    await expect(chat.log).toContainText(`Round ${String(rounds)}`, { timeout: haltMs });
    await expect(chat.cancelRun).toHaveCount(0, { timeout: haltMs });
    await expect(chat.approvals).toHaveCount(0);
  }
}

/** Each request has had one answer, and no run ended in another way than it should. */
function answerFaults(events: readonly StoredEvent[]): readonly string[] {
  const settled = events.flatMap(({ type, requestId }) =>
    type === 'request-settled' ? (requestId ?? []) : [],
  );
  const ends = events.filter(({ type }) => type === 'run-ended').map(({ outcome }) => outcome ?? '');
  return [
    ...twice(settled).map((id) => `answered twice: ${id}`),
    ...ends.filter((end) => end !== 'completed' && end !== 'cancelled').map((end) => `a run ended ${end}`),
  ];
}

function emailsIn({ mail }: TabFleet): readonly string[] {
  return mail.received.map(({ body }) => JSON.stringify(body));
}

function isRunning(events: readonly StoredEvent[]): boolean {
  const last = events.findLast(({ type }) => type === 'run-started' || type === 'run-ended');
  return last?.type === 'run-started';
}

function nth<Item>(items: readonly Item[], place: number): Item | null {
  return items[place % Math.max(1, items.length)] ?? null;
}

function twice(texts: readonly string[]): readonly string[] {
  return texts.filter((text, place) => texts.indexOf(text) !== place);
}

/** A session that does not go on for so long is stuck. */
const haltMs = 30_000;
