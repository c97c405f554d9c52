import { describe, expect, it } from 'vitest';

import { parsedMarkdown } from './parse';
import { plainText } from './plain-text';

function firstNode(text: string): unknown {
  return parsedMarkdown(text).blocks[0]?.node;
}

describe('Markdown from a stranger', () => {
  it('[X1] is text where it looks like HTML', () => {
    expect(firstNode('a <b onclick="x()">b</b>')).toEqual({
      type: 'paragraph',
      children: [
        { type: 'text', text: 'a ' },
        { type: 'text', text: '<b onclick="x()">' },
        { type: 'text', text: 'b' },
        { type: 'text', text: '</b>' },
      ],
    });
    expect(firstNode('<script>alert(1)</script>')).toEqual({
      type: 'paragraph',
      children: [{ type: 'text', text: '<script>alert(1)</script>' }],
    });
  });

  it('reads character references in text, and leaves them alone in code and bare addresses', () => {
    expect(firstNode('&lt;b&gt; &#x41;&nope; `&amp;`')).toEqual({
      type: 'paragraph',
      children: [
        { type: 'text', text: '<b> A&nope; ' },
        { type: 'code', text: '&amp;' },
      ],
    });
    expect(firstNode('https://example.com/?a=1&copy=2')).toEqual({
      type: 'paragraph',
      children: [
        {
          type: 'link',
          address: 'https://example.com/?a=1&copy=2',
          children: [{ type: 'text', text: 'https://example.com/?a=1&copy=2' }],
        },
      ],
    });
  });

  it('knows task lists, numbers that do not begin with one, and breaks in tables', () => {
    expect(firstNode('- [x] done\n- [ ] open')).toMatchObject({
      items: [
        { isDone: true, blocks: [{ type: 'line', children: [{ type: 'text', text: 'done' }] }] },
        { isDone: false },
      ],
    });
    expect(firstNode('3. three')).toMatchObject({ type: 'list', start: 3 });
    expect(firstNode('| a |\n|---|\n| b<br>c |')).toMatchObject({
      rows: [{ cells: [[{ text: 'b' }, { type: 'break' }, { text: 'c' }]] }],
    });
  });

  it('says its words without its signs', () => {
    expect(
      plainText('# A **b**\n\n- one [two](https://example.com)\n\n| x | y |\n|---|---|\n| 1 | 2 |'),
    ).toBe('A b\none two\nx, y\n1, 2');
  });
});
