import { memo } from 'react';

import { classes } from '@/ui';

import { CodeBlock } from './CodeBlock';
import { focusable } from './focusable';
import { Inline } from './Inline';
import type { BlockNode, ListItem, TableRow } from './nodes';

/** One block of a text. It is drawn again only when it is another one. */
export const BlockView = memo(function BlockView({ node }: { readonly node: BlockNode }) {
  switch (node.type) {
    case 'paragraph':
      return (
        <p dir="auto">
          <Inline nodes={node.children} />
        </p>
      );
    case 'line':
      return <Inline nodes={node.children} />;
    case 'heading':
      return <HeadingView depth={node.depth} node={node} />;
    case 'code':
      return <CodeBlock language={node.language} text={node.text} />;
    case 'quote':
      return (
        <blockquote className="flex flex-col gap-2 border-l-2 border-border-control pl-4 text-text-muted">
          <Blocks nodes={node.blocks} />
        </blockquote>
      );
    case 'list':
      return <ListView node={node} />;
    case 'table':
      return <TableView node={node} />;
    case 'rule':
      return <hr className="my-2 border-border" />;
  }
});

function Blocks({ nodes }: { readonly nodes: readonly BlockNode[] }) {
  return nodes.map((node, index) => <BlockView key={index} node={node} />);
}

type NodeOf<Type extends BlockNode['type']> = Extract<BlockNode, { readonly type: Type }>;

/** The page and its areas have the first two levels. */
const headingTags = ['h3', 'h3', 'h4', 'h5', 'h6'] as const;

function HeadingView({ depth, node }: { readonly depth: number; readonly node: NodeOf<'heading'> }) {
  const Heading = headingTags[depth] ?? 'h6';
  return (
    <Heading
      dir="auto"
      className={classes('font-semibold text-balance', depth === 1 ? 'mt-2 text-xl' : 'mt-1 text-lg')}
    >
      <Inline nodes={node.children} />
    </Heading>
  );
}

function ListView({ node }: { readonly node: NodeOf<'list'> }) {
  const items = node.items.map((item, index) => <ItemView key={index} item={item} isLoose={node.isLoose} />);
  const gap = node.isLoose ? 'gap-2' : 'gap-1';
  if (node.start === null)
    return <ul className={classes('flex list-disc flex-col pl-6 marker:text-text-muted', gap)}>{items}</ul>;
  return (
    <ol
      start={node.start}
      className={classes('flex list-decimal flex-col pl-7 marker:text-text-muted marker:tabular-nums', gap)}
    >
      {items}
    </ol>
  );
}

interface ItemProps {
  readonly item: ListItem;
  readonly isLoose: boolean;
}

const ItemView = memo(function ItemView({ item, isLoose }: ItemProps) {
  const gap = isLoose ? 'gap-2' : 'gap-1';
  if (item.isDone === null) {
    return (
      <li dir="auto" className="pl-0.5">
        <div className={classes('flex flex-col', gap)}>
          <ItemBlocks item={item} />
        </div>
      </li>
    );
  }
  return (
    <li dir="auto" className="-ml-5 flex list-none gap-2">
      <input
        type="checkbox"
        checked={item.isDone}
        readOnly
        disabled
        aria-label={item.isDone ? 'Done' : 'Not done'}
        className="mt-1.5 size-3.5 shrink-0"
      />
      <div className={classes('flex min-w-0 flex-col', gap)}>
        <ItemBlocks item={item} />
      </div>
    </li>
  );
});

/** The lines of a tight list are bare: a box around each keeps their parts together. */
function ItemBlocks({ item }: { readonly item: ListItem }) {
  return item.blocks.map((node, index) =>
    node.type === 'line' ? (
      <div key={index}>
        <BlockView node={node} />
      </div>
    ) : (
      <BlockView key={index} node={node} />
    ),
  );
}

function TableView({ node }: { readonly node: NodeOf<'table'> }) {
  return (
    <div
      role="group"
      aria-label="Table"
      {...focusable}
      className="overflow-x-auto rounded-lg border border-border"
    >
      <table className="w-full border-collapse text-base">
        <thead className="bg-surface-sunken">
          <tr>
            {node.header.cells.map((cell, index) => (
              <th
                key={index}
                scope="col"
                className={classes('px-3 py-2 font-semibold', alignments[node.align[index] ?? 'left'])}
              >
                <Inline nodes={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {node.rows.map((row, index) => (
            <RowView key={index} row={row} align={node.align.join(' ')} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `align` is one text, so that a row is known again by its parts alone. */
const RowView = memo(function RowView({ row, align }: { readonly row: TableRow; readonly align: string }) {
  const sides = align.split(' ');
  return (
    <tr className="border-t border-border">
      {row.cells.map((cell, index) => (
        <td
          key={index}
          className={classes(
            'px-3 py-2 align-top',
            sides[index] === 'right'
              ? alignments.right
              : sides[index] === 'center'
                ? alignments.center
                : alignments.left,
          )}
        >
          <Inline nodes={cell} />
        </td>
      ))}
    </tr>
  );
});

const alignments = { left: 'text-left', right: 'text-right tabular-nums', center: 'text-center' } as const;
