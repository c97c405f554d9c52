import { previewDeltas, type Delta } from '@/domain/deltas';
import type { ApprovalSpec, EffectPreview, PolicyReason } from '@/domain/sessions';
import type { Workspace } from '@/domain/workspace';

import type { PreparedCall, ToolPlan } from './tool';

export type ChangePlan = Extract<ToolPlan, { type: 'change' }>;
export type PreparedChange = Extract<PreparedCall, { type: 'prepared' }> & { readonly plan: ChangePlan };

/** One making of a plan: what it was made on, and what is new with every making. */
export interface Attempt {
  readonly tool: string;
  readonly workspace: Workspace;
  readonly prepared: PreparedChange;
  readonly now: number;
  /** The ids that this making handed out, in order. */
  readonly minted: readonly string[];
  readonly via: string;
}

/** Everything about a plan that a person decides on. */
export type Shown = Omit<ApprovalSpec, 'reasons' | 'hash'>;

/** What an approval shows of a plan [C4]: derived by code from the plan, never written by the model. */
function shownPlan({ tool, workspace, prepared, via }: Attempt): Shown {
  const { title, fields, args, plan } = prepared;
  return {
    type: 'approval',
    tool,
    title,
    preview: previewDeltas(workspace, plan.deltas),
    effects: plan.effects.map((effect): EffectPreview => {
      const { to, cc, subject, body } = effect;
      return { type: 'email', to, cc, subject, body, via };
    }),
    fields,
    args,
  };
}

/**
 * Text that is the same for two plans exactly when they show and do the same. What differs with every making, fresh ids and the
 * time of day, and the place of new items among their siblings are left out: they are no part of what anybody decides.
 */
export function canonicalPlan(attempt: Attempt): string {
  const { plan } = attempt.prepared;
  const places = new Map(attempt.minted.map((id, index) => [id, `new ${String(index + 1)}`]));
  const isNow = (field: string, value: unknown): boolean => timeFields.has(field) && value === attempt.now;
  const shown = { ...shownPlan(attempt), deltas: plan.deltas.map(withoutPlace), effects: plan.effects };
  return JSON.stringify(shown, (field, value: unknown) => {
    if (typeof value === 'string') return places.get(value) ?? value;
    if (isNow(field, value)) return 'now';
    return isRecord(value) ? sortedFields(value) : value;
  });
}

const timeFields: ReadonlySet<string> = new Set(['createdAt', 'completedAt', 'sentAt', 'at']);

function withoutPlace(delta: Delta): object {
  return delta.type === 'create' && 'rank' in delta.entity
    ? { ...delta, entity: { ...delta.entity, rank: 'last' } }
    : delta;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortedFields(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** SHA-256 of a canonical plan, in hexadecimal digits: what an approval is good for. */
export async function planHash(canonical: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function approvalOf(
  attempt: Attempt,
  { reasons, hash }: { readonly reasons: readonly PolicyReason[]; readonly hash: string },
): ApprovalSpec {
  return { ...shownPlan(attempt), reasons, hash };
}
