/** What a session says in which so many messages were answered. */
export function sessionEvents(turnCount: number): readonly object[] {
  const turns = Array.from({ length: turnCount }, (_turn, place) => `trn_${String(place)}`);
  return [{ type: 'session-created' }, ...turns.flatMap((turn) => eventsOfTurn(turn))];
}

/** A message and its answer, as the journal has them. */
function eventsOfTurn(turn: string): readonly object[] {
  return [
    {
      type: 'message-sent',
      turnId: turn,
      text: `What about ${turn}? ${'More of it. '.repeat(8)}`,
      replaces: null,
    },
    { type: 'run-started', runId: `run_${turn}`, turnId: turn, continues: null, carried: [] },
    {
      type: 'response-received',
      runId: `run_${turn}`,
      model: 'old',
      items: [
        {
          type: 'message',
          role: 'assistant',
          content: [{ type: 'output_text', text: `All about ${turn}. ${'As it stands. '.repeat(20)}` }],
        },
      ],
      calls: [],
    },
    { type: 'run-ended', runId: `run_${turn}`, outcome: 'completed', failure: null },
  ];
}

interface Amount {
  readonly sessions: number;
  /** What each of them says. */
  readonly events: readonly object[];
}

/** Runs in the page: writes sessions past the app, each with so many messages that were answered. */
export async function writeSessions({ sessions, events }: Amount): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('momentum');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('The database does not open.')));
  });
  for (let index = 0; index < sessions; index += 1) {
    const id = `ses_old${String(index)}`;
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(['journal', 'sessions'], 'readwrite');
      for (const [place, event] of events.entries()) {
        transaction.objectStore('journal').add({
          sessionId: id,
          sequence: place + 1,
          event: { ...event, version: 1, at: 1_700_000_000_000 + index },
        });
      }
      transaction.objectStore('sessions').put({
        id,
        title: `Old session ${String(index)}`,
        status: 'completed',
        createdAt: 1_700_000_000_000,
        updatedAt: 1_700_000_000_000 + index,
        isDeleted: false,
      });
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('error', () => reject(new Error('The sessions were not written.')));
    });
  }
  database.close();
}
