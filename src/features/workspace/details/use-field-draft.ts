import { useEffect, useRef, useState } from 'react';

import { problemWords, type ChangeOutcome } from '../change/changes';

/** A text field that is saved when it is left, and never loses what is being typed. */
export interface FieldDraft {
  readonly text: string;
  readonly problem: string | null;
  /** What is stored by now, when somebody else changed it since typing began; else null. */
  readonly newer: string | null;
  readonly type: (text: string) => void;
  readonly save: () => void;
  /** Gives up what was typed. */
  readonly discard: () => void;
}

interface Typed {
  readonly text: string;
  /** What was stored when typing began. */
  readonly base: string;
  readonly problem: string | null;
}

/**
 * @param stored - what the workspace holds; shown until somebody types.
 * @param store - saves a text. What it refuses stays in the field, with the reason.
 */
export function useFieldDraft(stored: string, store: (text: string) => Promise<ChangeOutcome>): FieldDraft {
  const [typed, setTyped] = useState<Typed | null>(null);
  const isSaving = useRef(false);

  async function save(): Promise<void> {
    if (typed === null || isSaving.current) return;
    if (typed.text === stored) return setTyped(null);
    isSaving.current = true;
    const outcome = await store(typed.text);
    isSaving.current = false;
    setTyped((current) => {
      // Somebody may have typed on while it was saved.
      if (current?.text !== typed.text) return current;
      switch (outcome.type) {
        case 'committed':
        case 'unchanged':
          return null;
        case 'invalid':
          return { ...current, problem: problemWords(outcome.problems) };
        case 'failed':
          return current;
      }
    });
  }

  useSaveAtTheEnd(() => void save());

  return {
    text: typed?.text ?? stored,
    problem: typed?.problem ?? null,
    newer: typed !== null && typed.base !== stored && typed.text !== stored ? stored : null,
    type: (text) => {
      setTyped((current) => ({ text, base: current?.base ?? stored, problem: null }));
    },
    save: () => void save(),
    discard: () => {
      setTyped(null);
    },
  };
}

/** A field that is taken away with the focus in it is not told that it was left. */
function useSaveAtTheEnd(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(
    () => () => {
      latest.current();
    },
    [],
  );
}
