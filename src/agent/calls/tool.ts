import type { Delta } from '@/domain/deltas';
import type { LogEntry } from '@/domain/deltas';
import type { PlanContext } from '@/domain/planning';
import type { ArgumentField, CallArguments, Json, QuestionSpec } from '@/domain/sessions';
import type { EmailId, Recipient, Workspace } from '@/domain/workspace';

/** What a tool may look at besides the workspace. Plain data: the same context gives the same plan. */
export interface ToolContext extends PlanContext {
  /** The newest undoable and redoable commits of the log, oldest first. */
  readonly undoable: readonly LogEntry[];
  readonly redoable: readonly LogEntry[];
  /** The name under which the agent writes comments. */
  readonly agentName: string;
  /**
   * Ids of what earlier calls of the same model response created. The model wrote its calls before it could know these ids, so a name
   * that fits one of them and others means that one; without this it would be ambiguous [W6].
   */
  readonly justCreated?: ReadonlySet<string>;
}

/**
 * Something that leaves the app. It is journaled as started before it is attempted and carries an idempotency key [C7]. The `output` of
 * its plan says what goes to whom, not that it went: how that ended is known only to the runtime, which says it.
 */
export interface EmailEffect {
  readonly type: 'email';
  /** The email in the workspace that this sends; the plan's deltas give it the status `sending`, its outcome gives it the next one. */
  readonly emailId: EmailId;
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
}

/** What a tool answers with: data that can be shown, counted, checked again, committed and undone. */
export type ToolPlan =
  /** Changes the workspace, sends something, or both. `output` is what the model hears once it happened: short, with ids. */
  | {
      readonly type: 'change';
      readonly deltas: readonly Delta[];
      readonly effects: readonly EmailEffect[];
      readonly summary: string;
      readonly output: string;
      readonly data: Json;
      /** For undo and redo: the commits that this one takes back or brings back. */
      readonly takesBack?: readonly LogEntry[];
    }
  /** Changes nothing: a lookup, a report, or everything is as wanted already. */
  | { readonly type: 'answer'; readonly summary: string; readonly output: string; readonly data: Json }
  /** Asks the person; their answer is the output. */
  | { readonly type: 'question'; readonly question: QuestionSpec }
  /** Cannot be done as asked: bad arguments, an ambiguous or unknown name [C2] [W6]. `output` says what was wrong and what is allowed. */
  | { readonly type: 'failed'; readonly summary: string; readonly output: string };

/** One tool of the agent, without the type of its arguments: what a list of tools holds. It never changes anything. */
export interface AnyTool {
  readonly name: string;
  /** Written for models: what it does, when to use it, what it answers. */
  readonly description: string;
  /** JSON Schema of the arguments, an object without additional properties. */
  readonly parameters: { readonly [keyword: string]: Json };
  /** Parses and plans in one go, purely. */
  prepare(workspace: Workspace, raw: Json, context: ToolContext): PreparedCall;
}

/**
 * A call whose arguments fit, with what it would do; or what is wrong with them by field, in words for the model and for people alike.
 * `title` is verb first ("Delete 3 tasks in Launch") and holds on for things that do not exist; `fields` are what a person may edit.
 */
export type PreparedCall =
  | {
      readonly type: 'invalid';
      readonly problems: readonly { readonly field: string; readonly message: string }[];
    }
  | {
      readonly type: 'prepared';
      readonly args: CallArguments;
      readonly title: string;
      readonly fields: readonly ArgumentField[];
      readonly plan: ToolPlan;
    };
