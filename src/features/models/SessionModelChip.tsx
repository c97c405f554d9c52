import { Cpu } from 'lucide-react';
import { useState } from 'react';

import type { SessionModel } from '@/domain/sessions';
import { useModelSettings } from '@/state/models';
import { chooseSessionModel, useOpenSession, useSessionServices } from '@/state/sessions';
import { failureInWords } from '@/state/workspace';
import { ChipButton, Menu, MenuItem, MenuRadioGroup, MenuSeparator, useToasts } from '@/ui';

import { keyOf, sessionModelOptions } from './session-models';
import { SessionModelDialog } from './SessionModelDialog';

/** Who answers in the open session, and the way to another one. */
export function SessionModelChip({ onOpenSettings }: { readonly onOpenSettings: () => void }) {
  const services = useSessionServices();
  const settings = useModelSettings((current) => current);
  const current = useOpenSession((view) => view.modelChoice ?? null, null);
  const [isNaming, setIsNaming] = useState(false);
  const toasts = useToasts();
  const options = sessionModelOptions(settings, current);

  async function choose(choice: SessionModel | null): Promise<void> {
    const problem = await chooseSessionModel(services, choice).then(
      (reply) => (reply.type === 'refused' ? reply.message : null),
      failureInWords,
    );
    if (problem !== null) toasts.add({ id: 'session-model', tone: 'danger', title: problem });
  }

  return (
    <>
      <Menu
        align="start"
        trigger={
          <ChipButton about="Model" icon={<Cpu aria-hidden />}>
            {services.modelName}
          </ChipButton>
        }
      >
        <MenuRadioGroup
          label="In this session"
          value={keyOf(current)}
          options={options}
          onValueChange={(value) => {
            const option = options.find((each) => each.value === value);
            if (option !== undefined && value !== keyOf(current)) void choose(option.choice);
          }}
        />
        <MenuSeparator />
        <MenuItem
          onSelect={() => {
            setIsNaming(true);
          }}
        >
          Another model…
        </MenuItem>
        <MenuItem onSelect={onOpenSettings}>Model settings…</MenuItem>
      </Menu>
      <SessionModelDialog
        open={isNaming}
        onOpenChange={setIsNaming}
        onChoose={(choice) => void choose(choice)}
      />
    </>
  );
}
