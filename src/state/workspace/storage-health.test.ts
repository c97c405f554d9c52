import { describe, expect, it } from 'vitest';

import { healthAfterWrite, type StorageHealth } from './storage-health';

const full = { code: 'storage-full', message: 'Full.' };
const failed = { code: 'storage-failed', message: 'Failed.' };
const sound: StorageHealth = { type: 'sound' };
const forgetful: StorageHealth = { type: 'forgetful', message: 'No storage.' };
const closed: StorageHealth = { type: 'closed', reason: 'cleared' };

describe('the health of the storage after a write', () => {
  it.each([
    [sound, null, sound],
    [sound, full, { type: 'full' }],
    [sound, failed, { type: 'failing', message: 'Failed.' }],
    [{ type: 'full' } as const, null, sound],
    [{ type: 'failing', message: 'Failed.' } as const, full, { type: 'full' }],
    [forgetful, null, forgetful],
    [forgetful, failed, forgetful],
    [closed, null, closed],
    [closed, full, closed],
  ])('[S3] %o, then %o, is %o', (before, failure, after) => {
    expect(healthAfterWrite(before, failure)).toEqual(after);
  });
});
