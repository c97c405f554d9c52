import { expect, test } from '@playwright/test';

import { faultsOf, workspaceWords, type Ended } from './crash/crash-faults';
import { CrashDesk, type Death } from './crash/crash-story';

/*
 * A browser is started, killed and started again, over and over; `npm run test:crash` does the same hundreds of times. Whatever is not
 * killed here is killed in src/agent/loop/crash-points.test.ts, at every await.
 */
test.describe.configure({ timeout: 300_000 });
// A trace of a browser that dies is none.
test.use({ trace: 'off' });

const fewDeaths: readonly Death[] = [
  { type: 'after', ms: 700 },
  { type: 'after', ms: 1_900 },
  { type: 'email', ms: 0 },
];

test('[L1] [L3] [C7] a browser that is killed loses nothing, and nothing happens twice', async ({
  baseURL,
}) => {
  const desk = await CrashDesk.open(baseURL ?? '');
  try {
    const calm = await desk.tell([]);
    const expected = workspaceWords(calm.records);
    expect(faultsOf(calm, expected)).toEqual([]);

    const ended = await desk.tell(fewDeaths);

    expect(faultsOf(ended, expected)).toEqual([]);
    expect(ended.kills).toBe(fewDeaths.length);
  } finally {
    await desk.close();
  }
});

test('(control) the same judge sees an email that left twice, and what is lost, torn or repeated', async ({
  baseURL,
}) => {
  // Nobody asks the person where the service is believed to know its keys, and this one does not.
  const desk = await CrashDesk.open(baseURL ?? '', { promisesOnce: true });
  try {
    const ended = await desk.tell([{ type: 'email', ms: 0 }]);
    const expected = workspaceWords(ended.records);
    expect(faultsOf(ended, expected)).toEqual(['2 emails arrived']);

    const { records } = ended;
    const [firstOfAgent] = records.log.filter(({ commit }) => commit.author.type === 'agent');
    if (firstOfAgent === undefined) throw new Error('The agent has changed nothing.');
    const faultsWith = (changed: Partial<Ended['records']>): string =>
      faultsOf({ ...ended, arrived: 1, records: { ...records, ...changed } }, expected).join('\n');
    expect(faultsWith({})).toBe('');
    expect(faultsWith({ log: records.log.filter((entry) => entry !== firstOfAgent) })).toMatch(
      /lost from the log[^]*done and not in the workspace/,
    );
    expect(faultsWith({ log: [...records.log, firstOfAgent] })).toContain('applied twice');
    expect(faultsWith({ task: records.task.slice(1) })).toContain('missing: ');
    expect(faultsWith({ task: [...records.task, ...records.task.slice(0, 1)] })).toContain('twice: ');
    expect(without('message-sent')).toMatch(/lost from the journal: message-sent[^]*messages: /);
    expect(without('call-settled')).toContain('in the workspace and not recorded');
    expect(without('run-ended')).toContain('a run never ended');
    expect(without('request-settled')).toContain('a request is still open');

    function without(type: string): string {
      return faultsWith({ journal: records.journal.filter(({ event }) => event.type !== type) });
    }
  } finally {
    await desk.close();
  }
});
