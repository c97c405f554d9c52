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
  SessionHold,
  SessionIds,
  SessionLocks,
  StorageCare,
  StorageErrorCode,
  WorkspaceStore,
} from './ports';
export type { AnyTool, PreparedCall, ToolContext, ToolPlan } from './calls/tool';
export { createEngine } from './create-engine';
export type { EnginePorts, EngineSettings } from './engine-ports';
export type {
  ApprovalDraft,
  AskMode,
  Engine,
  EngineCommand,
  EngineEvent,
  EngineReply,
  SendMode,
} from './engine';
export type { LocalEngine, WrittenSession } from './local-engine';
export type {
  LivePiece,
  ModelAnswer,
  ModelCall,
  ModelLoop,
  ModelRun,
  ModelRunEnd,
  ModelWait,
} from './loop/model-loop';
