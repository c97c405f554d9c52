import type { IsoDate } from '@/domain/workspace';

import { patternOf, type Pattern } from '../words/pattern';

export type Groups = Readonly<Record<string, string | undefined>>;

export interface Said {
  readonly date?: IsoDate | null;
  readonly time?: string | null;
}

/** One way to say a day or a time. */
export interface Way {
  readonly pattern: Pattern;
  readonly read: (groups: Groups, today: IsoDate) => Said | null;
}

/** Ways that need the same words are told together not to be in a text. */
export interface Kind {
  /** What a text has to hold for any of them. */
  readonly about: RegExp;
  readonly ways: readonly Way[];
}

export function way(pattern: string, read: Way['read']): Way {
  return { pattern: patternOf(pattern, 'giu'), read };
}
