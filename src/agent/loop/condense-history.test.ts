import { assistantMessage, ScriptedModel } from '@openai/agents/testing';
import { expect, it } from 'vitest';

import { AgentBench } from '@/testing/agent-bench';

import { createModelLoop } from '../models';

const long = 'Tell me all about it. '.repeat(20);

it('[L2] sends a summary in place of what a model cannot read at once, shows it, and takes a better one', async () => {
  const model = new ScriptedModel([
    [assistantMessage('First answer')],
    [assistantMessage('Second answer')],
    [assistantMessage('Third answer')],
  ]);
  const bench = await AgentBench.open({
    modelLoop: createModelLoop({ name: 'small', model, contextTokens: 300 }),
  });
  const session = await bench.newSession();
  expect(await bench.command({ type: 'edit-summary', sessionId: session, text: 'None.' })).toMatchObject({
    type: 'refused',
    code: 'empty',
  });
  await bench.ask(session, `One. ${long}`);
  expect(bench.view(session).summary).toBeUndefined();

  await bench.ask(session, `Two. ${long}`);
  expect(bench.view(session).summary).toMatchObject({
    by: 'momentum',
    text: expect.stringMatching(/^- The person: “One\. .*You answered: “First answer”\.$/u),
  });
  const second = model.calls[1]?.request.input;
  expect(second).toMatchObject([{ role: 'system' }, { role: 'user', content: `Two. ${long}` }]);

  await bench.command({ type: 'edit-summary', sessionId: session, text: 'They wanted to hear about one.' });
  await bench.ask(session, `Three. ${long}`);
  expect(bench.view(session).summary?.text).toMatch(
    /^They wanted to hear about one\.\n- The person: “Two\./u,
  );
  expect(bench.view(session).entries).toHaveLength(6);
  await bench.engine.close();
});
