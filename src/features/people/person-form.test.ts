import { describe, expect, it } from 'vitest';

import { errorsByField } from './person-form';

describe('the errors of the form for people', () => {
  it('stand at their fields, and those of no field below', () => {
    const problems = [
      { field: 'name', message: 'Give a name.' },
      { field: 'email', message: 'No address.' },
      { field: 'email', message: 'Taken.' },
      { field: null, message: 'Nothing works.' },
      { field: 'personId', message: 'Gone.' },
    ];

    expect(errorsByField(problems)).toEqual({
      name: 'Give a name.',
      email: 'No address. Taken.',
      team: null,
      other: 'Nothing works. Gone.',
    });
  });
});
