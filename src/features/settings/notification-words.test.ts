import { describe, expect, it } from 'vitest';

import { notificationProblem } from './notification-words';

describe('why notifications do not come', () => {
  it('is told with what to do about it, and not before anybody wants them', () => {
    expect(notificationProblem('granted', true)).toBeNull();
    expect(notificationProblem('not-asked', false)).toBeNull();
    expect(notificationProblem('not-asked', true)).toContain('Turn this on again');
    expect(notificationProblem('denied', false)).toContain('Allow them in its settings for this site');
    expect(notificationProblem('unsupported', false)).toContain('tab’s title');
  });
});
