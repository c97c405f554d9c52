import type { Request } from '../reading/request';
import type { Heard } from '../understand';
import { correction, otherOne } from './corrections';
import { deletionByDays, deletionByName, taskDeletion } from './deletions';
import { draftSending, email, statusEmail } from './emails';
import { comment, personAddition, personUpdate, stakeholders } from './people';
import { calls, said, toolCall, type Outcome, type Planning } from './planning';
import { listsDeletion, projectChange, projectDeletion, unclearDeletion, unnamedDeletion } from './projects';
import { lookedUp } from './questions';
import { move, selectionCalls, taskChange } from './selections';
import { carriedOut, type Report } from './settling';
import type { OfflineCall, Steps } from './steps';
import {
  bareList,
  missingAddition,
  projectCreation,
  repeatingTask,
  subtaskAddition,
  taskAddition,
  timelessTask,
} from './tasks';
import { beyond, helpText, unclear, unclearChange } from './unclear';
import { severalUndone } from './undoing';

/** Plans everything a message asks for. Questions come first, then the calls, in one response and in the order of the message. */
export function* stepsFor(requests: readonly Heard[], planning: Omit<Planning, 'carryOut'>): Steps<Report> {
  const report: string[] = [];
  let waiting: OfflineCall[] = [];
  let focus = planning.focus;
  for (const { request } of requests) {
    const present: Planning = { ...planning, focus, carryOut: outcomeOf };
    if (reads(request) && waiting.length > 0) {
      report.push(...(yield* carriedOut(waiting, present)));
      waiting = [];
    }
    const outcome = yield* outcomeOf(request, present);
    if (outcome.type === 'said') {
      report.push(outcome.text);
      continue;
    }
    waiting.push(...outcome.calls);
    focus = outcome.focus ?? focus;
  }
  if (waiting.length > 0)
    report.push(...(yield* carriedOut(waiting, { ...planning, focus, carryOut: outcomeOf })));
  return report;
}

/** What looks at the workspace has to see what was asked for before it. */
function reads({ type }: Request): boolean {
  return type === 'status-email' || type === 'question';
}

function* outcomeOf(request: Request, planning: Planning): Steps<Outcome> {
  switch (request.type) {
    case 'create-project':
      return yield* projectCreation(request, planning);
    case 'add-tasks':
      return yield* taskAddition(request, planning);
    case 'add-missing':
      return yield* missingAddition(request, planning);
    case 'add-subtasks':
      return yield* subtaskAddition(request, planning);
    case 'repeating':
      return yield* repeatingTask(request, planning);
    case 'unknown-hour':
      return yield* timelessTask(request, planning);
    case 'bare-list':
      return yield* bareList(request, planning);
    case 'complete':
      return yield* selectionCalls('complete_tasks', request.which, { planning });
    case 'reopen':
      return yield* selectionCalls('reopen_tasks', request.which, { planning });
    case 'delete-tasks':
      return yield* taskDeletion(request, planning);
    case 'change-tasks':
      return yield* taskChange(request, planning);
    case 'change-unclear':
      return yield* unclearChange(request, planning);
    case 'change-project':
      return yield* projectChange(request, planning);
    case 'delete-project':
      return yield* projectDeletion(request, planning);
    case 'delete-unclear':
      return yield* unclearDeletion(request, planning);
    case 'delete-days':
      return yield* deletionByDays(request, planning);
    case 'delete-person-or-task':
      return yield* deletionByName(request, planning);
    case 'delete-lists':
      return yield* listsDeletion(request, planning);
    case 'delete-unnamed':
      return yield* unnamedDeletion(planning);
    case 'delete-person':
      return calls(toolCall('delete_person', { person: request.name }));
    case 'move':
      return yield* move(request, planning);
    case 'comment':
      return yield* comment(request, planning);
    case 'add-person':
      return yield* personAddition(request);
    case 'update-person':
      return personUpdate(request);
    case 'stakeholders':
      return yield* stakeholders(request, planning);
    case 'status-email':
      return yield* statusEmail(request, planning);
    case 'email':
      return yield* email(request, planning);
    case 'send-draft':
      return yield* draftSending(request, planning);
    case 'question':
      return yield* lookedUp(request, planning);
    case 'correction':
      return yield* correction(request, planning);
    case 'other-one':
      return yield* otherOne(planning);
    case 'beyond':
      return yield* beyond(request, planning);
    case 'unclear':
      return yield* unclear(request, planning);
    case 'undo':
      return calls(toolCall('undo_last_change'));
    case 'undo-several':
    case 'redo-several':
      return yield* severalUndone(request, planning);
    case 'redo':
      return calls(toolCall('redo_last_change'));
    case 'answer':
      return said(/^no$/u.test(request.text) ? notDoing : 'Nothing waits for an answer. Tell me what to do.');
    case 'help':
      return said(helpText);
    case 'greeting':
      return said(
        'Hello! Tell me what to do, for instance: “Create a task ‘Deploy API’ and add subtasks ‘Update docs’ and ‘Run tests’.”',
      );
    case 'thanks':
      return said('You are welcome.');
    case 'nothing':
      return said(notDoing);
  }
}

const notDoing = 'All right, I am not doing anything.';
