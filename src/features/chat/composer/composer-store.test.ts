import { describe, expect, it } from 'vitest';

import { newView, sessionId, turnId, type SessionId } from '@/domain/sessions';
import { millis } from '@/domain/workspace';
import {
  createSessionsStore,
  type EngineCommand,
  type EngineReply,
  type SessionServices,
} from '@/state/sessions';
import { FakeFrames } from '@/testing/agent-ports';

import { createComposerStore, type ComposerStore } from './composer-store';

const a = sessionId('a');
const b = sessionId('b');

/** An engine whose replies wait until the test gives them. */
class Desk {
  readonly sent: EngineCommand[] = [];
  readonly texts = new Map<string, string>();
  readonly services: SessionServices;
  readonly composer: ComposerStore;
  readonly #waiting: ((reply: EngineReply | Error) => void)[] = [];
  #turns = 0;

  constructor() {
    const store = createSessionsStore({
      engine: {
        sessions: () => Promise.resolve([]),
        open: (id) => Promise.resolve(newView(id, millis(0))),
        subscribe: () => () => undefined,
      },
      frames: new FakeFrames(),
      inWords: String,
    });
    this.services = {
      store,
      engine: {
        command: (command) => {
          this.sent.push(command);
          return new Promise((resolve, reject) => {
            this.#waiting.push((reply) => {
              if (reply instanceof Error) reject(reply);
              else resolve(reply);
            });
          });
        },
        draft: () => Promise.reject(new Error('not asked for')),
        search: () => Promise.resolve([]),
      },
      drafts: {
        read: (key) => this.texts.get(key) ?? '',
        write: (key, text) => {
          if (text === '') this.texts.delete(key);
          else this.texts.set(key, text);
        },
      },
      windowName: 'here',
      mintTurn: () => {
        this.#turns += 1;
        return turnId(`turn-${String(this.#turns)}`);
      },
      modelName: 'A model',
      goTo: (id) => {
        this.goTo(id);
      },
      addressOf: () => '#',
    };
    this.composer = createComposerStore(this.services, String);
  }

  goTo(id: SessionId | null): void {
    this.services.store.show(id);
    this.composer.show(id);
  }

  /** Answers the oldest command that waits, and lets everything that follows from it happen. */
  async reply(reply: EngineReply | Error): Promise<void> {
    this.#waiting.shift()?.(reply);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }

  get text(): string {
    return this.composer.getState().text;
  }

  get messages(): readonly string[] {
    return this.sent.flatMap((command) => (command.type === 'send' ? [command.text] : []));
  }
}

const done: EngineReply = { type: 'done', sessionId: a };
const refused: EngineReply = { type: 'refused', code: 'busy', message: 'Another window is working.' };

function deskAt(id: SessionId | null): Desk {
  const desk = new Desk();
  desk.goTo(id);
  return desk;
}

describe('the composer', () => {
  it('keeps the text until it is stored, and then is empty, also after a reload', async () => {
    const desk = deskAt(a);
    desk.composer.write('Hello');
    void desk.composer.submit('interrupt');
    expect(desk.text).toBe('Hello');
    expect(desk.texts.get('composer:a')).toBe('Hello');

    await desk.reply(done);
    expect(desk.text).toBe('');
    expect(desk.texts.size).toBe(0);
    expect(desk.sent).toEqual([
      { type: 'send', sessionId: a, turnId: 'turn-1', text: 'Hello', mode: 'interrupt' },
    ]);
  });

  it('[I1] sends once however often it is asked to, and the same text again when it is written again', async () => {
    const desk = deskAt(a);
    desk.composer.write('Hello');
    void desk.composer.submit('interrupt');
    void desk.composer.submit('interrupt');
    await desk.reply(done);
    void desk.composer.submit('interrupt');
    expect(desk.messages).toEqual(['Hello']);

    desk.composer.write('Hello');
    void desk.composer.submit('queue');
    expect(desk.sent.at(-1)).toMatchObject({ text: 'Hello', turnId: 'turn-2', mode: 'queue' });
  });

  it('keeps what could not be sent, says why, and tries the same turn again [I1]', async () => {
    const desk = deskAt(a);
    desk.composer.write('Hello');
    void desk.composer.submit('interrupt');
    await desk.reply(refused);
    expect(desk.composer.getState()).toEqual({
      text: 'Hello',
      sending: { type: 'refused', message: 'Another window is working.' },
    });

    void desk.composer.submit('interrupt');
    await desk.reply(new Error('The disk is full.'));
    expect(desk.composer.getState().sending).toEqual({
      type: 'refused',
      message: 'Error: The disk is full.',
    });

    void desk.composer.submit('interrupt');
    await desk.reply(done);
    expect(desk.sent.map((command) => ('turnId' in command ? command.turnId : ''))).toEqual([
      'turn-1',
      'turn-1',
      'turn-1',
    ]);
  });

  it('keeps what was written while the text was being sent', async () => {
    const desk = deskAt(a);
    desk.composer.write('Hello');
    void desk.composer.submit('interrupt');
    desk.composer.write('Hello\nand more');
    await desk.reply(done);
    expect(desk.text).toBe('and more');
    expect(desk.texts.get('composer:a')).toBe('and more');
  });

  it('[I1] sends what is submitted while another is on its way after it, each as a message of its own', async () => {
    const desk = deskAt(a);
    desk.composer.write('One');
    void desk.composer.submit('interrupt');
    desk.composer.write('OneTwo');
    void desk.composer.submit('queue');
    void desk.composer.submit('queue');
    desk.composer.write('OneTwo Three');
    void desk.composer.submit('interrupt');
    desk.composer.write('OneTwo Three, and a thou');
    await desk.reply(done);
    await desk.reply(done);
    await desk.reply(done);
    expect(desk.sent).toEqual([
      { type: 'send', sessionId: a, turnId: 'turn-1', text: 'One', mode: 'interrupt' },
      { type: 'send', sessionId: a, turnId: 'turn-2', text: 'Two', mode: 'queue' },
      { type: 'send', sessionId: a, turnId: 'turn-3', text: 'Three', mode: 'interrupt' },
    ]);
    expect(desk.text).toBe(', and a thou');
  });

  it('keeps what was submitted behind a text that could not be sent, or was changed, or left for another session', async () => {
    const desk = deskAt(a);
    const sendAndSubmit = (): void => {
      desk.composer.write('One');
      void desk.composer.submit('interrupt');
      desk.composer.write('OneTwo');
      void desk.composer.submit('interrupt');
    };
    sendAndSubmit();
    await desk.reply(refused);
    expect(desk.text).toBe('OneTwo');

    sendAndSubmit();
    desk.composer.write('OneTw');
    await desk.reply(done);
    expect(desk.text).toBe('Tw');

    sendAndSubmit();
    desk.goTo(b);
    await desk.reply(done);
    expect(desk.messages).toEqual(['One', 'One', 'One']);
    expect(desk.texts.get('composer:a')).toBe('Two');
  });

  it('sends what is submitted in another session meanwhile there, whatever becomes of the first', async () => {
    for (const reply of [done, refused]) {
      const desk = deskAt(a);
      desk.composer.write('One');
      void desk.composer.submit('interrupt');
      desk.composer.write('OneTwo');
      void desk.composer.submit('interrupt');
      desk.goTo(b);
      desk.composer.write('Hello');
      void desk.composer.submit('interrupt');
      await desk.reply(reply);
      expect(desk.sent).toMatchObject([
        { sessionId: a, text: 'One' },
        { sessionId: b, text: 'Hello' },
      ]);
      await desk.reply(done);
      expect(desk.text).toBe('');
      expect(desk.texts.get('composer:a')).toBe(reply === done ? 'Two' : 'OneTwo');
    }
  });

  it('sends nothing to a session that the page has gone to a moment before the composer', async () => {
    const desk = deskAt(a);
    desk.composer.write('One');
    void desk.composer.submit('interrupt');
    desk.composer.write('OneTwo');
    void desk.composer.submit('interrupt');
    desk.services.store.show(b);
    await desk.reply(done);
    expect(desk.messages).toEqual(['One']);
    expect(desk.text).toBe('Two');
  });

  it('sends an example once that is pressed twice, and leaves none of it behind', async () => {
    const desk = deskAt(null);
    void desk.composer.send('What is overdue?');
    void desk.composer.send('What is overdue?');
    await desk.reply(done);
    await desk.reply(done);
    expect(desk.messages).toEqual(['What is overdue?']);
    expect(desk.text).toBe('');
  });

  it('takes the text along into the session that is made for it', async () => {
    const desk = deskAt(null);
    desk.composer.write('Hello');
    void desk.composer.submit('interrupt');
    await desk.reply(done);
    expect(desk.text).toBe('Hello');
    expect([...desk.texts]).toEqual([['composer:a', 'Hello']]);

    await desk.reply(refused);
    expect(desk.text).toBe('Hello');
    expect(desk.composer.getState().sending.type).toBe('refused');
    void desk.composer.submit('interrupt');
    await desk.reply(done);
    expect(desk.text).toBe('');
    expect(desk.texts.size).toBe(0);
  });

  it('keeps a draft for each session, and leaves another one alone when a text arrives', async () => {
    const desk = deskAt(a);
    desk.composer.write('For A');
    void desk.composer.submit('interrupt');
    desk.goTo(b);
    expect(desk.text).toBe('');
    desk.composer.write('For A, said in B');
    await desk.reply(done);
    expect(desk.text).toBe('For A, said in B');
    desk.goTo(a);
    expect(desk.text).toBe('');
    desk.goTo(b);
    expect(desk.text).toBe('For A, said in B');
  });

  it('sends an example without touching what was begun, and keeps it when it could not be sent', async () => {
    const desk = deskAt(a);
    desk.composer.write('Begun');
    void desk.composer.send('What is overdue?');
    await desk.reply(done);
    expect(desk.text).toBe('Begun');

    desk.composer.write('');
    void desk.composer.send('What is overdue?');
    await desk.reply(refused);
    expect(desk.text).toBe('What is overdue?');
  });

  it('sends nothing that is blank', async () => {
    const desk = deskAt(a);
    desk.composer.write('  \n ');
    await desk.composer.submit('interrupt');
    expect(desk.sent).toEqual([]);
  });
});
