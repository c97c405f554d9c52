import { Agent, MaxTurnsExceededError, Runner, tool, type Model, type ModelSettings } from '@openai/agents';

import { callId, type ModelItem } from '@/domain/sessions';

import type { ModelCall, ModelLoop, ModelRun, ModelRunEnd, ToolDefinition } from '../loop/model-loop';
import { failureOf } from './failures';
import { guard, unknownTool, type GuardHooks } from './guard';
import type { RetryPorts } from './provider/provider-ports';
import { retrying } from './provider/retrying';

export interface ModelChoice {
  /** Names provider, model and wire format: what one of them sent may be illegal for another. */
  readonly name: string;
  readonly model: Model;
  readonly settings?: ModelSettings;
  /** Puts the conversation in a form that this model's server takes. */
  readonly sendable?: (items: readonly ModelItem[]) => readonly ModelItem[];
  /** How many tokens the model can read at once, where somebody knows. */
  readonly contextTokens?: number;
  /** For a model behind a network. */
  readonly provider?: ModelProvider;
}

interface ModelProvider {
  /** Names the server in messages. */
  readonly host: string;
  /** Takes the key out of a text [X3]. */
  readonly redact: (text: string) => string;
  readonly retries: RetryPorts;
}

/** Drives a model with the SDK's runner, which owns the turns and nothing else: not our history, our order or our records. */
export function createModelLoop(choice: ModelChoice): ModelLoop {
  return {
    model: choice.name,
    ...(choice.contextTokens === undefined ? {} : { contextTokens: choice.contextTokens }),
    runTurns: (run) => runTurns(choice, run),
  };
}

async function runTurns(choice: ModelChoice, run: ModelRun): Promise<ModelRunEnd> {
  if (run.signal.aborted) return { type: 'stopped' };
  const calls = new Map<string, ModelCall>();
  let said = '';
  const names = new Set(run.tools.map((each) => each.name));
  const hooks: GuardHooks = {
    briefing: () => run.briefing(),
    items: () => choice.sendable?.(run.items()) ?? run.items(),
    isUsed: (id) => run.isUsed(id),
    onPiece: (piece) => {
      run.onPiece(piece);
    },
    async onAnswer(answer) {
      for (const call of answer.calls) calls.set(call.callId, call);
      await run.onAnswer(answer);
    },
    onSaid: (words) => {
      said = words;
    },
    isKnownTool: (name) => names.has(name),
  };
  const guarded = guard(patient(choice, run), hooks);
  const runner = new Runner({
    modelProvider: { getModel: () => guarded },
    tracingDisabled: true,
    toolExecution: { maxFunctionToolConcurrency: 1 },
    toolNotFoundBehavior: 'return_error_to_model',
  });
  const execute = (id: string): Promise<string> => {
    const call = calls.get(id);
    calls.delete(id);
    return run.execute(call ?? { callId: callId(id), tool: unknownTool, rawArguments: '' });
  };
  const agent = new Agent({
    name: 'Momentum',
    model: guarded,
    modelSettings: choice.settings ?? {},
    tools: [...run.tools, unknownToolDefinition].map((definition) => sdkTool(definition, execute)),
  });
  try {
    const stream = await runner.run(agent, placeholder, {
      stream: true,
      signal: run.signal,
      maxTurns: run.maxTurns,
    });
    await stream.completed;
    return run.signal.aborted ? { type: 'stopped' } : { type: 'completed' };
  } catch (error) {
    if (run.signal.aborted) return { type: 'stopped' };
    if (error instanceof MaxTurnsExceededError) return { type: 'limit' };
    return { type: 'failed', failure: failureOf(error, { said, provider: choice.provider ?? null }) };
  }
}

/** The model, asked again where that may help. */
function patient({ model, provider }: ModelChoice, run: ModelRun): Model {
  if (provider === undefined) return model;
  return retrying(model, provider.retries, (wait) => run.onWait?.(wait));
}

/** The guard sends the journal's conversation in place of this. The SDK's own cost grows with what it is given, so it is given nothing. */
const placeholder = 'Go on.';

const unknownToolDefinition: ToolDefinition = {
  name: unknownTool,
  description: 'Stands for a tool that does not exist.',
  parameters: { type: 'object', properties: {}, required: [], additionalProperties: true },
};

function sdkTool(definition: ToolDefinition, execute: (id: string) => Promise<string>) {
  return tool({
    name: definition.name,
    description: definition.description,
    // The SDK's type asks for the parts of an object's schema, which every tool of ours has; a test holds them to it.
    parameters: definition.parameters as unknown as Extract<
      Parameters<typeof tool>[0],
      { strict: false }
    >['parameters'],
    strict: false,
    // Whatever rejects ends the run: a generic apology to the model would let it go on as if the call had merely failed.
    errorFunction: null,
    execute: (_input, _context, details) => execute(details?.toolCall?.callId ?? ''),
  });
}
