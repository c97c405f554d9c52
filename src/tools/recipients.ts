import type { ToolContext } from '@/agent';
import { counted, listed } from '@/domain/deltas';
import {
  isEmailAddress,
  singleLine,
  type Person,
  type Project,
  type Recipient,
  type Workspace,
} from '@/domain/workspace';

import { stakeholdersOf } from './figures';
import { personNamed, projectNamed, type Failed, type Found } from './find-named';
import { failure } from './outcomes';
import { reference } from './references';

export interface Recipients {
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
}

/**
 * Who an email goes to. Each entry is a person (id or name), a plain address, “Name <address>”, or “stakeholders” (of the project
 * given, or “stakeholders of Launch”). Nobody is written to twice; somebody without an address is a failure that says who.
 */
export function recipientsFrom(
  workspace: Workspace,
  words: { readonly to: readonly string[]; readonly cc: readonly string[]; readonly project: Project | null },
  context: ToolContext,
): Found<Recipients> {
  const read = (entry: string): Read => readEntry(workspace, { entry, project: words.project }, context);
  const to = words.to.map(read);
  const cc = words.cc.map(read);
  const all = [...to, ...cc];
  const failed = all.filter((one) => one.type === 'failed');
  const [first] = failed;
  if (first !== undefined) {
    return { ...first, output: failed.map((one) => one.output).join('\n') };
  }
  const silent = [...new Set(all.flatMap((one) => (one.type === 'read' ? one.withoutAddress : [])))];
  if (silent.length > 0) return unreachable(silent);
  const taken = new Set<string>();
  return {
    type: 'found',
    value: { to: withoutDoubles(to, taken), cc: withoutDoubles(cc, taken) },
  };
}

/** How a recipient is written so that it is read as the same one. */
export function recipientText({ name, address }: Recipient): string {
  return name === '' ? address : `${name} <${address}>`;
}

type Read =
  | {
      readonly type: 'read';
      readonly recipients: readonly Recipient[];
      readonly withoutAddress: readonly Person[];
    }
  | Failed;

interface Entry {
  readonly entry: string;
  readonly project: Project | null;
}

function readEntry(workspace: Workspace, { entry, project }: Entry, context: ToolContext): Read {
  const group = /^(?:all\s+)?(?:the\s+)?stakeholders(?:\s+(?:of|for|in|on)\s+(?<where>.+))?$/i.exec(
    entry.trim(),
  );
  if (group !== null) return readGroup(workspace, { entry: group.groups?.['where'] ?? '', project }, context);
  const written = writtenAddress(entry);
  if (written !== null) {
    return { type: 'read', recipients: [withKnownName(workspace, written)], withoutAddress: [] };
  }
  const person = personNamed(workspace, entry, context);
  if (person.type === 'found') return ofPeople([person.value]);
  return entry.includes('@') ? badAddress(entry) : person;
}

function readGroup(workspace: Workspace, { entry, project }: Entry, context: ToolContext): Read {
  const named = entry === '' ? null : projectNamed(workspace, entry, context);
  if (named?.type === 'failed') return named;
  const whose = named?.value ?? project;
  if (whose === null) {
    return failure(
      'It is not said whose stakeholders',
      'Whose stakeholders? Give project, or write “stakeholders of Launch”.',
    );
  }
  const people = stakeholdersOf(workspace, whose);
  if (people.length > 0) return ofPeople(people);
  return failure(
    `${whose.name} has no stakeholders`,
    `${reference(whose)} has no stakeholders. Name the recipients, or choose stakeholders with set_stakeholders first.`,
  );
}

function ofPeople(people: readonly Person[]): Read {
  return {
    type: 'read',
    recipients: people.flatMap(({ name, email }) => (email === null ? [] : [{ name, address: email }])),
    withoutAddress: people.filter((person) => person.email === null),
  };
}

/** Reads `name@example.com` and `Name <name@example.com>`; null for everything else. */
function writtenAddress(text: string): Recipient | null {
  const trimmed = text.trim();
  if (isEmailAddress(trimmed)) return { name: '', address: trimmed };
  const match = /^(?<name>.*)<(?<address>[^<>\s]+)>$/s.exec(trimmed);
  const address = match?.groups?.['address'] ?? '';
  return isEmailAddress(address) ? { name: singleLine(match?.groups?.['name'] ?? ''), address } : null;
}

/** A bare address is shown with the name of the person whose it is. */
function withKnownName(workspace: Workspace, written: Recipient): Recipient {
  if (written.name !== '') return written;
  const wanted = written.address.toLowerCase();
  const owner = [...workspace.tables.person.values()].find(({ email }) => email?.toLowerCase() === wanted);
  return owner === undefined ? written : { name: owner.name, address: written.address };
}

function badAddress(entry: string): Failed {
  const shown = singleLine(entry);
  return failure(
    'A recipient has no usable address',
    `“${shown}” is no usable address. One entry is one address like name@example.com: plain letters, one @, no commas; or a person’s name.`,
  );
}

function unreachable(people: readonly Person[]): Failed {
  const names = listed(people.map((person) => person.name));
  return failure(
    `${counted(people.length, 'person')} without address: ${names}`,
    `No email address is known for ${people.map(reference).join(', ')}. Add it with update_person, or leave them out.`,
  );
}

function withoutDoubles(all: readonly Read[], taken: Set<string>): readonly Recipient[] {
  return all
    .flatMap((one) => (one.type === 'read' ? one.recipients : []))
    .filter(({ address }) => {
      const key = address.toLowerCase();
      if (taken.has(key)) return false;
      taken.add(key);
      return true;
    });
}
