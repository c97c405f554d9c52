import { functionCall } from '@openai/agents/testing';
import { expect, it } from 'vitest';

import { nothingNoted, repairedAnswer } from './repair-response';

function calls(count: number) {
  return Array.from({ length: count }, (_each, index) =>
    functionCall('echo', { n: index }, { callId: `call_${String(index)}` }),
  );
}

it('[C1] takes five hundred calls of one answer in their order, and none of one that has more', () => {
  const answer = repairedAnswer(calls(500), nothingNoted, () => false);
  expect(answer.calls.map(({ callId }) => callId)).toEqual(
    Array.from({ length: 500 }, (_each, index) => `call_${String(index)}`),
  );
  expect(() => repairedAnswer(calls(501), nothingNoted, () => false)).toThrow(/more than 500 actions/u);
});
