import type { QueuedMessage, TurnId } from '@/domain/sessions';

/**
 * Where a queued message goes when it is moved by one place: in front of which other one, null for the end. Undefined where it cannot be
 * moved any further.
 */
export function placeAfterMove(
  items: readonly QueuedMessage[],
  turnId: TurnId,
  direction: 'up' | 'down',
): TurnId | null | undefined {
  const index = items.findIndex((item) => item.turnId === turnId);
  if (index === -1) return undefined;
  if (direction === 'up') return items[index - 1]?.turnId;
  return index === items.length - 1 ? undefined : (items[index + 2]?.turnId ?? null);
}
