import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';

import { emptyHistory, sequence } from '@/domain/deltas';
import { emptyWorkspace } from '@/domain/workspace';

import { noCriteria, workspaceViewOf } from './workspace-view';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('how a window looks at the workspace', () => {
  it('is one for each workspace', () => {
    const workspace = workspaceStore();
    expect(workspaceViewOf(workspace)).toBe(workspaceViewOf(workspace));
    expect(workspaceViewOf(workspaceStore())).not.toBe(workspaceViewOf(workspace));
  });

  it('remembers what is collapsed and hidden, and nothing else', () => {
    stubStorage(new Map());
    const view = workspaceViewOf(workspaceStore());
    view.setState({
      collapsed: new Set(['prj_1']),
      hidesCompleted: true,
      criteria: { ...noCriteria, text: 'secret' },
    });
    const next = workspaceViewOf(workspaceStore()).getState();

    expect(next).toEqual({
      collapsed: new Set(['prj_1']),
      hidesCompleted: true,
      criteria: noCriteria,
      details: { type: 'none' },
    });
  });

  it.each(['', 'not json', '[]', '{"collapsed":7,"hidesCompleted":"yes"}', 'null'])(
    'starts fresh from what it cannot read: %s',
    (stored) => {
      stubStorage(new Map([['momentum.workspace-view', stored]]));

      expect(workspaceViewOf(workspaceStore()).getState()).toMatchObject({
        collapsed: new Set(),
        hidesCompleted: false,
      });
    },
  );

  it('works without any storage', () => {
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    const view = workspaceViewOf(workspaceStore());
    view.setState({ hidesCompleted: true });

    expect(view.getState().hidesCompleted).toBe(true);
  });
});

function refuse(): never {
  throw new DOMException('Denied', 'SecurityError');
}

function stubStorage(values: Map<string, string>): void {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => values.set(key, value),
  });
}

function workspaceStore() {
  return createStore(() => ({
    workspace: emptyWorkspace(),
    head: sequence(0),
    history: emptyHistory,
    arrived: [],
  }));
}
