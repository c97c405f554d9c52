import { useMemo, useRef, type SyntheticEvent } from 'react';

export interface Composition {
  /** Whether a key press belongs to an input method. */
  readonly isComposing: (event: SyntheticEvent<Element, KeyboardEvent>) => boolean;
  readonly handlers: {
    readonly onCompositionEnd: (event: SyntheticEvent) => void;
  };
}

/** The key that accepts what was composed comes before the end of it in most browsers, and right after it in Safari. */
export function useComposition(): Composition {
  const endedAt = useRef(-Infinity);
  return useMemo(
    () => ({
      isComposing: ({ nativeEvent }) =>
        nativeEvent.isComposing || nativeEvent.timeStamp - endedAt.current < sameKeyMs,
      handlers: {
        onCompositionEnd({ nativeEvent }) {
          endedAt.current = nativeEvent.timeStamp;
        },
      },
    }),
    [],
  );
}

const sameKeyMs = 30;
