import { describe, expect, it } from 'vitest';

import { benchNow, ToolBench } from '@/testing/tool-bench';

describe('draft_email', () => {
  it('keeps an email as a draft, and sends nothing', () => {
    const { plan, title, args } = new ToolBench().call('draft_email', {
      to: ['stakeholders'],
      cc: ['eve@example.com'],
      project: 'launch',
      subject: ' Status ',
      body: 'All\r\nwell.',
    });
    expect(title).toBe('Draft “Status” to 3 people');
    expect(args).toEqual({
      to: ['Ann Lee <ann@example.com>', 'Bob Stone <bob@example.com>'],
      cc: ['eve@example.com'],
      project: 'launch',
      subject: ' Status ',
      body: 'All\r\nwell.',
    });
    expect(plan).toMatchObject({
      type: 'change',
      deltas: [
        {
          type: 'create',
          kind: 'email',
          entity: {
            id: 'email-1',
            projectId: 'launch',
            to: [
              { name: 'Ann Lee', address: 'ann@example.com' },
              { name: 'Bob Stone', address: 'bob@example.com' },
            ],
            cc: [{ name: '', address: 'eve@example.com' }],
            subject: 'Status',
            body: 'All\nwell.',
            status: 'draft',
            failure: null,
            createdAt: benchNow,
            sentAt: null,
          },
        },
      ],
      effects: [],
      output:
        'Kept as a draft, not sent: “Status” (email-1) to Ann Lee <ann@example.com>, Bob Stone <bob@example.com>, eve@example.com.',
    });
  });

  it('[C2] needs recipients, a subject and a text', () => {
    expect(new ToolBench().prepare('draft_email', {})).toEqual({
      type: 'invalid',
      problems: [
        { field: 'to', message: 'This is missing. This must be a list in square brackets.' },
        { field: 'subject', message: 'This is missing. This must be a text in quotes.' },
        { field: 'body', message: 'This is missing. This must be a text in quotes.' },
      ],
    });
  });
});
