import type { Json } from '@/domain/sessions';

import type { AnyTool, PreparedCall } from '../calls/tool';
import { z } from '../loop/zod';
import { handOffTool, specialists, type Specialist } from './specialists';

const longestTask = 500;

/** A hand-off is a call like any other: it takes its turn [C1], is journaled with its output, and says what it hands over. */
export const handOffTools: readonly AnyTool[] = specialists.map((specialist) => ({
  name: handOffTool(specialist.id),
  description: `Hands the conversation to ${specialist.name}, who ${specialist.charge}. It goes on after the calls of this response, sees the whole conversation, and has only the tools for its work.`,
  parameters: {
    type: 'object',
    properties: {
      task: {
        type: 'string',
        description: 'What is left to be done, in one sentence.',
        maxLength: longestTask,
      },
    },
    required: ['task'],
    additionalProperties: false,
  },
  prepare: (_workspace, raw) => prepared(specialist, raw),
}));

const handOff = z.strictObject({
  task: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestTask)),
});

function prepared({ name }: Specialist, raw: Json): PreparedCall {
  const parsed = z.safeParse(handOff, raw);
  if (!parsed.success) {
    const message = `Say in task, as text of at most ${String(longestTask)} characters, what is left to be done; there are no other arguments.`;
    return { type: 'invalid', problems: [{ field: 'task', message }] };
  }
  const task = parsed.data.task.replaceAll(/\s+/gu, ' ');
  return {
    type: 'prepared',
    args: { task },
    title: `Hand over to ${name}`,
    fields: [],
    plan: {
      type: 'answer',
      summary: `Handed to ${name}: ${task}`,
      output: `Handed to ${name}, who goes on with this message from here.`,
      data: null,
    },
  };
}
