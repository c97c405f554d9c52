import type { Endpoint } from '@/domain/models';
import { relayFetch, type RelayFetch } from '@/outbound';

import relayUrl from './relay-worker?worker&url';

/** Makes the worker of one endpoint. */
export type RelayMaker = (base: string) => Worker;

/**
 * Reaches the servers of models, each through a worker of its own, because the page itself may reach nothing but where it came from
 * (docs/decisions/0020).
 */
export function modelNetwork(makeRelay: RelayMaker): (endpoint: Endpoint) => RelayFetch {
  const relays = new Map<string, RelayFetch>();
  return ({ origin, path }) => {
    const base = origin + path;
    const known = relays.get(base);
    if (known !== undefined) return known;
    const worker = makeRelay(base);
    const relay = relayFetch(worker);
    // A worker whose file could not be loaded answers nobody: the next request makes another.
    worker.addEventListener('error', () => relays.delete(base));
    relays.set(base, relay);
    return relay;
  };
}

/** The part of Trusted Types that is needed; no library of types names them yet. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

let onlyMaker: RelayMaker | null = null;

/**
 * The one way for this page to start a worker. Called early: the policy of this name exists only once, so nothing else on the page can
 * make workers. Calling it again gives the same one.
 */
export function relayMaker(page: Window): RelayMaker {
  onlyMaker ??= newMaker(page);
  return onlyMaker;
}

function newMaker(page: Window): RelayMaker {
  const url = new URL(relayUrl, page.location.href).href;
  const trusted = hasTrustedTypes(page)
    ? page.trustedTypes.createPolicy('momentum-relay', { createScriptURL: () => url }).createScriptURL('')
    : url;
  return (base) => new Worker(trusted, { type: 'module', name: base });
}

function hasTrustedTypes(page: Window): page is Window & { readonly trustedTypes: TrustedTypesFactory } {
  return 'trustedTypes' in page;
}
