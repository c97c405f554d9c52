import {
  Archive,
  Download,
  HardDrive,
  History,
  Keyboard,
  Mail,
  Menu as MenuIcon,
  Monitor,
  Moon,
  Settings,
  Sparkles,
  Sun,
  Upload,
  Users,
} from 'lucide-react';

import { usePreferences, usePreferencesStore, type ThemeChoice } from '@/state/preferences';
import { IconButton, Menu, MenuItem, MenuRadioGroup, MenuSeparator } from '@/ui';

import { useExample } from './use-example';

/** What the menu opens or does. */
export interface AppMenuProps {
  readonly onActivity: () => void;
  readonly onPeople: () => void;
  readonly onOutbox: () => void;
  readonly onSettings: () => void;
  readonly onExport: () => void;
  readonly onImport: () => void;
  readonly onRemoveExample: () => void;
  readonly onBackup: () => void;
  readonly onStorage: () => void;
  readonly onShortcuts: () => void;
}

export function AppMenu(props: AppMenuProps) {
  const preferences = usePreferencesStore();
  const theme = usePreferences((state) => state.theme);
  const hasExample = useExample() !== null;
  return (
    <Menu trigger={<IconButton label="Menu" icon={<MenuIcon aria-hidden />} />}>
      <MenuItem icon={<History />} onSelect={props.onActivity}>
        Activity
      </MenuItem>
      <MenuItem icon={<Users />} onSelect={props.onPeople}>
        People
      </MenuItem>
      <MenuItem icon={<Mail />} onSelect={props.onOutbox}>
        Outbox
      </MenuItem>
      <MenuItem icon={<Settings />} onSelect={props.onSettings}>
        Settings
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Download />} onSelect={props.onExport}>
        Export
      </MenuItem>
      <MenuItem icon={<Upload />} onSelect={props.onImport}>
        Import…
      </MenuItem>
      {hasExample && (
        <MenuItem icon={<Sparkles />} onSelect={props.onRemoveExample}>
          Remove example
        </MenuItem>
      )}
      <MenuItem icon={<Archive />} onSelect={props.onBackup}>
        Backup
      </MenuItem>
      <MenuItem icon={<HardDrive />} onSelect={props.onStorage}>
        Storage
      </MenuItem>
      <MenuSeparator />
      <MenuRadioGroup
        label="Theme"
        value={theme}
        options={themes}
        onValueChange={(choice: ThemeChoice) => {
          preferences.set({ theme: choice });
        }}
      />
      <MenuSeparator />
      <MenuItem icon={<Keyboard />} shortcut="Mod+/" onSelect={props.onShortcuts}>
        Keyboard shortcuts
      </MenuItem>
    </Menu>
  );
}

const themes = [
  { value: 'light', label: 'Light', icon: <Sun /> },
  { value: 'dark', label: 'Dark', icon: <Moon /> },
  { value: 'system', label: 'System', icon: <Monitor /> },
] as const;
