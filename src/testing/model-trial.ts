import type { LivePiece, ModelAnswer, ModelCall, ModelRun, ModelRunEnd, ModelWait } from '@/agent';
import { createModelLoop, type ModelChoice } from '@/agent/models';
import type { ModelItem } from '@/domain/sessions';

/** The parameters of a tool that takes nothing. */
export const noParameters = {
  type: 'object',
  properties: {},
  required: [],
  additionalProperties: false,
} as const;

/** A run of a model with nothing behind it but lists of what happened. */
export class ModelTrial {
  readonly happened: string[] = [];
  readonly answers: ModelAnswer[] = [];
  readonly pieces: LivePiece[] = [];
  readonly waits: (ModelWait | null)[] = [];
  readonly calls: ModelCall[] = [];
  readonly stopper = new AbortController();
  items: ModelItem[] = [{ type: 'message', role: 'user', content: 'Hello' }];
  onAnswer: (answer: ModelAnswer) => Promise<void> = () => Promise.resolve();
  execute: (call: ModelCall) => Promise<string> = (call) => Promise.resolve(`output of ${call.callId}`);
  onWait: (wait: ModelWait | null) => void = () => undefined;
  used = new Set<string>();

  run(choice: ModelChoice, settings: Partial<ModelRun> = {}): Promise<ModelRunEnd> {
    return createModelLoop(choice).runTurns({
      briefing: () => ({ instructions: 'Be good.', tools: new Set(['echo']) }),
      tools: [{ name: 'echo', description: 'Echoes.', parameters: noParameters }],
      maxTurns: 5,
      signal: this.stopper.signal,
      items: () => this.items,
      isUsed: (id) => this.used.has(id),
      onPiece: (piece) => this.pieces.push(piece),
      onWait: (wait) => {
        this.waits.push(wait);
        this.onWait(wait);
      },
      onAnswer: async (answer) => {
        this.happened.push(`journal ${answer.calls.map((call) => call.callId).join(' ')}`.trim());
        await this.onAnswer(answer);
        this.answers.push(answer);
        for (const { callId: id } of answer.calls) this.used.add(id);
        this.happened.push('journaled');
      },
      execute: async (call) => {
        this.happened.push(`begin ${call.callId}`);
        this.calls.push(call);
        const output = await this.execute(call);
        this.happened.push(`end ${call.callId}`);
        return output;
      },
      ...settings,
    });
  }
}
