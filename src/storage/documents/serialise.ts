import type { Email, Millis, Project, Task, WorkspaceSnapshot } from '@/domain/workspace';

import { documentFormat, documentLists, documentVersion } from './document-schema';

/**
 * The whole workspace as a document that people can keep, read and import again (docs/data-format.md). One entity a line, so that two
 * copies can be compared.
 *
 * A reference to a person or, in an email, to a project that is not in the snapshot is left out: it was lost before.
 */
export function serialiseWorkspace(snapshot: WorkspaceSnapshot, exportedAt: Millis): string {
  const sound = withoutLostReferences(snapshot);
  const head = [
    `"format": ${JSON.stringify(documentFormat)}`,
    `"version": ${String(documentVersion)}`,
    `"exportedAt": ${String(exportedAt)}`,
  ];
  const lists = [
    lineList(documentLists.person, sound.person),
    lineList(documentLists.project, sound.project),
    lineList(documentLists.task, sound.task),
    lineList(documentLists.comment, sound.comment),
    lineList(documentLists.email, sound.email),
  ];
  return `{\n  ${[...head, ...lists].join(',\n  ')}\n}\n`;
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
