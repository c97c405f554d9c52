export type {
  ChangeFeed,
  ChangeNotice,
  Clock,
  CommitOutcome,
  CommitRequest,
  DamagedRecord,
  Frames,
  Ids,
  Journal,
  JournalAppend,
  JournalRecord,
  Lease,
  LoadedWorkspace,
  LogRange,
  MailOptions,
  MailOutcome,
  Mailer,
  OutgoingEmail,
  SessionIds,
  SessionLocks,
  StorageCare,
  StorageErrorCode,
  WorkspaceStore,
} from './ports';
export type {
  AnyTool,
  EmailEffect,
  ParsedArguments,
  PreparedCall,
  Tool,
  ToolContext,
  ToolPlan,
} from './calls/tool';
export { createEngine } from './create-engine';
export { defaultMaxTurns, type EnginePorts, type EngineSettings } from './engine-ports';
export type {
  ApprovalDraft,
  AskMode,
  Engine,
  EngineCommand,
  EngineEvent,
  EngineReply,
  SendMode,
  SessionUpdate,
} from './engine';
export type { LocalEngine, SessionHold, WrittenSession } from './local-engine';
export type {
  LivePiece,
  ModelAnswer,
  ModelCall,
  ModelLoop,
  ModelRun,
  ModelRunEnd,
  ModelWait,
  ToolDefinition,
} from './loop/model-loop';
