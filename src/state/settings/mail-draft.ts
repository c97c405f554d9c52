import { createStore, type StoreApi } from 'zustand/vanilla';

/** What was typed over what is kept of the mail service; null where nothing was. */
export interface HttpMailDraft {
  readonly endpoint: string | null;
  readonly from: string | null;
  readonly isIdempotent: boolean | null;
  readonly key: string | null;
}

export interface MailDraftState {
  /** The endpoint was chosen and is not filled in yet: emails still take the other way. */
  readonly wantsHttp: boolean;
  readonly draft: HttpMailDraft;
}

export const untouchedDraft: HttpMailDraft = { endpoint: null, from: null, isIdempotent: null, key: null };

/** What a person has begun and not saved, for as long as the window lasts. It may hold a key, so it is never written anywhere [X3]. */
export type MailDraftStore = StoreApi<MailDraftState>;

export function createMailDraft(): MailDraftStore {
  return createStore<MailDraftState>(() => ({ wantsHttp: false, draft: untouchedDraft }));
}
