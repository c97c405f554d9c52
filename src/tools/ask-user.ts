import { block, choice, expecting, line, list, optional } from './arguments';
import { defineTool } from './define-tool';
import { z } from './zod';

const ways = ['one', 'several', 'text', 'one-or-text'] as const;

export const askUser = defineTool({
  name: 'ask_user',
  description:
    'Asks the person a question and waits for the answer. Use it when a name fits several things, when something needed is missing, or when a decision is theirs; never to get permission for a call: the app asks for that. Give options as buttons wherever possible.',
  arguments: z
    .strictObject({
      question: line('One question, or related ones.', 500),
      why: optional(block('Why it is asked; leave out when that is plain.', 1_000)),
      options: optional(
        list(
          z.strictObject(
            {
              label: line('What the button says; it is also the answer.', 120),
              detail: optional(line('What tells this option from the others.', 300)),
            },
            expecting('An option is an object with a label.'),
          ),
          'The answers to choose from.',
          12,
        ),
      ),
      answer_with: optional(
        choice(
          ways,
          'one option, several of them, text, or one-or-text. With options one-or-text when not given, else text.',
        ),
      ),
    })
    .check(
      z.refine((args) => args.options !== undefined || (args.answer_with ?? 'text') === 'text', {
        path: ['options'],
        error: 'Without options only text can be answered. Give options, or leave answer_with out.',
      }),
      z.refine((args) => args.options === undefined || args.answer_with !== 'text', {
        path: ['answer_with'],
        error: 'With options the answer is one, several or one-or-text. Leave options out to ask for text.',
      }),
      z.refine((args) => haveDifferentLabels(args.options ?? []), {
        path: ['options'],
        error: 'Two options have the same label. Make the labels different.',
      }),
    ),
  plan: (_workspace, args) => ({
    type: 'question',
    question: {
      type: 'question',
      question: args.question,
      why: args.why ?? '',
      answerWith: args.answer_with ?? (args.options === undefined ? 'text' : 'one-or-text'),
      options: (args.options ?? []).map(({ label, detail = '' }) => ({ label, detail })),
    },
  }),
  title: (_workspace, args) => `Ask: ${args.question}`,
});

function haveDifferentLabels(options: readonly { readonly label: string }[]): boolean {
  return new Set(options.map((option) => option.label.trim())).size === options.length;
}
