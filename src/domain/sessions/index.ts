export {
  callId,
  requestId,
  runId,
  sessionId,
  turnId,
  type CallId,
  type RequestId,
  type RunId,
  type SessionId,
  type TurnId,
} from './ids';
export type {
  ApprovalSpec,
  ArgumentField,
  CallArguments,
  EffectPreview,
  Json,
  PersonRequest,
  PolicyReason,
  QuestionSpec,
  RequestResponse,
  RequestStatus,
} from './request';
export type {
  Answer,
  AnswerBlock,
  AuditFinding,
  LiveRetry,
  LiveText,
  ModelUsage,
  QueuedMessage,
  Receipt,
  RunFailure,
  SessionModel,
  SessionStatus,
  SessionSummary,
  SessionView,
  ThinkingStep,
  TranscriptEntry,
  UserMessage,
} from './view';
export {
  eventAt,
  type CallCounts,
  type CallOutcome,
  type ModelItem,
  type ResponseCall,
  type SessionEvent,
  type SessionHappening,
  type SettledCall,
} from './events';
export { shortened } from './stop-note';
export { summaryDraft, turnToCondense, type HistoryLimits } from './condense';
export { historyFor } from './history';
export { callIdOf, messageText, rawArguments, textOf } from './items';
export { openWork, type OpenCall, type OpenWork } from './open-work';
export { usageIn } from './usage';
export { searchableText } from './search';
export { removedFromQueue } from './queue';
export { toolWords } from './titles';
export { answerOf, newView, summaryOf, viewAfter, viewOf } from './view-after';
