import type { BlockNode, InlineNode } from './nodes';
import { parsedMarkdown } from './parse';

/** The words of a Markdown text without its signs, for those who listen. */
export function plainText(markdown: string): string {
  return parsedMarkdown(markdown)
    .blocks.map(({ node }) => wordsOf(node))
    .filter((words) => words !== '')
    .join('\n');
}

function wordsOf(node: BlockNode): string {
  switch (node.type) {
    case 'paragraph':
    case 'line':
    case 'heading':
      return inlineWords(node.children);
    case 'code':
      return node.text;
    case 'quote':
      return node.blocks.map(wordsOf).join('\n');
    case 'list':
      return node.items.map(({ blocks }) => blocks.map(wordsOf).join('\n')).join('\n');
    case 'table':
      return [node.header, ...node.rows].map(({ cells }) => cells.map(inlineWords).join(', ')).join('\n');
    case 'rule':
      return '';
  }
}

export function inlineWords(nodes: readonly InlineNode[]): string {
  return nodes.map(inlineWord).join('');
}

function inlineWord(node: InlineNode): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.text;
    case 'strong':
    case 'emphasis':
    case 'strike':
    case 'link':
      return inlineWords(node.children);
    case 'break':
      return '\n';
    case 'image':
      return node.alt;
  }
}
