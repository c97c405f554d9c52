import type { SessionModel } from '@/domain/sessions';

import type { AnyTool } from './calls/tool';
import type { AskMode } from './engine';
import type { ModelLoop } from './loop/model-loop';
import type { Clock, Frames, Ids, Journal, Mailer, SessionIds, SessionLocks } from './ports';
import type { LiveWorkspace } from './workspace';

/** What the person has set; read whenever it matters, so that a change counts from then on. */
export interface EngineSettings {
  readonly askMode: AskMode;
  /** Most model responses of one run. */
  readonly maxTurns: number;
  /** How long a question or approval stays open; null for as long as it takes. */
  readonly requestPatienceMs: number | null;
  /** IANA name of where the person is: "Europe/Berlin". */
  readonly timeZone: string;
}

/** Everything the runtime needs from outside. */
export interface EnginePorts {
  readonly live: LiveWorkspace;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sessionIds: SessionIds;
  readonly frames: Frames;
  readonly locks: SessionLocks;
  readonly mailer: Mailer;
  readonly tools: readonly AnyTool[];
  /** The model that the person has chosen, for one session or with null for all; loaded when a run first needs it. */
  readonly modelLoop: (choice: SessionModel | null) => Promise<ModelLoop>;
  readonly settings: () => EngineSettings;
}
