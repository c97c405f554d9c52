import type {
  CallArguments,
  PersonRequest,
  RequestId,
  RequestResponse,
  SessionView,
} from '@/domain/sessions';
import { millis } from '@/domain/workspace';

import { draftApproval } from '../calls/draft-approval';
import type { ApprovalDraft, EngineReply } from '../engine';
import type { EnginePorts } from '../engine-ports';
import { done, refusal } from '../loop/decisions';
import type { SessionLog } from '../loop/session-log';
import type { SessionRuns } from '../loop/session-runs';
import { checkResponse, isOverdue, lateness } from './check-response';
import type { SettledStatus } from './request-desk';

export interface Response {
  readonly requestId: RequestId;
  readonly response: RequestResponse;
  readonly by?: string;
}

/** Settles what was put to the person, whether the run that asked is at work here or waits in the journal [Q2] [Q3]. */
export class SessionRequests {
  readonly #ports: EnginePorts;
  readonly #runs: SessionRuns;

  constructor(ports: EnginePorts, runs: SessionRuns) {
    this.#ports = ports;
    this.#runs = runs;
  }

  async respond(log: SessionLog, { requestId, response, by }: Response): Promise<EngineReply> {
    const request = requestIn(log.view(), requestId);
    if (request === null) return unknownRequest;
    const check = checkResponse(request, response, this.#ports.clock.now());
    if (check.type === 'refused') return check;
    const problem = await this.#argumentProblem(request, response);
    return problem ?? this.#settled(log, { requestId, response, ...(by !== undefined && { by }) });
  }

  /** More time to decide [Q4]: never less than there is. */
  async extend(log: SessionLog, requestId: RequestId): Promise<EngineReply> {
    return this.#runs.whileHeld(log, async () => {
      const now = this.#ports.clock.now();
      const patience = this.#ports.settings().requestPatienceMs;
      const extended: { reply: EngineReply } = { reply: unknownRequest };
      await log.decide((view) => {
        const request = requestIn(view, requestId);
        if (request === null) return [];
        const refused = lateness(request, now);
        extended.reply = refused ?? done(log.id);
        if (refused !== null || request.deadline === null) return [];
        const deadline = patience === null ? null : millis(Math.max(request.deadline, now + patience));
        return deadline === request.deadline ? [] : [{ type: 'request-extended', requestId, deadline }];
      });
      return extended.reply;
    });
  }

  /** Deadlines are timestamps that are looked at whenever somebody comes by, not timers [Q1] [Q4]. */
  async expireOverdue(log: SessionLog): Promise<void> {
    const at = this.#ports.clock.now();
    if (!log.view().openRequests.some((request) => isOverdue(request, at))) return;
    await this.#whileDriven(log, async () => {
      const status: SettledStatus = { type: 'expired', at };
      let overdue: readonly PersonRequest[] = [];
      await log.decide((view) => {
        // Only now: more time may have been taken while this waited its turn.
        overdue = view.openRequests.filter((request) => isOverdue(request, at));
        return overdue.map((request) => ({ type: 'request-settled', requestId: request.id, status }));
      });
      for (const request of overdue) this.#runs.get(log.id)?.desk.tell(request.id, status);
      return done(log.id);
    });
  }

  /** What an approval would show with other arguments; changes nothing. */
  async draft(log: SessionLog | null, requestId: RequestId, args: CallArguments): Promise<ApprovalDraft> {
    const request = log?.view().openRequests.find((each) => each.id === requestId);
    if (request !== undefined) return this.#drafted(request, args);
    return { type: 'invalid', problems: [{ field: '', message: 'This request is not open any more.' }] };
  }

  #drafted(request: PersonRequest, args: CallArguments): Promise<ApprovalDraft> {
    const { live, clock, ids, mailer, tools, settings } = this.#ports;
    const { workspace, history } = live.state();
    const ports = { clock, ids, mailer, tools, history: () => history, askMode: settings().askMode };
    return draftApproval(ports, workspace, { request, args });
  }

  /** Arguments that a person changed are checked like any others, before the request is settled [C5]. */
  async #argumentProblem(request: PersonRequest, response: RequestResponse): Promise<EngineReply | null> {
    if (response.type !== 'approved-with-changes') return null;
    const draft = await this.#drafted(request, response.args);
    if (draft.type === 'planned') return null;
    const words = draft.problems.map(({ field, message }) =>
      field === '' ? message : `${field}: ${message}`,
    );
    return refusal('invalid', words.join(' '));
  }

  #settled(log: SessionLog, { requestId, response, ...who }: Response): Promise<EngineReply> {
    return this.#whileDriven(log, async () => {
      const at = this.#ports.clock.now();
      const status: SettledStatus = { type: 'responded', response, at, ...who };
      const settled: { reply: EngineReply } = { reply: unknownRequest };
      await log.decide((view) => {
        const request = requestIn(view, requestId);
        if (request === null) return [];
        const check = checkResponse(request, response, at);
        settled.reply = check.type === 'refused' ? check : done(log.id);
        return check.type === 'refused' ? [] : [{ type: 'request-settled', requestId, status }];
      });
      if (settled.reply.type === 'done') this.#runs.get(log.id)?.desk.tell(requestId, status);
      return settled.reply;
    });
  }

  /** Settles something for the run at work here; where there is none, takes up the run that waits in the journal. */
  #whileDriven(log: SessionLog, work: () => Promise<EngineReply>): Promise<EngineReply> {
    return this.#runs.whileHeld(log, async (use) => {
      const reply = await work();
      if (reply.type === 'done') this.#runs.resume(log, use);
      return reply;
    });
  }
}

const unknownRequest = refusal('unknown-request', 'This request does not exist in this session.');

function requestIn(view: SessionView, requestId: RequestId): PersonRequest | null {
  for (const entry of view.entries) {
    if (entry.type !== 'answer') continue;
    for (const block of entry.blocks) {
      if (block.type === 'request' && block.request.id === requestId) return block.request;
    }
  }
  return null;
}
