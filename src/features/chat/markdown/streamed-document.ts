import type { Links } from 'marked';

import { healed } from './healed';
import type { BlockNode } from './nodes';
import { parsedMarkdown, type Block } from './parse';

/** A text that arrives in pieces, as blocks. Blocks that cannot change any more keep their identity and are never parsed again. */
export interface StreamedDocument {
  readonly source: string;
  readonly blocks: readonly Block[];
  /** So many of the blocks, and so much of the source, are settled. */
  readonly settledBlocks: number;
  readonly settledLength: number;
  /** Up to where whole lines have been looked at. */
  readonly seenLength: number;
  readonly links: Links;
}

export const emptyDocument: StreamedDocument = {
  source: '',
  blocks: [],
  settledBlocks: 0,
  settledLength: 0,
  seenLength: 0,
  links: {},
};

/**
 * The document after more of its text has arrived, in time that depends on its last block alone. A text that is not the longer form of
 * the one before starts anew.
 */
export function documentAfter(before: StreamedDocument, text: string): StreamedDocument {
  const source = withPlainLineBreaks(text);
  const known = source.startsWith(before.source) ? before : emptyDocument;
  const settled = withSettledLines(known, source);
  const open = parsedMarkdown(healed(source.slice(settled.settledLength)), settled.links);
  const first = settled.settledBlocks;
  return {
    ...settled,
    source,
    blocks: [
      ...settled.blocks,
      ...open.blocks.map((block, index) => shared(known.blocks[first + index], block)),
    ],
  };
}

/** The document when nothing more comes: the whole is parsed once, and what is as it was keeps its identity. */
export function completeDocument(before: StreamedDocument, text: string): StreamedDocument {
  const source = withPlainLineBreaks(text);
  const { blocks, links } = parsedMarkdown(source);
  const isKnown = (block: Block, index: number): boolean =>
    before.blocks[index]?.raw === block.raw && sameNode(before.blocks[index].node, block.node);
  return {
    source,
    blocks: blocks.map((block, index) => (isKnown(block, index) ? (before.blocks[index] ?? block) : block)),
    settledBlocks: blocks.length,
    settledLength: source.length,
    seenLength: source.length,
    links,
  };
}

/**
 * Settles every block but the last of the lines that are complete. Only the last can still change: blocks are closed by whole lines.
 * A line that has not ended may yet turn out to belong to the block before it.
 */
function withSettledLines(known: StreamedDocument, source: string): StreamedDocument {
  const seenLength = source.lastIndexOf('\n') + 1;
  const settled = { ...known, blocks: known.blocks.slice(0, known.settledBlocks) };
  if (seenLength <= known.seenLength) return settled;
  const { blocks, starts, links } = parsedMarkdown(
    source.slice(known.settledLength, seenLength),
    known.links,
  );
  const count = Math.max(0, blocks.length - 1);
  return {
    ...settled,
    seenLength,
    links,
    blocks: [
      ...settled.blocks,
      ...blocks
        .slice(0, count)
        .map((block, index) => shared(known.blocks[known.settledBlocks + index], block)),
    ],
    settledBlocks: known.settledBlocks + count,
    settledLength: known.settledLength + (starts[count] ?? 0),
  };
}

function withPlainLineBreaks(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

/** The block, with those parts of the one before that are the same: a list or table that grows is not drawn again as a whole. */
function shared(before: Block | undefined, block: Block): Block {
  if (before === undefined) return block;
  if (before.raw === block.raw && sameNode(before.node, block.node)) return before;
  return { ...block, node: sharedNode(before.node, block.node) };
}

function sharedNode(before: BlockNode, node: BlockNode): BlockNode {
  if (before.type === 'list' && node.type === 'list' && before.isLoose === node.isLoose) {
    return { ...node, items: sharedParts(before.items, node.items) };
  }
  if (before.type === 'table' && node.type === 'table') {
    const [header = node.header] = sharedParts([before.header], [node.header]);
    return { ...node, header, rows: sharedParts(before.rows, node.rows) };
  }
  return node;
}

/** What has the same source means the same, but for the part that is still arriving. */
function sharedParts<Part extends { readonly raw: string }>(
  before: readonly Part[],
  parts: readonly Part[],
): readonly Part[] {
  return parts.map((part, index) => {
    const known = before[index];
    return known?.raw === part.raw && index < parts.length - 1 ? known : part;
  });
}

/** The same source may mean something else once the address of a link is known. */
function sameNode(left: BlockNode, right: BlockNode): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
