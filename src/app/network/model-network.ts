import type { Endpoint } from '@/domain/models';
import { relayFetch, type RelayFetch } from '@/outbound';

import type { RelayMaker } from './page-workers';

/**
 * Reaches the servers of models, each through a worker of its own, because the page itself may reach nothing but where it came from
 * (docs/decisions/0020).
 */
export function modelNetwork(makeRelay: RelayMaker): (endpoint: Endpoint) => RelayFetch {
  const relays = new Map<string, RelayFetch>();

  function relayTo(base: string): RelayFetch {
    const known = relays.get(base);
    if (known !== undefined) return known;
    const worker = makeRelay(base);
    const relay = relayFetch(worker);
    // A worker whose file could not be loaded answers nobody: the next request makes another.
    worker.addEventListener('error', () => relays.delete(base));
    relays.set(base, relay);
    return relay;
  }

  return ({ origin, path }) => {
    const base = origin + path;
    relayTo(base);
    // Looked for again each time: whoever keeps this may keep it for longer than its worker lasts.
    return (url, request) => relayTo(base)(url, request);
  };
}
