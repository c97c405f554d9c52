import { Cpu, ShieldCheck, ShieldQuestion } from 'lucide-react';
import type { ReactNode } from 'react';

import { useSessionServices } from '@/state/sessions';
import { useDeviceSettings } from '@/state/settings';
import { classes } from '@/ui';

import { askModeWords } from './ask-mode-words';
import type { SettingsSection } from './sections';

export interface ModeChipsProps {
  readonly onOpenSettings: (section: SettingsSection) => void;
}

/** Which mode is on and which model answers, where one writes; each leads to its setting. */
export function ModeChips({ onOpenSettings }: ModeChipsProps) {
  const askMode = useDeviceSettings((state) => state.askMode);
  const { modelName } = useSessionServices();
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      <ModeChip
        about="When to ask"
        icon={askMode === 'trust' ? <ShieldCheck aria-hidden /> : <ShieldQuestion aria-hidden />}
        isNotable={askMode === 'trust'}
        onPress={() => {
          onOpenSettings('ask');
        }}
      >
        {askModeWords[askMode].label}
      </ModeChip>
      <ModeChip
        about="Model"
        icon={<Cpu aria-hidden />}
        onPress={() => {
          onOpenSettings('model');
        }}
      >
        {modelName}
      </ModeChip>
    </div>
  );
}

interface ModeChipProps {
  /** What it is that is on; part of the name for those who listen. */
  readonly about: string;
  readonly icon: ReactNode;
  /** Fewer questions are asked than most people expect. */
  readonly isNotable?: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

function ModeChip({ about, icon, isNotable = false, onPress, children }: ModeChipProps) {
  return (
    <button
      type="button"
      aria-label={`${about}: ${children}`}
      aria-haspopup="dialog"
      onClick={onPress}
      className={classes(
        'inline-flex h-6 max-w-full min-w-0 cursor-default items-center gap-1.5 rounded-md px-1.5 text-sm transition-colors hover:bg-hover active:bg-pressed pointer-coarse:h-11 pointer-coarse:px-2.5 [&_svg]:size-3.5 [&_svg]:shrink-0',
        isNotable ? 'bg-warning-soft text-warning-text' : 'text-text-muted hover:text-text',
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </button>
  );
}
