/** What came of one click on "Cancel run". */
export interface Cancelled {
  /** Until the page heard of it. */
  readonly heardMs: number;
  /** From then until something was aborted. */
  readonly signalMs: number;
  /** Until the end of the first frame in which the button or the status says so, and how many frames that took. */
  readonly seenMs: number;
  readonly seenFrames: number;
  /** Until the end of the frame in which the status says "Cancelled". */
  readonly overMs: number;
  /** Characters of the answer that were shown after the click. */
  readonly grown: number;
  /** The whole answer when it was over, and half a second of frames later. */
  readonly textOver: string;
  readonly textLater: string;
}

declare global {
  var benchKeys: number[];
  var benchCancelled: Promise<Cancelled>;
}

/** Runs in the page. From a key's own time to the end of the frame that draws what it did. */
export function watchKeys(): void {
  globalThis.benchKeys = [];
  if ('benchHearsKeys' in globalThis) return;
  Object.assign(globalThis, { benchHearsKeys: true });
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => {
          globalThis.benchKeys.push(performance.now() - timeStamp);
        });
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** Runs in the page: looks at every frame from the next click on. */
export function watchCancel(): void {
  const laterFrames = 30;
  const page = {
    answer: () => [...document.querySelectorAll('article[aria-label="Momentum"]')].at(-1) ?? null,
    status: () => document.querySelector('[role="status"][aria-label="Run status"]')?.textContent ?? '',
    isBusy: () => document.querySelector('button[aria-busy="true"]') !== null,
    /** Without the notes below it. */
    streamed: () =>
      [...(page.answer()?.querySelectorAll('p') ?? [])]
        .map((paragraph) => paragraph.textContent)
        .filter((text) => text.includes('on and on'))
        .join('\n'),
    frame: () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.addEventListener('message', () => resolve());
          channel.port1.start();
          channel.port2.postMessage(null);
        });
      }),
  };

  globalThis.benchCancelled = new Promise<{ timeStamp: number; heardAt: number }>((resolve) => {
    document.addEventListener(
      'click',
      ({ timeStamp }) => resolve({ timeStamp, heardAt: performance.now() }),
      { capture: true, once: true },
    );
  }).then(async ({ timeStamp, heardAt }): Promise<Cancelled> => {
    const before = page.streamed().length;
    let seenMs: number | null = null;
    let seenFrames = 0;
    while (page.status() !== 'Cancelled') {
      await page.frame();
      if (seenMs === null) {
        seenFrames += 1;
        if (page.isBusy() || page.status() === 'Cancelled') seenMs = performance.now() - timeStamp;
      }
    }
    await page.frame();
    const overMs = performance.now() - timeStamp;
    const textOver = page.answer()?.textContent ?? '';
    const grown = page.streamed().length - before;
    for (let count = 0; count < laterFrames; count += 1) await page.frame();
    const aborted = globalThis.benchWatch.aborts.find((at) => at >= heardAt) ?? Number.NaN;
    return {
      heardMs: heardAt - timeStamp,
      signalMs: aborted - heardAt,
      seenMs: seenMs ?? overMs,
      seenFrames,
      overMs,
      grown,
      textOver,
      textLater: page.answer()?.textContent ?? '',
    };
  });
}
