import { expect, it } from 'vitest';

import { commentWith, emailWith, personWith, projectWith, taskWith } from '@/testing/builders';

import { entityName } from './entities';

it('calls each kind of entity by what people know it by', () => {
  expect(entityName(projectWith('p', { name: 'Launch' }))).toBe('Launch');
  expect(entityName(taskWith('t', { title: 'Copy' }))).toBe('Copy');
  expect(entityName(personWith('a', { name: 'Ada' }))).toBe('Ada');
  expect(entityName(emailWith('e', { subject: 'News' }))).toBe('News');
  expect(entityName(commentWith('c', { text: 'First line\nsecond line' }))).toBe('First line second line');
});

it('shortens a long comment without cutting an emoji in two', () => {
  const name = entityName(commentWith('c', { text: '👍'.repeat(100) }));
  expect(name).toBe(`${'👍'.repeat(59)}…`);
});
