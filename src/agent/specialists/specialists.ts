/** One of those who work on messages besides Momentum itself. */
export type SpecialistId = 'planner' | 'workspace' | 'communications';

/** Who has a conversation: Momentum, to whom every message comes first, or the one it was handed to. */
export type Speaker = 'momentum' | SpecialistId;

export interface Specialist {
  readonly id: SpecialistId;
  /** For people and models. */
  readonly name: string;
  /** What it is for, in one line. */
  readonly charge: string;
  /** What it is told besides what every model is told. */
  readonly instructions: string;
  /** Names of the tools that it may use. */
  readonly tools: ReadonlySet<string>;
}

/** Whoever works on something must be able to look things up and to ask. */
const shared = [
  'ask_user',
  'find',
  'list_projects',
  'list_tasks',
  'list_changes',
  'summarize_project',
  'summarize_portfolio',
];

export const specialists: readonly Specialist[] = [
  {
    id: 'planner',
    name: 'Planner',
    charge:
      'sets up projects and breaks work down into tasks and subtasks, with dates, people and priorities',
    instructions:
      'Lay out the work that the person wants done: projects first, then their tasks in the order in which they will be worked on, then subtasks. Give dates, people and priorities only where the person named them.',
    tools: new Set([
      ...shared,
      'create_project',
      'update_project',
      'set_stakeholders',
      'add_task',
      'add_subtasks',
      'update_task',
      'update_tasks',
      'move_task',
      'add_comment',
    ]),
  },
  {
    id: 'workspace',
    name: 'Workspace',
    charge:
      'keeps in order what is there: completes, changes, moves and deletes tasks and projects, looks after people, and undoes changes',
    instructions:
      'Look at what is there before you change it. Several items that change alike are one call, not many.',
    tools: new Set([
      ...shared,
      'update_project',
      'delete_project',
      'set_stakeholders',
      'update_task',
      'update_tasks',
      'move_task',
      'complete_tasks',
      'reopen_tasks',
      'delete_tasks',
      'add_comment',
      'add_person',
      'update_person',
      'delete_person',
      'undo_last_change',
      'redo_last_change',
    ]),
  },
  {
    id: 'communications',
    name: 'Communications',
    charge: 'writes and sends emails, with figures from the workspace',
    instructions:
      'Take every figure in an email from the outputs of your calls. Write to nobody whom the person did not name, and send only what they asked you to send; otherwise make a draft.',
    tools: new Set([...shared, 'draft_email', 'send_email', 'add_person', 'update_person', 'add_comment']),
  },
];

/** What people and models call who speaks. */
export function speakerName(speaker: Speaker): string {
  return specialists.find(({ id }) => id === speaker)?.name ?? 'Momentum';
}

const prefix = 'transfer_to_';

/** The name of the tool that hands the conversation to a specialist. */
export function handOffTool(id: SpecialistId): string {
  return prefix + id;
}

/** Whom a tool hands the conversation to; null for every other tool. */
export function handOffTarget(tool: string): Specialist | null {
  return specialists.find(({ id }) => tool === handOffTool(id)) ?? null;
}

/** Whether who speaks may use a tool. Momentum may use all; nobody hands a conversation to themselves. */
export function mayUse(speaker: Speaker, tool: string): boolean {
  const target = handOffTarget(tool);
  if (target !== null) return target.id !== speaker;
  return specialists.find(({ id }) => id === speaker)?.tools.has(tool) ?? true;
}
