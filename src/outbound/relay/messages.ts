/** What of a request crosses to the relay: plain data. */
export interface RelayedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** `no-cors` learns whether a server is there, and nothing of its answer. */
  readonly mode: 'cors' | 'no-cors';
}

export type ToRelay =
  | { readonly type: 'ask'; readonly id: number; readonly request: RelayedRequest }
  | { readonly type: 'cancel'; readonly id: number };

export type FromRelay =
  | {
      readonly type: 'head';
      readonly id: number;
      readonly status: number;
      readonly headers: readonly (readonly [name: string, value: string])[];
    }
  | { readonly type: 'chunk'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'end'; readonly id: number }
  /** Nothing came, or nothing more. */
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

/** One end of the line between the page and the relay: a worker, its own scope, or a port. */
export interface RelayLine<Sent> {
  postMessage(message: Sent): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** The other end is broken, as a worker whose file could not be loaded: it answers nothing. */
  addEventListener(type: 'error', listener: () => void): void;
}

export function isToRelay(data: unknown): data is ToRelay {
  return isNumbered(data) && (data.type === 'cancel' || (data.type === 'ask' && 'request' in data));
}

const answerTypes: readonly unknown[] = ['head', 'chunk', 'end', 'failed'];

export function isFromRelay(data: unknown): data is FromRelay {
  return isNumbered(data) && answerTypes.includes(data.type);
}

/** Both ends are of one build, so who speaks the kind of message at all speaks it rightly. */
function isNumbered(data: unknown): data is { readonly type: unknown; readonly id: number } {
  return (
    typeof data === 'object' && data !== null && 'type' in data && 'id' in data && typeof data.id === 'number'
  );
}
