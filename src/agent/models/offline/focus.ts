import type { Json } from '@/domain/sessions';

import { isDone, mentionsIn } from './answering/outputs';
import type { Exchange, Turn } from './conversation';

/** What was talked about last: ids or, within one message, names of what is to be made. */
export interface Focus {
  readonly project: string | null;
  readonly tasks: readonly string[];
  /** The tasks of the last list, in its order. */
  readonly listed: readonly string[];
  /** What the last list was asked for with, when it was longer than what was shown of it. */
  readonly listing: { readonly [field: string]: Json } | null;
  readonly draft: string | null;
  /** Names of projects that this message makes. */
  readonly made: readonly string[];
}

const noFocus: Focus = { project: null, tasks: [], listed: [], listing: null, draft: null, made: [] };

/** What was talked about last, as the outputs of the calls name it. What is older than a few turns is forgotten. */
export function focusAfter(turns: readonly Turn[]): Focus {
  return turns
    .slice(-rememberedTurns)
    .reduce(
      (focus, { exchanges }) => afterAdditions(exchanges.reduce(focusAfterCall, focus), exchanges),
      noFocus,
    );
}

/** Several tasks that were added for one message are a list that can be counted in. */
function afterAdditions(focus: Focus, exchanges: readonly Exchange[]): Focus {
  const added = exchanges.flatMap(({ tool, output }) =>
    tool === 'add_task' && isDone(output) ? mentionsIn(output).slice(0, 1) : [],
  );
  return added.length < 2 ? focus : { ...focus, listed: added.map(({ id }) => id), listing: null };
}

const rememberedTurns = 6;

function focusAfterCall(focus: Focus, exchange: Exchange): Focus {
  const { tool, output } = exchange;
  const ids = mentionsIn(output).map(({ id }) => id);
  const [first, second] = ids;
  if (tool === 'list_tasks') return afterList(focus, exchange, ids);
  if (first === undefined || !isDone(output)) return focus;
  switch (tool) {
    case 'create_project':
    case 'update_project':
    case 'summarize_project':
    case 'set_stakeholders':
      return { ...focus, project: first, tasks: tool === 'set_stakeholders' ? focus.tasks : [] };
    case 'add_task': {
      const isInProject = /” \([\w-]+\) to project “/u.test(output);
      return {
        ...focus,
        project: isInProject && second !== undefined ? second : focus.project,
        tasks: [first],
      };
    }
    case 'update_task':
    case 'move_task':
      return { ...focus, tasks: [first] };
    case 'add_comment':
      return output.startsWith('Commented on') && exchange.rawArguments.includes('"task"')
        ? { ...focus, tasks: [first] }
        : focus;
    case 'complete_tasks':
    case 'reopen_tasks':
    case 'update_tasks':
      return { ...focus, tasks: ids };
    case 'find':
      return /^- Task /mu.test(output) ? { ...focus, tasks: ids, listed: ids, listing: null } : focus;
    case 'draft_email':
      return { ...focus, draft: first };
    case 'delete_tasks':
      return { ...focus, tasks: [] };
    case 'delete_project':
      return { ...focus, project: focus.project === first ? null : focus.project, tasks: [] };
  }
  return focus;
}

function afterList(focus: Focus, { output, rawArguments }: Exchange, ids: readonly string[]): Focus {
  const tasks = ids.filter((id, index) => ids.indexOf(id) === index);
  if (tasks.length === 0) return focus;
  const isCut = /^Shown are /mu.test(output);
  return { ...focus, tasks, listed: tasks, listing: isCut ? selectionIn(rawArguments) : null };
}

/** Which tasks a list was about, without its order and its page. */
function selectionIn(rawArguments: string): Focus['listing'] {
  const args: unknown = JSON.parse(rawArguments);
  if (typeof args !== 'object' || args === null) return null;
  const kept = Object.entries(args).filter(([field]) => field === 'project' || field === 'filter');
  return kept.length === 0 ? null : Object.fromEntries(kept);
}
