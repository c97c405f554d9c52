import type { Notifier, NotifyPermission } from '@/state/notifications';

/** The part of the browser's notifications that is used. */
export interface NotificationApi {
  readonly permission: NotificationPermission;
  requestPermission(): Promise<NotificationPermission>;
  new (title: string, options: { readonly tag: string; readonly body: string }): PageNotification;
}

export interface PageNotification {
  addEventListener(type: 'click', listener: () => void): void;
  close(): void;
}

/** What of a window notifications need. */
export interface NotifierPage {
  readonly Notification?: NotificationApi;
  readonly document: EventTarget;
  focus(): void;
}

/** The browser's own notifications, for as long as this page is open. */
export function pageNotifier(page: NotifierPage): Notifier {
  // Some browsers have the name and refuse to make any, which shows only when one is made.
  let refusesToMake = false;
  const listeners = new Set<() => void>();

  function permission(): NotifyPermission {
    const api = page.Notification;
    return api === undefined || refusesToMake ? 'unsupported' : permissions[api.permission];
  }

  return {
    permission,
    async ask() {
      const api = page.Notification;
      if (api === undefined) return 'unsupported';
      // A browser that does not even ask has not changed its mind.
      await api.requestPermission().catch(() => undefined);
      for (const listener of listeners) listener();
      return permission();
    },
    show({ tag, title, body, onPressed }) {
      const api = page.Notification;
      if (api === undefined || permission() !== 'granted') return nothingToClose;
      try {
        const made = new api(title, { tag, body });
        made.addEventListener('click', () => {
          page.focus();
          onPressed();
        });
        return () => {
          made.close();
        };
      } catch {
        refusesToMake = true;
        return nothingToClose;
      }
    },
    subscribe(listener) {
      // Permissions are changed in the browser's own settings, from which the person comes back to the page.
      page.document.addEventListener('visibilitychange', listener);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        page.document.removeEventListener('visibilitychange', listener);
      };
    },
  };
}

const permissions: Readonly<Record<NotificationPermission, NotifyPermission>> = {
  granted: 'granted',
  denied: 'denied',
  default: 'not-asked',
};

function nothingToClose(): void {
  return;
}
