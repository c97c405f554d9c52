import type { PersonRequest, QuestionSpec, RequestResponse } from '@/domain/sessions';
import type { Millis } from '@/domain/workspace';

/** Whether a response settles a request [Q2]; if not, why, in words for the person. */
export type ResponseCheck = { readonly type: 'fits' } | RefusedResponse;

export interface RefusedResponse {
  readonly type: 'refused';
  readonly code: 'already-settled' | 'expired' | 'mismatch';
  readonly message: string;
}

/** A response must name an open request, be of its kind, and be the first. */
export function checkResponse(request: PersonRequest, response: RequestResponse, now: Millis): ResponseCheck {
  const late = lateness(request, now);
  if (late !== null) return late;
  const { spec } = request;
  const problem = spec.type === 'question' ? answerProblem(spec, response) : decisionProblem(response);
  return problem === null ? { type: 'fits' } : { type: 'refused', code: 'mismatch', message: problem };
}

/** Why nothing can be done about a request any more; null while it is open. */
export function lateness(request: PersonRequest, now: Millis): RefusedResponse | null {
  const { status } = request;
  if (status.type === 'expired') return expired;
  if (status.type !== 'open') {
    return { type: 'refused', code: 'already-settled', message: settledWords(status) };
  }
  return isOverdue(request, now) ? expired : null;
}

/** Deadlines are timestamps that are looked at, not timers [Q1]. */
export function isOverdue(request: PersonRequest, now: Millis): boolean {
  return request.deadline !== null && now >= request.deadline;
}

const expired: RefusedResponse = {
  type: 'refused',
  code: 'expired',
  message:
    'This came too late: the request has expired and nothing was done. Ask Momentum again to get a new one.',
};

type Settled = Exclude<PersonRequest['status'], { readonly type: 'open' | 'expired' }>;

function settledWords(status: Settled): string {
  switch (status.type) {
    case 'responded':
      return `This was decided already, here or in another window: ${answerWords(status.response)}. The first answer counts.`;
    case 'superseded':
      return 'Something newer took the place of this request. Decide there.';
    case 'withdrawn':
      return 'The run that asked this was stopped, so there is nothing to decide any more.';
  }
}

function answerWords(response: RequestResponse): string {
  switch (response.type) {
    case 'approved':
      return 'it was approved';
    case 'approved-with-changes':
      return 'it was approved with changes';
    case 'refused':
      return 'it was cancelled';
    case 'answered':
      return `the answer was “${[...response.choices, response.text].filter((text) => text !== '').join(', ')}”`;
    case 'skipped':
      return 'the question was skipped';
  }
}

function decisionProblem(response: RequestResponse): string | null {
  switch (response.type) {
    case 'approved':
    case 'approved-with-changes':
    case 'refused':
      return null;
    case 'answered':
    case 'skipped':
      return 'This needs a decision: approve it, change it, or cancel the action.';
  }
}

function answerProblem(spec: QuestionSpec, response: RequestResponse): string | null {
  if (response.type === 'skipped') return null;
  if (response.type !== 'answered') return 'This is a question. Answer it or skip it.';
  return choiceProblem(spec, response.choices) ?? amountProblem(spec, response);
}

function choiceProblem(spec: QuestionSpec, choices: readonly string[]): string | null {
  const labels = new Set(spec.options.map((option) => option.label));
  if (choices.some((choice) => !labels.has(choice))) return 'One of the answers is not among the options.';
  return new Set(choices).size === choices.length ? null : 'An option was chosen twice.';
}

function amountProblem(
  spec: QuestionSpec,
  { choices, text }: Extract<RequestResponse, { type: 'answered' }>,
): string | null {
  const hasText = text.trim() !== '';
  switch (spec.answerWith) {
    case 'one':
      return choices.length === 1 ? null : 'Choose one of the options.';
    case 'several':
      return choices.length > 0 ? null : 'Choose at least one of the options.';
    case 'text':
      return hasText && choices.length === 0 ? null : 'Write an answer.';
    case 'one-or-text':
      return choices.length === 1 || (choices.length === 0 && hasText)
        ? null
        : 'Choose one of the options or write an answer.';
  }
}
