import { bench, describe } from 'vitest';

import { responseTo } from './corpus/evaluate';
import { heldOutPhrases } from './corpus/held-out';

const pastes = {
  'one line': 'the tasks of all projects are overdue and delete '.repeat(205),
  lines: 'write the minutes of the meeting\n'.repeat(300),
  'bullets below a request': `add these to Shopping:\n${'- a thing to buy, and another\n'.repeat(330)}`,
  requests: 'add milk to shopping. mark "Run tests" as done. '.repeat(200),
} as const;

/* Figures to read, never a pass or fail by the clock: `npx vitest bench src/agent/models/offline`. */
describe('the built-in model', () => {
  bench(`${String(heldOutPhrases.length)} phrases, one after the other`, () => {
    for (const { says } of heldOutPhrases) responseTo(says);
  });

  for (const [name, paste] of Object.entries(pastes)) {
    bench(`a paste of 10,000 characters: ${name}`, () => {
      responseTo(paste);
    });
  }
});
