import { describe, expect, it } from 'vitest';

import type { WorkspaceState } from '@/agent/workspace';
import { commitId, emptyHistory, sequence, type Author } from '@/domain/deltas';
import { emptyWorkspace, millis } from '@/domain/workspace';
import { FakeFrames } from '@/testing/agent-ports';

import { createWorkspaceStore } from './workspace-store';

const agent: Author = { type: 'agent', sessionId: 'ses_1', turnId: 'turn_1', callId: 'call_1' };

describe('[W1] the workspace on the screen', () => {
  it('shows what a person does at once, and what an agent does at most once a frame', () => {
    const live = new TellingWorkspace();
    const frames = new FakeFrames();
    const store = createWorkspaceStore({ live, frames });

    live.change({ type: 'person' });
    expect(store.getState().head).toBe(1);
    live.change(agent);
    live.change(agent);
    expect(store.getState().head).toBe(1);
    frames.paint();
    expect(store.getState().head).toBe(3);

    live.change(agent);
    live.change({ type: 'person' });
    expect(store.getState().head).toBe(5);
    frames.paint();
    expect(store.getState().head).toBe(5);
  });

  it('shows at once what a person does, when it is seen together with what an agent did after it', () => {
    const live = new TellingWorkspace();
    const store = createWorkspaceStore({ live, frames: new FakeFrames() });
    live.change({ type: 'person' }, agent);
    expect(store.getState().head).toBe(2);
  });
});

class TellingWorkspace {
  #state: WorkspaceState = {
    workspace: emptyWorkspace(),
    head: sequence(0),
    history: emptyHistory,
    arrived: [],
  };
  #listener: (state: WorkspaceState) => void = () => undefined;

  state(): WorkspaceState {
    return this.#state;
  }

  subscribe(listener: (state: WorkspaceState) => void): () => void {
    this.#listener = listener;
    return () => undefined;
  }

  /** Commits that are seen at one time, in their order. */
  change(...authors: readonly Author[]): void {
    for (const author of authors) {
      const head = sequence(this.#state.head + 1);
      const commit = {
        id: commitId(`chg_${String(head)}`),
        at: millis(head),
        author,
        cause: { type: 'edit' as const },
        summary: 'Changed',
        deltas: [],
      };
      this.#state = { ...this.#state, head, arrived: [...this.#state.arrived, { sequence: head, commit }] };
    }
    this.#listener(this.#state);
  }
}
