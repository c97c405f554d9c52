import { describe, expect, it } from 'vitest';

import { turnId, type QueuedMessage } from '@/domain/sessions';
import { millis } from '@/domain/workspace';

import { placeAfterMove } from './queue-moves';

const items = ['a', 'b', 'c'].map((name): QueuedMessage => ({
  turnId: turnId(name),
  text: name,
  queuedAt: millis(0),
}));

describe('[I3] a queued message', () => {
  it.each([
    ['a', 'down', 'c'],
    ['b', 'down', null],
    ['b', 'up', 'a'],
    ['c', 'up', 'b'],
    ['a', 'up', undefined],
    ['c', 'down', undefined],
    ['gone', 'up', undefined],
  ] as const)('%s moved %s goes before %s', (name, direction, before) => {
    expect(placeAfterMove(items, turnId(name), direction)).toBe(before);
  });
});
