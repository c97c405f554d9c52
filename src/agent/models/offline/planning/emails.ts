import { withDaysInWords } from '../answering/days';
import { candidatesIn, unresolvedIn } from '../answering/outputs';
import { readable } from '../answering/readable';
import { titleIn } from '../reading/reader';
import type { Copies, Letter, Request } from '../reading/request';
import { asked, chosen, labelMeant, shortened } from './asking';
import { placed, projectNeeded } from './places';
import { calls, said, toolCall, type Outcome, type Planning } from './planning';
import type { Steps } from './steps';

type Of<Type extends Request['type']> = Extract<Request, { readonly type: Type }>;

const noProject = 'You did not choose a project, so no email was sent.';
const nobodyChosen = said(noProject);

export function* statusEmail(request: Of<'status-email'>, planning: Planning): Steps<Outcome> {
  const place = yield* projectNeeded(request.where, planning, aboutWhich);
  if (place.type === 'unchosen') return nobodyChosen;
  if (place.id === null) return said('There is no project yet to write about, so no email was sent.');
  const summary = yield* summaryWithReaders(request, place.id, planning);
  if (summary.type === 'none') return summary.outcome;
  const { id, name, output } = summary;
  planning.note(`The figures of the email are those of the summary of “${name}”.`);
  const to = request.to.length > 0 ? request.to : yield* recipientsAskedFor();
  if (to.length === 0) return said('Without a recipient no email was sent.');
  const cc = yield* copiesWanted(request.cc);
  if (cc === null) return said('Without a name for the copy no email was sent.');
  const letter = {
    to: [...to],
    cc,
    project: id,
    subject: `Status update: ${name}`.slice(0, 150),
    body: withDaysInWords(statusBody(name, output, planning.context.today ?? ''), planning.context.today),
  };
  return {
    type: 'calls',
    calls: [toolCall(request.isDraft ? 'draft_email' : 'send_email', letter)],
    focus: { ...planning.focus, project: id, tasks: [] },
  };
}

const aboutWhich = 'Which project is the status update about?';

type Summary =
  | { readonly type: 'summary'; readonly id: string; readonly name: string; readonly output: string }
  | { readonly type: 'none'; readonly outcome: Outcome };

/** The summary of the project meant. One that was only talked about, and that nobody waits for news of, is not what was meant. */
function* summaryWithReaders(request: Of<'status-email'>, meant: string, planning: Planning): Steps<Summary> {
  const summary = yield* summaryOf(meant);
  if (summary.type === 'none' || !request.to.includes('stakeholders') || hasStakeholders(summary))
    return summary;
  const others = planning.context.projects.filter(({ id }) => id !== summary.id);
  if (request.where.type === 'named' || others.length === 0) return withoutReaders(summary.name);
  const choice = yield* chosen(
    others.map((project) => ({ ...project, detail: project.facts })),
    aboutWhich,
    `“${summary.name}”, which was talked about last, has no stakeholders.`,
  );
  if (choice === null) return { type: 'none', outcome: nobodyChosen };
  const chosenOne = yield* summaryOf(choice);
  return chosenOne.type === 'none' || hasStakeholders(chosenOne) ? chosenOne : withoutReaders(chosenOne.name);
}

function* summaryOf(meant: string): Steps<Summary> {
  let id = meant;
  let [output = ''] = yield [toolCall('summarize_project', { project: id })];
  if (unresolvedIn(output) !== null) {
    const candidates = candidatesIn(output);
    const choice =
      candidates.length === 0 ? null : yield* chosen(candidates, `Which project do you mean by “${id}”?`, '');
    if (choice === null)
      return { type: 'none', outcome: said('I do not know which project is meant, so no email was sent.') };
    id = choice;
    [output = ''] = yield [toolCall('summarize_project', { project: id })];
  }
  const name = /^Project “(?<name>[^”]*)” \([\w-]+\): /mu.exec(output)?.groups?.['name'];
  return name === undefined
    ? { type: 'none', outcome: said(readable(output)) }
    : { type: 'summary', id, name, output };
}

function hasStakeholders({ output }: { readonly output: string }): boolean {
  return !/^Stakeholders: none\.$/mu.test(output);
}

function withoutReaders(name: string): Summary {
  return {
    type: 'none',
    outcome: said(
      `“${name}” has no stakeholders, so there is nobody to send it to. Add some first, for instance: “Add Sara as stakeholder to ${name}”.`,
    ),
  };
}

/** The figures are those of the summary, line by line. */
function statusBody(name: string, summary: string, today: string): string {
  const lines = readable(summary)
    .split('\n')
    .slice(1)
    .filter((line) => !line.startsWith('Stakeholders') && !line.endsWith(': none.'))
    .map((line) => `- ${line}`);
  return [
    'Hello,',
    '',
    `this is where “${name}” stands${today === '' ? '' : ` on ${today}`}:`,
    '',
    ...lines,
    '',
    'Best regards',
  ].join('\n');
}

export function* email({ letter }: { readonly letter: Letter }, planning: Planning): Steps<Outcome> {
  const readers = yield* readersOf(letter, planning);
  if (readers.type === 'none') return said(readers.why);
  const { to, cc, project } = readers;
  const about = letter.subject === null ? '' : ` about “${shortened(letter.subject, 80)}”`;
  const body = letter.body ?? (yield* asked(`What shall the email to ${to.join(', ')}${about} say?`, '', []));
  if (body === null || body.trim() === '') return said('Without a text no email was sent.');
  const subject = letter.subject ?? subjectOf(body);
  const tool = letter.isDraft ? 'draft_email' : 'send_email';
  return calls(toolCall(tool, { to: [...to], cc, project, subject, body }));
}

type Readers =
  | {
      readonly type: 'readers';
      readonly to: readonly string[];
      readonly cc: string[] | undefined;
      /** Whose stakeholders they are, or what the letter is about. */
      readonly project: string | undefined;
    }
  | { readonly type: 'none'; readonly why: string };

function* readersOf(letter: Letter, planning: Planning): Steps<Readers> {
  const place = yield* placed(letter.where, planning);
  if (place.type === 'unchosen') return { type: 'none', why: noProject };
  const to = letter.to.length > 0 ? letter.to : yield* recipientsAskedFor();
  if (to.length === 0) return { type: 'none', why: 'Without a recipient no email was sent.' };
  const cc = yield* copiesWanted(letter.cc);
  if (cc === null) return { type: 'none', why: 'Without a name for the copy no email was sent.' };
  const isForStakeholders = to.includes('stakeholders') || cc?.includes('stakeholders') === true;
  if (!isForStakeholders || place.id !== null)
    return { type: 'readers', to, cc, project: place.id ?? undefined };
  const needed = yield* projectNeeded({ type: 'none' }, planning, 'The stakeholders of which project?');
  return needed.type === 'unchosen'
    ? { type: 'none', why: noProject }
    : { type: 'readers', to, cc, project: needed.id ?? undefined };
}

/** Who gets a copy, if anybody; null when it had to be asked and was not said. */
function* copiesWanted(cc: Copies): Steps<string[] | undefined | null> {
  if (cc !== 'unsaid') return cc.length === 0 ? undefined : [...cc];
  const answer = yield* asked(
    'Who shall get a copy of the email?',
    'A name from your people, or an address.',
    [],
  );
  const names = namesOf(answer ?? '');
  return names.length === 0 ? null : names;
}

function namesOf(answer: string): string[] {
  return answer.split(/\s*[,;]\s*|\s+and\s+/u).filter((one) => one.trim() !== '');
}

const longestSubject = 80;

/** The first line, with a capital and cut between words. */
function subjectOf(body: string): string {
  const [line = ''] = body.trim().split('\n');
  const title = titleIn(line, { quotes: [] });
  if (title.length <= longestSubject) return title === '' ? line : title;
  return `${title.slice(0, longestSubject).replace(/\s+\S*$/u, '')}…`;
}

function* recipientsAskedFor(): Steps<readonly string[]> {
  const group = 'The stakeholders of a project';
  const answer = yield* asked('Who shall get the email?', 'A name from your people, or an address.', [
    { label: group },
  ]);
  if (answer === null) return [];
  if (labelMeant(answer, [group]) === group) return ['stakeholders'];
  return namesOf(answer);
}

/** Sends a draft that there is; which one is known only when it was just written or is named. */
export function* draftSending(request: Of<'send-draft'>, { focus }: Planning): Steps<Outcome> {
  const draft = request.draft ?? focus.draft;
  if (draft !== null) return calls(toolCall('send_email', { draft }));
  const answer = yield* asked(
    'Which draft shall I send?',
    'I have written none just now. Name its subject.',
    [],
  );
  return answer === null || answer.trim() === ''
    ? said('Nothing was sent.')
    : calls(toolCall('send_email', { draft: answer.trim() }));
}
