import type { Endpoint } from '@/domain/models';
import { relayFetch, type RelayFetch } from '@/outbound';

import type { RelayMaker } from './page-workers';

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
