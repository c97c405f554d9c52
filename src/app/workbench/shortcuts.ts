import type { ShortcutGroup } from '@/features/shell';

/** Every key the app listens to. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: ['Mod+K'], does: 'Search, or choose what to do' },
      { keys: ['Mod+Shift+O'], does: 'New session' },
      { keys: ['Mod+/'], does: 'Show these shortcuts' },
      { keys: ['F6'], does: 'Go to the newest notice' },
      { keys: ['Escape'], does: 'Close what is open' },
    ],
  },
  {
    title: 'In the conversation',
    shortcuts: [
      { keys: ['Enter'], does: 'Send; on a touch keyboard, a new line' },
      { keys: ['Alt+Enter'], does: 'While Momentum works: queue, or interrupt if Enter queues' },
      { keys: ['Shift+Enter'], does: 'New line' },
      { keys: ['Escape'], does: 'Cancel the run; never decides a question or an approval' },
      { keys: ['Alt+A'], does: 'Go to the open question or approval' },
    ],
  },
  {
    title: 'In the workspace',
    shortcuts: [
      { keys: ['Mod+Z'], does: 'Undo' },
      { keys: ['Mod+Shift+Z', 'Mod+Y'], does: 'Redo' },
      { keys: ['ArrowUp', 'ArrowDown'], does: 'Go to the row above or below' },
      { keys: ['ArrowLeft', 'ArrowRight'], does: 'Fold and unfold, go to the parent or the first subtask' },
      { keys: ['Home', 'End'], does: 'Go to the first or the last row' },
    ],
  },
  {
    title: 'On a project or task',
    shortcuts: [
      { keys: ['Space'], does: 'Complete the task' },
      { keys: ['Enter'], does: 'Open the details' },
      { keys: ['F2'], does: 'Rename' },
      { keys: ['N'], does: 'Add a task' },
      { keys: ['Delete'], does: 'Delete' },
      { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], does: 'Move up or down' },
      { keys: ['Alt+ArrowRight', 'Alt+ArrowLeft'], does: 'Make a subtask, and the reverse' },
      { keys: ['Shift+F10'], does: 'Open the menu' },
    ],
  },
  {
    title: 'On the border of the workspace',
    shortcuts: [{ keys: ['ArrowLeft', 'ArrowRight'], does: 'Make the workspace wider or narrower' }],
  },
];
