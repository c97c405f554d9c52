import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anyText } from '@/testing/arbitraries';

import { folded, isBlank, multiLine, singleLine } from './text';

const anyString = fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 30 }));

describe('singleLine', () => {
  it('keeps what a person wrote, on one line, without space at the ends', () => {
    expect(singleLine('  Final\r\n copy\u0000 \t (v2)  ')).toBe('Final copy (v2)');
    expect(singleLine('שלום 👩‍👩‍👧‍👦 <b>')).toBe('שלום 👩‍👩‍👧‍👦 <b>');
  });

  it('replaces half an emoji, which cannot be stored as text', () => {
    expect(singleLine('a\uD83Db')).toBe('a\uFFFDb');
  });

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        expect(singleLine(singleLine(text))).toBe(singleLine(text));
      }),
    );
  });
});

describe('multiLine', () => {
  it('keeps lines and tabs, and drops control characters', () => {
    expect(multiLine('\n one\r\ntwo\rthree\tfour\u0000\u0085\n\n')).toBe('one\ntwo\nthree\tfour');
  });

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        expect(multiLine(multiLine(text))).toBe(multiLine(text));
      }),
    );
  });
});

describe('isBlank', () => {
  it('is true of nothing, of space and of invisible characters', () => {
    const blank = [
      '',
      ' \t\n',
      '\u200B\u200D\uFEFF',
      '\u2800',
      '\u3164',
      '\u202E',
      '\u00AD',
      '\u{E0041}',
      '\uFE0F',
    ];
    expect(blank.filter((text) => !isBlank(text))).toEqual([]);
  });

  it('is false of anything that can be seen, even by a newer browser only', () => {
    const visible = ['.', '0', 'ש', '👍', 'e\u0301', '\uFFFD', '\u{1FAEF}', '\u{E123}'];
    expect(visible.filter(isBlank)).toEqual([]);
  });
});

describe('folded', () => {
  it('forgets case and accents', () => {
    expect(folded('CAFÉ Été')).toBe('cafe ete');
    expect(folded('Café')).toBe(folded('Cafe\u0301'));
    expect(folded('Plain ASCII\n1~')).toBe('plain ascii\n1~');
  });
});
