import type { AnyTool, PreparedCall, ToolContext, ToolPlan } from '@/agent';
import { planCreatePerson } from '@/domain/planning';
import type { Json } from '@/domain/sessions';
import type { Workspace } from '@/domain/workspace';

/** Tools without schemas, for trials in which thousands of calls run: one that changes, one that looks, one that asks, one that fails. */
export const trialTools: readonly AnyTool[] = [
  trialTool('make', (name, workspace, context) => {
    const result = planCreatePerson(workspace, { name }, context);
    if (result.type === 'invalid') return { type: 'failed', summary: 'Taken', output: 'Not made.' };
    const { deltas, summary } = result.plan;
    return { type: 'change', deltas, effects: [], summary, output: `Made ${name}.`, data: null };
  }),
  trialTool('look', () => ({ type: 'answer', summary: 'Looked', output: 'Nothing to see.', data: null })),
  trialTool('ask', (name) => ({
    type: 'question',
    question: {
      type: 'question',
      question: `What about ${name}?`,
      why: '',
      answerWith: 'one-or-text',
      options: [{ label: 'Yes', detail: '' }],
    },
  })),
  trialTool('fail', () => ({ type: 'failed', summary: 'Failed', output: 'It cannot be done.' })),
];

function trialTool(
  name: string,
  plan: (subject: string, workspace: Workspace, context: ToolContext) => ToolPlan,
): AnyTool {
  return {
    name,
    description: `Does ${name}.`,
    parameters: { type: 'object', properties: {}, required: [], additionalProperties: true },
    prepare(workspace, raw, context): PreparedCall {
      const subject = subjectOf(raw);
      if (subject === null) {
        return { type: 'invalid', problems: [{ field: 'name', message: 'name: a text is needed.' }] };
      }
      return {
        type: 'prepared',
        args: { name: subject },
        title: `${name} ${subject}`,
        fields: [],
        plan: plan(subject, workspace, context),
      };
    },
  };
}

function subjectOf(raw: Json): string | null {
  if (typeof raw !== 'object' || raw === null || !('name' in raw)) return null;
  const { name } = raw;
  return typeof name === 'string' && name !== '' ? name : null;
}
