export interface ProblemsProps {
  readonly title: string;
  /** The first problems; an empty place means the whole of it. */
  readonly problems: readonly { readonly place: string; readonly message: string }[];
  readonly problemCount: number;
}

export function Problems({ title, problems, problemCount }: ProblemsProps) {
  const hidden = problemCount - problems.length;
  return (
    <section className="rounded-lg border border-border bg-danger-soft px-4 py-3">
      <h3 className="font-medium break-words text-danger-text">{title}</h3>
      <ul aria-label="What is wrong" className="mt-2 flex flex-col gap-1.5">
        {problems.map(({ place, message }) => (
          <li key={`${place} ${message}`} className="break-words">
            {place !== '' && <code className="mr-1.5 font-mono text-sm break-all">{place}</code>}
            {message}
          </li>
        ))}
        {hidden > 0 && <li className="text-text-muted">And {hidden.toLocaleString('en')} more.</li>}
      </ul>
    </section>
  );
}
