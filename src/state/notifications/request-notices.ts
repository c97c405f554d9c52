import type { LocalEngine } from '@/agent';
import type { PersonRequest, RequestId, SessionId, SessionView } from '@/domain/sessions';

import type { Notifier } from './notifier';

export interface RequestNoticesPorts {
  readonly notifier: Notifier;
  /** Whether the person has turned notifications on. */
  readonly isWanted: () => boolean;
  /** Whether a window of the workspace is in view, be it another one. */
  readonly isAnybodyLooking: () => Promise<boolean>;
  readonly goTo: (id: SessionId) => void;
}

export type FollowedEngine = Pick<LocalEngine, 'subscribe' | 'drives' | 'onDriving' | 'open'>;

/** Tells a person who looks elsewhere that a session needs them. */
export interface RequestNotices {
  /** Follows the sessions that this window drives: the window that asks is the one that tells. */
  follow(engine: FollowedEngine): void;
  close(): void;
}

/**
 * One notification for each request that opens while nobody looks, taken back once the request is settled, by whomever. A session has
 * at most one, which says no more than its title and the kind of the request.
 */
export function createRequestNotices({
  notifier,
  isWanted,
  isAnybodyLooking,
  goTo,
}: RequestNoticesPorts): RequestNotices {
  /** What was open in each session when it was last heard of. */
  const open = new Map<SessionId, ReadonlySet<RequestId>>();
  const shown = new Map<SessionId, ShownNotice>();
  const stops: (() => void)[] = [];

  function takeBack(id: SessionId): void {
    shown.get(id)?.close();
    shown.delete(id);
  }

  async function tell({ id, title }: SessionView, request: PersonRequest): Promise<void> {
    if (!isWanted() || (await isAnybodyLooking())) return;
    if (open.get(id)?.has(request.id) !== true) return;
    const close = notifier.show({
      tag: `momentum.session.${id}`,
      title: title === '' ? 'Momentum' : title,
      body: request.spec.type === 'approval' ? 'Momentum needs your approval.' : 'Momentum has a question.',
      onPressed() {
        takeBack(id);
        goTo(id);
      },
    });
    shown.set(id, { requestId: request.id, close });
  }

  function hear(view: SessionView, isDriver: boolean): void {
    const { id, openRequests } = view;
    const before = open.get(id);
    const now = new Set(openRequests.map((request) => request.id));
    if (now.size === 0) open.delete(id);
    else open.set(id, now);
    const told = shown.get(id);
    if (told !== undefined && !now.has(told.requestId)) takeBack(id);
    const opened = openRequests.find((request) => before?.has(request.id) !== true);
    if (opened !== undefined && isDriver) void tell(view, opened);
  }

  /** The window that drove before has taken back what it told, or is gone. */
  async function takeOver(engine: FollowedEngine, id: SessionId): Promise<void> {
    const view = await engine.open(id);
    if (view === null || !engine.drives(id)) return;
    hear(view, false);
    const [request] = view.openRequests;
    if (request !== undefined && shown.get(id)?.requestId !== request.id) await tell(view, request);
  }

  return {
    follow(engine) {
      stops.push(
        engine.onDriving((id, isDriving) => {
          if (isDriving) void takeOver(engine, id);
        }),
      );
      stops.push(
        engine.subscribe((event) => {
          if (event.type === 'session-changed') hear(event.view, engine.drives(event.view.id));
        }),
      );
    },
    close() {
      for (const stop of stops.splice(0)) stop();
      // Nor is told what is still being considered.
      open.clear();
      for (const id of shown.keys()) takeBack(id);
    },
  };
}

interface ShownNotice {
  readonly requestId: RequestId;
  readonly close: () => void;
}
