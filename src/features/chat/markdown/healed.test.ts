import { describe, expect, it } from 'vitest';

import { healed } from './healed';
import { parsedMarkdown } from './parse';

describe('a text that has half arrived', () => {
  it.each([
    ['bold', 'This is **bo', 'This is **bo**'],
    ['emphasis', 'This is *so', 'This is *so*'],
    ['code', 'Run `npm te', 'Run `npm te`'],
    ['a link without its address', 'See [the plan](https://exa', 'See the plan'],
    ['a link before its address', 'See [the plan]', 'See the plan'],
    ['signs without words', 'See **', 'See'],
    ['the beginning of a bullet', 'One\n- ', 'One\n'],
    ['the beginning of a number', 'One\n2.', 'One\n'],
    ['the beginning of a heading', 'One\n\n##', 'One\n\n'],
    ['the beginning of a rule or underline', 'One\n--', 'One\n'],
    ['the beginning of a task', '- one\n- [x', '- one\n'],
    ['the beginning of a fence', 'One\n``', 'One\n'],
    ['the end of a fence', '```ts\nconst a = 1;\n``', '```ts\nconst a = 1;\n'],
    ['signs inside of code', '```md\n**not bold', '```md\n**not bold'],
  ])('shows %s as what it is about to be', (_, text, shown) => {
    expect(healed(text)).toBe(shown);
  });

  it('shows a table from its first cell on, and never as a line of text', () => {
    const whole = 'Before:\n\n| Task | Due |\n|------|----:|\n| Test | Mon |\n';
    const seen = Array.from({ length: whole.length - 11 }, (_, index) =>
      parsedMarkdown(healed(whole.slice(0, index + 12))).blocks.map(({ node }) => node.type),
    );
    expect(new Set(seen.map((types) => types.join(' ')))).toEqual(new Set(['paragraph table']));
  });

  it('leaves a whole text as it is', () => {
    const text = '# Title\n\nOne **two** [three](https://example.com).\n\n- a\n- b\n';
    expect(healed(text)).toBe(text);
  });
});
