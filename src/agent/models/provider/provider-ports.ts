import type { ApiServer } from '@/domain/models';

/** The one way to the network. Resolves as `fetch` does; rejects when nothing came back, or when the signal aborts. */
export type FetchPort = (url: string, request: RequestInit) => Promise<Response>;

export interface NetworkPorts {
  readonly fetch: FetchPort;
  /** False only when this device is certainly without a network. */
  readonly isOnline: () => boolean;
}

/** What repeating a request needs from outside. */
export interface RetryPorts {
  /** ms since the Unix epoch. */
  readonly now: () => number;
  /** Rejects as soon as the signal aborts. */
  readonly wait: (durationMs: number, signal: AbortSignal) => Promise<void>;
  /** At least 0 and below 1. */
  readonly random: () => number;
}

/** Where a provider is and what opens it. The key goes into one header of requests within the endpoint, and nowhere else [X3]. */
export interface ProviderAccess extends ApiServer {
  /** Null for servers that ask for none. */
  readonly apiKey: string | null;
}
