import { createContext, use } from 'react';

/** What a field tells the control inside it, as the attributes the control puts on its element. */
export interface FieldControl {
  readonly id?: string;
  readonly 'aria-labelledby'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

export const FieldContext = createContext<FieldControl>({});

export function useFieldControl(): FieldControl {
  return use(FieldContext);
}
