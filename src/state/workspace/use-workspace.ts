import { createContext, use } from 'react';
import { useStore } from 'zustand';

import type { WorkspaceState } from '@/agent/workspace';

import type { WorkspaceCommands } from './commands';
import type { WorkspaceServices } from './workspace-services';

export const WorkspaceServicesContext = createContext<WorkspaceServices | null>(null);

export function useWorkspaceServices(): WorkspaceServices {
  const services = use(WorkspaceServicesContext);
  if (services === null) throw new Error('The workspace screen needs a WorkspaceServicesContext around it.');
  return services;
}

/**
 * Reads from the workspace; renders again when the answer is another one by `Object.is`. Answer with parts of the state or with
 * primitives: parts that did not change keep their identity. Wrap selectors that build objects in zustand's `useShallow`.
 */
export function useWorkspaceState<Answer>(selector: (state: WorkspaceState) => Answer): Answer {
  return useStore(useWorkspaceServices().store, selector);
}

export function useWorkspaceCommands(): WorkspaceCommands {
  return useWorkspaceServices().commands;
}
