import { describe, expect, it } from 'vitest';

import { browserStorageCare } from './storage-care';

describe('the care for stored data', () => {
  it.each([
    ['granted', { isPersisted: false, isGranted: true }],
    ['granted', { isPersisted: true, isGranted: false }],
    ['refused', { isPersisted: false, isGranted: false }],
  ])('[S3] says that persistence was %s: %j', async (answer, { isPersisted, isGranted }) => {
    const care = browserStorageCare({
      persisted: () => Promise.resolve(isPersisted),
      persist: () => Promise.resolve(isGranted),
      estimate: () => Promise.resolve({}),
    });
    expect(await care.requestPersistence()).toBe(answer);
  });

  it('[S3] does not fail where the browser knows no storage manager, or forbids it', async () => {
    expect(await browserStorageCare(undefined).requestPersistence()).toBe('unsupported');
    expect(await browserStorageCare(undefined).estimate()).toBeNull();
    const forbidden = browserStorageCare({
      persisted: () => Promise.reject(new Error('Not here.')),
      persist: () => Promise.reject(new Error('Not here.')),
      estimate: () => Promise.reject(new Error('Not here.')),
    });
    expect(await forbidden.requestPersistence()).toBe('refused');
    expect(await forbidden.estimate()).toBeNull();
  });

  it('tells how much is used and allowed', async () => {
    const care = browserStorageCare({
      persisted: () => Promise.resolve(true),
      persist: () => Promise.resolve(true),
      estimate: () => Promise.resolve({ usage: 5, quota: 100 }),
    });
    expect(await care.estimate()).toEqual({ usageBytes: 5, quotaBytes: 100 });
  });
});
