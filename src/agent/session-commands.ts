import type { SessionHappening } from '@/domain/sessions';

import type { EngineCommand, EngineReply } from './engine';
import { isForInbox, type SessionInbox } from './inbox/session-inbox';
import { begunByContinuing, begunByMessage, done, refusal } from './loop/decisions';
import type { SessionLog } from './loop/session-log';
import type { SessionRuns } from './loop/session-runs';
import type { SessionRequests } from './requests/session-requests';

/** A command to a session that exists. */
export type SessionCommand = Exclude<EngineCommand, { readonly type: 'create-session' }>;

export interface CommandParts {
  readonly runs: SessionRuns;
  readonly inbox: SessionInbox;
  readonly requests: SessionRequests;
  /** A session has left the list or come back. */
  readonly onListChanged: () => void;
}

/** What each command to a session means. Whoever calls it lets the commands of a session follow each other. */
export class SessionCommands {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  /** Decides a command on the newest state of its session and does it. */
  async handle(log: SessionLog, command: SessionCommand): Promise<EngineReply> {
    await this.#parts.requests.expireOverdue(log);
    if (isForInbox(command)) return this.#parts.inbox.handle(log, command);
    switch (command.type) {
      case 'resend':
        return this.#parts.runs.begin(log, (standing) => begunByMessage(standing, command));
      case 'continue':
        return this.#parts.runs.begin(
          log,
          (standing) => begunByContinuing(standing, command.runId ?? null),
          'refuse',
        );
      case 'cancel':
        return this.#parts.runs.cancel(log);
      case 'retry-now':
        this.#parts.runs.get(log.id)?.retryNow();
        return done(log.id);
      case 'respond':
        return this.#parts.requests.respond(log, command);
      case 'extend-request':
        return this.#parts.requests.extend(log, command.requestId);
      case 'rename-session':
        return this.#rename(log, command.title);
      case 'delete-session': {
        const reply = await this.#parts.runs.cancel(log);
        return reply.type === 'refused' ? reply : this.#noted(log, { type: 'session-deleted' });
      }
      case 'restore-session':
        return log.isDeleted() ? this.#noted(log, { type: 'session-restored' }) : done(log.id);
      case 'archive-session':
        return this.#archive(log);
      case 'unarchive-session':
        return log.view().isArchived ? this.#noted(log, { type: 'session-unarchived' }) : done(log.id);
      case 'edit-summary':
        return this.#editSummary(log, command.text);
      case 'choose-model':
        return this.#noted(log, { type: 'model-chosen', choice: command.choice });
      case 'grant':
        return this.#noted(log, { type: 'grant-given', tool: command.tool });
      case 'revoke-grant':
        return this.#noted(log, { type: 'grant-revoked', tool: command.tool });
    }
  }

  async #rename(log: SessionLog, title: string): Promise<EngineReply> {
    const line = title.replaceAll(/\s+/gu, ' ').trim();
    if (line === '') return refusal('empty', 'A session needs a title.');
    return this.#noted(log, { type: 'session-renamed', title: line });
  }

  async #archive(log: SessionLog): Promise<EngineReply> {
    if (log.view().isArchived) return done(log.id);
    const reply = await this.#parts.runs.cancel(log);
    return reply.type === 'refused' ? reply : this.#noted(log, { type: 'session-archived' });
  }

  async #editSummary(log: SessionLog, text: string): Promise<EngineReply> {
    const { summary } = log.view();
    if (summary === undefined) return refusal('empty', 'Nothing of this session has been summarised.');
    return this.#noted(log, { type: 'history-summarised', through: summary.through, text, by: 'person' });
  }

  #noted(log: SessionLog, happening: SessionHappening): Promise<EngineReply> {
    return this.#parts.runs.whileHeld(log, async () => {
      await log.append([happening]);
      if (happening.type === 'session-deleted' || happening.type === 'session-restored')
        this.#parts.onListChanged();
      return done(log.id);
    });
  }
}
