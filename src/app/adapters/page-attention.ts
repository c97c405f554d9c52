/** The part of the browser's locks that is used. */
export interface AttentionLocks {
  request(name: string, options: { readonly mode: 'shared' }, work: () => Promise<void>): Promise<unknown>;
  query(): Promise<{ readonly held?: readonly { readonly name?: string }[] }>;
}

export interface AttentionPage {
  readonly document: EventTarget & Pick<Document, 'visibilityState'>;
  /** Null in a browser without locks: then only this window counts. */
  readonly locks: AttentionLocks | null;
}

const lockName = 'momentum.in-view';

/**
 * Knows whether any window of the app is in view: each holds a shared lock while it is, which the browser takes back when the window is
 * gone. For the life of the page.
 *
 * @returns whether somebody may be looking right now.
 */
export function pageAttention({ document, locks }: AttentionPage): () => Promise<boolean> {
  let release: (() => void) | null = null;
  const isInView = (): boolean => document.visibilityState === 'visible';

  function follow(): void {
    if (locks === null || isInView() === (release !== null)) return;
    if (release !== null) {
      release();
      release = null;
      return;
    }
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // Without the lock this window counts only for itself.
    locks.request(lockName, { mode: 'shared' }, () => held).catch(() => undefined);
  }

  follow();
  document.addEventListener('visibilitychange', follow);
  return async () => {
    if (isInView() || locks === null) return isInView();
    const { held = [] } = await locks.query().catch(() => ({ held: [] }));
    return held.some(({ name }) => name === lockName);
  };
}
