import type { CallId, RunId } from '@/domain/sessions';

import type { RunJournal } from '../loop/run-log';
import { askerOf, handOffTarget, mayUse, speakerOf, type Speaker } from '../specialists';
import { handedOverWords, notTheirsWords, unknownToolWords, type CallWords } from './call-words';
import type { AnyTool } from './tool';

export interface MandatePorts {
  readonly log: RunJournal;
  readonly tools: ReadonlyMap<string, AnyTool>;
}

/** A tool that may be used, or in words why not. */
export type Permitted =
  | { readonly type: 'tool'; readonly tool: AnyTool }
  | { readonly type: 'refused'; readonly words: CallWords };

/** What the calls of one response may use: the tools of whoever asked for them, also behind a call that hands the conversation over. */
export class Mandate {
  readonly #ports: MandatePorts;
  readonly #runId: RunId;
  #asker: Speaker;

  /** @param open - a call that an earlier page or run left open. */
  constructor(ports: MandatePorts, runId: RunId, open: CallId | undefined) {
    this.#ports = ports;
    this.#runId = runId;
    this.#asker = open === undefined ? this.#speaker() : askerOf(ports.log.events(), open);
  }

  /** The next calls are those of a response that has just been journaled. */
  renew(): void {
    this.#asker = this.#speaker();
  }

  permitted(name: string): Permitted {
    const { tools } = this.#ports;
    const tool = tools.get(name);
    if (tool === undefined) {
      const allowed = [...tools.keys()].filter((each) => mayUse(this.#asker, each));
      return { type: 'refused', words: unknownToolWords(name, allowed) };
    }
    if (!mayUse(this.#asker, name)) return { type: 'refused', words: notTheirsWords(name, this.#asker) };
    const speaker = this.#speaker();
    if (handOffTarget(name) !== null && speaker !== this.#asker) {
      return { type: 'refused', words: handedOverWords(speaker) };
    }
    return { type: 'tool', tool };
  }

  #speaker(): Speaker {
    return speakerOf(this.#ports.log.events(), this.#runId);
  }
}
