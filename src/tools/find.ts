import { counted, listed } from '@/domain/deltas';
import {
  entityKinds,
  entityName,
  commentsOn,
  folded,
  peopleByName,
  progressOf,
  projectsInOrder,
  tasksInProject,
  type EntityKind,
  type EntityOf,
  type IsoDate,
  type Project,
  type Task,
  type Workspace,
} from '@/domain/workspace';

import { choice, line, optional } from './arguments';
import { defineTool } from './define-tool';
import { progressWords, projectFacts } from './figures';
import { pageOf, pagingArguments } from './paging';
import { recipientText } from './recipients';
import { newestFirst, reference, taskLine } from './references';
import { z } from './zod';

export const find = defineTool({
  name: 'find',
  description:
    'Finds projects, tasks, people, comments and emails by words in their names and texts (all words must be there), or lists everything of one kind. An id finds that one thing. When exactly one thing is found, its notes, comments or text are shown too.',
  arguments: z
    .strictObject({
      text: optional(line('Words to look for, or an id.', 300)),
      kind: optional(choice(entityKinds, 'Only this kind of thing.')),
      ...pagingArguments,
    })
    .check(
      z.refine((args) => args.text !== undefined || args.kind !== undefined, {
        path: ['text'],
        error: 'Say what to look for: text, kind or both.',
      }),
    ),
  plan(workspace, args, context) {
    const hits = search(workspace, args);
    const { items, note } = pageOf(hits, args);
    const [only, ...others] = hits;
    const summary = only === undefined ? 'Found nothing' : `Found ${hitWords(hits)}`;
    return {
      type: 'answer',
      summary,
      output: [
        only === undefined ? 'Nothing was found.' : `${summary}:`,
        ...items.map((hit) => hitLine(workspace, hit, context.today)),
        ...(only === undefined || others.length > 0 ? [] : detailsOf(workspace, only)),
        ...(note === '' ? [] : [note]),
      ].join('\n'),
      data: {
        total: hits.length,
        found: items.map(({ kind, entity }) => ({ kind, id: entity.id, name: entityName(entity) })),
      },
    };
  },
  title(_workspace, { text, kind }) {
    if (text === undefined) return `List every ${kind ?? 'thing'}`;
    return kind === undefined ? `Look for “${text}”` : `Look for “${text}” as a ${kind}`;
  },
});

/** One thing that was found, with what kind of thing it is. */
type Hit = { readonly [K in EntityKind]: { readonly kind: K; readonly entity: EntityOf<K> } }[EntityKind];

interface Query {
  readonly text?: string;
  readonly kind?: EntityKind;
}

function search(workspace: Workspace, { text, kind }: Query): readonly Hit[] {
  const all = everything(workspace).filter((hit) => kind === undefined || hit.kind === kind);
  if (text === undefined) return all;
  const byId = all.find((hit) => hit.entity.id === text.trim());
  if (byId !== undefined) return [byId];
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return all.filter((hit) => {
    const content = folded(textOf(hit));
    return words.every((word) => content.includes(word));
  });
}

/** Everything that can be found, in the order in which it is listed. */
function everything(workspace: Workspace): readonly Hit[] {
  const projects = projectsInOrder(workspace);
  return [
    ...projects.map((entity): Hit => ({ kind: 'project', entity })),
    ...projects
      .flatMap((project) => tasksInProject(workspace, project.id))
      .map((entity): Hit => ({ kind: 'task', entity })),
    ...peopleByName(workspace).map((entity): Hit => ({ kind: 'person', entity })),
    ...newestFirst([...workspace.tables.comment.values()], (comment) => comment.at).map((entity): Hit => ({
      kind: 'comment',
      entity,
    })),
    ...newestFirst([...workspace.tables.email.values()], (email) => email.createdAt).map((entity): Hit => ({
      kind: 'email',
      entity,
    })),
  ];
}

function textOf({ kind, entity }: Hit): string {
  switch (kind) {
    case 'project':
      return `${entity.name}\n${entity.description}`;
    case 'task':
      return `${entity.title}\n${entity.notes}`;
    case 'person':
      return `${entity.name}\n${entity.email ?? ''}\n${entity.team ?? ''}`;
    case 'comment':
      return `${entity.text}\n${entity.author}`;
    case 'email':
      return `${entity.subject}\n${entity.body}\n${[...entity.to, ...entity.cc].map(recipientText).join('\n')}`;
  }
}

const listingOrder = ['project', 'task', 'person', 'comment', 'email'] as const;

/** "2 projects and 1 task" */
function hitWords(hits: readonly Hit[]): string {
  const counts = listingOrder
    .map((kind) => ({ kind, count: hits.filter((hit) => hit.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return listed(counts.map(({ kind, count }) => counted(count, kind)));
}

function hitLine(workspace: Workspace, { kind, entity }: Hit, today: IsoDate): string {
  switch (kind) {
    case 'project':
      return `- Project ${reference(entity)}: ${projectFacts(entity, today)}; ${progressWords(progressOf(workspace, entity.id))}`;
    case 'task':
      return taskLine(workspace, entity, today).replace('- ', '- Task ');
    case 'person': {
      const team = entity.team === null ? '' : `, ${entity.team}`;
      return `- Person ${reference(entity)}: ${entity.email ?? 'no address'}${team}`;
    }
    case 'comment':
      return `- Comment ${reference(entity)} by ${entity.author} on ${commentTarget(workspace, entity)}`;
    case 'email':
      return `- Email ${reference(entity)}: ${entity.status}, to ${listed(entity.to.map(recipientText))}`;
  }
}

function commentTarget(workspace: Workspace, { taskId, projectId }: EntityOf<'comment'>): string {
  const target =
    taskId === null ? workspace.tables.project.get(projectId) : workspace.tables.task.get(taskId);
  return target === undefined ? 'something deleted' : reference(target);
}

const longestText = 2_000;
const newestComments = 10;

/** What is worth reading about the one thing that was found. */
function detailsOf(workspace: Workspace, { kind, entity }: Hit): readonly string[] {
  switch (kind) {
    case 'project':
      return [...textDetail('Description', entity.description), ...commentDetails(workspace, entity)];
    case 'task':
      return [...textDetail('Notes', entity.notes), ...commentDetails(workspace, entity)];
    case 'person':
      return [];
    case 'comment':
      return textDetail('Text', entity.text);
    case 'email':
      return textDetail('Text', entity.body);
  }
}

function commentDetails(workspace: Workspace, on: Project | Task): readonly string[] {
  const comments = commentsOn(workspace, on.id);
  const shown = comments.slice(-newestComments);
  const hidden = comments.length - shown.length;
  return [
    ...(hidden > 0 ? [`${counted(hidden, 'comment')} before these.`] : []),
    ...shown.flatMap((comment) => textDetail(`Comment by ${comment.author}`, comment.text)),
  ];
}

function textDetail(label: string, text: string): readonly string[] {
  if (text === '') return [];
  return [`${label}: ${text.length > longestText ? `${text.slice(0, longestText)}… (shortened)` : text}`];
}
