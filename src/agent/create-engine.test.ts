import { assistantMessage, functionCall } from '@openai/agents/testing';
import { describe, expect, it } from 'vitest';

import { AgentBench } from '@/testing/agent-bench';

describe('the engine, end to end', () => {
  it('[C1] runs the calls of one response in order, each seeing what the one before it did', async () => {
    const bench = await AgentBench.open({
      script: [
        [
          functionCall('create_project', { name: 'Launch' }, { callId: 'a' }),
          functionCall('add_task', { title: 'Deploy API', project: 'Launch' }, { callId: 'b' }),
          functionCall(
            'add_subtasks',
            { parent: 'Deploy API', titles: ['Update docs', 'Run tests'] },
            { callId: 'c' },
          ),
        ],
        [assistantMessage('Done.')],
      ],
    });
    const session = await bench.newSession();
    const answer = await bench.ask(session, 'Create it all');
    expect(answer).toMatchObject({ status: 'completed', receipt: { created: 4, changed: 0 } });
    expect(answer.blocks.map((block) => (block.type === 'text' ? block.text : ''))).toEqual(['Done.']);
    expect(answer.steps.map((step) => `${step.type} ${step.status}: ${step.title}`)).toEqual([
      'planning completed: Planned 3 actions',
      'tool_call completed: Create project “Launch”',
      'result completed: “Launch” added',
      'tool_call completed: Add task “Deploy API” to Launch',
      'result completed: “Deploy API” added to Launch',
      'tool_call completed: Add 2 subtasks to “Deploy API”',
      'result completed: 2 tasks added to Launch',
      'planning completed: Answered',
    ]);
    expect(answer.commitIds).toEqual(bench.device.database.log().map(({ commit }) => commit.id));
  });
});
