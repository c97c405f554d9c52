import type { Notice, Notifier, NotifyPermission } from '@/state/notifications';

/** Notifications that a test sees and presses. The person answers the browser's question as the test says. */
export class FakeNotifier implements Notifier {
  /** What is on the screen, by tag. */
  readonly shown = new Map<string, Notice>();
  /** Everything that was ever shown, as "title: body". */
  readonly told: string[] = [];
  #permission: NotifyPermission;
  readonly #answer: NotifyPermission;
  readonly #listeners = new Set<() => void>();

  constructor(permission: NotifyPermission = 'granted', answer: NotifyPermission = 'granted') {
    this.#permission = permission;
    this.#answer = answer;
  }

  permission(): NotifyPermission {
    return this.#permission;
  }

  ask(): Promise<NotifyPermission> {
    if (this.#permission === 'not-asked') this.set(this.#answer);
    return Promise.resolve(this.#permission);
  }

  /** As the person does in the settings of their browser. */
  set(permission: NotifyPermission): void {
    this.#permission = permission;
    for (const listener of this.#listeners) listener();
  }

  show(notice: Notice): () => void {
    if (this.#permission !== 'granted') return () => undefined;
    this.shown.set(notice.tag, notice);
    this.told.push(`${notice.title}: ${notice.body}`);
    return () => {
      if (this.shown.get(notice.tag) === notice) this.shown.delete(notice.tag);
    };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
