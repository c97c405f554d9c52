import type { Page } from '@playwright/test';

import { expect } from '../fixtures';
import type { ConversationPage } from '../pages/conversation-page';
import { addTask, call, say } from '../pages/scripted-model';
import { test } from '../scripted-test';
import { median, quantile, report, rounded } from './figures';
import { watchPage, type WatchedWrite } from './page-watch';

const callCount = 200;
const rawPuts = 60;
const runCount = 30;

/** A run whose calls are alike, how it is looked at, and about how many characters one of its calls stores. */
interface Looked {
  readonly message: string;
  readonly calls: string;
  readonly look: 'the run' | 'another session';
  readonly size: number;
}

const runs: readonly Looked[] = (['the run', 'another session'] as const).flatMap((look) => [
  { message: 'Find it all', calls: 'change nothing', look, size: 620 },
  { message: 'Plan it all', calls: 'add a task', look, size: 1_650 },
]);

test.beforeEach(async ({ page }) => {
  await page.addInitScript(watchPage);
});

/*
 * What storing a call for good costs. The goals: at most one strict transaction for each call, and at most twice what a bare strict put
 * of the same size takes. A page that draws hears of both a little later, so a bare put begins whenever a call begins to be stored, unless
 * the one before is still under way; others are made in the page at rest. Figures and ratios of one run; never a pass or fail by the clock.
 */
test('each call of an answer is one strict transaction', async ({ chat, model, page }) => {
  test.setTimeout(5 * 60_000);
  const titles = Array.from({ length: callCount }, (_each, index) => `Step ${String(index + 1)}`);
  model.answers(
    'Find it all',
    titles.map((text) => call('find', { text })),
    [say('Found nothing.')],
  );
  model.answers(
    'Plan it all',
    titles.map((title) => addTask(title, 'Launch')),
    [say('All planned.')],
  );
  // The first run fetches the agent.
  await chat.ask('Hello');

  const rows = [];
  for (const run of runs) {
    await openFloor(page, run.size);
    const rest = await page.evaluate(putsAtRest, rawPuts);
    const { writes, meanwhile } = await watched(run, { chat, page });
    const strict = writes.filter(({ isStrict }) => isStrict);
    const ofCalls = mostFrequent(strict);
    const ms = median(ofCalls.map((write) => write.ms));
    rows.push({
      calls: run.calls,
      'on the screen': run.look,
      'strict for each call': rounded(strict.length / callCount),
      relaxed: writes.length - strict.length,
      'one (ms)': rounded(ms),
      'p90 (ms)': rounded(
        quantile(
          ofCalls.map((write) => write.ms),
          0.9,
        ),
      ),
      'raw put meanwhile (ms)': rounded(median(meanwhile)),
      'of that': `${String(rounded(ms / median(meanwhile)))}x`,
      'raw put at rest (ms)': rounded(median(rest)),
      'of it': `${String(rounded(ms / median(rest)))}x`,
      characters: Math.round(median(ofCalls.map((write) => write.size))),
      'raw characters': run.size,
      records: median(ofCalls.map((write) => write.records)),
    });
    // The message, its run, its two responses and its end are transactions too.
    expect(strict.length).toBeLessThan(callCount + 10);
    expect(ofCalls.length).toBeGreaterThanOrEqual(callCount);
  }
  await report('calls', rows);
});

/** @returns the transactions of a run, and how many ms bare puts took that were made all through it. */
async function watched(
  { message, look }: Looked,
  { chat, page }: { readonly chat: ConversationPage; readonly page: Page },
): Promise<{ readonly writes: readonly WatchedWrite[]; readonly meanwhile: readonly number[] }> {
  const { sessions } = chat.app;
  await sessions.getByRole('button', { name: 'New session', exact: true }).click();
  await page.evaluate(() => globalThis.benchWatch.writes.splice(0));
  await page.evaluate(putBesideEachWrite);
  await chat.say(message);
  if (look === 'another session')
    await sessions.getByRole('button', { name: 'New session', exact: true }).click();
  // Cheap to ask for: what looks at the page costs it time too.
  await expect
    .poll(() => page.evaluate(() => globalThis.benchWatch.writes.filter(({ isStrict }) => isStrict).length), {
      intervals: [500],
      timeout: 120_000,
    })
    .toBeGreaterThanOrEqual(callCount + 4);
  return page.evaluate(() => {
    globalThis.benchWatch.onStrict = () => undefined;
    return { writes: globalThis.benchWatch.writes, meanwhile: globalThis.benchFloor.beside };
  });
}

/** The transactions of the kind that there are most of: those of the calls. */
function mostFrequent(writes: readonly WatchedWrite[]): readonly WatchedWrite[] {
  const kinds = new Map<string, WatchedWrite[]>();
  for (const write of writes) {
    const kind = `${write.stores.join(' ')} ${String(write.records)}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), write]);
  }
  return [...kinds.values()].toSorted((left, right) => right.length - left.length)[0] ?? [];
}

declare global {
  /** The floor of this browser and disk: bare strict transactions of one record. */
  var benchFloor: {
    /** Makes one. @returns ms from its making to its `complete`. */
    readonly put: () => Promise<number>;
    /** What those took that were made beside the writes of the app. */
    readonly beside: number[];
  };
}

async function openFloor(page: Page, size: number): Promise<void> {
  await page.evaluate(async (length) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('bench-floor', 1);
      opening.addEventListener('upgradeneeded', () => {
        opening.result.createObjectStore('records', { keyPath: 'id' });
      });
      opening.addEventListener('error', () => reject(new Error('The bench database did not open.')));
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const text = 'x'.repeat(length);
    let id = 0;
    const put = (): Promise<number> =>
      new Promise((resolve) => {
        const start = performance.now();
        const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
        transaction.addEventListener('complete', () => resolve(performance.now() - start));
        id += 1;
        transaction.objectStore('records').put({ id, text });
        transaction.commit();
      });
    globalThis.benchFloor = { put, beside: [] };
  }, size);
}

/** Runs in the page. */
async function putsAtRest(count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let made = 0; made < count; made += 1) times.push(await globalThis.benchFloor.put());
  return times;
}

/** Runs in the page. */
function putBesideEachWrite(): void {
  const { put, beside } = globalThis.benchFloor;
  let isUnderWay = false;
  async function putOne(): Promise<void> {
    isUnderWay = true;
    beside.push(await put());
    isUnderWay = false;
  }
  globalThis.benchWatch.onStrict = () => {
    if (!isUnderWay) void putOne();
  };
}

/*
 * From what is stored to what is seen: a state of a run is told when the journal has it. The goal: within one frame.
 */
test('a change of the status of a run is on the screen in the next frame', async ({ chat, model, page }) => {
  await chat.ask('Hello');
  await page.evaluate(watchStatus);
  for (let run = 0; run < runCount; run += 1) {
    const message = `Hello ${String(run)}`;
    await chat.say(message);
    // Its answer cannot be counted: those that are out of view are not in the page.
    await expect.poll(() => model.requestsFor(message).length).toBe(1);
    await chat.expectStatus('Completed');
  }
  const changes = await page.evaluate(() => globalThis.benchStatus);
  expect(changes.length).toBeGreaterThanOrEqual(2 * runCount);
  const delays = changes.map(({ changedAt, storedAt }) => changedAt - storedAt);
  await report('status', [
    {
      changes: changes.length,
      'stored to changed, median (ms)': rounded(median(delays)),
      'p95 (ms)': rounded(quantile(delays, 0.95)),
      'to the end of the frame, median (ms)': rounded(
        median(changes.map(({ shownAt, storedAt }) => shownAt - storedAt)),
      ),
      'changed before the next frame began': `${String(
        Math.round((100 * changes.filter(({ frames }) => frames === 0).length) / changes.length),
      )} %`,
    },
  ]);
});

interface StatusChange {
  /** When the newest transaction before it was complete. */
  readonly storedAt: number;
  readonly changedAt: number;
  /** After the frame in which it was drawn. */
  shownAt: number;
  /** How many frames had begun between the two. */
  readonly frames: number;
}

declare global {
  var benchStatus: StatusChange[];
}

/** Runs in the page. */
function watchStatus(): void {
  globalThis.benchStatus = [];
  const status = document.querySelector('[role="status"][aria-label="Run status"]');
  if (status === null) throw new Error('There is no run status.');
  const frames: number[] = [];
  const tick = (time: number): void => {
    frames.push(time);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  new MutationObserver(() => {
    const changedAt = performance.now();
    const storedAt = globalThis.benchWatch.writes.findLast((write) => write.isStrict)?.at ?? 0;
    const between = frames.filter((time) => time > storedAt && time < changedAt).length;
    const change: StatusChange = { storedAt, changedAt, shownAt: 0, frames: between };
    globalThis.benchStatus.push(change);
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => {
        change.shownAt = performance.now();
      });
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  }).observe(status, { childList: true, characterData: true, subtree: true });
}
