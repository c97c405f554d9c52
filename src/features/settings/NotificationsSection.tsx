import { useCallback, useState, useSyncExternalStore } from 'react';

import { useDeviceSettings, useSettingsServices } from '@/state/settings';
import { Checkbox } from '@/ui';

import { notificationProblem } from './notification-words';

/** Whether a session that needs its person may say so outside the page. The browser asks them when they turn it on, and only then. */
export function NotificationsSection() {
  const { settings, notifier } = useSettingsServices();
  const isWanted = useDeviceSettings((state) => state.wantsNotifications);
  const subscribe = useCallback((listener: () => void) => notifier.subscribe(listener), [notifier]);
  const permission = useSyncExternalStore(subscribe, () => notifier.permission());
  const [wasAsked, setWasAsked] = useState(false);
  const problem = notificationProblem(permission, isWanted || wasAsked);

  async function change(wants: boolean) {
    // What was forbidden meanwhile is shown as off, so turning it on asks again.
    if (wants) await notifier.ask();
    setWasAsked(wants);
    settings.set({ wantsNotifications: wants && notifier.permission() === 'granted' });
  }

  return (
    <div className="flex flex-col gap-1.5">
      <Checkbox
        label="Notifications"
        detail="Only while no window of Momentum is in view. It shows the title of the session and whether an approval or an answer is needed, and nothing else."
        checked={isWanted && permission === 'granted'}
        onCheckedChange={(wants) => void change(wants)}
      />
      <p role="status" className="text-sm text-pretty text-warning-text empty:hidden">
        {problem}
      </p>
    </div>
  );
}
