import { setTimeout as wait } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import { expect } from '../fixtures';
import type { ConversationPage } from '../pages/conversation-page';
import { streamChat, type ModelServer } from '../pages/model-server';
import { test } from '../scripted-test';
import { median, quantile, report, rounded } from './figures';
import { sessionEvents, writeSessions } from './old-sessions';
import { watchPage } from './page-watch';
import { watchCancel, watchKeys, type Cancelled } from './watch-person';

const keyCount = 80;
const cancelCount = 15;
/** A thousand messages: five hundred of the person's and as many answers. */
const turnCount = 500;
/** About 1,000 tokens a second, for longer than anything here takes. */
const paceMs = 10;
const words = 'and so it went on and on, ';
const pieceCount = 6_000;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(watchPage);
});

for (const where of ['an empty session', 'a session of 1,000 messages'] as const) {
  /*
   * What a person feels while a long answer streams. The goals: 50 ms from a key to its letter for 95 of 100; a click on Cancel reaches the
   * signal in 5 ms, is seen in the next frame and over within 100 ms, and nothing of the answer changes behind it. Figures of one run;
   * never a pass or fail by the clock.
   */
  test(`typing and cancelling while an answer streams into ${where}`, async ({ app, chat, model, page }) => {
    if (where !== 'an empty session') {
      await page.evaluate(writeSessions, { sessions: 1, events: sessionEvents(turnCount) });
      await app.reload();
      await app.sessions.getByRole('link', { name: 'Old session' }).click();
      await expect(chat.messages).not.toHaveCount(0);
    }
    // The first run fetches the agent.
    await chat.say('Hello');
    await expect.poll(() => model.requestsFor('Hello').length, { timeout: 15_000 }).toBe(1);
    await chat.expectStatus('Completed');
    const idle = await keyDelays(chat, page);
    streamForLong(model.server);
    await beginStreaming(chat, model.server);
    const streaming = await keyDelays(chat, page);
    await chat.cancelRun.click();
    await chat.expectStatus('Cancelled');

    const cancels: Cancelled[] = [];
    for (let round = 0; round < cancelCount; round += 1) {
      await beginStreaming(chat, model.server);
      await page.evaluate(watchCancel);
      await chat.cancelRun.click();
      cancels.push(await page.evaluate(() => globalThis.benchCancelled));
      // Nobody has scrolled, so the newest is in view.
      await expect(page.getByRole('button', { name: /^(New messages|Newest message)$/ })).toHaveCount(0);
    }
    const rows = [
      row('key to letter, nothing streams', idle),
      row('key to letter, while it streams', streaming),
      row(
        'Cancel: click until the page hears of it',
        cancels.map(({ heardMs }) => heardMs),
      ),
      row(
        'Cancel: from then to the signal',
        cancels.map(({ signalMs }) => signalMs),
      ),
      row(
        'Cancel: click to the first frame that shows it',
        cancels.map(({ seenMs }) => seenMs),
      ),
      row(
        'Cancel: frames until then',
        cancels.map(({ seenFrames }) => seenFrames),
      ),
      row(
        'Cancel: click to “Cancelled” on the screen',
        cancels.map(({ overMs }) => overMs),
      ),
      row(
        'Characters of the answer that came after the click',
        cancels.map(({ grown }) => grown),
      ),
    ];
    await report(`streaming-in-${where.replaceAll(/\W+/gu, '-')}`, rows);
    expect(
      cancels.map(({ textLater }) => textLater),
      'what changes once it is over',
    ).toEqual(cancels.map(({ textOver }) => textOver));
  });
}

function row(what: string, values: readonly number[]): Readonly<Record<string, string | number>> {
  return { what, median: rounded(median(values)), p95: rounded(quantile(values, 0.95)) };
}

function streamForLong(server: ModelServer): void {
  server.answerWith((request, response) => {
    const pieces = Array.from({ length: pieceCount }, (_each, index) => [
      async () => {
        if (request.closedAt !== null) throw new Error('The page has gone.');
        await wait(paceMs);
      },
      { content: index % 30 === 29 ? '\n\n' : words },
    ]);
    return streamChat(response, pieces.flat()).catch(() => undefined);
  });
}

async function beginStreaming(chat: ConversationPage, server: ModelServer): Promise<void> {
  const before = server.requests.length;
  await chat.say('Tell me everything');
  await expect.poll(() => server.requests.length, 'whether the model was asked').toBeGreaterThan(before);
  await expect(chat.lastAnswer).not.toContainText('You stopped this run.');
  await expect(chat.lastAnswer).toContainText('on and on', { timeout: 15_000 });
}

/** @returns ms from each key until the frame that draws its letter is done. */
async function keyDelays(chat: ConversationPage, page: Page): Promise<readonly number[]> {
  await chat.composer.focus();
  await page.evaluate(watchKeys);
  for (let key = 0; key < keyCount; key += 1) await page.keyboard.press(key % 6 === 5 ? 'Space' : 'a');
  await expect.poll(() => page.evaluate(() => globalThis.benchKeys.length)).toBe(keyCount);
  await chat.composer.fill('');
  return page.evaluate(() => globalThis.benchKeys);
}
