import {
  removedFromQueue,
  type SessionEvent,
  type SessionHappening,
  type SessionView,
  type TurnId,
} from '@/domain/sessions';

import type { EngineCommand, EngineReply } from '../engine';
import {
  begunByMessage,
  begunByQueue,
  done,
  emptyMessage,
  hasTurn,
  notQueued,
  type Refusal,
} from '../loop/decisions';
import type { SessionLog } from '../loop/session-log';
import type { SessionRuns } from '../loop/session-runs';

const inboxCommands = [
  'send',
  'send-queued-now',
  'edit-queued',
  'move-queued',
  'remove-queued',
  'restore-queued',
  'resume-queue',
] as const;

type InboxCommand = Command<(typeof inboxCommands)[number]>;

type Command<Type extends EngineCommand['type']> = Extract<EngineCommand, { readonly type: Type }>;

/** What changes the queue of a session without sending anything. */
type QueueEdit = Command<'edit-queued' | 'move-queued' | 'remove-queued' | 'restore-queued' | 'resume-queue'>;

/**
 * Where messages come in while a run may be active [I2] [I3]. It keeps nothing of its own: what waits and whether it is held are read
 * from the journal, so that nothing can be lost or stick.
 */
export class SessionInbox {
  readonly #runs: SessionRuns;

  constructor(runs: SessionRuns) {
    this.#runs = runs;
  }

  handle(log: SessionLog, command: InboxCommand): Promise<EngineReply> {
    switch (command.type) {
      case 'send':
        return this.#send(log, command);
      case 'send-queued-now':
        return this.#runs.begin(log, (standing) => begunByQueue(standing, command.turnId));
      case 'edit-queued':
      case 'move-queued':
      case 'remove-queued':
      case 'restore-queued':
      case 'resume-queue':
        return this.#edit(log, command);
    }
  }

  /** Sends the first of the queue when nothing runs and nobody holds it. */
  async advance(log: SessionLog): Promise<void> {
    if (!canAdvance(log.view())) return;
    await this.#runs.begin(
      log,
      (standing) => (canAdvance(standing.view) ? begunByQueue(standing, null) : { type: 'done-already' }),
      'refuse',
    );
  }

  /** Runs a message at once, in the place of the run that is active, or lets it wait behind that. */
  async #send(log: SessionLog, command: Command<'send'>): Promise<EngineReply> {
    if (command.mode === 'queue' && this.#isActive(log)) return this.#enqueue(log, command);
    return this.#runs.begin(log, (standing) => begunByMessage(standing, { ...command, replaces: null }));
  }

  /** Edits, moves, removes, restores or resumes: journaled, and refused for what is not waiting any more. */
  #edit(log: SessionLog, command: QueueEdit): Promise<EngineReply> {
    return this.#runs.whileHeld(log, async () => {
      const decided: { refused: Refusal | null } = { refused: null };
      await log.decide((view, events) => {
        const result = editedQueue(view, events, command);
        decided.refused = result.type === 'refused' ? result : null;
        return result.type === 'refused' ? [] : result.happenings;
      });
      return decided.refused ?? done(log.id);
    });
  }

  /** Something works here, or waits for the person. A run that the journal calls active and nobody drives is no reason to wait. */
  #isActive(log: SessionLog): boolean {
    const { status } = log.view();
    return status === 'awaiting_user' || (status === 'running' && this.#runs.get(log.id) !== null);
  }

  #enqueue(log: SessionLog, { turnId, text }: Command<'send'>): Promise<EngineReply> {
    if (text.trim() === '') return Promise.resolve(emptyMessage);
    return this.#runs.whileHeld(log, async () => {
      await log.decide((view, events) => {
        if (hasTurn(events, turnId)) return [];
        const resumed: readonly SessionHappening[] = view.queue.isHeld ? [{ type: 'queue-resumed' }] : [];
        return [{ type: 'message-queued', turnId, text }, ...resumed];
      });
      return done(log.id);
    });
  }
}

export function isForInbox(command: EngineCommand): command is InboxCommand {
  return inboxCommands.some((type) => type === command.type);
}

/** Whether the first of the queue is to be sent now. */
export function canAdvance({ queue, status }: SessionView): boolean {
  return queue.items.length > 0 && !queue.isHeld && status !== 'running' && status !== 'awaiting_user';
}

type EditedQueue = Refusal | { readonly type: 'edited'; readonly happenings: readonly SessionHappening[] };

function editedQueue(view: SessionView, events: readonly SessionEvent[], command: QueueEdit): EditedQueue {
  const { queue } = view;
  if (command.type === 'resume-queue') return edited(queue.isHeld ? { type: 'queue-resumed' } : null);
  if (command.type === 'restore-queued') return restored(view, events, command.turnId);
  const { turnId } = command;
  const isWaiting = (id: TurnId): boolean => queue.items.some((item) => item.turnId === id);
  if (!isWaiting(turnId)) return notQueued;
  switch (command.type) {
    case 'edit-queued':
      return command.text.trim() === ''
        ? emptyMessage
        : edited({ type: 'queued-edited', turnId, text: command.text });
    case 'move-queued': {
      const { before } = command;
      if (before !== null && !isWaiting(before)) return notQueued;
      return edited(before === turnId ? null : { type: 'queued-moved', turnId, before });
    }
    case 'remove-queued':
      return edited({ type: 'queued-removed', turnId });
  }
}

/**
 * A message that is there again, or never left, is done already. One that stood in a held queue, or would stand in one because its run
 * was stopped meanwhile, is not sent unasked [I3].
 */
function restored(
  { queue, status }: SessionView,
  events: readonly SessionEvent[],
  turnId: TurnId,
): EditedQueue {
  const waiting = queue.items.map((item) => item.turnId);
  if (waiting.includes(turnId)) return edited(null);
  const removed = removedFromQueue(events, turnId);
  if (removed === null) return notQueued;
  const before = removed.behind.find((other) => waiting.includes(other)) ?? null;
  const isIdle = status !== 'running' && status !== 'awaiting_user';
  const holdsAgain = isIdle && waiting.length === 0 && (removed.wasHeld || status !== 'completed');
  return {
    type: 'edited',
    happenings: [
      { type: 'message-queued', turnId, text: removed.text },
      ...(before === null ? [] : [{ type: 'queued-moved', turnId, before } as const]),
      ...(holdsAgain ? [{ type: 'queue-held' } as const] : []),
    ],
  };
}

function edited(happening: SessionHappening | null): EditedQueue {
  return { type: 'edited', happenings: happening === null ? [] : [happening] };
}
