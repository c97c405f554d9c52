import type { SessionModel } from '@/domain/sessions';
import { chosenModel, modelChoices, modelWords, type ModelSettings } from '@/state/models';

/** One of the models that a session can have, in a menu. */
export interface SessionModelOption {
  readonly value: string;
  readonly label: string;
  /** Null: whoever is set for all sessions. */
  readonly choice: SessionModel | null;
}

/** Whoever is set for all sessions, then all who are ready to answer, and the session's own choice in any case. */
export function sessionModelOptions(
  settings: ModelSettings,
  current: SessionModel | null,
): readonly SessionModelOption[] {
  const ready = modelChoices
    .map((provider) => ({ provider, model: provider === 'offline' ? '' : settings[provider].model.trim() }))
    .filter((choice) => chosenModel(settings, choice).type !== 'incomplete');
  const isReady = ready.some((choice) => keyOf(choice) === keyOf(current));
  const others = current === null || isReady ? ready : [...ready, current];
  return [
    { value: keyOf(null), label: `As set for all: ${modelWords(settings)}`, choice: null },
    ...others.map((choice) => ({
      value: keyOf(choice),
      label: modelWords(settings, choice),
      choice,
    })),
  ];
}

export function keyOf(choice: SessionModel | null): string {
  return choice === null ? 'all' : JSON.stringify([choice.provider, choice.model]);
}
