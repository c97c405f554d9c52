import { useState } from 'react';

import type { RequestId } from '@/domain/sessions';
import { useSessionServices, type DraftPlace } from '@/state/sessions';

/** What a person begins on a card and may want to find again after a reload. */
const kinds = ['answer', 'choices', 'reason', 'edits'] as const;
type Kind = (typeof kinds)[number];

/** A text that a person has begun on a card: it survives a reload and a card that was out of view. */
export function useKeptText(
  kind: Kind,
  id: RequestId,
): readonly [text: string, write: (text: string) => void] {
  const { drafts } = useSessionServices();
  const [text, setText] = useState(() => drafts.read(keyOf(kind, id)));
  return [
    text,
    (next) => {
      setText(next);
      drafts.write(keyOf(kind, id), next);
    },
  ];
}

/** Nobody will go on with what was begun on a request that is settled. */
export function forgetKept(drafts: DraftPlace, id: RequestId): void {
  for (const kind of kinds) {
    if (drafts.read(keyOf(kind, id)) !== '') drafts.write(keyOf(kind, id), '');
  }
}

function keyOf(kind: Kind, id: RequestId): string {
  return `${kind}:${id}`;
}

/** Reads a list of texts that was kept as JSON; whatever else is there is nothing. */
export function keptList(text: string): readonly string[] {
  const value = parsed(text);
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** Reads texts by name that were kept as JSON; whatever else is there is nothing. */
export function keptRecord(text: string): ReadonlyMap<string, string> {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, each]: readonly [string, unknown]) =>
      typeof each === 'string' ? [[name, each] as const] : [],
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text === '' ? 'null' : text);
  } catch {
    return null;
  }
}
