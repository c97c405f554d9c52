import type { History } from '@/domain/deltas';
import type { Json } from '@/domain/sessions';
import type { IdOf, EntityKind, Millis, Workspace } from '@/domain/workspace';

import type { Clock, Ids, Mailer } from '../ports';
import type { Attempt } from './shown-plan';
import type { AnyTool, PreparedCall, ToolPlan } from './tool';

export interface AttemptPorts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly mailer: Mailer;
  readonly history: () => History;
}

/** What came of parsing and planning a call once. Only a change can go on. */
export type Attempted =
  | { readonly type: 'change'; readonly attempt: Attempt }
  | Extract<PreparedCall, { type: 'invalid' }>
  | {
      readonly type: 'other';
      readonly prepared: Extract<PreparedCall, { type: 'prepared' }>;
      readonly plan: Exclude<ToolPlan, { type: 'change' }>;
    };

export interface AttemptOptions {
  readonly workspace: Workspace;
  readonly justCreated: ReadonlySet<string>;
}

const agentName = 'Momentum';

/** Parses and plans a call on a workspace, and remembers what is new with this making. Changes nothing. */
export function makeAttempt(
  tool: AnyTool,
  raw: Json,
  { ports, workspace, justCreated }: AttemptOptions & { readonly ports: AttemptPorts },
): Attempted {
  const now: Millis = ports.clock.now();
  const minted: string[] = [];
  const mint = <K extends EntityKind>(kind: K): IdOf<K> => {
    const id = ports.ids.entity(kind);
    minted.push(id);
    return id;
  };
  const { undoable, redoable } = ports.history();
  const prepared = tool.prepare(workspace, raw, {
    now,
    today: ports.clock.today(),
    mint,
    undoable,
    redoable,
    agentName,
    justCreated,
  });
  if (prepared.type === 'invalid') return prepared;
  const { plan } = prepared;
  if (plan.type !== 'change') return { type: 'other', prepared, plan };
  if (plan.deltas.length === 0 && plan.effects.length === 0) {
    const { summary, output, data } = plan;
    return { type: 'other', prepared, plan: { type: 'answer', summary, output, data } };
  }
  const via = plan.effects.length === 0 ? '' : ports.mailer.describe();
  return {
    type: 'change',
    attempt: { tool: tool.name, workspace, prepared: { ...prepared, plan }, now, minted, via },
  };
}
