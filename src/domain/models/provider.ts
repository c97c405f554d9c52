import type { Endpoint, WireApi } from './endpoint';

/** Where an API is, and which one it is. */
export interface ApiServer {
  readonly endpoint: Endpoint;
  readonly api: WireApi;
}

/** Everything needed to ask one model of one provider. The key is never part of it. */
export interface ProviderConfig extends ApiServer {
  /** As the provider calls it. */
  readonly model: string;
  /** Tokens the model can read at once; null when nobody said. */
  readonly contextTokens: number | null;
}

/** Who answers, for the journal: what one of them sent may be illegal for another. */
export function providerName({ endpoint, api, model }: ProviderConfig): string {
  return `${api} ${endpoint.host}${endpoint.path} ${model}`;
}

/** What a test of a connection found. Every message is for people and names the host only. */
export type ConnectionReport =
  | { readonly type: 'works'; readonly message: string; readonly models: readonly string[] }
  | {
      readonly type: 'fails';
      readonly code: ConnectionFault;
      readonly message: string;
      /** What the server offers, where it got as far as telling. */
      readonly models: readonly string[];
    };

export type ConnectionFault =
  | 'device-offline'
  | 'not-reached'
  | 'cors-refused'
  | 'key-refused'
  | 'key-missing'
  | 'wrong-address'
  | 'model-missing'
  | 'api-missing'
  | 'rate-limited'
  | 'provider-down'
  | 'request-refused';
