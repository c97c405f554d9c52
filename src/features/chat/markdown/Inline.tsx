import { ExternalLink } from './ExternalLink';
import { linkAddress } from './link-address';
import type { InlineNode } from './nodes';
import { inlineWords } from './plain-text';
import { SafeText } from './SafeText';

export function Inline({ nodes }: { readonly nodes: readonly InlineNode[] }) {
  // A line is drawn as a whole or not at all: the place is all that tells its parts apart.
  return nodes.map((node, index) => <InlinePart key={index} node={node} />);
}

function InlinePart({ node }: { readonly node: InlineNode }) {
  switch (node.type) {
    case 'text':
      return <SafeText text={node.text} />;
    case 'strong':
      return (
        <strong className="font-semibold">
          <Inline nodes={node.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Inline nodes={node.children} />
        </em>
      );
    case 'strike':
      return (
        <del>
          <Inline nodes={node.children} />
        </del>
      );
    case 'code':
      return (
        <code className="rounded-sm border border-border bg-surface-sunken px-1 py-px font-mono text-[0.875em] break-words">
          <SafeText text={node.text} />
        </code>
      );
    case 'break':
      return <br />;
    case 'link':
      return (
        <ExternalLink address={node.address} words={inlineWords(node.children)}>
          <Inline nodes={node.children} />
        </ExternalLink>
      );
    case 'image':
      return <ImageLink address={node.address} alt={node.alt} />;
  }
}

/** Pictures are not loaded: asking another machine for one would tell it that this was read [X1]. */
function ImageLink({ address, alt }: { readonly address: string; readonly alt: string }) {
  const name = alt.trim() === '' ? 'Picture' : alt;
  const place = linkAddress(address)?.place;
  return (
    <ExternalLink address={address} words="">
      <SafeText text={place === undefined ? `${name} (picture)` : `${name} (picture on ${place})`} />
    </ExternalLink>
  );
}
