import type { Email, Millis, Project, Task, WorkspaceSnapshot } from '@/domain/workspace';

import { documentFormat, documentLists, documentVersion } from './document-schema';
import type { SessionDocument } from './parse-sessions';

/** What goes into a document. */
export interface DocumentContent {
  readonly snapshot: WorkspaceSnapshot;
  readonly sessions: AsyncIterable<SessionDocument>;
  readonly exportedAt: Millis;
}

/**
 * A workspace without sessions as a document that people can keep, read and import again (docs/data-format.md). One entity a line, so
 * that two copies can be compared.
 *
 * A reference to a person or, in an email, to a project that is not in the snapshot is left out: it was lost before.
 */
export function serialiseWorkspace(snapshot: WorkspaceSnapshot, exportedAt: Millis): string {
  return `${beginning(snapshot, exportedAt)}]\n}\n`;
}

/** The same with sessions, one event a line, in pieces: the sessions of a long time need not be in memory together. */
export async function* serialiseDocument({
  snapshot,
  sessions,
  exportedAt,
}: DocumentContent): AsyncGenerator<string> {
  yield beginning(snapshot, exportedAt);
  let isFirst = true;
  for await (const session of sessions) {
    yield `${isFirst ? '' : ','}\n    ${sessionText(session)}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n  '}]\n}\n`;
}

/** Everything up to the first session. */
function beginning(snapshot: WorkspaceSnapshot, exportedAt: Millis): string {
  const sound = withoutLostReferences(snapshot);
  const parts = [
    `"format": ${JSON.stringify(documentFormat)}`,
    `"version": ${String(documentVersion)}`,
    `"exportedAt": ${String(exportedAt)}`,
    lineList(documentLists.person, sound.person),
    lineList(documentLists.project, sound.project),
    lineList(documentLists.task, sound.task),
    lineList(documentLists.comment, sound.comment),
    lineList(documentLists.email, sound.email),
    `"sessions": [`,
  ];
  return `{\n  ${parts.join(',\n  ')}`;
}

function sessionText({ id, title, events }: SessionDocument): string {
  const lines = events.map((event) => `\n        ${JSON.stringify(event)}`);
  const fields = [`"id": ${JSON.stringify(id)}`, `"title": ${JSON.stringify(title)}`];
  return `{\n      ${fields.join(',\n      ')},\n      "events": [${lines.join(',')}\n      ]\n    }`;
}

function lineList(name: string, entities: readonly unknown[]): string {
  const lines = entities.map((entity) => `\n    ${JSON.stringify(entity)}`);
  return `${JSON.stringify(name)}: [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]`;
}

function withoutLostReferences(snapshot: WorkspaceSnapshot): WorkspaceSnapshot {
  const people = new Set(snapshot.person.map((person) => person.id));
  const projects = new Set(snapshot.project.map((project) => project.id));
  return {
    ...snapshot,
    project: snapshot.project.map((project): Project =>
      project.stakeholderIds.every((id) => people.has(id))
        ? project
        : { ...project, stakeholderIds: project.stakeholderIds.filter((id) => people.has(id)) },
    ),
    task: snapshot.task.map((task): Task =>
      task.assigneeId === null || people.has(task.assigneeId) ? task : { ...task, assigneeId: null },
    ),
    email: snapshot.email.map((email): Email =>
      email.projectId === null || projects.has(email.projectId) ? email : { ...email, projectId: null },
    ),
  };
}
