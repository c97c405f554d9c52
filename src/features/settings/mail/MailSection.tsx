import { useStore } from 'zustand';

import { useDeviceSettings, useSettingsServices, type MailWay } from '@/state/settings';
import { RadioGroup } from '@/ui';

import { HttpMailForm } from './HttpMailForm';

const options = [
  {
    value: 'mail-program',
    label: 'Mail program',
    detail: 'An approved email opens in your mail program, and you press Send there.',
  },
  {
    value: 'http',
    label: 'HTTP endpoint',
    detail: 'An approved email is posted to a mail service you name, and leaves at once.',
  },
] as const;

/** By which way emails leave the app. Every single one is approved before, whichever way it takes. */
export function MailSection() {
  const { settings, mailDraft } = useSettingsServices();
  const mailWay = useDeviceSettings((state) => state.mailWay);
  const isComplete = useDeviceSettings(({ httpMail }) => httpMail.endpoint !== '' && httpMail.from !== '');
  const wantsHttp = useStore(mailDraft, (state) => state.wantsHttp);
  const shown: MailWay = mailWay === 'http' || wantsHttp ? 'http' : 'mail-program';

  function choose(way: MailWay) {
    mailDraft.setState({ wantsHttp: way === 'http' });
    if (way === 'mail-program' || isComplete) settings.set({ mailWay: way });
  }

  return (
    <>
      <RadioGroup label="How emails leave the app" options={options} value={shown} onValueChange={choose} />
      {shown === 'http' && <HttpMailForm isInUse={mailWay === 'http'} />}
    </>
  );
}
