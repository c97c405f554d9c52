/** The way of the focus to an element that is not there yet, or that something else still stands in front of. */
export interface FocusPursuit {
  /**
   * Gives the focus to an element: at once, else as soon as it works. What was pursued before is given up.
   *
   * @param target - looked up again at each attempt; null while it is not there.
   * @param mayTake - whether the focus may be taken from what has it.
   */
  readonly start: (target: () => HTMLElement | null, mayTake: (active: Element) => boolean) => void;
  /** Does not wait for the next frame, because something has come just now. */
  readonly tryAgain: () => void;
  readonly stop: () => void;
}

/** Long enough for a dialog to fade out and for a row to be stored, drawn and measured. */
const patienceMs = 1_500;

export function createFocusPursuit(): FocusPursuit {
  let pending = 0;
  let attempt: (() => void) | null = null;

  function stop(): void {
    cancelAnimationFrame(pending);
    attempt = null;
  }

  return {
    start: (target, mayTake) => {
      const until = performance.now() + patienceMs;
      attempt = () => {
        cancelAnimationFrame(pending);
        if (hasTaken(target(), mayTake) || performance.now() >= until) attempt = null;
        else pending = requestAnimationFrame(() => attempt?.());
      };
      attempt();
    },
    tryAgain: () => {
      attempt?.();
    },
    stop,
  };
}

function hasTaken(element: HTMLElement | null, mayTake: (active: Element) => boolean): boolean {
  if (element === null) return false;
  const active = document.activeElement ?? document.body;
  if (element !== active && mayTake(active)) element.focus();
  return document.activeElement === element;
}
