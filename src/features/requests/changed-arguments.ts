import { sameValue } from '@/domain/deltas';
import type { ApprovalSpec, CallArguments } from '@/domain/sessions';

import { textOfValue } from './argument-values';

/** One argument that a person changed, as text; an empty text holds nothing. */
export interface ChangedArgument {
  readonly name: string;
  readonly label: string;
  readonly was: string;
  readonly becomes: string;
}

/** What a person changed before they approved [C5], in the order of the fields. */
export function changedArguments({ fields }: ApprovalSpec, args: CallArguments): readonly ChangedArgument[] {
  return fields.flatMap((field) => {
    const value = args[field.name] ?? null;
    if (sameValue(value, field.value)) return [];
    const { name, label } = field;
    const was = textOfValue(field);
    const becomes = textOfValue({ type: field.type, value });
    return was === becomes ? [] : [{ name, label, was, becomes }];
  });
}
