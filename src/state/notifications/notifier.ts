/**
 * Whether this page may notify. `denied`: the browser asks no more, only the person can allow it in its settings. `not-asked`: it will
 * ask. `unsupported`: there are no notifications here.
 */
export type NotifyPermission = 'granted' | 'denied' | 'not-asked' | 'unsupported';

export interface Notice {
  /** One with the tag of another takes its place, whichever tab showed it. */
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  /** The person pressed it. This page is in front by then. */
  readonly onPressed: () => void;
}

/** Says something to a person who looks elsewhere. */
export interface Notifier {
  permission(): NotifyPermission;
  /** Lets the browser ask the person. Call it from their own click only. @returns what holds from then on. */
  ask(): Promise<NotifyPermission>;
  /** Shows nothing without permission. Never throws. @returns the way to take it back; harmless once it is gone. */
  show(notice: Notice): () => void;
  /** Calls back when the permission may have changed. @returns the end of the subscription. */
  subscribe(listener: () => void): () => void;
}
