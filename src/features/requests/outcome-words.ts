import type { PersonRequest, QuestionSpec, RequestResponse } from '@/domain/sessions';
import type { Tone } from '@/ui';

/** How a request ended, as its card says it. */
export interface Outcome {
  /** `done`: the person answered or approved. `stopped`: nothing came of it because somebody said so. */
  readonly type: 'done' | 'stopped' | 'expired' | 'superseded';
  readonly words: string;
  /** More about it: the reason of a refusal, what took its place. Empty when there is nothing to add. */
  readonly detail: string;
  readonly tone: Tone;
}

/** Null while a request is open. */
export function outcomeOf({ status, spec }: PersonRequest): Outcome | null {
  switch (status.type) {
    case 'open':
      return null;
    case 'responded':
      return respondedOutcome(status.response, spec);
    case 'expired':
      return {
        type: 'expired',
        words: 'Expired',
        detail: 'Nobody answered in time, so nothing was done.',
        tone: 'neutral',
      };
    case 'superseded':
      return { type: 'superseded', words: 'Superseded', detail: status.reason, tone: 'neutral' };
    case 'withdrawn':
      return {
        type: 'stopped',
        words: 'Cancelled',
        detail: 'The run that asked this was stopped.',
        tone: 'neutral',
      };
  }
}

/** Another window was first: what was pressed or half typed here did not count. */
export function isAnsweredElsewhere({ status }: PersonRequest, windowName: string): boolean {
  return status.type === 'responded' && status.by !== undefined && status.by !== windowName;
}

function respondedOutcome(response: RequestResponse, spec: PersonRequest['spec']): Outcome {
  switch (response.type) {
    case 'approved':
      return { type: 'done', words: 'Approved', detail: '', tone: 'success' };
    case 'approved-with-changes':
      return { type: 'done', words: 'Approved with changes', detail: '', tone: 'success' };
    case 'refused':
      return { type: 'stopped', words: 'Cancelled', detail: response.reason, tone: 'neutral' };
    case 'answered':
      return { type: 'done', words: `Answered: ${answerWords(response, spec)}`, detail: '', tone: 'accent' };
    case 'skipped':
      return { type: 'stopped', words: 'Skipped', detail: '', tone: 'neutral' };
  }
}

function answerWords(
  { choices, text }: Extract<RequestResponse, { readonly type: 'answered' }>,
  spec: PersonRequest['spec'],
): string {
  const known = spec.type === 'question' ? choices.map((choice) => optionLabel(spec, choice)) : choices;
  return [...known, text].filter((part) => part.trim() !== '').join(', ');
}

function optionLabel(spec: QuestionSpec, choice: string): string {
  return spec.options.find((option) => option.label === choice)?.label ?? choice;
}
