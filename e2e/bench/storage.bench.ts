import { mkdir, writeFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import { MomentumPage } from '../pages/momentum-page';
import { sessionEvents, writeSessions } from './old-sessions';

const turnsPerSession = 50;
/** Four for each turn, and one for the session. */
const eventsPerSession = 4 * turnsPerSession + 1;
const sizes = [10, 1_000] as const;
const loads = 7;

interface Figures {
  readonly sessions: number;
  readonly events: number;
  /** From the start of the navigation until the workspace can be used. */
  readonly openMs: number;
  /** Until the list of sessions shows one. */
  readonly listMs: number;
  readonly heapMb: number;
}

/*
 * What old sessions cost when the app opens. The goal: 1,000 sessions with 200,000 events open in at most 1.5 times what 10 take.
 * Figures and ratios, compared within one run; never a pass or fail by the clock.
 */
test('opening the app with 10 and with 1,000 sessions', async ({ browser }) => {
  const figures: Figures[] = [];
  for (const sessions of sizes) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const app = new MomentumPage(page);
    await app.open();
    await page.evaluate(writeSessions, { sessions, events: sessionEvents(turnsPerSession) });
    await app.reload();
    await expect(app.sessions.getByRole('link', { name: 'Old session' }).first()).toBeVisible();
    figures.push(await measured(page, sessions));
    await context.close();
  }
  report(figures);
  await mkdir('.momentum/bench', { recursive: true });
  await writeFile('.momentum/bench/storage.json', JSON.stringify(figures, null, 2));
  expect(figures.map((figure) => figure.sessions)).toEqual(sizes);
});

async function measured(page: Page, sessions: number): Promise<Figures> {
  const openings: number[] = [];
  const lists: number[] = [];
  for (let load = 0; load < loads; load += 1) {
    await page.reload({ waitUntil: 'commit' });
    openings.push(await page.evaluate(shownAt, '[data-task-id]'));
    lists.push(await page.evaluate(shownAt, 'nav[aria-label="Sessions"] a'));
  }
  return {
    sessions,
    events: sessions * eventsPerSession,
    openMs: median(openings),
    listMs: median(lists),
    heapMb: await heapMb(page),
  };
}

function report(figures: readonly Figures[]): void {
  const smallest = figures[0];
  console.table(
    figures.map((figure) => ({
      sessions: figure.sessions,
      events: figure.events,
      'open (ms)': Math.round(figure.openMs),
      'of 10 sessions': `${(figure.openMs / (smallest?.openMs ?? figure.openMs)).toFixed(2)}x`,
      'sessions listed (ms)': Math.round(figure.listMs),
      'heap after GC (MB)': figure.heapMb.toFixed(1),
    })),
  );
}

/** Runs in the page. @returns when something of this kind was on the screen, in ms since the navigation began. */
function shownAt(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector(selector) === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(performance.now()));
    };
    look();
  });
}

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_048_576;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
