import type { ReactNode } from 'react';

import type { SharedName } from '@/domain/planning';
import { Button } from '@/ui';

import { ChangeList } from './ChangeList';
import { FilePicker } from './FilePicker';
import type { ImportReview } from './import-review';
import { Problems } from './Problems';
import type { ImportFileReader } from './use-import-file';

export interface ImportBodyProps {
  readonly reader: ImportFileReader;
  /** What the file would change; `null` while there is none that can be read. */
  readonly review: ImportReview | null;
  /** What happens to the sessions of the file; `null` when that is nothing. */
  readonly sessions: ReactNode;
  /** Whether there is more to say of them than that they are here already. */
  readonly hasSessionNews: boolean;
}

/** Choosing a file, and what it would change or what is wrong with it. */
export function ImportBody({ reader, review, sessions, hasSessionNews }: ImportBodyProps) {
  const { file } = reader;
  return (
    <div className="flex flex-col gap-4">
      {file.type !== 'parsed' && <FilePicker onFile={reader.read} isReading={file.type === 'reading'} />}
      <div role="status">
        {file.type === 'rejected' && (
          <Problems
            title={`${file.name} cannot be imported. Nothing was changed.`}
            problems={file.problems.map(({ path, message }) => ({ place: path, message }))}
            problemCount={file.problemCount}
          />
        )}
        {file.type === 'parsed' && (
          <p className="text-pretty text-text-muted">
            <span dir="auto" className="font-medium break-all text-text">
              {file.name}
            </span>{' '}
            was read. Nothing has been changed so far.{' '}
            <Button size="sm" onClick={reader.forget}>
              Choose another file
            </Button>
          </p>
        )}
      </div>
      {review !== null && !(review.type === 'nothing' && hasSessionNews) && <Review review={review} />}
      {review !== null && sessions}
    </div>
  );
}

function Review({ review }: { readonly review: ImportReview }) {
  switch (review.type) {
    case 'nothing':
      return <p className="font-medium">Nothing would change: everything in this file is here already.</p>;
    case 'impossible':
      return (
        <Problems
          title="This file does not fit what is here. Nothing was changed."
          problems={review.problems.map(({ field, message }) => ({ place: field ?? '', message }))}
          problemCount={review.problemCount}
        />
      );
    case 'changes':
      return (
        <section className="flex flex-col gap-3">
          <ul className="flex flex-col gap-0.5">
            {review.created !== '' && <li>{review.created} will be added.</li>}
            {review.changed !== '' && <li>{review.changed} will take the values of the file.</li>}
            <li className="text-text-muted">
              Nothing will be deleted, and one undo takes these changes back.
            </li>
          </ul>
          {review.shared.length > 0 && <SharedNames names={review.shared} />}
          <ChangeList label="What will change" tense="future" changes={review.changes} />
        </section>
      );
  }
}

const shownNames = 10;

/** It is allowed, and may be meant; but nobody should find out afterwards. */
function SharedNames({ names }: { readonly names: readonly SharedName[] }) {
  const hidden = names.length - shownNames;
  return (
    <ul
      aria-label="What will be there more than once"
      className="flex flex-col gap-0.5 rounded-lg border border-border bg-warning-soft px-4 py-3"
    >
      {names.slice(0, shownNames).map(({ kind, text, count }) => (
        <li key={`${kind} ${text}`} className="break-words">
          {kind === 'project' ? (
            <>
              {count} projects will be called “<bdi>{text}</bdi>”.
            </>
          ) : (
            <>
              {count} people will have the address <bdi>{text}</bdi>.
            </>
          )}
        </li>
      ))}
      {hidden > 0 && <li className="text-text-muted">And {hidden.toLocaleString('en')} more.</li>}
    </ul>
  );
}
