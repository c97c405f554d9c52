import { folded, type Workspace } from '../workspace';

/** A name that several projects will have, or an address that several people will: allowed, but seldom meant. */
export interface SharedName {
  readonly kind: 'project' | 'person';
  /** As it is written in one of them, one that was there before if there is one. */
  readonly text: string;
  readonly count: number;
}

/** What more projects or people share after a change than before it, in the order of the alphabet. */
export function newlyShared(before: Workspace, after: Workspace): readonly SharedName[] {
  return [
    ...moreOf('project', namesIn(before), namesIn(after)),
    ...moreOf('person', addressesIn(before), addressesIn(after)),
  ];
}

function namesIn({ tables }: Workspace): readonly string[] {
  return Array.from(tables.project.values(), ({ name }) => name).toSorted();
}

function addressesIn({ tables }: Workspace): readonly string[] {
  return Array.from(tables.person.values(), ({ email }) => email)
    .filter((email) => email !== null)
    .toSorted();
}

function moreOf(
  kind: SharedName['kind'],
  past: readonly string[],
  future: readonly string[],
): readonly SharedName[] {
  const known = grouped(past);
  return [...grouped(future)].flatMap(([key, texts]): readonly SharedName[] => {
    const before = known.get(key) ?? [];
    const text = before[0] ?? texts[0];
    const isMore = texts.length > 1 && texts.length > before.length;
    return isMore && text !== undefined ? [{ kind, text, count: texts.length }] : [];
  });
}

/** By what people take for the same. */
function grouped(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const text of texts) {
    const key = folded(text);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [text]);
    else group.push(text);
  }
  return groups;
}
