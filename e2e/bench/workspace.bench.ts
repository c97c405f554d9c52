import { mkdir, writeFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures';
import { DocumentsPage } from '../pages/documents-page';
import { MomentumPage } from '../pages/momentum-page';
import { WorkspacePage } from '../pages/workspace-page';

const sizes = [1_000, 10_000, 100_000] as const;
const tasksPerProject = 1_000;
const rounds = 21;
const loads = 5;

interface Figures {
  readonly tasks: number;
  /** A click on a checkbox until the frame after the row says "done": planned, stored durably, applied and shown. */
  readonly changeMs: number;
  /** A strict put of one small record in this browser, beside the figure above. */
  readonly rawPutMs: number;
  /** From the start of the navigation to the first task on the screen. */
  readonly loadMs: number;
  readonly heapMb: number;
}

/*
 * What a change costs in a small and in a large workspace. The goal: 100,000 tasks cost at most twice what 1,000 cost. Figures and
 * ratios, compared within one run; never a pass or fail by the clock.
 */
test('one change, a cold load and the heap at 1,000, 10,000 and 100,000 tasks', async ({ browser }) => {
  const figures: Figures[] = [];
  for (const tasks of sizes) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await fill(page, tasks);
    const loadMs = await medianOf(loads, () => loadOnce(page));
    const changeMs = await medianOf(rounds, (round) =>
      changeOnce(page, `Task ${String(round + 1)} of project 1`),
    );
    const rawPutMs = await medianOf(rounds, () => rawPut(page));
    figures.push({ tasks, changeMs, rawPutMs, loadMs, heapMb: await heapMb(page) });
    await context.close();
  }
  report(figures);
  await mkdir('.momentum/bench', { recursive: true });
  await writeFile('.momentum/bench/workspace.json', JSON.stringify(figures, null, 2));
  expect(figures.map((figure) => figure.tasks)).toEqual(sizes);
});

function report(figures: readonly Figures[]): void {
  const smallest = figures[0];
  console.table(
    figures.map((figure) => ({
      tasks: figure.tasks,
      'change, stored and shown (ms)': rounded(figure.changeMs),
      'of 1,000 tasks': `${rounded(figure.changeMs / (smallest?.changeMs ?? figure.changeMs))}x`,
      'raw strict put (ms)': rounded(figure.rawPutMs),
      'cold load (ms)': Math.round(figure.loadMs),
      'heap after GC (MB)': rounded(figure.heapMb),
    })),
  );
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

async function fill(page: Page, tasks: number): Promise<void> {
  const app = new MomentumPage(page);
  const workspace = new WorkspacePage(app);
  await workspace.begin([]);
  const documents = new DocumentsPage(app);
  await documents.open();
  await documents.chooseFile('bench.json', documentWith(tasks));
  await expect(documents.importButton).toBeEnabled({ timeout: 120_000 });
  await documents.importButton.click();
  await expect(documents.dialog).toBeHidden({ timeout: 240_000 });
  await page.reload();
  await expect(workspace.task('Task 1 of project 1')).toBeVisible({ timeout: 60_000 });
}

async function loadOnce(page: Page): Promise<number> {
  await page.reload({ waitUntil: 'commit' });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const isThere = document.querySelector('[data-task-id]') !== null;
          if (isThere) requestAnimationFrame(() => resolve(performance.now()));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

async function changeOnce(page: Page, title: string): Promise<number> {
  const box = page.getByRole('checkbox', { name: title, exact: true });
  await box.scrollIntoViewIfNeeded();
  return box.evaluate(
    (element: HTMLInputElement) =>
      new Promise<number>((resolve) => {
        const wanted = !element.checked;
        const name = element.getAttribute('aria-label');
        const start = performance.now();
        element.click();
        const look = () => {
          const now = document.querySelector<HTMLInputElement>(`input[aria-label="${name ?? ''}"]`);
          if (now?.checked === wanted) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

/** The floor of this browser and disk: one small record, one transaction, strict durability. */
function rawPut(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('bench-floor', 1);
        opening.addEventListener('upgradeneeded', () => {
          opening.result.createObjectStore('records', { keyPath: 'id' });
        });
        opening.addEventListener('error', () => reject(new Error('The bench database did not open.')));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const start = performance.now();
          const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
          transaction.objectStore('records').put({ id: 1, title: 'x'.repeat(200) });
          transaction.commit();
          transaction.addEventListener('complete', () => {
            const elapsed = performance.now() - start;
            database.close();
            resolve(elapsed);
          });
        });
      }),
  );
}

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_048_576;
}

async function medianOf(times: number, measure: (round: number) => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < times; round += 1) values.push(await measure(round));
  return values.toSorted((left, right) => left - right)[Math.floor(times / 2)] ?? 0;
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function documentWith(tasks: number): string {
  const projectCount = tasks / tasksPerProject;
  return JSON.stringify({
    format: 'momentum.workspace',
    version: 1,
    exportedAt: 0,
    people: [],
    comments: [],
    emails: [],
    projects: numbers(projectCount).map((project) => ({
      id: `prj_${String(project)}`,
      name: `Project ${String(project)}`,
      status: 'active',
      priority: 'medium',
      description: '',
      startDate: null,
      targetDate: null,
      stakeholderIds: [],
      rank: project,
      createdAt: 0,
    })),
    tasks: numbers(projectCount).flatMap((project) =>
      numbers(tasksPerProject).map((task) => ({
        id: `tsk_${String(project)}_${String(task)}`,
        projectId: `prj_${String(project)}`,
        parentId: null,
        title: `Task ${String(task)} of project ${String(project)}`,
        status: 'todo',
        priority: 'medium',
        dueDate: null,
        dueTime: null,
        assigneeId: null,
        notes: '',
        rank: task,
        createdAt: 0,
        completedAt: null,
      })),
    ),
  });
}
