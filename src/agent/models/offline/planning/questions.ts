import { answerTo } from '../answering/answers';
import { longDay } from '../answering/days';
import { readable } from '../answering/readable';
import type { Question } from '../reading/request';
import { offered } from './asking';
import { placed, projectNeeded, unchosen } from './places';
import { said, toolCall, type Outcome, type Planning } from './planning';
import { settledOutput } from './settling';
import type { OfflineCall, Steps } from './steps';

/** Looks up what is asked and says it. Nothing is said that no output says. */
export function* lookedUp({ question }: { readonly question: Question }, planning: Planning): Steps<Outcome> {
  switch (question.type) {
    case 'today': {
      const { today } = planning.context;
      return said(today === null ? 'I was not told which day it is.' : `Today is ${longDay(today)}.`);
    }
    case 'day':
      return said(`That is ${longDay(question.date)}.`);
    case 'time':
      return said('I know the day but not the hour, so I cannot tell the time.');
    case 'repeat':
      return said(lastWords(planning));
    case 'phone':
      return yield* offered(
        {
          question: `I keep names, email addresses and teams, but no phone numbers. What shall I do about ${question.person}?`,
          why: '',
          offers: [
            {
              label: `Show the entry of ${question.person}`,
              request: {
                type: 'question',
                question: { type: 'search', text: question.person, kind: 'person' },
              },
            },
          ],
        },
        planning,
        'I looked nothing up, because I keep no phone numbers.',
      );
    case 'tasks':
    case 'project':
    case 'projects':
    case 'people':
    case 'portfolio':
    case 'emails':
    case 'search':
    case 'changes': {
      const call = yield* lookUpFor(question, planning);
      if (call === null) return unchosen;
      const [first = ''] = yield [call];
      const { output, text } = yield* settledOutput(call, first, planning);
      return said(answerTo(question, output, planning.context.today) ?? text);
    }
  }
}

type LookedUp = Question & {
  readonly type: 'tasks' | 'project' | 'projects' | 'people' | 'portfolio' | 'emails' | 'search' | 'changes';
};

function* lookUpFor(question: LookedUp, planning: Planning): Steps<OfflineCall | null> {
  switch (question.type) {
    case 'tasks':
      return yield* tasksFor(question, planning);
    case 'projects':
      return toolCall('list_projects');
    case 'people':
      return toolCall('find', { kind: 'person' });
    case 'emails':
      return toolCall('find', { kind: 'email' });
    case 'project': {
      const place = yield* projectNeeded(question.where, planning, 'Which project do you mean?');
      if (place.type === 'unchosen') return null;
      return place.id === null
        ? toolCall('summarize_portfolio')
        : toolCall('summarize_project', { project: place.id });
    }
    case 'portfolio':
      return toolCall('summarize_portfolio');
    case 'search':
      return toolCall('find', { text: question.text, kind: question.kind ?? undefined });
    case 'changes':
      return toolCall('list_changes', { from: question.from, to: question.to });
  }
}

function* tasksFor(
  question: Extract<LookedUp, { readonly type: 'tasks' }>,
  planning: Planning,
): Steps<OfflineCall | null> {
  const place = yield* placed(question.where, planning);
  if (place.type === 'unchosen') return null;
  const { done_from: from, done_to: to, ...filter } = question.filter;
  const hasFilter = Object.keys(filter).length > 0;
  const isByDate = question.view === 'overdue' || question.view === 'due';
  const isByWeight = question.filter.priority !== undefined && question.filter.priority.length > 1;
  return toolCall('list_tasks', {
    project: place.id ?? undefined,
    filter: hasFilter ? filter : undefined,
    done_from: from,
    done_to: to,
    order: isByDate ? 'due_date' : isByWeight ? 'priority' : undefined,
    limit: question.view === 'people' ? 50 : undefined,
  });
}

/** What the calls of the last message answered. */
function lastWords({ past }: Planning): string {
  const outputs =
    past
      .at(-1)
      ?.exchanges.filter(({ tool }) => tool !== 'ask_user')
      .map(({ output }) => readable(output)) ?? [];
  return outputs.length === 0 ? 'I have done nothing in this conversation yet.' : outputs.join('\n\n');
}
