import timerUrl from '../adapters/timer-worker?worker&url';
import relayUrl from './relay-worker?worker&url';

/** The part of a relay's worker that is used. */
type RelayWorker = Pick<Worker, 'postMessage' | 'addEventListener'>;

/** Makes the worker of one endpoint. */
export type RelayMaker = (base: string) => RelayWorker;

interface PageWorkers {
  readonly relay: RelayMaker;
  readonly timers: () => Worker;
}

/** The part of Trusted Types that is needed; no library of types names them yet. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (which: string) => string },
  ): {
    createScriptURL(which: string): string;
  };
}

let only: PageWorkers | null = null;

/**
 * The one way for this page to start a worker. Called early: the policy of this name exists only once, so nothing else on the page can
 * make workers. Calling it again gives the same one.
 */
export function relayMaker(page: Window): RelayMaker {
  return workersOf(page).relay;
}

/** Makes the worker that keeps time while the page is hidden. */
export function timerMaker(page: Window): () => Worker {
  return workersOf(page).timers;
}

function workersOf(page: Window): PageWorkers {
  only ??= newWorkers(page);
  return only;
}

function newWorkers(page: Window): PageWorkers {
  const urls = {
    relay: new URL(relayUrl, page.location.href).href,
    timers: new URL(timerUrl, page.location.href).href,
  };
  // The policy knows two files, whatever it is asked for.
  const fileOf = (which: string): string => (which === 'timers' ? urls.timers : urls.relay);
  const urlOf = hasTrustedTypes(page) ? trustedUrls(page, fileOf) : fileOf;
  return {
    relay: (base) => new Worker(urlOf('relay'), { type: 'module', name: base }),
    timers: () => new Worker(urlOf('timers'), { type: 'module' }),
  };
}

function trustedUrls(
  page: Window & { readonly trustedTypes: TrustedTypesFactory },
  fileOf: (which: string) => string,
): (which: string) => string {
  const policy = page.trustedTypes.createPolicy('momentum-relay', { createScriptURL: fileOf });
  return (which) => policy.createScriptURL(which);
}

function hasTrustedTypes(page: Window): page is Window & { readonly trustedTypes: TrustedTypesFactory } {
  return 'trustedTypes' in page;
}
