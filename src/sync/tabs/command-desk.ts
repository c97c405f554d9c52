import type { EngineReply, LocalEngine } from '@/agent';
import { MomentumError } from '@/domain';

import type { SessionChannel } from './session-channel';
import type { SessionCommand } from './tab-message';
import type { TabTimers } from './tab-ports';

export interface DeskPorts {
  readonly engine: Pick<LocalEngine, 'command' | 'drives'>;
  readonly channel: SessionChannel;
  readonly timers: TabTimers;
  /** Names for commands that nobody has used before. */
  readonly newId: () => string;
}

/** A driver that works says so at once. */
const takenWithinMs = 300;
/** Longer than the slowest command may take: interrupting a run, and storing. */
const repliedWithinMs = 15_000;
const rememberedCommands = 200;

interface Asked {
  readonly onTaken: () => void;
  readonly onReply: (reply: EngineReply | null) => void;
  readonly command: SessionCommand;
}

/** Where commands leave for the window that drives their session, and where those of other windows come in. */
export class CommandDesk {
  readonly #ports: DeskPorts;
  readonly #asked = new Map<string, Asked>();
  /** Commands of others that were done here, oldest first: one that comes twice is answered twice and done once. */
  readonly #done = new Map<string, Promise<EngineReply | null>>();

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  /** @returns the driver's reply, or null when nobody answers to driving the session. */
  async forward(command: SessionCommand): Promise<EngineReply | null> {
    const { channel, timers, newId } = this.#ports;
    const id = newId();
    const waiting = { stop: (): void => undefined };
    try {
      return await new Promise<EngineReply | null>((resolve) => {
        const giveUp = (): void => {
          resolve(null);
        };
        waiting.stop = timers.after(takenWithinMs, giveUp);
        this.#asked.set(id, {
          command,
          onTaken: () => {
            waiting.stop();
            waiting.stop = timers.after(repliedWithinMs, giveUp);
          },
          onReply: resolve,
        });
        channel.post({ type: 'command', id, command });
      });
    } finally {
      waiting.stop();
      this.#asked.delete(id);
    }
  }

  noteTaken(id: string): void {
    this.#asked.get(id)?.onTaken();
  }

  noteReply(id: string, reply: EngineReply): void {
    this.#asked.get(id)?.onReply(reply);
  }

  /** The driver of a session is gone or has let go: whoever waits for it asks anew. */
  noteGone(sessionId: string): void {
    for (const { command, onReply } of this.#asked.values()) {
      if (command.sessionId === sessionId) onReply(null);
    }
  }

  /** Does what another window asks, if this one drives the session. */
  async take(id: string, command: SessionCommand): Promise<void> {
    const { engine, channel } = this.#ports;
    const known = this.#done.get(id);
    if (known === undefined && !engine.drives(command.sessionId)) return;
    channel.post({ type: 'taken', id });
    const reply = await (known ?? this.#do(id, command));
    if (reply !== null) channel.post({ type: 'replied', id, reply });
  }

  close(): void {
    for (const { onReply } of this.#asked.values()) onReply(null);
  }

  #do(id: string, command: SessionCommand): Promise<EngineReply | null> {
    const reply = this.#ports.engine.command(command).catch(toldToOthers);
    this.#done.set(id, reply);
    const [oldest] = this.#done.keys();
    if (this.#done.size > rememberedCommands && oldest !== undefined) this.#done.delete(oldest);
    return reply;
  }
}

/** What only this window has lost; whoever asked may be able to do it. */
const ownLosses: ReadonlySet<string> = new Set([
  'storage-closed',
  'storage-failed',
  'lease-lost',
  'journal-conflict',
]);

/** Why nothing was done, for a window that cannot find out by itself while this one holds the session. */
function toldToOthers(error: unknown): EngineReply | null {
  if (!(error instanceof MomentumError) || ownLosses.has(error.code)) return null;
  return { type: 'refused', code: 'not-stored', message: error.message };
}
