import { createProviderModel, type ModelChoice } from '@/agent/models';
import { readEndpoint, type ProviderConfig, type WireApi } from '@/domain/models';

import type { ProviderReply } from './provider-server';
import { ProviderServer } from './provider-server';

/** A key that must turn up nowhere but in one header [X3]. */
export const canaryKey = 'sk-canary-7f3e9b21d4';

/** A scripted provider, and a model of it whose clock and chance are set by hand. */
export class ProviderBench {
  readonly server: ProviderServer;
  readonly config: ProviderConfig;
  /** How long was waited before requests were repeated, in ms. */
  readonly pauses: number[] = [];
  /** Set it to see what happens while a request waits to be repeated. */
  wait: (durationMs: number, signal: AbortSignal) => Promise<void> = () => Promise.resolve();
  random = 0;
  isOnline = true;

  private constructor(server: ProviderServer, api: WireApi) {
    this.server = server;
    this.config = configFor(server.baseUrl, api);
  }

  static async start(api: WireApi, ...replies: readonly ProviderReply[]): Promise<ProviderBench> {
    return new ProviderBench(await ProviderServer.start(...replies), api);
  }

  choice(apiKey: string | null = canaryKey, config: Partial<ProviderConfig> = {}): ModelChoice {
    return createProviderModel({ ...this.config, ...config }, apiKey, {
      fetch: (url, request) => fetch(url, request),
      isOnline: () => this.isOnline,
      now: () => 1_000_000,
      random: () => this.random,
      wait: (durationMs, signal) => {
        this.pauses.push(durationMs);
        return this.wait(durationMs, signal);
      },
    });
  }

  /** The body of a request, counted from 0. */
  body(index: number): unknown {
    return this.server.requests[index]?.body;
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

export function configFor(baseUrl: string, api: WireApi): ProviderConfig {
  const reading = readEndpoint(baseUrl);
  if (reading.type === 'unusable') throw new Error(reading.message);
  return { endpoint: reading.endpoint, api, model: 'scripted', contextTokens: null };
}
