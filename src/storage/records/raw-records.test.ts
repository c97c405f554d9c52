import { describe, expect, it } from 'vitest';

import { rawRecords } from './raw-records';

describe('records that were set aside', () => {
  it('[S4] are handed out as they are stored, with why they were set aside', () => {
    const broken = { id: 'per_1', name: 7, secret: 'kept' };
    const tables = {
      person: [broken, { id: 'per_2', name: 'Ada' }],
      project: [],
      task: [],
      comment: [],
      email: [],
    };
    const damaged = [
      { table: 'person', key: 'per_1', reason: 'name: This must be a text in quotes.' },
      { table: 'task', key: 'per_1', reason: 'It is gone.' },
    ];

    expect(rawRecords(tables, damaged)).toEqual([
      { table: 'person', key: 'per_1', reason: 'name: This must be a text in quotes.', record: broken },
    ]);
  });
});
