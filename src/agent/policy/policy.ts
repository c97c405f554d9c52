import { counted, targetOf, type Delta } from '@/domain/deltas';
import type { PolicyReason } from '@/domain/sessions';
import type { EntityKind } from '@/domain/workspace';

import type { EmailEffect } from '../calls/tool';
import type { AskMode } from '../engine';

/** What policy looks at: the plan itself, never the model's word for it [C3] [X2]. */
export interface PolicyCase {
  readonly deltas: readonly Delta[];
  readonly effects: readonly EmailEffect[];
  /** Existing items that earlier calls of the same message changed without the person having been asked. */
  readonly touchedBefore: ReadonlySet<string>;
  /** Items that this message's calls created; changing them again is not news. */
  readonly createdBefore: ReadonlySet<string>;
  readonly askMode: AskMode;
  /** Whether the person lets this tool run unasked in this session. */
  readonly isGranted: boolean;
}

/** From this many existing items on, a change is one a person wants to see first. */
const bulkSize = 3;

/**
 * Why a person must be asked before this plan runs; empty when it may just run.
 *
 * Deleting and sending ask in every mode, whatever was granted.
 */
export function reasonsToAsk(subject: PolicyCase): readonly PolicyReason[] {
  const always = [...sensitiveReasons(subject), ...destructiveReasons(subject)];
  if (subject.isGranted || subject.askMode === 'trust') return always;
  const bulk = bulkReasons(subject);
  if (always.length + bulk.length > 0 || subject.askMode === 'when-it-matters') return [...always, ...bulk];
  return [{ type: 'asked', text: 'You want to see every change first' }];
}

/** The existing items that deltas change or delete. Giving an item another place among its siblings is not counted. */
export function existingItems(deltas: readonly Delta[], created: ReadonlySet<string>): readonly string[] {
  const ids = deltas
    .filter((delta) => delta.type !== 'create' && !isReordering(delta))
    .map(targetOf)
    .filter((id) => !created.has(id));
  return [...new Set<string>(ids)];
}

function isReordering(delta: Delta): boolean {
  return delta.type === 'update' && Object.keys(delta.after).every((field) => field === 'rank');
}

function sensitiveReasons({ effects }: PolicyCase): readonly PolicyReason[] {
  return effects.map(({ to, cc }) => {
    const count = to.length + cc.length;
    return {
      type: 'sensitive',
      text: `Sends an email to ${count === 1 ? '1 person' : `${String(count)} people`}`,
    };
  });
}

function destructiveReasons({ deltas }: PolicyCase): readonly PolicyReason[] {
  const deleted = deltas.filter((delta) => delta.type === 'delete');
  if (deleted.length === 0) return [];
  return [{ type: 'destructive', text: `Deletes ${itemWords(deleted.map((delta) => delta.kind))}` }];
}

function bulkReasons({ deltas, createdBefore, touchedBefore }: PolicyCase): readonly PolicyReason[] {
  const now = existingItems(deltas, createdBefore);
  if (now.length === 0) return [];
  if (now.length >= bulkSize) {
    const changed = new Set<string>(now);
    const kinds = new Map(deltas.map((delta) => [targetOf(delta) as string, delta.kind]));
    const words = itemWords([...changed].flatMap((id) => kinds.get(id) ?? []));
    return [{ type: 'bulk', text: `Changes ${words} at once` }];
  }
  const all = new Set([...touchedBefore, ...now]);
  if (all.size < bulkSize) return [];
  return [{ type: 'bulk', text: `Makes it ${String(all.size)} items changed for this message` }];
}

/** "3 tasks", "2 projects", or "5 items" of several kinds. */
function itemWords(kinds: readonly EntityKind[]): string {
  const [kind, ...others] = new Set(kinds);
  return others.length > 0 || kind === undefined
    ? `${String(kinds.length)} items`
    : counted(kinds.length, kind);
}
