import type { Locator } from '@playwright/test';

import { expect } from './fixtures';
import { pause, say } from './pages/scripted-model';
import { patient, test } from './scripted-test';

test.describe.configure({ timeout: 90_000 });

function paragraphs(from: number, to: number): string {
  return Array.from(
    { length: to - from + 1 },
    (_each, index) => `Paragraph ${String(from + index)} of a long answer.\n\n`,
  ).join('');
}

/** Where the conversation stands, in pixels from its beginning, once two frames have passed without a change. */
function restingPlace(log: Locator): Promise<number> {
  return log.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        const look = (before: number, calm: number): void => {
          const now = element.scrollTop;
          if (calm === 2) resolve(now);
          else requestAnimationFrame(() => look(now, now === before ? calm + 1 : 0));
        };
        look(element.scrollTop, 0);
      }),
  );
}

function distanceToEnd(log: Locator): Promise<number> {
  return log.evaluate(({ scrollHeight, clientHeight, scrollTop }) => scrollHeight - clientHeight - scrollTop);
}

test('scrolling up while text streams stops following: the view and what is selected stay, and a button leads back', async ({
  chat,
  model,
  page,
}) => {
  model.answers('Tell me a lot', [
    say(paragraphs(1, 60)),
    pause,
    say(paragraphs(61, 90)),
    pause,
    say(paragraphs(91, 120)),
  ]);
  await chat.say('Tell me a lot');
  await expect(chat.log.getByText('Paragraph 60 of')).toBeInViewport(patient);

  await chat.log.hover();
  await page.mouse.wheel(0, -900);
  const newest = page.getByRole('button', { name: 'Newest message' });
  await expect(newest).toBeVisible();
  const place = await restingPlace(chat.log);
  const selected = await selectInView(chat.log);

  model.goOn();
  const news = page.getByRole('button', { name: 'New messages' });
  await expect(news).toBeVisible();
  await expect(chat.lastAnswer).toContainText('Paragraph 90 of');
  expect(await restingPlace(chat.log)).toBe(place);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(selected);

  await news.click();
  await expect(news).toHaveCount(0);
  await expect.poll(() => distanceToEnd(chat.log)).toBeLessThanOrEqual(1);
  model.goOn();
  await expect(chat.log.getByText('Paragraph 120 of')).toBeInViewport();
  await chat.expectStatus('Completed');
  await expect(page.getByRole('button', { name: /^(New messages|Newest message)$/ })).toHaveCount(0);
});

test('whoever sends something from further up sees it, and what is answered', async ({
  chat,
  model,
  page,
}) => {
  model.answers('Tell me a lot', [say(paragraphs(1, 80))]);
  model.answers('And now?', [say(paragraphs(81, 120))]);
  await chat.say('Tell me a lot');
  await expect(chat.log.getByText('Paragraph 80 of')).toBeInViewport(patient);
  await chat.expectStatus('Completed');
  await chat.log.hover();
  await page.mouse.wheel(0, -1_200);
  await expect(page.getByRole('button', { name: 'Newest message' })).toBeVisible();

  await chat.say('And now?');

  await expect(chat.log.getByText('Paragraph 120 of')).toBeInViewport(patient);
  await expect(page.getByRole('button', { name: /^(New messages|Newest message)$/ })).toHaveCount(0);
});

test('a press works while the conversation has only just stopped to scroll', async ({ chat, model }) => {
  model.answers('Tell me a lot', [say(paragraphs(1, 60))]);
  await chat.say('Tell me a lot');
  await chat.expectStatus('Completed');
  await restingPlace(chat.log);
  const thinking = chat.lastAnswer.getByRole('button', { name: 'Thinking process' });
  expect(await isHitAfterScroll(thinking)).toBe(true);
});

/** Scrolls to something, and says whether a press in its middle would hit it as soon as the page has heard of the scroll. */
function isHitAfterScroll(target: Locator): Promise<boolean> {
  return target.evaluate(
    (element) =>
      new Promise<boolean>((resolve) => {
        const look = (): void => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          resolve(element.contains(hit));
        };
        const heard = (): void => {
          requestAnimationFrame(() => requestAnimationFrame(look));
        };
        document.addEventListener('scroll', heard, { capture: true, once: true });
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
      }),
  );
}

/** Selects a paragraph in the middle of what is in view. @returns its text. */
function selectInView(log: Locator): Promise<string> {
  return log.evaluate((element) => {
    const { top, height } = element.getBoundingClientRect();
    const middle = [...element.querySelectorAll('p')].find(
      (paragraph) => paragraph.getBoundingClientRect().top > top + height / 2,
    );
    if (middle === undefined) throw new Error('No paragraph is in view.');
    getSelection()?.selectAllChildren(middle);
    return middle.textContent ?? '';
  });
}
