/** Something that an output names, with its id. */
export interface Mention {
  readonly name: string;
  readonly id: string;
}

export interface Candidate extends Mention {
  /** What tells it from the others. */
  readonly detail: string;
}

const mention = /“(?<name>[^”]*)” \((?<id>[\w-]+)\)/u;

export function mentionsIn(output: string): readonly Mention[] {
  return [...output.matchAll(new RegExp(mention.source, 'gu'))].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    id: groups?.['id'] ?? '',
  }));
}

/** The candidates that an output lists because a name fits several things or none. */
export function candidatesIn(output: string): readonly Candidate[] {
  return [
    ...output.matchAll(new RegExp(`^- (?:[A-Z][a-z]+ )?${mention.source}:? ?(?<detail>.*)$`, 'gmu')),
  ].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    id: groups?.['id'] ?? '',
    detail: groups?.['detail'] ?? '',
  }));
}

/** Whether a call failed because a name could not be resolved, and which name that was. */
export function unresolvedIn(
  output: string,
): { readonly name: string; readonly fitsSeveral: boolean; readonly kind: string } | null {
  const several = /^“(?<name>[^”]*)” fits \d+ (?<kind>[a-z]+)/u.exec(output)?.groups;
  if (several !== undefined)
    return { name: several['name'] ?? '', fitsSeveral: true, kind: singular(several['kind'] ?? '') };
  const none = /^No (?<kind>[a-z]+) is called “(?<name>[^”]*)”/u.exec(output)?.groups;
  return none === undefined
    ? null
    : { name: none['name'] ?? '', fitsSeveral: false, kind: none['kind'] ?? '' };
}

/** An output as a person may read it: without ids and without advice meant for models. */
export function readable(output: string): string {
  const words = output
    .replaceAll(/” \([\w-]+\)/gu, '”')
    .replaceAll(/(?<=[\p{L}.]) \([\w-]{6,}\)(?= <| without)/gu, '')
    .replace(/ For more use offset \d+\./u, '')
    .replace(/; the comment is [\w-]+\./u, '.');
  const refused = /^The person refused this; nothing of it happened\./u.exec(words);
  if (refused !== null) return 'You declined this, so I did not do it.';
  if (words.startsWith('No answer: the person did not decide'))
    return 'There was no decision in time, so nothing of this happened.';
  const superseded = /^Not run: (?<why>.*)$/su.exec(words)?.groups?.['why'];
  return superseded === undefined ? words : `Not done: ${superseded}`;
}

function singular(kind: string): string {
  return kind === 'people' ? 'person' : kind.replace(/s$/u, '');
}
