import fc from 'fast-check';

import type { SendMode } from '@/agent';

import type { ScriptedAnswer, ScriptedCallKind } from './scripted-loop';

/** What somebody does to a session next. `pick` chooses among what there is. */
export type TrialStep =
  | { readonly type: 'send'; readonly mode: SendMode }
  | { readonly type: 'send-again' }
  | { readonly type: 'resend'; readonly pick: number }
  | { readonly type: 'cancel' }
  | { readonly type: 'answer'; readonly skips: boolean }
  | { readonly type: 'continue'; readonly pick: number }
  | { readonly type: 'edit' | 'remove' | 'send-now'; readonly pick: number }
  | { readonly type: 'restore'; readonly pick: number }
  | { readonly type: 'move'; readonly pick: number; readonly before: number }
  | { readonly type: 'resume' }
  /** Lets a model, or the disk, go on. */
  | { readonly type: 'let-on'; readonly pick: number }
  /** Lets everything happen that can happen by itself. */
  | { readonly type: 'rest' };

export interface TrialPlan {
  /** What the model answers to the requests of a session, one after the other; behind the last it has nothing left to do. */
  readonly answers: readonly ScriptedAnswer[];
  readonly steps: readonly TrialStep[];
  /** Whether each write waits to be let on. */
  readonly isDiskSlow: boolean;
}

const pick = fc.nat({ max: 11 });
const callKind = fc.constantFrom<ScriptedCallKind[]>(
  'make',
  'make',
  'look',
  'ask',
  'fail',
  'unknown',
  'malformed',
);

export const scriptedAnswers: fc.Arbitrary<ScriptedAnswer> = fc.record({
  calls: fc.array(callKind, { maxLength: 4 }),
  waits: fc.boolean(),
  streams: fc.boolean(),
});

export const trialSteps: fc.Arbitrary<TrialStep> = fc.oneof(
  {
    arbitrary: fc.record({ type: fc.constant('send'), mode: fc.constantFrom('interrupt', 'queue') }),
    weight: 6,
  },
  { arbitrary: fc.record({ type: fc.constant('let-on'), pick }), weight: 5 },
  { arbitrary: fc.constant({ type: 'rest' }), weight: 4 },
  { arbitrary: fc.record({ type: fc.constant('answer'), skips: fc.boolean() }), weight: 3 },
  {
    arbitrary: fc.record({ type: fc.constantFrom('edit', 'remove', 'restore', 'send-now'), pick }),
    weight: 4,
  },
  { arbitrary: fc.record({ type: fc.constant('move'), pick, before: pick }), weight: 1 },
  fc.record({ type: fc.constantFrom('continue', 'resend'), pick }),
  fc.constantFrom({ type: 'cancel' }, { type: 'resume' }, { type: 'send-again' }),
);

/** Anything that can happen to a session, in any order. */
export const trialPlans: fc.Arbitrary<TrialPlan> = fc.record({
  answers: fc.array(scriptedAnswers, { maxLength: 6 }),
  steps: fc.array(trialSteps, { maxLength: 12 }),
  isDiskSlow: fc.boolean(),
});
