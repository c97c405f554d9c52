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
const everyMention = new RegExp(mention.source, 'gu');
const everyCandidate = new RegExp(`^- (?:[A-Z][a-z]+ )?${mention.source}:? ?(?<detail>.*)$`, 'gmu');

export function mentionsIn(output: string): readonly Mention[] {
  return [...output.matchAll(everyMention)].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    id: groups?.['id'] ?? '',
  }));
}

/** The candidates that an output lists because a name fits several things or none; also the lines of any list. */
export function candidatesIn(output: string): readonly Candidate[] {
  return [...output.matchAll(everyCandidate)].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    id: groups?.['id'] ?? '',
    detail: groups?.['detail'] ?? '',
  }));
}

export interface Unresolved {
  readonly name: string;
  readonly fitsSeveral: boolean;
  readonly kind: string;
}

/** Whether a call failed because a name could not be resolved, and which name that was. */
export function unresolvedIn(output: string): Unresolved | null {
  const several = /^“(?<name>[^”]*)” fits \d+ (?<kind>[a-z]+)/u.exec(output)?.groups;
  if (several !== undefined)
    return { name: several['name'] ?? '', fitsSeveral: true, kind: singular(several['kind'] ?? '') };
  const none = /^No (?<kind>project|person|task|email) is called “(?<name>[^”]*)”/u.exec(output)?.groups;
  return none === undefined
    ? null
    : { name: none['name'] ?? '', fitsSeveral: false, kind: none['kind'] ?? '' };
}

const failures =
  /^(?:Not run|Not done|The person refused|No answer|No task |Nothing |There is nothing|There is “|No \w+ is called|“[^”]*” (?:fits|has no|is no|is in)|Task “[^”]*” \([\w-]+\) (?:was|is)|Project “[^”]*” \([\w-]+\) was|Whose stakeholders|No email address|A |It is not|The (?:parent|neighbour))/u;

/** Whether a call did something, or found something out. */
export function isDone(output: string): boolean {
  return output !== '' && !failures.test(output);
}

function singular(kind: string): string {
  return kind === 'people' ? 'person' : kind.replace(/s$/u, '');
}
