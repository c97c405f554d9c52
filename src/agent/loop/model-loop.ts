import type { TokenUsage } from '@/domain/models';
import type { CallId, Json, ModelItem, RunFailure } from '@/domain/sessions';

/** What a model is told of a tool. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  /** JSON Schema. */
  readonly parameters: { readonly [keyword: string]: Json };
}

/** A call as the model asked for it. Its arguments are what the model wrote, JSON or not. */
export interface ModelCall {
  readonly callId: CallId;
  readonly tool: string;
  readonly rawArguments: string;
}

/** A whole response. `items` are plain JSON, exactly as they will be sent back; the calls among them have ids nobody used before. */
export interface ModelAnswer {
  readonly items: readonly ModelItem[];
  readonly calls: readonly ModelCall[];
  /** What it cost, where the provider counts. */
  readonly usage?: TokenUsage;
}

/** A piece of what is streaming right now. */
export type LivePiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  /** A call has begun to arrive. */
  | { readonly type: 'call'; readonly tool: string };

/** A pause before a request that failed is repeated. Nothing of a response had arrived. */
export interface ModelWait {
  /** When it is repeated: ms since the Unix epoch. */
  readonly until: number;
  /** What happened, for people. */
  readonly reason: string;
  /** Which attempt comes next; 2 is the first repetition. */
  readonly attempt: number;
  /** Ends the pause. Harmless when it is over. */
  retryNow(): void;
}

/**
 * The work of a model on one run: as many responses as it takes, each followed by its calls, one at a time, in their order.
 */
export interface ModelRun {
  /** Every tool that somebody may use in this run. */
  readonly tools: readonly ToolDefinition[];
  /** Most responses of this run. */
  readonly maxTurns: number;
  /** Ends the run; whoever aborts it knows why. */
  readonly signal: AbortSignal;
  /** Asked for before each request: a call may have handed the conversation to somebody else. */
  briefing(): Briefing;
  /** The whole conversation, asked for before each request: a fold of the journal [L2]. */
  items(): readonly ModelItem[];
  /** Whether a call of this session has this id already. */
  isUsed(callId: string): boolean;
  onPiece(piece: LivePiece): void;
  /** Tells of each pause before a request is repeated, and with null of its end. */
  onWait?(wait: ModelWait | null): void;
  /** Awaited before any call of the response starts [L1]. When it rejects, none starts and the run fails with its error. */
  onAnswer(answer: ModelAnswer): Promise<void>;
  /** Runs one call and answers with its output. Rejects only to end the run. */
  execute(call: ModelCall): Promise<string>;
}

/** What a model is told for one request. */
export interface Briefing {
  readonly instructions: string;
  /** Names of the tools that it may use. */
  readonly tools: ReadonlySet<string>;
}

/** How a run of a model ended. `stopped`: its signal was aborted. `limit`: it wanted more turns than allowed. */
export type ModelRunEnd =
  | { readonly type: 'completed' }
  | { readonly type: 'stopped' }
  | { readonly type: 'limit' }
  | { readonly type: 'failed'; readonly failure: RunFailure };

/** Drives a model. Loaded when it is first needed: what implements it is large. */
export interface ModelLoop {
  /** Names who answers, for the journal: what one model sent may be illegal for another. */
  readonly model: string;
  /** How many tokens the model can read at once, where somebody knows. */
  readonly contextTokens?: number;
  /** Never rejects, and leaves nothing behind: no timer, listener or open request. */
  runTurns(run: ModelRun): Promise<ModelRunEnd>;
}
