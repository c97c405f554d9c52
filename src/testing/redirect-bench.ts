import {
  assistantMessage,
  functionCall,
  ScriptedModel,
  type ScriptedModelInput,
} from '@openai/agents/testing';

import type { SessionId } from '@/domain/sessions';

import { AgentBench } from './agent-bench';
import { personWith, projectWith, taskWith } from './builders';

export function scriptedCall(callId: string, tool: string, args: Record<string, unknown>) {
  return functionCall(tool, args, { callId });
}

/** Runs unasked. */
export function addTask(callId: string, title: string) {
  return scriptedCall(callId, 'add_task', { title, project: 'Launch' });
}

/** Asks first. */
export const deleteOld = scriptedCall('b', 'delete_tasks', { tasks: ['Old'] });

export function said(text: string) {
  return [assistantMessage(text)];
}

/** A session in a workspace with one project, “Launch”, one task, “Old”, and Ada, who has an address. */
export async function redirectBench(
  script: readonly ScriptedModelInput[],
): Promise<{ readonly bench: AgentBench; readonly model: ScriptedModel; readonly session: SessionId }> {
  const model = new ScriptedModel(script);
  const bench = await AgentBench.open({ model });
  await bench.seed({
    person: [personWith('ada', { email: 'ada@example.com' })],
    project: [projectWith('launch', { name: 'Launch' })],
    task: [taskWith('Old')],
  });
  return { bench, model, session: await bench.newSession() };
}
