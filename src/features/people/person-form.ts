import type { PersonFields, Problem } from '@/domain/planning';
import type { Person } from '@/domain/workspace';

/** What is typed into the form, as text. */
export interface PersonDraft {
  readonly name: string;
  readonly email: string;
  readonly team: string;
}

export type PersonField = keyof PersonDraft;

export function draftOf(person: Person | null): PersonDraft {
  return { name: person?.name ?? '', email: person?.email ?? '', team: person?.team ?? '' };
}

export function fieldsFrom(draft: PersonDraft): PersonFields {
  return { name: draft.name, email: draft.email, team: draft.team };
}

/** What is wrong, by field; what belongs to no field of the form stands under `other`. */
export function errorsByField(
  problems: readonly Problem[],
): Readonly<Record<PersonField | 'other', string | null>> {
  const messagesFor = (isMeant: (field: string | null) => boolean): string | null => {
    const messages = problems.filter(({ field }) => isMeant(field)).map(({ message }) => message);
    return messages.length === 0 ? null : messages.join(' ');
  };
  return {
    name: messagesFor((field) => field === 'name'),
    email: messagesFor((field) => field === 'email'),
    team: messagesFor((field) => field === 'team'),
    other: messagesFor((field) => field !== 'name' && field !== 'email' && field !== 'team'),
  };
}
