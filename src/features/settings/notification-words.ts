import type { NotifyPermission } from '@/state/notifications';

/**
 * Why notifications do not come, and what to do; null where nothing is wrong.
 *
 * @param isWanted - the person has turned them on, or has just tried to.
 */
export function notificationProblem(permission: NotifyPermission, isWanted: boolean): string | null {
  switch (permission) {
    case 'granted':
      return null;
    case 'unsupported':
      return 'This browser shows no notifications for pages. The tab’s title says when Momentum needs you.';
    case 'denied':
      return 'Your browser blocks notifications of this page. Allow them in its settings for this site, which open at the left end of the address, and then turn this on.';
    case 'not-asked':
      return isWanted ? 'Your browser has not allowed it yet. Turn this on again and choose “Allow”.' : null;
  }
}
