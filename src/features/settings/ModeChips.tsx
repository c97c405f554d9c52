import { ShieldCheck, ShieldQuestion } from 'lucide-react';
import type { ReactNode } from 'react';

import { useDeviceSettings } from '@/state/settings';
import { ChipButton } from '@/ui';

import { askModeWords } from './ask-mode-words';
import type { SettingsSection } from './sections';

export interface ModeChipsProps {
  readonly onOpenSettings: (section: SettingsSection) => void;
  /** What else is on. */
  readonly children: ReactNode;
}

/** Which mode is on, where one writes, and the way to its setting. */
export function ModeChips({ onOpenSettings, children }: ModeChipsProps) {
  const askMode = useDeviceSettings((state) => state.askMode);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      <ChipButton
        about="When to ask"
        icon={askMode === 'trust' ? <ShieldCheck aria-hidden /> : <ShieldQuestion aria-hidden />}
        // Fewer questions are asked than most people expect.
        isNotable={askMode === 'trust'}
        onClick={() => {
          onOpenSettings('ask');
        }}
      >
        {askModeWords[askMode].label}
      </ChipButton>
      {children}
    </div>
  );
}
