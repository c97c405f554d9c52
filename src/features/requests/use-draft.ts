import { useEffect, useMemo, useState } from 'react';

import type { ApprovalSpec, CallArguments, PersonRequest, SessionId } from '@/domain/sessions';
import { useSessionServices, type ApprovalDraft } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';

import { readFields, textOfValue, type FieldText } from './argument-values';
import { keptRecord, useKeptText } from './kept-text';

/** What an approval would be with the arguments as they are edited. */
export interface EditedApproval {
  readonly texts: ReadonlyMap<string, FieldText>;
  readonly edit: (field: string, text: FieldText) => void;
  /** Everything as it was asked for. */
  readonly discard: () => void;
  /** What the present arguments would do; what they did last, while that is being found out. */
  readonly spec: ApprovalSpec;
  readonly args: CallArguments;
  /** What is wrong, by field; '' stands for the whole. */
  readonly problems: ReadonlyMap<string, string>;
  /** `ready`: the plan on the screen is that of the arguments on the screen. */
  readonly state: 'unchanged' | 'planning' | 'ready' | 'invalid';
}

/** Typing is over when nothing has been typed for so long. */
const pauseMs = 250;

type Planned =
  | { readonly type: 'planned'; readonly key: string; readonly spec: ApprovalSpec }
  | { readonly type: 'invalid'; readonly key: string; readonly problems: ReadonlyMap<string, string> };

/** Plans a call anew while a person changes its arguments [C4]; nothing is changed by that. */
export function useDraft(
  sessionId: SessionId,
  request: PersonRequest,
  original: ApprovalSpec,
): EditedApproval {
  const { engine } = useSessionServices();
  const [kept, keep] = useKeptText('edits', request.id);
  const texts = useMemo(() => new Map([...textsOf(original), ...keptRecord(kept)]), [original, kept]);
  const [planned, setPlanned] = useState<Planned | null>(null);
  const read = useMemo(() => readFields(original.args, original.fields, texts), [original, texts]);
  const key = JSON.stringify(read.args);
  const isUnchanged = key === JSON.stringify(original.args) && read.problems.size === 0;
  const isReadable = read.problems.size === 0;

  useEffect(() => {
    if (isUnchanged || !isReadable) return undefined;
    // What an older text would have done is dropped, whenever it arrives.
    let isStale = false;
    const timer = window.setTimeout(() => void plan(), pauseMs);
    async function plan(): Promise<void> {
      const draft = await engine.draft(sessionId, request.id, read.args).catch(failedDraft);
      if (!isStale) setPlanned(plannedFrom(draft, key));
    }
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [engine, sessionId, request.id, read.args, key, isUnchanged, isReadable]);

  const [lastSpec, setLastSpec] = useState(original);
  if (planned?.type === 'planned' && planned.spec !== lastSpec) setLastSpec(planned.spec);
  const isCurrent = planned?.key === key;
  return {
    texts,
    edit: (field, text) => {
      keep(JSON.stringify({ ...Object.fromEntries(keptRecord(kept)), [field]: text }));
    },
    discard: () => {
      keep('');
    },
    args: read.args,
    spec: isUnchanged ? original : lastSpec,
    problems: isReadable && isCurrent && planned.type === 'invalid' ? planned.problems : read.problems,
    state: stateOf({ isUnchanged, isReadable, planned: isCurrent ? planned : null }),
  };
}

function textsOf({ fields }: ApprovalSpec): ReadonlyMap<string, FieldText> {
  return new Map(fields.map((field) => [field.name, textOfValue(field)]));
}

function failedDraft(cause: unknown): ApprovalDraft {
  return { type: 'invalid', problems: [{ field: '', message: failureInWords(cause) }] };
}

function plannedFrom(draft: ApprovalDraft, key: string): Planned {
  return draft.type === 'planned'
    ? { ...draft, key }
    : {
        type: 'invalid',
        key,
        problems: new Map(draft.problems.map(({ field, message }) => [field, message])),
      };
}

interface DraftFacts {
  readonly isUnchanged: boolean;
  readonly isReadable: boolean;
  readonly planned: Planned | null;
}

function stateOf({ isUnchanged, isReadable, planned }: DraftFacts): EditedApproval['state'] {
  if (isUnchanged) return 'unchanged';
  if (!isReadable) return 'invalid';
  if (planned === null) return 'planning';
  return planned.type === 'planned' ? 'ready' : 'invalid';
}
