import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { aPerson, ToolBench } from '@/testing/tool-bench';

describe('add_person', () => {
  it('plans a person', () => {
    const { plan, title } = new ToolBench().call('add_person', {
      name: 'Dee Fox',
      email: ' dee@example.com ',
      team: 'Sales',
    });
    expect(title).toBe('Add Dee Fox to the people');
    expect(plan).toMatchObject({
      type: 'change',
      deltas: [
        {
          type: 'create',
          kind: 'person',
          entity: aPerson('person-1', { name: 'Dee Fox', email: 'dee@example.com', team: 'Sales' }),
        },
      ],
      effects: [],
      output: 'Added person “Dee Fox” (person-1) with address dee@example.com.',
    });
    expect(new ToolBench().run('add_person', { name: 'Dee' }).output).toBe(
      'Added person “Dee” (person-1), without an address.',
    );
  });

  it.each<readonly [Json, string]>([
    [
      { name: 'ANN LEE' },
      'There is “Ann Lee” (ann) already. Change that entry with update_person, or add this person under a name that tells them apart.',
    ],
    [
      { name: 'Dee', email: 'ANN@example.com' },
      'Not done. email: Ann Lee has this address already. Change that entry, or use another address.',
    ],
  ])('refuses %j and says why', (args, output) => {
    expect(new ToolBench().plan('add_person', args)).toMatchObject({ type: 'failed', output });
  });

  const rule = 'An address looks like name@example.com: plain letters, one @, no spaces or commas.';

  it.each<readonly [Json, string, string]>([
    [{ name: 'Dee', email: 'dee' }, 'email', rule],
    [{ name: 'Dee', email: 'a@example.com, b@example.com' }, 'email', rule],
    [{ name: 'Dee', email: 'd\u0435\u0435@example.com' }, 'email', rule],
    [{ email: 'dee@example.com' }, 'name', 'This is missing. This must be a text in quotes.'],
  ])('[C2] says what is wrong with %j', (args, field, message) => {
    expect(new ToolBench().prepare('add_person', args)).toEqual({
      type: 'invalid',
      problems: [{ field, message }],
    });
  });
});
