import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PreparedCall, ToolPlan } from '@/agent';
import { applyDeltas } from '@/domain/deltas';
import type { Json } from '@/domain/sessions';
import { entityCount, violationsIn, type Workspace } from '@/domain/workspace';
import { benchWorkspace, ToolBench } from '@/testing/tool-bench';

import { allTools } from './index';
import { isJsonList, isJsonObject, jsonOf } from './json';

const names = [
  'create_project',
  'update_project',
  'delete_project',
  'add_task',
  'add_subtasks',
  'update_task',
  'complete_tasks',
  'reopen_tasks',
  'update_tasks',
  'move_task',
  'delete_tasks',
  'add_comment',
  'add_person',
  'update_person',
  'delete_person',
  'set_stakeholders',
  'list_projects',
  'list_tasks',
  'find',
  'summarize_project',
  'summarize_portfolio',
  'draft_email',
  'send_email',
  'undo_last_change',
  'redo_last_change',
  'ask_user',
];

/** Words that hit something in the bench workspace, or nothing, or hurt. */
const words = [
  'launch',
  'Launch',
  'API',
  'web',
  'docs',
  'Run tests',
  'tests',
  'intro',
  'Ann Lee',
  'cid',
  'ann@example.com',
  'x <y@example.com>',
  'stakeholders',
  'draft',
  'none',
  '2026-01-05',
  '2026-02-30',
  '09:30',
  '',
  '  ',
  '\u200B',
  '\uD800',
  '\u202Eevil',
  'line\nbreak',
  '__proto__',
  'constructor',
  'x'.repeat(400),
];

/** Values as a model might write them for a schema: mostly fitting, sometimes not at all. */
function valueFor(schema: Json | undefined): fc.Arbitrary<Json> {
  const junk = fc.jsonValue({ maxDepth: 1 }).map(jsonOf);
  return fc.oneof({ weight: 12, arbitrary: fittingValueFor(schema) }, { weight: 1, arbitrary: junk });
}

function fittingValueFor(schema: Json | undefined): fc.Arbitrary<Json> {
  if (!isJsonObject(schema)) return fc.constant(null);
  const { type, enum: choices, items, properties } = schema;
  if (isJsonList(choices)) return fc.constantFrom(...choices);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer({ min: -40, max: 40 });
  if (type === 'array') return fc.array(valueFor(items), { minLength: 1, maxLength: 3 });
  if (type !== 'object') return fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 12 }));
  const entries = Object.entries(isJsonObject(properties) ? properties : {});
  const required = isJsonList(schema['required']) ? schema['required'].map(String) : [];
  const fields = Object.fromEntries(entries.map(([name, field]) => [name, valueFor(field)]));
  return fc.record(fields, { requiredKeys: required });
}

/** A tool, and arguments written for it. */
const anyCall: fc.Arbitrary<{ readonly name: string; readonly args: Json }> = fc
  .constantFrom(...allTools)
  .chain((tool) => valueFor(tool.parameters).map((args) => ({ name: tool.name, args })));

describe('the list of tools', () => {
  it('has every tool by its agreed name', () => {
    expect(allTools.map((tool) => tool.name)).toEqual(names);
  });

  it.each(allTools)('$name says in a schema what it takes, and explains every argument', (tool) => {
    expect(tool.description.length).toBeGreaterThan(20);
    expect(tool.parameters).toMatchObject({ type: 'object', additionalProperties: false });
    expect(undescribed(tool.parameters, tool.name)).toEqual([]);
  });

  it('costs a model less than 26 KB to be told of', () => {
    const told = allTools.map(({ name, description, parameters }) => ({ name, description, parameters }));
    expect(JSON.stringify(told).length).toBeLessThan(26_000);
  });
});

function undescribed(schema: Json, path: string): readonly string[] {
  if (!isJsonObject(schema)) return [];
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  return Object.entries(properties).flatMap(([name, field]) => {
    const isDescribed = isJsonObject(field) && typeof field['description'] === 'string';
    return [...(isDescribed ? [] : [`${path}.${name}`]), ...undescribed(field, `${path}.${name}`)];
  });
}

/** What is wrong with a prepared call, whatever it was made from. */
function faultsOf(prepared: PreparedCall, before: Workspace): readonly string[] {
  if (prepared.type === 'invalid') {
    return prepared.problems.length === 0 ||
      prepared.problems.some(({ field, message }) => field === '' || message === '')
      ? ['a problem says nothing']
      : [];
  }
  const { args, fields, plan, title } = prepared;
  return [
    ...(/^[A-Z]\S*( \S|$)/.test(title) ? [] : [`title “${title}”`]),
    ...fields
      .filter(({ name, value }) => JSON.stringify(value) !== JSON.stringify(args[name] ?? null))
      .map(({ name }) => `field ${name} does not show its argument`),
    ...(plan.type !== 'question' && plan.output === '' ? ['no output'] : []),
    ...(plan.type === 'change' ? changeFaults(plan, before) : []),
  ];
}

function changeFaults(
  { deltas, summary }: Extract<ToolPlan, { readonly type: 'change' }>,
  before: Workspace,
): readonly string[] {
  return [
    ...violationsIn(applyDeltas(before, deltas)).map(({ message }) => message),
    ...(deltas.length === 0 ? ['no deltas'] : []),
    ...(summary === '' ? ['no summary'] : []),
  ];
}

describe('every tool', { timeout: 30_000 }, () => {
  it('[C2] answers any JSON with a prepared call or with problems, and never throws', () => {
    const bench = new ToolBench();
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
        expect(faultsOf(bench.prepare(name, jsonOf(value)), bench.workspace)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('[C4] plans what keeps every rule, changes nothing itself, and plans the same again from what it understood', () => {
    fc.assert(
      fc.property(anyCall, ({ name, args }) => {
        const bench = new ToolBench();
        const before = bench.workspace;
        const first = bench.prepare(name, args);
        expect(bench.workspace).toBe(before);
        expect(faultsOf(first, before)).toEqual([]);
        const understood = first.type === 'invalid' ? args : first.args;
        expect(new ToolBench().prepare(name, understood)).toEqual(first);
      }),
      { numRuns: 800 },
    );
  });

  it('[W5] keeps every rule over many calls in a row', () => {
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 30 }), (calls) => {
        const bench = new ToolBench();
        for (const { name, args } of calls) {
          const prepared = bench.prepare(name, args);
          if (prepared.type === 'prepared' && prepared.plan.type === 'change') bench.run(name, args);
        }
        expect(violationsIn(bench.workspace)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('never dumps the workspace into the model', () => {
    const bench = new ToolBench();
    for (let index = 0; index < 40; index += 1) {
      const titles = Array.from({ length: 50 }, (_, place) => `Step ${String(index)}.${String(place)}`);
      bench.run('add_subtasks', { parent: 'plan', titles });
    }
    expect(entityCount(bench.workspace)).toBeGreaterThan(2_000);
    const asked: readonly (readonly [string, Json])[] = [
      ['list_tasks', { limit: 50 }],
      ['find', { text: 'step', limit: 50 }],
      ['summarize_project', { project: 'launch' }],
      ['summarize_portfolio', {}],
      ['complete_tasks', { project: 'launch' }],
      ['delete_tasks', { project: 'launch' }],
      ['update_tasks', { project: 'launch', priority: 'low' }],
      ['find', { text: 'plan the launch' }],
    ];
    for (const [name, args] of asked) {
      const plan = bench.plan(name, args);
      expect(plan.type === 'question' ? 0 : plan.output.length).toBeLessThan(6_000);
    }
  });

  it('can be told apart from the workspace it was built on', () => {
    expect(violationsIn(benchWorkspace())).toEqual([]);
  });
});
