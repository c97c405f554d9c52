import { Lexer, type Links, type MarkedToken, type Token, type Tokens } from 'marked';

import { decoded } from './entities';
import type { BlockNode, InlineNode, ListItem, TableRow } from './nodes';

/** A block with its source, by which it is known again. */
export interface Block {
  readonly raw: string;
  readonly node: BlockNode;
}

export interface Parsed {
  readonly blocks: readonly Block[];
  /** Where each block begins in the text that was parsed. */
  readonly starts: readonly number[];
  /** The addresses that the text defines for links by reference. */
  readonly links: Links;
}

/**
 * Parses Markdown (CommonMark with GitHub's tables, task lists and bare addresses; a line break is a line break).
 *
 * @param links - addresses defined earlier, outside of this text.
 * @returns blocks whose sources, with the blank lines between them, are the text. Never throws: what the parser cannot take is plain.
 */
export function parsedMarkdown(text: string, links: Links = {}): Parsed {
  try {
    const lexer = new Lexer({ gfm: true, breaks: true });
    Object.assign(lexer.tokens.links, links);
    return placed(lexer.lex(text), lexer.tokens.links);
  } catch {
    return plain(text, links);
  }
}

function plain(text: string, links: Links): Parsed {
  if (text.trim() === '') return { blocks: [], starts: [], links };
  return { blocks: [{ raw: text, node: { type: 'code', language: '', text } }], starts: [0], links };
}

function placed(tokens: readonly Token[], links: Links): Parsed {
  const blocks: Block[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const token of tokens) {
    const [node] = blocksOf([token], 0);
    if (node !== undefined) {
      blocks.push({ raw: token.raw, node });
      starts.push(at);
    }
    at += token.raw.length;
  }
  return { blocks, starts, links };
}

/** Nobody writes deeper; what is deeper comes from somebody who wants to break the page. */
const deepest = 16;

const blockTypes = [
  'paragraph',
  'text',
  'heading',
  'code',
  'blockquote',
  'list',
  'table',
  'hr',
  'html',
] as const;

type BlockToken = Extract<MarkedToken, { readonly type: (typeof blockTypes)[number] }>;

/** Blank lines, definitions of addresses and the boxes of tasks, which their items tell of, show nothing by themselves. */
function isBlockToken(token: Token): token is BlockToken {
  return blockTypes.some((type) => type === token.type);
}

function blocksOf(tokens: readonly Token[], depth: number): readonly BlockNode[] {
  return tokens.filter(isBlockToken).map((token) => blockOf(token, depth));
}

function blockOf(token: BlockToken, depth: number): BlockNode {
  if (depth > deepest) return { type: 'paragraph', children: [{ type: 'text', text: token.raw }] };
  switch (token.type) {
    case 'paragraph':
      return { type: 'paragraph', children: inlinesOf(token.tokens, depth) };
    case 'text':
      return { type: 'line', children: token.tokens ? inlinesOf(token.tokens, depth) : [textNode(token)] };
    case 'heading':
      return { type: 'heading', depth: token.depth, children: inlinesOf(token.tokens, depth) };
    case 'blockquote':
      return { type: 'quote', blocks: blocksOf(token.tokens, depth + 1) };
    case 'list':
      return listOf(token, depth);
    case 'table':
      return tableOf(token, depth);
    case 'code':
    case 'hr':
    case 'html':
      return bareBlockOf(token);
  }
}

/** What holds no marked-up text. */
function bareBlockOf(token: Extract<BlockToken, { readonly type: 'code' | 'hr' | 'html' }>): BlockNode {
  switch (token.type) {
    case 'code':
      return { type: 'code', language: token.lang?.split(/\s/, 1)[0] ?? '', text: token.text };
    case 'hr':
      return { type: 'rule' };
    case 'html':
      return { type: 'paragraph', children: [{ type: 'text', text: token.raw.trimEnd() }] };
  }
}

function listOf(token: Tokens.List, depth: number): BlockNode {
  return {
    type: 'list',
    start: token.ordered ? Number(token.start) : null,
    isLoose: token.loose,
    items: token.items.map((item): ListItem => ({
      raw: item.raw,
      isDone: item.task ? item.checked === true : null,
      blocks: blocksOf(item.tokens, depth + 1),
    })),
  };
}

function tableOf(token: Tokens.Table, depth: number): BlockNode {
  const row = (cells: readonly Tokens.TableCell[]): TableRow => ({
    raw: JSON.stringify(cells.map((cell) => cell.text)),
    cells: cells.map((cell) => inlinesOf(cell.tokens, depth)),
  });
  return { type: 'table', align: token.align, header: row(token.header), rows: token.rows.map(row) };
}

const spanTypes = { strong: 'strong', em: 'emphasis', del: 'strike' } as const;
const inlineTypes = [
  'text',
  'escape',
  'strong',
  'em',
  'del',
  'codespan',
  'br',
  'link',
  'image',
  'html',
] as const;

type InlineToken = Extract<MarkedToken, { readonly type: (typeof inlineTypes)[number] }>;

function isInlineToken(token: Token): token is InlineToken {
  return inlineTypes.some((type) => type === token.type);
}

function inlinesOf(tokens: readonly Token[], depth: number): readonly InlineNode[] {
  if (depth > deepest) return [{ type: 'text', text: tokens.map(({ raw }) => raw).join('') }];
  return tokens.filter(isInlineToken).map((token) => inlineOf(token, depth + 1));
}

function inlineOf(token: InlineToken, depth: number): InlineNode {
  switch (token.type) {
    case 'text':
      return textNode(token);
    case 'escape':
      return { type: 'text', text: token.text };
    case 'strong':
    case 'em':
    case 'del':
      return { type: spanTypes[token.type], children: inlinesOf(token.tokens, depth) };
    case 'codespan':
      return { type: 'code', text: token.text };
    case 'br':
      return { type: 'break' };
    case 'link':
      return linkOf(token, depth);
    case 'image':
      return { type: 'image', address: decoded(token.href), alt: decoded(token.text) };
    case 'html':
      return htmlNode(token.raw);
  }
}

/** Models break lines in the cells of tables with this tag; every other one is text. */
function htmlNode(raw: string): InlineNode {
  return /^<br\s*\/?>$/i.test(raw) ? { type: 'break' } : { type: 'text', text: raw };
}

/** In a bare address, what looks like a character reference is none. */
function linkOf(token: Tokens.Link, depth: number): InlineNode {
  return token.autolink === true
    ? { type: 'link', address: token.href, children: [{ type: 'text', text: token.text }] }
    : { type: 'link', address: decoded(token.href), children: inlinesOf(token.tokens, depth) };
}

function textNode({ text, escaped }: Tokens.Text): InlineNode {
  return { type: 'text', text: escaped === true ? text : decoded(text) };
}
