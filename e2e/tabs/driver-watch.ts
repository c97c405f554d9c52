import { expect, type Page } from '@playwright/test';
import { z } from 'zod';

/** Who drives a session, as the browser knows it. */
export interface Driving {
  /** The page that holds the session's lock and can use it; null for nobody. */
  readonly driver: string | null;
  /** The session has work left, so that somebody should drive it. */
  readonly isUnfinished: boolean;
  /** For how long nobody did, at most, while a page was there that could. */
  readonly longestGapMs: number;
}

interface Watch {
  driver: string | null;
  isUnfinished: boolean;
  longestGapMs: number;
  /** Pages that show the session and can take it over. */
  readonly awake: Set<string>;
}

declare global {
  var momentumWatch: Watch;
}

const drivingSchema = z.object({
  driver: z.string().nullable(),
  isUnfinished: z.boolean(),
  longestGapMs: z.number(),
});

/** Watches one session from a page of the same origin on which no app runs. */
export class DriverWatch {
  readonly page: Page;

  /** @param page - one that nobody uses. */
  static async start(page: Page, origin: string): Promise<DriverWatch> {
    await page.route(`${origin}/watch`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Watch</title>' }),
    );
    await page.goto(`${origin}/watch`);
    return new DriverWatch(page);
  }

  private constructor(page: Page) {
    this.page = page;
  }

  async watch(sessionId: string): Promise<void> {
    await this.page.evaluate(watchSession, sessionId);
  }

  /** @param isAwake - whether this page could drive the session from now on. */
  async note(document: string, isAwake: boolean): Promise<void> {
    await this.page.evaluate(
      (noted) => {
        if (noted.isAwake) globalThis.momentumWatch.awake.add(noted.document);
        else globalThis.momentumWatch.awake.delete(noted.document);
      },
      { document, isAwake },
    );
  }

  /** Begins to look for the longest gap anew. */
  async forgetGaps(): Promise<void> {
    await this.page.evaluate(() => {
      globalThis.momentumWatch.longestGapMs = 0;
    });
  }

  async look(): Promise<Driving> {
    const found = await this.page.evaluate(() => ({ ...globalThis.momentumWatch, awake: null }));
    return drivingSchema.parse(found);
  }

  /** Until somebody drives the session or nothing is left to be done in it. */
  async untilDriven(): Promise<void> {
    await expect
      .poll(
        async () => {
          const { driver, isUnfinished } = await this.look();
          return driver !== null || !isUnfinished;
        },
        { message: 'somebody drives the session', timeout: 20_000, intervals: [50] },
      )
      .toBe(true);
  }
}

/**
 * Runs in the page. It looks again and again; what it could not see because the machine was busy is not counted, because neither could
 * a driver do anything meanwhile.
 */
async function watchSession(sessionId: string): Promise<void> {
  const everyMs = 20;
  const mostMs = 60;
  const watch: Watch = { driver: null, isUnfinished: false, longestGapMs: 0, awake: new Set() };
  globalThis.momentumWatch = watch;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('momentum');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('The database cannot be read.')));
  });
  const statusOf = (): Promise<unknown> =>
    new Promise((resolve) => {
      const request: IDBRequest<unknown> = database
        .transaction('sessions')
        .objectStore('sessions')
        .get(sessionId);
      request.addEventListener('success', () => {
        const row = request.result;
        resolve(typeof row === 'object' && row !== null && 'status' in row ? row.status : null);
      });
    });
  let gapMs = 0;
  let lookedAt = performance.now();
  const look = async (): Promise<void> => {
    const status = await statusOf();
    const { held = [] } = await navigator.locks.query();
    const holder = held.find(({ name }) => name === `momentum.session.${sessionId}`);
    const page = held.find(
      ({ name, clientId }) => clientId === holder?.clientId && name?.startsWith('witness.') === true,
    );
    const driver = page?.name?.slice('witness.'.length) ?? null;
    watch.driver = driver !== null && watch.awake.has(driver) ? driver : null;
    watch.isUnfinished = status === 'running' || status === 'awaiting_user';
    const now = performance.now();
    const isMissed = watch.isUnfinished && watch.driver === null && watch.awake.size > 0;
    gapMs = isMissed ? gapMs + Math.min(now - lookedAt, mostMs) : 0;
    lookedAt = now;
    watch.longestGapMs = Math.max(watch.longestGapMs, gapMs);
    setTimeout(() => void look(), everyMs);
  };
  void look();
}
