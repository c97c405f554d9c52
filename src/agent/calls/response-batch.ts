import type { OpenWork, ResponseCall, SessionEvent, SettledCall, TurnId } from '@/domain/sessions';

/** The calls of one response: what ran, what waits behind it, and what stopped the rest [C1] [C5]. */
export class ResponseBatch {
  readonly #calls: readonly ResponseCall[];
  readonly #settled: SettledCall[];

  constructor(calls: readonly ResponseCall[], settled: readonly SettledCall[] = []) {
    this.#calls = calls;
    this.#settled = [...settled];
  }

  static of(work: OpenWork): ResponseBatch {
    return new ResponseBatch([...work.settled, ...work.calls], work.settled);
  }

  titleOf(callId: string): string | null {
    return this.#calls.find((call) => call.callId === callId)?.title ?? null;
  }

  note(call: SettledCall): void {
    this.#settled.push(call);
  }

  /** The call that keeps those behind it from running, if there is one. */
  blocker(): SettledCall | null {
    return this.#settled.find((call) => call.outcome === 'refused' || call.outcome === 'unanswered') ?? null;
  }

  done(): readonly SettledCall[] {
    return this.#settled.filter((call) => call.outcome === 'done' && call.commitId !== null);
  }

  /** The titles of the calls behind one. */
  behind(callId: string): readonly string[] {
    const place = this.#calls.findIndex((call) => call.callId === callId);
    return place === -1 ? [] : this.#calls.slice(place + 1).map((call) => call.title);
  }

  /** Ids of what the calls of this response created. */
  created(): ReadonlySet<string> {
    return new Set(this.#settled.flatMap((call) => call.createdIds));
  }
}

/** What the calls for one message have done to the workspace so far, for the rule about many items [C3]. */
export class TurnFootprint {
  readonly touched = new Set<string>();
  readonly created = new Set<string>();

  /** Folds what earlier runs of the same message did. */
  static of(events: readonly SessionEvent[], turnId: TurnId): TurnFootprint {
    const runs = new Set(
      events.flatMap((event) =>
        event.type === 'run-started' && event.turnId === turnId ? [event.runId] : [],
      ),
    );
    const footprint = new TurnFootprint();
    for (const event of events) {
      if (event.type === 'call-settled' && runs.has(event.runId)) footprint.note(event);
    }
    return footprint;
  }

  note(call: SettledCall): void {
    for (const id of call.touched) this.touched.add(id);
    for (const id of call.createdIds) this.created.add(id);
  }
}
