import { resolveName } from '@/domain/workspace';

import type { Candidate } from '../answering/outputs';
import { answerIn } from '../conversation';
import type { Request } from '../reading/request';
import { ordinalIn } from '../reading/vocabulary';
import { said, type Outcome, type Planning } from './planning';
import type { Steps } from './steps';

export interface Option {
  readonly label: string;
  readonly detail?: string;
}

/** Labels are at most as long as a button can show. */
export function shortened(text: string, limit = 110): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1).trimEnd()}…` : line;
}

/** What a person answers; null when they do not. Without options they are asked for a text. */
export function* asked(question: string, why: string, options: readonly Option[]): Steps<string | null> {
  const shown = distinct(options).slice(0, 12);
  const [output = ''] = yield [
    {
      name: 'ask_user',
      arguments: {
        question: shortened(question, 480),
        ...(why === '' ? {} : { why: why.slice(0, 900) }),
        ...(shown.length === 0 ? {} : { options: shown.map((option) => ({ ...option })) }),
        answer_with: shown.length === 0 ? 'text' : 'one-or-text',
      },
    },
  ];
  return answerIn(output);
}

function distinct(options: readonly Option[]): readonly Option[] {
  const usable = options.filter(({ label }) => label.trim() !== '');
  return usable.filter(
    ({ label }, index) => usable.findIndex((other) => other.label.trim() === label.trim()) === index,
  );
}

/** Which label an answer means: the same words, their beginning, or their place. */
export function labelMeant(answer: string, labels: readonly string[]): string | null {
  const exact = labels.find((label) => label === answer);
  if (exact !== undefined) return exact;
  const place =
    /^(?:the )?(?:option |number )?(?<word>\p{L}+|\d+(?:st|nd|rd|th)?)(?: (?:one|option|choice))?$/iu.exec(
      answer.trim(),
    )?.groups?.['word'];
  const position = place === undefined ? Number.NaN : ordinalIn(place);
  const placed = Number.isInteger(position) ? labels.at(position > 0 ? position - 1 : position) : undefined;
  if (placed !== undefined) return placed;
  const resolution = resolveName(
    answer,
    labels.map((label) => ({ id: label, name: label })),
  );
  return resolution.type === 'found' ? resolution.id : null;
}

/** The id of the candidate that a person chooses; null when they choose none. */
export function* chosen(
  candidates: readonly Candidate[],
  question: string,
  why: string,
): Steps<string | null> {
  const options = labelled(candidates.slice(0, 12));
  const answer = yield* asked(
    question,
    why,
    options.map(({ label, detail }) => ({ label, ...(detail === '' ? {} : { detail }) })),
  );
  if (answer === null) return null;
  const label = labelMeant(
    answer,
    options.map((option) => option.label),
  );
  const byLabel = options.find((option) => option.label === label);
  if (byLabel !== undefined) return byLabel.id;
  const resolution = resolveName(answer, candidates);
  return resolution.type === 'found' ? resolution.id : null;
}

/** Candidates of the same name get labels that differ. */
export function labelled(
  candidates: readonly Candidate[],
): readonly (Candidate & { readonly label: string })[] {
  const taken = new Set<string>();
  return candidates.map((candidate) => {
    const detail = shortened(candidate.detail.replaceAll(/” \([\w-]+\)/gu, '”'), 200);
    const name = shortened(candidate.name, 90) || candidate.id;
    let label = name;
    for (let number = 2; taken.has(label); number += 1) label = `${name} (${String(number)})`;
    taken.add(label);
    return { ...candidate, detail, label };
  });
}

/** A button with what happens when it is pressed. */
export interface Offer extends Option {
  readonly request: Request;
}

/** Asks what to do; a text in place of a button is read as a request of its own. */
export function* offered(
  {
    question,
    why,
    offers,
  }: { readonly question: string; readonly why: string; readonly offers: readonly Offer[] },
  planning: Planning,
  left: string,
): Steps<Outcome> {
  const answer = yield* asked(question, why, [
    ...offers.map(({ label, detail }) => ({ label, ...(detail === undefined ? {} : { detail }) })),
    { label: leaveIt },
  ]);
  if (answer === null || answer === leaveIt) return said(left);
  const label = labelMeant(
    answer,
    offers.map((offer) => offer.label),
  );
  const offer = offers.find((one) => one.label === label);
  if (offer !== undefined) return yield* planning.carryOut(offer.request, planning);
  const [heard, ...others] = planning.hear(answer);
  if (heard === undefined || others.length > 0) return said(left);
  const { request } = heard;
  if (
    request.type === 'unclear' ||
    request.type === 'beyond' ||
    request.type === 'answer' ||
    request.type === 'nothing' ||
    request.type === 'bare-list'
  )
    return said(left);
  return yield* planning.carryOut(request, planning);
}

const leaveIt = 'Leave it';
