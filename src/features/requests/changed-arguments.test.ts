import { describe, expect, it } from 'vitest';

import type { ApprovalSpec, ArgumentField, Json } from '@/domain/sessions';

import { changedArguments } from './changed-arguments';

describe('[C5] what a person changed before they approved', () => {
  it('is told field by field, as it was and as it became', () => {
    const spec = specOf([
      fieldOf('to', 'text-list', ['Ana <ana@example.com>']),
      fieldOf('subject', 'text', 'Status'),
      fieldOf('limit', 'number', 5),
      fieldOf('cc', 'text-list', null),
    ]);

    expect(
      changedArguments(spec, {
        to: ['Ana <ana@example.com>'],
        subject: 'Where we are',
        limit: 6,
        cc: ['bo@example.com', 'chloe@example.com'],
        hidden: true,
      }),
    ).toEqual([
      { name: 'subject', label: 'SUBJECT', was: 'Status', becomes: 'Where we are' },
      { name: 'limit', label: 'LIMIT', was: '5', becomes: '6' },
      { name: 'cc', label: 'CC', was: '', becomes: 'bo@example.com\nchloe@example.com' },
    ]);
  });

  it('is nothing when an argument that was not given is still not given', () => {
    expect(changedArguments(specOf([fieldOf('cc', 'text-list', null)]), { cc: [] })).toEqual([]);
    expect(changedArguments(specOf([fieldOf('cc', 'text-list', null)]), {})).toEqual([]);
  });
});

function fieldOf(name: string, type: ArgumentField['type'], value: Json): ArgumentField {
  return { name, label: name.toUpperCase(), type, value, choices: [], isRequired: false };
}

function specOf(fields: readonly ArgumentField[]): ApprovalSpec {
  return {
    type: 'approval',
    tool: 'send_email',
    title: 'Send',
    reasons: [],
    preview: [],
    effects: [],
    fields,
    args: {},
    hash: 'h',
  };
}
