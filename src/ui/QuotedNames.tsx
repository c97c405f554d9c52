import { Fragment } from 'react';

/** Words with names in quotation marks. A name may run the other way; what stands around it stays in its order all the same. */
export function QuotedNames({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=“)([^”]+)(?=”)/u);
  return parts.map((part, index) =>
    // The places of the parts are all there is to tell them by, and no part keeps anything.
    index % 2 === 1 ? <bdi key={index}>{part}</bdi> : <Fragment key={index}>{part}</Fragment>,
  );
}
