import type {
  ApprovalSpec,
  CallId,
  PersonRequest,
  QuestionSpec,
  RequestId,
  RequestStatus,
  RunId,
} from '@/domain/sessions';
import { millis } from '@/domain/workspace';

import type { RunJournal } from '../loop/run-log';
import type { Clock, SessionIds } from '../ports';

export interface DeskPorts {
  readonly log: RunJournal;
  readonly clock: Clock;
  readonly ids: SessionIds;
  /** How long a request stays open; null for as long as it takes. */
  readonly patienceMs: () => number | null;
}

export type SettledStatus = Exclude<RequestStatus, { readonly type: 'open' }>;

/** Where a run puts its questions and approvals, and waits: a person is an asynchronous function. */
export class RequestDesk {
  readonly #ports: DeskPorts;
  readonly #waiting = new Map<RequestId, (status: SettledStatus) => void>();

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  /** How many requests somebody waits for. */
  waitingCount(): number {
    return this.#waiting.size;
  }

  /** Journals a request; it can be answered from then on. */
  async open(
    spec: ApprovalSpec | QuestionSpec,
    { runId, callId }: { readonly runId: RunId; readonly callId: CallId },
  ): Promise<PersonRequest> {
    const now = this.#ports.clock.now();
    const patience = this.#ports.patienceMs();
    const request: PersonRequest = {
      id: this.#ports.ids.request(),
      runId,
      callId,
      spec,
      openedAt: now,
      deadline: patience === null ? null : millis(now + patience),
      status: { type: 'open' },
    };
    await this.#ports.log.append([{ type: 'request-opened', request }]);
    return request;
  }

  /** Waits until the request is settled. Rejects as soon as the signal is aborted. */
  async settled(request: PersonRequest, signal: AbortSignal): Promise<SettledStatus> {
    const known = this.#statusOf(request);
    if (known.type !== 'open') return known;
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        this.#waiting.delete(request.id);
        reject(reasonOf(signal));
      };
      signal.addEventListener('abort', stop, { once: true });
      this.#waiting.set(request.id, (status) => {
        this.#waiting.delete(request.id);
        signal.removeEventListener('abort', stop);
        resolve(status);
      });
    });
  }

  /** Tells whoever waits for a request that its settling is journaled. */
  tell(id: RequestId, status: SettledStatus): void {
    this.#waiting.get(id)?.(status);
  }

  /** The journal knows best: an answer may have come before anybody waited. */
  #statusOf(request: PersonRequest): RequestStatus {
    for (const event of this.#ports.log.events().toReversed()) {
      if (event.type === 'request-settled' && event.requestId === request.id) return event.status;
      if (event.type === 'request-opened' && event.request.id === request.id) return event.request.status;
    }
    return request.status;
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error
    ? signal.reason
    : new DOMException('The run was stopped.', 'AbortError');
}
