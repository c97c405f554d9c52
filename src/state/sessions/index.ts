export { sessionSearchQuery } from './queries';
export type { ApprovalDraft, EngineCommand, EngineReply, SendMode } from '@/agent';
export {
  chooseSessionModel,
  sendMessage,
  SessionServicesContext,
  useOpenSession,
  useSessions,
  useSessionServices,
  type DraftPlace,
  type SessionServices,
} from './session-services';
export { createSessionsStore, openIdOf, type SessionsStore } from './sessions-store';
