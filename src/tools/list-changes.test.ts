import { describe, expect, it } from 'vitest';

import { ToolBench } from '@/testing/tool-bench';

describe('list_changes', () => {
  it('lists what was changed, newest first, with who did it', () => {
    const bench = new ToolBench();
    bench.run('add_task', { title: 'Order cups', project: 'launch' });
    bench.run('complete_tasks', { tasks: ['docs'] });
    const plan = bench.plan('list_changes', { from: '2026-01-01', to: '2026-01-01' });
    expect(plan).toMatchObject({ type: 'answer', summary: 'Found 2 changes', data: { total: 2 } });
    const lines = plan.type === 'answer' ? plan.output.split('\n') : [];
    expect(lines[0]).toBe('2 changes on 2026-01-01:');
    expect(lines[1]).toMatch(/Write docs.*\(by an agent\)$/u);
    expect(lines[2]).toMatch(/Order cups.*\(by an agent\)$/u);
  });

  it.each([
    [{ from: '2026-01-02' }, 'Nothing was changed from 2026-01-02.'],
    [{ to: '2025-12-31' }, 'Nothing was changed to 2025-12-31.'],
  ])('leaves out what was on other days: %j', (args, output) => {
    const bench = new ToolBench();
    bench.run('add_task', { title: 'Order cups', project: 'launch' });
    expect(bench.plan('list_changes', args)).toMatchObject({ type: 'answer', output });
  });

  it('does not list what was undone', () => {
    const bench = new ToolBench();
    bench.run('add_task', { title: 'Order cups', project: 'launch' });
    bench.run('undo_last_change', {});
    expect(bench.plan('list_changes', {})).toMatchObject({ type: 'answer', output: 'Nothing was changed.' });
  });
});
