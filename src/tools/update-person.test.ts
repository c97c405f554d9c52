import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';
import { ToolBench } from '@/testing/tool-bench';

describe('update_person', () => {
  it.each<readonly [args: Json, after: Json, output: string]>([
    [
      { person: 'cid', email: 'cid@example.com' },
      { email: 'cid@example.com' },
      'Changed person “Cid” (cid): email none → “cid@example.com”.',
    ],
    [
      { person: 'ann@example.com', email: 'none', team: 'None' },
      { email: null, team: null },
      'Changed person “Ann Lee” (ann): email “ann@example.com” → none, team “Product” → none.',
    ],
    [
      { person: 'Bob', name: 'Bob Rock' },
      { name: 'Bob Rock' },
      'Changed person “Bob Stone” (bob): name “Bob Stone” → “Bob Rock”.',
    ],
  ])('reads %j', (args, after, output) => {
    const plan = new ToolBench().run('update_person', args);
    expect(plan.deltas.map((delta) => (delta.type === 'update' ? delta.after : null))).toEqual([after]);
    expect(plan.output).toBe(output);
  });

  it('[W6] refuses a name that cannot be told, and an address that is taken', () => {
    const bench = new ToolBench();
    expect(bench.plan('update_person', { person: 'Zoë', team: 'A' })).toMatchObject({ type: 'failed' });
    expect(bench.plan('update_person', { person: 'cid', email: 'ann@example.com' })).toMatchObject({
      type: 'failed',
      output: 'Not done. email: Ann Lee has this address already. Change that entry, or use another address.',
    });
  });

  it('[C2] asks what shall change', () => {
    expect(new ToolBench().prepare('update_person', { person: 'cid' })).toEqual({
      type: 'invalid',
      problems: [{ field: 'arguments', message: 'Say what shall change: name, email or team.' }],
    });
  });
});
