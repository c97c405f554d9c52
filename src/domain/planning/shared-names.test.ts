import { expect, it } from 'vitest';

import { personWith, projectWith, workspaceOf } from '@/testing/builders';

import { newlyShared } from './shared-names';

it('finds what more projects or people share than before, however it is written', () => {
  const before = workspaceOf({
    project: [
      projectWith('a', { name: 'Launch' }),
      projectWith('b', { name: 'Twice' }),
      projectWith('c', { name: 'twice' }),
    ],
    person: [personWith('ada', { email: 'ada@example.org' }), personWith('bob'), personWith('cid')],
  });
  const after = workspaceOf({
    project: [
      ...before.tables.project.values(),
      projectWith('d', { name: 'LAUNCH' }),
      projectWith('e', { name: 'Home' }),
    ],
    person: [...before.tables.person.values(), personWith('eve', { email: 'Ada@Example.org' })],
  });

  expect(newlyShared(before, after)).toEqual([
    { kind: 'project', text: 'Launch', count: 2 },
    { kind: 'person', text: 'ada@example.org', count: 2 },
  ]);
  expect(newlyShared(after, after)).toEqual([]);
  expect(newlyShared(after, before)).toEqual([]);
});
