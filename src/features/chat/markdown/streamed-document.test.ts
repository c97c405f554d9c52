import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { completeDocument, documentAfter, emptyDocument, type StreamedDocument } from './streamed-document';

/** Documents with what is hard about streaming: nesting, fences in lists, tables, references, HTML and Windows line breaks. */
const documents = [
  '# Title\n\nA paragraph\nwith two lines.\n\n- one\n- two\n  - nested\n\n  still two\n- three\n\nAfter.\n',
  'Text\n```ts\nconst a = 1;\n\n```\nMore\n\n~~~\n```\n~~~\n\n    indented\n\n    code\n\nEnd',
  '| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 | 4 |\nnot a row? yes\n\nAfter the table\n\na | b\n-|-\n1 | 2\n',
  '> quote\n> more\nlazy\n\n> - list\n>   ```\n>   code\n>   ```\n\n1. one\n\n   ```\n   in list\n   ```\n2. two\n',
  'See [this][a] and [that].\n\n[a]: https://example.com/a "A"\n\nAgain [this][a].\n\n[that]: https://example.com/that\n',
  'foo\n***\nbar\n***bold*** text\n\nfoo\n```x```\n\nfoo\n#tag\n\nSetext\n---\n\nfoo\n-\n- bar\n',
  '<div>\n*not*\n\n</div>\n\n<pre>\n\n# no\n\n</pre>\nafter <b>inline</b>\n\n<!-- open\n\ncomment',
  'Line one\r\nline two\r\n\r\n- a\r\n- b\r\n\r\n1) x\r\n2) y\r\n',
  '- [ ] open\n- [x] done\n\n\n\n* other list\n\n+ third\n\n---\n\n***\n\nlast **bold _both_** `code` ~~gone~~\n',
  '- a\n\n      code in item\n\n  para\n\n\n- b\n\ntext\n    lazy code?\n\n\t tab\n',
];

const fragments = fc.constantFrom(
  ...documents.flatMap((document) => document.split(/(?<=\n)/)),
  '\n',
  '\n\n',
  '```\n',
  '- ',
  '  ',
  '> ',
  '| x |\n',
  '|---|\n',
  '***',
  'a b c',
  '[l](https://example.com)',
  '\t',
);

const anyMarkdown = fc.oneof(
  fc.constantFrom(...documents),
  fc.array(fragments, { maxLength: 14 }).map((parts) => parts.join('')),
);

/** The document after each of some pieces, and when it is complete. */
function streamed(
  text: string,
  cuts: readonly number[],
): { steps: readonly StreamedDocument[]; end: StreamedDocument } {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b);
  const steps: StreamedDocument[] = [];
  for (const place of places) steps.push(documentAfter(steps.at(-1) ?? emptyDocument, text.slice(0, place)));
  return { steps, end: completeDocument(steps.at(-1) ?? emptyDocument, text) };
}

describe('a document that streams', () => {
  it('ends in the same blocks as the whole, wherever it was cut', () => {
    fc.assert(
      fc.property(anyMarkdown, fc.array(fc.nat(2_000), { maxLength: 40 }), (text, cuts) => {
        expect(streamed(text, cuts).end.blocks).toEqual(completeDocument(emptyDocument, text).blocks);
      }),
      { numRuns: 400 },
    );
  });

  it('never changes a settled block again, and settles what the whole has', () => {
    fc.assert(
      fc.property(anyMarkdown, fc.array(fc.nat(2_000), { maxLength: 40 }), (text, cuts) => {
        const { steps, end } = streamed(text, cuts);
        steps.forEach((step, index) => {
          const next = steps[index + 1];
          const settled = step.blocks.slice(0, step.settledBlocks);
          const later = (next ?? step).blocks.slice(0, settled.length);
          expect(later.every((block, place) => block === settled[place])).toBe(true);
          expect(settled.map(({ raw }) => raw)).toEqual(
            end.blocks.slice(0, settled.length).map(({ raw }) => raw),
          );
        });
      }),
      { numRuns: 400 },
    );
  });

  it('keeps what is settled when the text is complete', () => {
    const text = '# One\n\nTwo\n\nThree';
    const before = documentAfter(emptyDocument, text);
    expect(before.settledBlocks).toBe(1);
    const after = completeDocument(before, `${text}!`);
    expect(after.blocks.slice(0, 2).every((block, index) => block === before.blocks[index])).toBe(true);
  });

  it('keeps the items of a list and the rows of a table that were there before', () => {
    const list = documentAfter(emptyDocument, '- one\n- two\n- th');
    const longer = documentAfter(list, '- one\n- two\n- three\n- f');
    expect(itemsOf(longer)[0]).toBe(itemsOf(list)[0]);
    expect(itemsOf(longer)).toHaveLength(4);
  });

  it('shows links by reference once their address is known', () => {
    const text = 'See [this][a].\n\nMore.\n\n[a]: https://example.com/\n';
    const { end } = streamed(
      text,
      Array.from(text, (_, index) => index),
    );
    expect(end.blocks[0]?.node).toEqual({
      type: 'paragraph',
      children: [
        { type: 'text', text: 'See ' },
        { type: 'link', address: 'https://example.com/', children: [{ type: 'text', text: 'this' }] },
        { type: 'text', text: '.' },
      ],
    });
  });

  it('starts anew with another text', () => {
    const before = documentAfter(emptyDocument, 'One\n\nTwo\n\nThree');
    expect(documentAfter(before, 'Other').blocks).toEqual(documentAfter(emptyDocument, 'Other').blocks);
  });

  it('takes nesting without end as text', () => {
    const text = `${'> '.repeat(3_000)}deep`;
    expect(completeDocument(emptyDocument, text).blocks).toHaveLength(1);
  });
});

function itemsOf(document: StreamedDocument): readonly unknown[] {
  const node = document.blocks[0]?.node;
  return node?.type === 'list' ? node.items : [];
}
