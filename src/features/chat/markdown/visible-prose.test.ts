import { describe, expect, it } from 'vitest';

import { chunksOf } from './code-chunks';
import { cutForReading } from './cut-for-reading';
import { visibleProse } from './visible-prose';

describe('running text', () => {
  it('[X5] shows what cannot be seen and what turns the direction of writing', () => {
    expect(visibleProse('pay\u202Eexe.txt\nok')).toEqual([
      { text: 'pay', isSuspicious: false, label: '' },
      {
        text: 'U+202E',
        isSuspicious: true,
        label: 'right-to-left override: what follows is shown backwards',
      },
      { text: 'exe.txt', isSuspicious: false, label: '' },
      { text: '\n', isSuspicious: false, label: '' },
      { text: 'ok', isSuspicious: false, label: '' },
    ]);
  });

  it.each(['Привет, world', 'Ω and A', '1\u00A0000 €', '👩‍🚀 done', 'Two\nlines\tand a tab'])(
    'leaves %j alone',
    (text) => {
      const shown =
        visibleProse(text)
          ?.map((segment) => segment.text)
          .join('') ?? text;
      expect(shown).toBe(text);
    },
  );

  it('is cut at the end of a line when it is too long to be shown at once', () => {
    expect(cutForReading('short', 10)).toEqual({ shown: 'short', isCut: false });
    expect(cutForReading('one line\nanother\nthe rest', 18)).toEqual({
      shown: 'one line\nanother\n',
      isCut: true,
    });
    expect(cutForReading('x'.repeat(30), 10)).toEqual({ shown: 'x'.repeat(10), isCut: true });
  });

  it('keeps all but the last piece of code while it grows', () => {
    const lines = Array.from({ length: 120 }, (_, index) => String(index));
    const before = chunksOf(lines.join('\n'));
    const after = chunksOf([...lines, 'more'].join('\n'));
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after.join('\n')).toBe([...lines, 'more'].join('\n'));
  });
});
