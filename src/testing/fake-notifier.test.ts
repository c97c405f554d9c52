import { FakeNotifier } from './fake-notifier';
import { describeNotifier } from './notifier-contract';

describeNotifier('the fake of tests', (permission, answer) => {
  const notifier = new FakeNotifier(permission, answer);
  return {
    notifier,
    inView: () => Object.fromEntries([...notifier.shown.values()].map(({ tag, title }) => [tag, title])),
    press: (tag) => {
      notifier.shown.get(tag)?.onPressed();
    },
    change: (next) => {
      notifier.set(next);
    },
  };
});
