import { describe, expect, it } from 'vitest';

import { addedCalls, longSession } from '@/testing/long-session';

import { summaryDraft, turnToCondense } from './condense';
import { historyFor } from './history';
import { turnId } from './ids';
import { sessionId } from './ids';
import { viewOf } from './view-after';

const roomy = { items: 500, tokens: null };
const model = 'm';

describe('a long conversation', () => {
  it('is sent whole as long as it fits', () => {
    expect(turnToCondense(longSession(10), model, roomy)).toBeNull();
  });

  it('is summarised up to whole turns when it has too many items, and then has room to go on', () => {
    const events = longSession(150);
    expect(historyFor(events, model)).toHaveLength(150 * 4);
    const through = turnToCondense(events, model, roomy);
    expect(through).toBe('turn-87');
    const after = [...events, summary(through, summaryDraft(events, turnId('turn-87')))];
    const items = historyFor(after, model);
    expect(items.length).toBeLessThanOrEqual(250);
    expect(turnToCondense(after, model, roomy)).toBeNull();
    expect(unpaired(items)).toEqual([]);
    expect(items.at(-1)).toMatchObject({ role: 'assistant' });
  });

  it('is summarised when it has too many tokens for the model', () => {
    const events = longSession(40);
    const tokens = JSON.stringify(historyFor(events, model)).length / 4;
    expect(turnToCondense(events, model, { items: 500, tokens: tokens + 1 })).toBeNull();
    expect(turnToCondense(events, model, { items: 500, tokens: tokens / 2 })).not.toBeNull();
  });

  it('keeps its newest turn whole, however little the model can read', () => {
    expect(turnToCondense(longSession(3), model, { items: 1, tokens: 1 })).toBe('turn-1');
    expect(turnToCondense(longSession(1), model, { items: 1, tokens: 1 })).toBeNull();
  });

  it('says what was asked, done and answered, from the records', () => {
    const draft = summaryDraft(longSession(3), turnId('turn-1'));
    expect(draft.split('\n')).toEqual([
      '- The person: “Question 0”. Done: Add task 0. You answered: “Answer 0”.',
      '- The person: “Question 1”. Done: Add task 1. You answered: “Answer 1”.',
    ]);
  });

  it('goes on from a summary that a person has written', () => {
    const events = longSession(4);
    const edited = [...events, summary(turnId('turn-1'), 'We only talked.', 'person')];
    expect(summaryDraft(edited, turnId('turn-2'))).toBe(
      'We only talked.\n- The person: “Question 2”. Done: Add task 2. You answered: “Answer 2”.',
    );
    expect(JSON.stringify(historyFor(edited, model))).not.toContain('Question 1');
    expect(viewOf(sessionId('s'), edited)?.summary).toEqual({
      through: 'turn-1',
      text: 'We only talked.',
      by: 'person',
    });
  });

  it('shortens what is very long, and counts what it leaves out', () => {
    const draft = summaryDraft(longSession(300), turnId('turn-250'));
    const lines = draft.split('\n');
    expect(lines).toHaveLength(101);
    expect(lines[0]).toBe('- 151 more messages before those below');
  });

  it('forgets a summary of turns that were replaced', () => {
    const events = longSession(4);
    const replaced = [
      ...events,
      summary(turnId('turn-2'), 'Short.'),
      ...addedCalls(9, { replaces: turnId('turn-1') }),
    ];
    expect(JSON.stringify(historyFor(replaced, model))).not.toContain('Short.');
    expect(viewOf(sessionId('s'), replaced)?.summary).toBeUndefined();
  });

  it.each([1, 2, 7, 49, 50, 99])('never loses half of a pair, cut behind turn %d', (turn) => {
    const events = longSession(100);
    const items = historyFor([...events, summary(turnId(`turn-${String(turn)}`), 'Short.')], model);
    expect(unpaired(items)).toEqual([]);
    expect(items).toHaveLength(1 + (99 - turn) * 4);
  });
});

function summary(
  through: ReturnType<typeof turnId> | null,
  text: string,
  by: 'momentum' | 'person' = 'momentum',
) {
  const [first] = longSession(1);
  if (first === undefined || through === null) throw new Error('There is nothing to summarise.');
  return { type: 'history-summarised', through, text, by, version: 1, at: first.at } as const;
}

/** Ids of calls without outputs and of outputs without calls. */
function unpaired(items: ReturnType<typeof historyFor>): readonly unknown[] {
  const ids = (type: string) => items.filter((item) => item.type === type).map((item) => item['callId']);
  const [calls, outputs] = [ids('function_call'), ids('function_call_result')];
  return [...calls.filter((id) => !outputs.includes(id)), ...outputs.filter((id) => !calls.includes(id))];
}
