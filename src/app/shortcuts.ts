import type { ShortcutGroup } from '@/features/shell';

/** Every key the app listens to. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: ['Mod+/'], does: 'Show these shortcuts' },
      { keys: ['F6'], does: 'Go to the newest notice' },
      { keys: ['Escape'], does: 'Close what is open' },
    ],
  },
];
