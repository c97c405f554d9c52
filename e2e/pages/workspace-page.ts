import type { Locator, Page } from '@playwright/test';

import { expect } from '../fixtures';
import { DocumentsPage } from './documents-page';
import type { MomentumPage } from './momentum-page';

/** A task of a workspace to begin with; `below` are its subtasks. */
export interface TaskInput {
  readonly title: string;
  readonly status?: 'todo' | 'in_progress' | 'blocked' | 'done';
  readonly priority?: 'low' | 'medium' | 'high' | 'urgent';
  /** Days from today; negative is past. */
  readonly due?: number;
  readonly assignee?: string;
  readonly below?: readonly (TaskInput | string)[];
}

export interface ProjectInput {
  readonly name: string;
  readonly tasks: readonly (TaskInput | string)[];
}

/** The region "Workspace". */
export class WorkspacePage {
  readonly app: MomentumPage;
  readonly page: Page;
  readonly region: Locator;
  readonly search: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly taskDetails: Locator;
  readonly projectDetails: Locator;
  readonly news: Locator;

  constructor(app: MomentumPage) {
    this.app = app;
    this.page = app.page;
    this.region = app.workspace;
    this.search = this.region.getByRole('searchbox', { name: 'Search tasks' });
    this.undo = this.region.getByRole('button', { name: 'Undo', exact: true });
    this.redo = this.region.getByRole('button', { name: 'Redo', exact: true });
    this.taskDetails = app.dialog('Task details');
    this.projectDetails = app.dialog('Project details');
    this.news = this.region.getByRole('status', { name: 'Workspace news' });
  }

  /** Opens the page with these projects and nothing else. */
  async begin(projects: readonly ProjectInput[], people: readonly string[] = []): Promise<void> {
    await this.app.open();
    await this.app.choose('Remove example');
    await expect(this.region.getByRole('heading', { level: 3, name: 'Start with a project' })).toBeVisible();
    if (projects.length === 0) return;
    const documents = new DocumentsPage(this.app);
    await documents.open();
    await documents.chooseFile('begin.json', JSON.stringify(documentOf(projects, people)));
    await documents.importButton.click();
    await expect(documents.dialog).toBeHidden();
    await expect(this.project(projects[0]?.name ?? '')).toBeVisible();
    // Without the toasts of the import.
    await this.app.reload();
    await expect(this.project(projects[0]?.name ?? '')).toBeVisible();
  }

  project(name: string): Locator {
    return this.region.getByRole('heading', { level: 3, name, exact: true });
  }

  projectButton(name: string): Locator {
    return this.project(name).getByRole('button');
  }

  list(name: string): Locator {
    return this.region.getByRole('list', { name, exact: true });
  }

  task(title: string): Locator {
    return this.region.getByRole('checkbox', { name: title, exact: true });
  }

  row(title: string): Locator {
    return this.region
      .locator('[data-task-id]')
      .filter({ has: this.page.getByRole('checkbox', { name: title, exact: true }) });
  }

  projectRow(name: string): Locator {
    return this.region
      .locator('[data-project-id]')
      .filter({ has: this.page.getByRole('heading', { level: 3, name, exact: true }) });
  }

  /** The tasks of a project as lines, one dash for each level they are nested. */
  outline(project: string): Promise<readonly string[]> {
    // All at once, and nothing when there is no list: one that goes away while it is looked at is not waited for.
    return this.list(project).evaluateAll((lists) =>
      lists.flatMap((list) =>
        [...list.querySelectorAll('[data-task-id]')].map((row) => {
          let depth = -1;
          for (let item = row.closest('li'); item !== null; item = item.parentElement?.closest('li') ?? null)
            depth += 1;
          const words = row.querySelector('input')?.getAttribute('aria-label') ?? '';
          return depth === 0 ? words : `${'-'.repeat(depth)} ${words}`;
        }),
      ),
    );
  }

  async expectOutline(project: string, lines: readonly string[]): Promise<void> {
    await expect.poll(() => this.outline(project), `the tasks of ${project}`).toEqual(lines);
  }

  projectNames(): Promise<readonly string[]> {
    return this.region.getByRole('heading', { level: 3 }).allTextContents();
  }

  addField(project: string): Locator {
    return this.region.getByRole('textbox', { name: `Add a task to ${project}`, exact: true });
  }

  async addTask(project: string, title: string): Promise<void> {
    await this.addField(project).fill(title);
    await this.addField(project).press('Enter');
  }

  /** Opens the menu of a task by its button, and chooses along a path of items. */
  async chooseForTask(title: string, ...path: readonly string[]): Promise<void> {
    await this.row(title).hover();
    await this.row(title)
      .getByRole('button', { name: `Actions for ${title}` })
      .click();
    await this.chooseAlong(path);
  }

  /** The same with a finger. */
  async tapForTask(title: string, ...path: readonly string[]): Promise<void> {
    await this.row(title)
      .getByRole('button', { name: `Actions for ${title}` })
      .tap();
    for (const name of path) await this.menuItem(name).tap();
  }

  async chooseForProject(name: string, ...path: readonly string[]): Promise<void> {
    await this.projectRow(name).hover();
    await this.projectRow(name)
      .getByRole('button', { name: `Actions for ${name}` })
      .click();
    await this.chooseAlong(path);
  }

  async chooseAlong(path: readonly string[]): Promise<void> {
    for (const name of path) await this.menuItem(name).click();
  }

  menuItem(name: string): Locator {
    return this.page
      .getByRole('menuitem', { name })
      .or(this.page.getByRole('menuitemradio', { name, exact: true }))
      .or(this.page.getByRole('menuitemcheckbox', { name, exact: true }));
  }

  /** Scrolls a task to the top of the list at once, and does not wait for anything but the scrolling to be seen. */
  async scrollToTop(title: string): Promise<void> {
    await this.row(title).evaluate(
      (row) =>
        new Promise<void>((resolve) => {
          document.addEventListener('scroll', () => requestAnimationFrame(() => resolve()), {
            capture: true,
            once: true,
          });
          row.scrollIntoView({ block: 'start', behavior: 'instant' });
        }),
    );
  }

  /** How much of the screen answers to a finger for a control, through its middle, in whole pixels. */
  async pressedArea(target: Locator): Promise<{ readonly width: number; readonly height: number }> {
    await target.scrollIntoViewIfNeeded();
    return target.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const isHit = (atX: number, atY: number): boolean => {
        const hit = document.elementFromPoint(atX, atY);
        return hit !== null && element.contains(hit);
      };
      const reach = (stepX: number, stepY: number): number => {
        const step = 0.1;
        let distance = 0;
        while (distance < 100 && isHit(x + stepX * (distance + step), y + stepY * (distance + step)))
          distance += step;
        return distance;
      };
      return {
        width: Math.round(reach(-1, 0) + reach(1, 0)),
        height: Math.round(reach(0, -1) + reach(0, 1)),
      };
    });
  }

  /** Where somebody presses who wants this. */
  async middleOf(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
    const box = await target.boundingBox();
    if (box === null) throw new Error(`${String(target)} is not on the screen.`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async openTask(title: string): Promise<void> {
    await this.task(title).focus();
    await this.page.keyboard.press('Enter');
    await expect(this.taskDetails).toBeVisible();
  }

  async openProject(name: string): Promise<void> {
    await this.chooseForProject(name, 'Open details');
    await expect(this.projectDetails).toBeVisible();
  }

  async closeDetails(): Promise<void> {
    await this.page
      .getByRole('dialog', { name: /details$/ })
      .getByRole('button', { name: 'Close' })
      .click();
    await expect(this.page.getByRole('dialog', { name: /details$/ })).toHaveCount(0);
  }

  async rename(title: string, next: string): Promise<void> {
    await this.task(title).focus();
    await this.page.keyboard.press('F2');
    await this.region.getByRole('textbox', { name: 'Title' }).fill(next);
    await this.page.keyboard.press('Enter');
  }
}

function documentOf(projects: readonly ProjectInput[], people: readonly string[]): unknown {
  const tasks: unknown[] = [];
  projects.forEach((project, place) => {
    const add = (input: TaskInput | string, parentId: string | null): void => {
      const task = typeof input === 'string' ? { title: input } : input;
      const id = `tsk_${String(place)}_${String(tasks.length)}`;
      const status = task.status ?? 'todo';
      tasks.push({
        id,
        projectId: `prj_${String(place)}`,
        parentId,
        title: task.title,
        status,
        priority: task.priority ?? 'medium',
        dueDate: task.due === undefined ? null : dayFromToday(task.due),
        dueTime: null,
        assigneeId: task.assignee === undefined ? null : personIdOf(task.assignee),
        notes: '',
        rank: tasks.length + 1,
        createdAt: 1_700_000_000_000,
        completedAt: status === 'done' ? 1_700_000_000_000 : null,
      });
      for (const child of task.below ?? []) add(child, id);
    };
    for (const task of project.tasks) add(task, null);
  });
  return {
    format: 'momentum.workspace',
    version: 1,
    exportedAt: 1_700_000_000_000,
    people: people.map((name) => ({ id: personIdOf(name), name, email: null, team: null })),
    projects: projects.map(({ name }, place) => ({
      id: `prj_${String(place)}`,
      name,
      status: 'active',
      priority: 'medium',
      description: '',
      startDate: null,
      targetDate: null,
      stakeholderIds: [],
      rank: place + 1,
      createdAt: 1_700_000_000_000,
    })),
    tasks,
    comments: [],
    emails: [],
  };
}

function personIdOf(name: string): string {
  return `per_${name.toLowerCase().replaceAll(/[^a-z]+/g, '_')}`;
}

/** A calendar day of the tests' time zone, which is London's. */
export function dayFromToday(days: number): string {
  const noon = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(noon);
}
