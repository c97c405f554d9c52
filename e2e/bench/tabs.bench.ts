import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';

import { expect, test, type Page } from '@playwright/test';

import { ModelServer, streamChat } from '../pages/model-server';
import { ModelsPage } from '../pages/models-page';
import { TabFleet } from '../tabs/tab-fleet';
import type { TabWindow } from '../tabs/tab-window';

const takeovers = 7;
const words = 30;

declare global {
  /** When each word was first on the screen: ms since the Unix epoch. */
  var momentumSeen: Map<string, number>;
}

/** What can happen to a driver. */
const deaths: Readonly<Record<string, (fleet: TabFleet, driver: TabWindow) => Promise<void>>> = {
  closed: (fleet, driver) => fleet.closeWindow(driver),
  crashed: (fleet, driver) => fleet.crash(driver),
  frozen: (fleet, driver) => fleet.freeze(driver),
};

/*
 * How long a session that waits for its person has no driver after its window is gone, and how much later than in the window that
 * drives a word is seen in another one. Figures, never a pass or fail by the clock.
 */
test('takeover by another window, and the latency of its mirror', async ({ baseURL }) => {
  const figures: Record<string, readonly number[]> = {};
  for (const [name, die] of Object.entries(deaths)) {
    figures[`driver ${name}`] = await takeoverTimes(baseURL ?? '', die);
  }
  figures['mirror'] = await mirrorLatencies(baseURL ?? '');

  const [load = 0] = loadavg();
  console.log(`Load of the machine: ${load.toFixed(1)}`);
  console.table(
    Object.entries(figures).map(([what, values]) => ({
      what,
      count: values.length,
      'median (ms)': Math.round(quantile(values, 0.5)),
      'p95 (ms)': Math.round(quantile(values, 0.95)),
      'most (ms)': Math.round(Math.max(...values)),
    })),
  );
  await mkdir('.momentum/bench', { recursive: true });
  await writeFile('.momentum/bench/tabs.json', JSON.stringify({ load, figures }, null, 2));
  expect(Object.values(figures).map(({ length }) => length)).toEqual([
    takeovers,
    takeovers,
    takeovers,
    words,
  ]);
});

async function takeoverTimes(
  origin: string,
  die: (fleet: TabFleet, driver: TabWindow) => Promise<void>,
): Promise<readonly number[]> {
  const fleet = await TabFleet.open(origin, 2);
  try {
    const times: number[] = [];
    const [first] = fleet.windows;
    await first?.chat.say('Send an email to Tom Okafor saying the server is back up');
    await first?.chat.approval(/Tom Okafor/);
    while (times.length < takeovers) {
      const driver = await fleet.driver();
      if (driver === null) throw new Error('Nobody drives the session.');
      await fleet.watch.forgetGaps();
      await die(fleet, driver);
      await fleet.watch.untilDriven();
      times.push((await fleet.watch.look()).longestGapMs);
      const [frozen] = fleet.windows.filter(({ isFrozen }) => isFrozen);
      if (frozen === undefined) await fleet.openWindow();
      else await fleet.thaw(frozen);
    }
    return times;
  } finally {
    await fleet.close();
  }
}

async function mirrorLatencies(origin: string): Promise<readonly number[]> {
  const fleet = await TabFleet.open(origin, 2);
  const server = await ModelServer.start();
  const waiting: (() => void)[] = [];
  server.answerWith((_request, response) =>
    streamChat(
      response,
      wordsToSay.flatMap((word) => [
        { content: `${word} ` },
        () => new Promise<void>((resolve) => waiting.push(resolve)),
      ]),
    ),
  );
  try {
    const [driver, mirror] = fleet.windows;
    if (driver === undefined || mirror === undefined) throw new Error('Two windows are needed.');
    const models = new ModelsPage(driver.chat.app);
    await models.connect({ baseUrl: server.baseUrl, model: 'm' });
    await models.close();
    for (const { page } of [driver, mirror]) await page.evaluate(noteWords, wordsToSay);
    await driver.chat.say('Count');
    for (const word of wordsToSay) {
      for (const { page } of [driver, mirror]) await expect.poll(() => seenAt(page, word)).toBeGreaterThan(0);
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      waiting.shift()?.();
    }
    return await Promise.all(
      wordsToSay.map(async (word) => (await seenAt(mirror.page, word)) - (await seenAt(driver.page, word))),
    );
  } finally {
    server.close();
    await fleet.close();
  }
}

const wordsToSay = Array.from({ length: words }, (_word, place) => `word${String(place)}.`);

/** Runs in the page. */
function noteWords(wanted: readonly string[]): void {
  const seen = new Map<string, number>();
  globalThis.momentumSeen = seen;
  new MutationObserver(() => {
    const text = document.body.textContent;
    for (const word of wanted) {
      if (!seen.has(word) && text.includes(word)) seen.set(word, performance.timeOrigin + performance.now());
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** @returns 0 when it was not seen. */
function seenAt(page: Page, word: string): Promise<number> {
  return page.evaluate((wanted) => globalThis.momentumSeen.get(wanted) ?? 0, word);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
