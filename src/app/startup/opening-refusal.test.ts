import { describe, expect, it } from 'vitest';

import type { StorageErrorCode } from '@/agent';

import { afterRefusal, type AfterRefusal } from './opening-refusal';

const decisions: readonly (readonly [code: StorageErrorCode | 'delta-mismatch' | null, AfterRefusal])[] = [
  ['storage-unavailable', { type: 'work-without-storage' }],
  ['storage-asleep', { type: 'explain', problem: 'asleep' }],
  ['storage-blocked', { type: 'explain', problem: 'blocked' }],
  ['storage-newer', { type: 'explain', problem: 'newer' }],
  ['storage-closed', { type: 'explain', problem: 'closed' }],
  ['storage-full', { type: 'explain', problem: 'full' }],
  ['storage-failed', { type: 'explain', problem: 'failed' }],
  ['journal-conflict', { type: 'explain', problem: 'failed' }],
  ['delta-mismatch', { type: 'explain', problem: 'failed' }],
  [null, { type: 'explain', problem: 'failed' }],
];

describe('what the app does when its storage refuses to open', () => {
  it.each(decisions)('[S3] after %s it decides %o', (code, decision) => {
    expect(afterRefusal(code)).toEqual(decision);
  });
});
