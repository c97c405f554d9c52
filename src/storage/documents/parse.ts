import {
  entityKinds,
  maxTaskDepth,
  snapshotOf,
  violationsIn,
  workspaceFrom,
  type EntityKind,
  type Millis,
  type Task,
  type Violation,
  type WorkspaceSnapshot,
} from '@/domain/workspace';

import { entitySchemas } from '../records/entity-schemas';
import { moment } from '../records/fields';
import { treeStandings } from '../records/tree-standings';
import type { z } from '../records/zod';
import {
  documentEntityLimit,
  documentFormat,
  documentListLimit,
  documentLists,
  documentVersion,
  readableVersions,
} from './document-schema';
import { checkDocumentSize } from './document-size';
import { fieldOf, isObject, type DocumentProblem } from './fields';
import { nestsDeeperThan } from './nesting';
import { sessionsIn, type EventCheck, type SessionDocument } from './parse-sessions';

/**
 * A document that can be imported as it is, or why not. `problems` are the first ones; `problemCount` says how many there are, as far
 * as anybody looked (at most 1,000).
 */
export type ParsedDocument =
  | {
      readonly type: 'parsed';
      readonly snapshot: WorkspaceSnapshot;
      readonly sessions: readonly SessionDocument[];
      readonly exportedAt: Millis;
    }
  | {
      readonly type: 'rejected';
      readonly problems: readonly DocumentProblem[];
      readonly problemCount: number;
    };

/**
 * Reads an exported workspace (docs/data-format.md). Everything in it is checked before any of it is used: shape, ids, references,
 * trees, dates, the rules of the workspace, and every event of a session. Fields of entries that the format does not know are dropped.
 * Never throws.
 *
 * @param isSessionEvent - what the agent reads back as an event; this room knows only the envelope around it.
 */
export function parseWorkspaceDocument(
  document: string | Uint8Array,
  isSessionEvent: EventCheck,
): ParsedDocument {
  const text = textOf(document);
  if (typeof text !== 'string') return rejected([text]);
  const content = contentOf(text);
  return content.type === 'rejected' ? content : parsedContent(content, isSessionEvent);
}

/** A workspace nests five deep, a session's data as deep as a tool's answer; fields of other programs may go deeper. */
const nestingLimit = 100;

const jsonStart = /^\s*[{["\-\dtfn]/;
const notJson = 'The file is not JSON. It may be cut off, or be another kind of file.';

const shownProblems = 20;
const countedProblems = 1_000;

function rejected(problems: readonly DocumentProblem[]): ParsedDocument & { readonly type: 'rejected' } {
  return {
    type: 'rejected',
    problems: problems.slice(0, shownProblems),
    problemCount: Math.min(problems.length, countedProblems),
  };
}

function whole(message: string): DocumentProblem {
  return { path: '', message };
}

function textOf(document: string | Uint8Array): string | DocumentProblem {
  const tooLarge = checkDocumentSize(document.length);
  if (tooLarge !== null) return tooLarge;
  if (document.length === 0) return whole('The file is empty.');
  if (typeof document === 'string') return document;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(document);
  } catch {
    return whole('The file is not text: it holds bytes that are not UTF-8.');
  }
}

type Content =
  | { readonly type: 'content'; readonly content: object; readonly hasSessions: boolean }
  | (ParsedDocument & { readonly type: 'rejected' });

function contentOf(text: string): Content {
  // What cannot be JSON from its first character on is not looked through: it may be very long.
  if (!jsonStart.test(text)) return rejected([whole(notJson)]);
  if (nestsDeeperThan(nestingLimit, text)) {
    return rejected([whole('The file does not hold a workspace: its lists and objects nest too deep.')]);
  }
  const value = jsonOf(text);
  if (value === undefined) {
    return rejected([whole(notJson)]);
  }
  if (!isObject(value)) return rejected([whole('The file does not hold a workspace: it is not an object.')]);
  if (fieldOf(value, 'format') !== documentFormat) {
    const message = `This is not a workspace of Momentum: the format must be "${documentFormat}".`;
    return rejected([{ path: 'format', message }]);
  }
  const version = fieldOf(value, 'version');
  if (!readableVersions.includes(version)) {
    return rejected([{ path: 'version', message: versionMessage(version) }]);
  }
  return { type: 'content', content: value, hasSessions: version === documentVersion };
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function versionMessage(version: unknown): string {
  return typeof version === 'number' && version > documentVersion
    ? 'The file was made by a newer version of Momentum. Reload the page to get the newest version, then import it again.'
    : `The version must be ${readableVersions.join(' or ')}.`;
}

function parsedContent(
  { content, hasSessions }: Content & { readonly type: 'content' },
  isSessionEvent: EventCheck,
): ParsedDocument {
  const exportedAt = moment().safeParse(fieldOf(content, 'exportedAt'));
  if (!exportedAt.success) {
    return rejected(exportedAt.error.issues.map(({ message }) => ({ path: 'exportedAt', message })));
  }
  const tooLong = lengthProblem(content);
  if (tooLong !== null) return rejected([tooLong]);
  const problems: DocumentProblem[] = [];
  const read = <Item>(kind: EntityKind, schema: z.ZodMiniType<Item>): readonly Item[] =>
    entitiesIn(fieldOf(content, documentLists[kind]), { name: documentLists[kind], schema, problems });
  const snapshot: WorkspaceSnapshot = {
    person: read('person', entitySchemas.person),
    project: read('project', entitySchemas.project),
    task: read('task', entitySchemas.task),
    comment: read('comment', entitySchemas.comment),
    email: read('email', entitySchemas.email),
  };
  if (problems.length > 0) return rejected(problems);
  const broken = [...idProblems(snapshot), ...treeProblems(snapshot.task)];
  if (broken.length > 0) return rejected(broken);
  const workspace = workspaceFrom(snapshot);
  const violations = violationsIn(workspace);
  if (violations.length > 0) return rejected(problemsFrom(violations, snapshot));
  const sessions = hasSessions
    ? sessionsIn(fieldOf(content, 'sessions'), { isSessionEvent, problems, limit: countedProblems })
    : [];
  if (problems.length > 0) return rejected(problems);
  return { type: 'parsed', snapshot: snapshotOf(workspace), sessions, exportedAt: exportedAt.data };
}

/** Asked before any entry is checked: a check finds something wrong with each of millions of items, and takes as long. */
function lengthProblem(content: object): DocumentProblem | null {
  const size = entityKinds.reduce((total, kind) => total + listIn(content, documentLists[kind]).length, 0);
  if (size > documentEntityLimit) {
    const limit = documentEntityLimit.toLocaleString('en');
    return whole(`The file holds ${size.toLocaleString('en')} entries; at most ${limit} are read.`);
  }
  for (const kind of entityKinds) {
    for (const [index, entry] of listIn(content, documentLists[kind]).entries()) {
      if (!isObject(entry)) continue;
      const field = Object.keys(entry).find((name) => listIn(entry, name).length > documentListLimit);
      if (field === undefined) continue;
      const limit = documentListLimit.toLocaleString('en');
      return {
        path: `${documentLists[kind]}[${String(index)}].${field}`,
        message: `This list is too long: at most ${limit} items are read.`,
      };
    }
  }
  return null;
}

function listIn(value: object, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list : [];
}

interface Reading<Item> {
  readonly name: string;
  readonly schema: z.ZodMiniType<Item>;
  readonly problems: DocumentProblem[];
}

function entitiesIn<Item>(list: unknown, { name, schema, problems }: Reading<Item>): readonly Item[] {
  if (!Array.isArray(list)) {
    problems.push({ path: name, message: 'This list is missing.' });
    return [];
  }
  const entries: readonly unknown[] = list;
  const entities: Item[] = [];
  for (const [index, entry] of entries.entries()) {
    if (problems.length >= countedProblems) return entities;
    const checked = schema.safeParse(entry);
    if (checked.success) entities.push(checked.data);
    else
      problems.push(...checked.error.issues.map((issue) => entryProblem(`${name}[${String(index)}]`, issue)));
  }
  return entities;
}

function entryProblem(
  place: string,
  issue: { readonly path: readonly PropertyKey[]; readonly message: string },
): DocumentProblem {
  const within = issue.path.map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`));
  const message = issue.path.length === 0 ? 'This must be an object in curly brackets.' : issue.message;
  return { path: `${place}${within.join('')}`, message };
}

/** Ids are printable ASCII without spaces; and no two entities, of whatever kind, share one. */
function idProblems(snapshot: WorkspaceSnapshot): readonly DocumentProblem[] {
  const seen = new Map<string, string>();
  const problems: DocumentProblem[] = [];
  for (const kind of entityKinds) {
    for (const [index, { id }] of snapshot[kind].entries()) {
      const path = `${documentLists[kind]}[${String(index)}].id`;
      const first = seen.get(id);
      if (first !== undefined) problems.push({ path, message: `This id is taken already, by ${first}.` });
      else if (!/^[!-~]+$/.test(id) || id === 'top-level') {
        problems.push({ path, message: 'An id is made of plain letters, digits and signs, without spaces.' });
      }
      seen.set(id, first ?? path);
    }
  }
  return problems;
}

/** Cycles and depth, in one walk over all tasks; the domain's own check walks up from each, which a hostile file makes long. */
function treeProblems(tasks: readonly Task[]): readonly DocumentProblem[] {
  const standings = treeStandings(tasks);
  return tasks.flatMap((task, index) => {
    const path = `${documentLists.task}[${String(index)}].parentId`;
    const standing = standings.get(task.id)?.type;
    if (standing === 'circular') return [{ path, message: 'A task cannot be below itself.' }];
    return standing === 'too-deep'
      ? [{ path, message: `Tasks nest at most ${String(maxTaskDepth)} levels deep.` }]
      : [];
  });
}

function problemsFrom(
  violations: readonly Violation[],
  snapshot: WorkspaceSnapshot,
): readonly DocumentProblem[] {
  const places = new Map<string, string>();
  for (const kind of entityKinds) {
    for (const [index, { id }] of snapshot[kind].entries()) {
      places.set(id, `${documentLists[kind]}[${String(index)}]`);
    }
  }
  return violations.map(({ id, field, message }) => ({ path: `${places.get(id) ?? ''}.${field}`, message }));
}
