import { describe, expect, it } from 'vitest';

import { day, projectWith, taskWith, workspaceOf } from '@/testing/builders';

import { instructionsFor } from './instructions';

const today = day('2026-01-15');
const told = (workspace: Parameters<typeof workspaceOf>[0]) =>
  instructionsFor({ workspace: workspaceOf(workspace), today, timeZone: 'Europe/Berlin' });

describe('the instructions for a model', () => {
  it('say who it is, how to work, and what day it is where the person is', () => {
    const text = told({});
    expect(text).toContain('You are Momentum');
    expect(text).toContain('ask_user');
    expect(text).toContain('Never ask for permission');
    expect(text).toContain('Today is Thursday, 2026-01-15 (time zone Europe/Berlin).');
    expect(text).toContain('0 projects, 0 tasks, 0 people and 0 emails');
  });

  it('ask for related questions in one, and not for what can be looked up', () => {
    const text = told({});
    expect(text).toMatch(/questions that belong together into one ask_user/u);
    expect(text).toContain('Do not ask for what the tools can tell you.');
  });

  it('name the projects with ids and figures, and none of the tasks', () => {
    const text = told({
      project: [projectWith('p1', { name: 'Launch "X"' })],
      task: [
        taskWith('secret', { projectId: projectWith('p1').id, status: 'done' }),
        taskWith('late', { projectId: projectWith('p1').id, dueDate: day('2026-01-14') }),
      ],
    });
    expect(text).toContain('- "Launch \\"X\\"" (p1): active, 1 of 2 tasks done');
    expect(text).toContain('Overdue: 1 task.');
    expect(text).not.toContain('secret');
  });

  it('stay short in a large workspace', () => {
    const project = Array.from({ length: 500 }, (_each, index) =>
      projectWith(`p${String(index)}`, { rank: index }),
    );
    const text = told({ project });
    expect(text).toContain('and 460 more; list_projects names them');
    expect(text.length).toBeLessThan(6_000);
  });
});
