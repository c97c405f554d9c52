import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ArgumentField, Json } from '@/domain/sessions';

import { readFields, textOfValue, unreadable, valueOfText } from './argument-values';

describe('the arguments of an approval in their fields', () => {
  it('[C5] what was not touched stays as it was, to the letter', () => {
    const value: fc.Arbitrary<Json> = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(fc.string()),
    );
    fc.assert(
      fc.property(
        value,
        fc.constantFrom('text', 'long-text', 'number', 'date', 'text-list'),
        (held, type) => {
          const field = fieldOf({ type, value: held });
          const { args, problems } = readFields(
            { [field.name]: held, other: 1 },
            [field],
            new Map([[field.name, textOfValue(field)]]),
          );
          expect(args).toEqual({ [field.name]: held, other: 1 });
          expect(problems.size).toBe(0);
        },
      ),
    );
  });

  it('[C5] a number stays a number', () => {
    expect(valueOfText(fieldOf({ type: 'number', value: 3 }), '42')).toEqual({ type: 'value', value: 42 });
    expect(valueOfText(fieldOf({ type: 'number', value: 3 }), 'many')).toEqual({
      type: 'problem',
      message: 'Field must be a number, such as 5.',
    });
  });

  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['tomorrow', false],
  ])('a day such as %s is taken: %s', (text, isTaken) => {
    expect(valueOfText(fieldOf({ type: 'date', value: null }), text).type).toBe(
      isTaken ? 'value' : 'problem',
    );
  });

  it('a day or a time that the browser cannot read takes nothing away', () => {
    expect(valueOfText(fieldOf({ type: 'date', value: '2026-03-31' }), unreadable).type).toBe('problem');
    expect(valueOfText(fieldOf({ type: 'time', value: '14:30' }), unreadable).type).toBe('problem');
  });

  it.each([
    ['14:30', true],
    ['24:00', false],
    ['9:00', false],
  ])('a time such as %s is taken: %s', (text, isTaken) => {
    expect(valueOfText(fieldOf({ type: 'time', value: null }), text).type).toBe(
      isTaken ? 'value' : 'problem',
    );
  });

  it('each line of a list is one text', () => {
    const field = fieldOf({ type: 'text-list', value: ['a', 'b'] });
    expect(textOfValue(field)).toBe('a\nb');
    expect(valueOfText(field, ' one \n\ntwo\n')).toEqual({ type: 'value', value: ['one', 'two'] });
  });

  it('what is needed cannot be left empty, and what is not holds nothing', () => {
    expect(valueOfText(fieldOf({ isRequired: true }), '  ')).toEqual({
      type: 'problem',
      message: 'Field cannot be empty.',
    });
    expect(valueOfText(fieldOf({ type: 'date', value: '2026-01-01' }), '')).toEqual({
      type: 'value',
      value: null,
    });
    expect(valueOfText(fieldOf({ type: 'text', value: 'x' }), '')).toEqual({ type: 'value', value: '' });
  });

  it('a field with a problem leaves its argument alone and says so under its name', () => {
    const field = fieldOf({ type: 'date', value: '2026-01-01' });
    const { args, problems } = readFields({ field: '2026-01-01' }, [field], new Map([['field', 'soon']]));
    expect(args).toEqual({ field: '2026-01-01' });
    expect([...problems.keys()]).toEqual(['field']);
  });
});

function fieldOf(parts: Partial<ArgumentField>): ArgumentField {
  return { name: 'field', label: 'Field', type: 'text', choices: [], value: '', isRequired: false, ...parts };
}
