import { useRef, type ReactNode } from 'react';

import { Dialog } from '@/ui';

import { AskModeSection } from './AskModeSection';
import { GrantsSection } from './GrantsSection';
import { LimitsSection } from './LimitsSection';
import { MailSection } from './mail/MailSection';
import { NotificationsSection } from './NotificationsSection';
import { Section } from './Section';
import type { SettingsSection } from './sections';
import { SendModeSection } from './SendModeSection';

export interface SettingsDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** What the person came for: it has the focus first. */
  readonly section?: SettingsSection | null;
  /** The choice of a model. */
  readonly modelSettings: ReactNode;
}

/** How the agent works on this device. What is chosen counts at once, in every window. */
export function SettingsDialog({ open, onOpenChange, section = null, modelSettings }: SettingsDialogProps) {
  const ask = useRef<HTMLElement>(null);
  const model = useRef<HTMLElement>(null);
  const goal = { ask, model };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Settings"
      description="They are kept on this device and count from the moment you change them."
      variant="sheet"
      {...(section !== null && { initialFocus: goal[section] })}
    >
      <div className="flex flex-col gap-8">
        <Section title="When to ask" ref={ask}>
          <AskModeSection />
          <GrantsSection />
        </Section>
        <Section title="Model" ref={model}>
          {modelSettings}
        </Section>
        <Section title="Messages and limits">
          <SendModeSection />
          <LimitsSection />
        </Section>
        <Section title="When Momentum needs you">
          <NotificationsSection />
        </Section>
        <Section title="Email">
          <MailSection />
        </Section>
      </div>
    </Dialog>
  );
}
