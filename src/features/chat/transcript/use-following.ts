import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

import { useSessionServices } from '@/state/sessions';

import { followsAfter, type ScrollPlace } from './following';

export interface Following {
  readonly follows: boolean;
  /** Something came while the person was reading further up. */
  readonly hasNews: boolean;
  /** Goes to the newest text and follows it. */
  readonly resume: () => void;
  /** To be called when sizes have changed. */
  readonly keepUp: () => void;
}

/**
 * Keeps the newest text in view until the person scrolls up, and again when they come back.
 *
 * @param newest - another one whenever something was said.
 */
export function useFollowing(scroller: RefObject<HTMLElement | null>, newest: unknown): Following {
  const { store } = useSessionServices();
  const isOn = useRef(true);
  const [shown, setShown] = useState({ follows: true, hasNews: false });

  const follow = useCallback((follows: boolean) => {
    if (isOn.current === follows) return;
    isOn.current = follows;
    setShown({ follows, hasNews: false });
  }, []);

  const keepUp = useCallback(() => {
    const element = scroller.current;
    if (element !== null && isOn.current)
      element.scrollTo({ top: element.scrollHeight, behavior: 'instant' });
  }, [scroller]);

  useLayoutEffect(keepUp, [keepUp, newest]);

  // Before the first frame: the person may scroll as soon as there is something to see.
  useLayoutEffect(() => {
    const element = scroller.current;
    return element === null
      ? undefined
      : watchScrolling(element, { isOn: () => isOn.current, follow, keepUp });
  }, [scroller, follow, keepUp]);

  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (isOn.current || (state.live?.text === before.live?.text && state.open === before.open)) return;
        setShown((now) => (now.hasNews ? now : { ...now, hasNews: true }));
      }),
    [store],
  );

  const resume = useCallback(() => {
    follow(true);
    keepUp();
  }, [follow, keepUp]);

  return { ...shown, keepUp, resume };
}

interface Watching {
  readonly isOn: () => boolean;
  readonly follow: (follows: boolean) => void;
  readonly keepUp: () => void;
}

/** @returns the end of it. */
function watchScrolling(element: HTMLElement, { isOn, follow, keepUp }: Watching): () => void {
  let before = placeOf(element);
  let wheeledAt = -Infinity;
  function scrolled({ timeStamp }: Event): void {
    const now = placeOf(element);
    const follows = followsAfter(isOn(), before, now);
    before = now;
    if (!follows || timeStamp - wheeledAt > wheelTakesMs) follow(follows);
  }
  /** The wheel is heard before the area has moved. Neither following nor a scroll that was on its way may undo it meanwhile. */
  function wheeled({ deltaY, timeStamp }: WheelEvent): void {
    if (deltaY >= 0 || element.scrollTop <= 0) return;
    wheeledAt = timeStamp;
    follow(false);
  }
  /** Rows that are met on the way are measured only then: where the end is shows while going there. */
  function pressed({ key, target }: KeyboardEvent): void {
    if (key === 'End' && target === element) follow(true);
  }
  /** Who works further up is not taken away from there, though what they do makes the text grow. */
  function focused({ target }: FocusEvent): void {
    if (target instanceof Element && target !== element && !isWithin(target, element)) follow(false);
  }
  const sizes = new ResizeObserver(keepUp);
  sizes.observe(element);
  element.addEventListener('scroll', scrolled, { passive: true });
  element.addEventListener('wheel', wheeled, { passive: true });
  element.addEventListener('keydown', pressed);
  element.addEventListener('focusin', focused);
  return () => {
    sizes.disconnect();
    element.removeEventListener('scroll', scrolled);
    element.removeEventListener('wheel', wheeled);
    element.removeEventListener('keydown', pressed);
    element.removeEventListener('focusin', focused);
  };
}

const wheelTakesMs = 150;

/** Whether something of it is in view when the area stands at its end. */
function isWithin(target: Element, area: HTMLElement): boolean {
  const { top, height, viewport } = placeOf(area);
  const toEnd = height - viewport - top;
  return target.getBoundingClientRect().bottom - toEnd > area.getBoundingClientRect().top;
}

function placeOf({ scrollTop, scrollHeight, clientHeight }: HTMLElement): ScrollPlace {
  return { top: scrollTop, height: scrollHeight, viewport: clientHeight };
}
