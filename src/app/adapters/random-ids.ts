import { customAlphabet } from 'nanoid';

import type { Ids, SessionIds } from '@/agent';
import { commitId } from '@/domain/deltas';
import { requestId, runId, sessionId, turnId, type TurnId } from '@/domain/sessions';
import {
  commentId,
  emailId,
  personId,
  projectId,
  taskId,
  type EntityKind,
  type IdOf,
} from '@/domain/workspace';

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';

/** 16 characters of 36 are 82 bits: among a thousand million ids, two are equal once in 5 million devices. */
const length = 16;

const makers = {
  project: (text) => projectId(`prj_${text}`),
  task: (text) => taskId(`tsk_${text}`),
  person: (text) => personId(`per_${text}`),
  comment: (text) => commentId(`com_${text}`),
  email: (text) => emailId(`eml_${text}`),
} as const satisfies { readonly [K in EntityKind]: (text: string) => IdOf<K> };

/** The name of a database, for ever. */
export function randomDatabaseId(): string {
  return `dbs_${customAlphabet(alphabet, length)()}`;
}

/** Ids for everything that the app names. */
export interface AppIds extends Ids, SessionIds {
  turn(): TurnId;
  /** Names a window for as long as it lasts. */
  window(): string;
}

/** Random ids that say what they name, in small letters, so that they survive being read aloud and typed. */
export function randomIds(randomText: () => string = customAlphabet(alphabet, length)): AppIds {
  return {
    commit: () => commitId(`chg_${randomText()}`),
    session: () => sessionId(`ses_${randomText()}`),
    run: () => runId(`run_${randomText()}`),
    request: () => requestId(`req_${randomText()}`),
    turn: () => turnId(`trn_${randomText()}`),
    window: () => `win_${randomText()}`,
    entity<K extends EntityKind>(kind: K): IdOf<K> {
      const make: (text: string) => IdOf<K> = makers[kind];
      return make(randomText());
    },
  };
}
