import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Json } from '@/domain/sessions';

import { jsonOf } from './json';
import { lenient } from './lenient';

const schema = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    notes: { type: 'string' },
    count: { type: 'integer' },
    share: { type: 'number' },
    isDone: { type: 'boolean' },
    status: { type: 'string', enum: ['todo', 'in_progress'] },
    several: { type: 'array', items: { type: 'string', enum: ['todo', 'in_progress'] } },
    titles: { type: 'array', items: { type: 'string' } },
    options: {
      type: 'array',
      items: { type: 'object', properties: { label: { type: 'string' } }, required: ['label'] },
    },
    filter: { type: 'object', properties: { isDone: { type: 'boolean' } } },
  },
  required: ['title'],
};

describe('lenient', () => {
  it.each<readonly [what: string, raw: Json, read: Json]>([
    ['a whole number in quotes', { count: ' -12 ' }, { count: -12 }],
    ['a number in quotes', { share: '1.5' }, { share: 1.5 }],
    ['a boolean in quotes', { isDone: 'True' }, { isDone: true }],
    ['a boolean inside an object', { filter: { isDone: 'false' } }, { filter: { isDone: false } }],
    ['a word in another case', { status: 'In Progress' }, { status: 'in_progress' }],
    ['a word with hyphens', { status: 'IN-PROGRESS' }, { status: 'in_progress' }],
    ['a word with more parts than needed', { status: 'to do' }, { status: 'todo' }],
    ['one word where a list of words is wanted', { several: 'To Do' }, { several: ['todo'] }],
    ['words in a list', { several: ['To Do', 'other'] }, { several: ['todo', 'other'] }],
    ['texts in place of objects with one text', { options: ['a'] }, { options: [{ label: 'a' }] }],
    [
      'optional arguments that are null or blank',
      { title: 't', notes: null, count: '', status: ' ' },
      { title: 't' },
    ],
  ])('[C2] reads %s', (_what, raw, read) => {
    expect(lenient(raw, schema)).toEqual(read);
  });

  it.each<readonly [what: string, raw: Json]>([
    ['a number in words', { count: 'three' }],
    ['a number with a unit', { count: '3 days' }],
    ['a number with a comma', { share: '1,5' }],
    ['yes as a boolean', { isDone: 'yes' }],
    ['a number as a boolean', { isDone: 1 }],
    ['a number as a text', { title: 7 }],
    ['a text where a list of texts is wanted', { titles: 'a, b' }],
    ['another word', { status: 'later' }],
    ['a required argument that is blank', { title: '' }],
    ['a required argument that is null', { title: null }],
    ['an unknown argument', { other: null }],
    ['a list in place of the arguments', ['title']],
    ['null in place of the arguments', null],
  ])('[C2] leaves %s for the schema to judge', (_what, raw) => {
    expect(lenient(raw, schema)).toEqual(raw);
  });

  it('[C2] changes nothing the second time, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue().map(jsonOf), fc.jsonValue().map(jsonOf), (raw, anySchema) => {
        const once = lenient(raw, schema);
        expect(lenient(once, schema)).toEqual(once);
        expect(() => lenient(raw, anySchema)).not.toThrow();
      }),
    );
  });

  it('keeps a key called __proto__ a key', () => {
    const raw = jsonOf(JSON.parse('{"title":"t","__proto__":{"isDone":true}}'));
    expect(JSON.stringify(lenient(raw, schema))).toBe('{"title":"t","__proto__":{"isDone":true}}');
  });
});
