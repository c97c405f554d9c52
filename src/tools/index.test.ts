import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PreparedCall, ToolPlan } from '@/agent';
import { applyDeltas } from '@/domain/deltas';
import type { Json } from '@/domain/sessions';
import { entityCount, violationsIn, type Workspace } from '@/domain/workspace';
import { benchWorkspace, ToolBench } from '@/testing/tool-bench';

import { allTools } from './index';
import { isJsonList, isJsonObject, jsonOf, type JsonObject } from './json';

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
  'list_changes',
  'summarize_project',
  'summarize_portfolio',
  'draft_email',
  'send_email',
  'undo_last_change',
  'redo_last_change',
  'ask_user',
];

/** What hurts wherever a text is read. */
const nastyWords = [
  '',
  '  ',
  '\u200B',
  '\uD800',
  '\u202Eevil',
  'line\nbreak',
  '__proto__',
  'constructor',
  '2026-02-30',
  'x'.repeat(400),
];

const projects = ['launch', 'Launch', 'Web API', 'phone', 'API'];
const tasks = ['docs', 'Intro', 'FAQ', 'tests', 'web-tests', 'Deploy', 'plan', 'Run tests'];
const people = ['Ann', 'bob', 'Cid', 'ann@example.com', 'none', 'nobody'];
const days = ['2026-01-05', '2025-12-24', '2026-02-28', 'none'];
const times = ['09:30', '23:59', 'none'];
const texts = ['Something', 'News', 'Café', 'none'];
const recipients = ['stakeholders', 'ann', 'Bob', 'eve@example.com', 'Eve <eve@example.com>', 'cid'];

/** Words that mostly mean something in the bench workspace, by the argument they are written for. */
const wordsFor: ReadonlyMap<string, readonly string[]> = new Map([
  ['project', projects],
  ['to_project', projects],
  ...['task', 'tasks', 'parent', 'before', 'after', 'except'].map((name) => [name, tasks] as const),
  ...['person', 'people', 'stakeholders', 'assignee'].map((name) => [name, people] as const),
  ...['due_date', 'start_date', 'target_date', 'due_from', 'due_to', 'done_from', 'done_to', 'from'].map(
    (name) => [name, days] as const,
  ),
  ['due_time', times],
  ['to', recipients],
  ['cc', recipients],
  ['email', ['new@example.com', 'ann@example.com', 'none']],
  ['draft', ['draft', 'Launch news', 'sent']],
]);

/** Values as a model might write them for an argument: mostly fitting, now and then not at all. */
function valueFor(name: string, schema: Json | undefined): fc.Arbitrary<Json> {
  return fc.oneof(
    { weight: 40, arbitrary: fittingValueFor(name, schema) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }).map(jsonOf) },
  );
}

function fittingValueFor(name: string, schema: Json | undefined): fc.Arbitrary<Json> {
  if (!isJsonObject(schema)) return fc.constant(null);
  const { type, enum: choices, items } = schema;
  if (isJsonList(choices)) return fc.constantFrom(...choices);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer({ min: -3, max: 20 });
  if (type === 'array') return fc.array(valueFor(name, items), { minLength: 1, maxLength: 3 });
  if (type === 'object') return argumentsFor(schema);
  return fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...(wordsFor.get(name) ?? texts)) },
    { weight: 1, arbitrary: fc.constantFrom(...nastyWords) },
  );
}

/** An object with all that is required, and two of the optional values most of the time. */
function argumentsFor(schema: JsonObject): fc.Arbitrary<Json> {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const required = isJsonList(schema['required']) ? schema['required'].map(String) : [];
  const optional = Object.keys(properties).filter((name) => !required.includes(name));
  return fc
    .subarray(optional, { minLength: Math.min(1, optional.length), maxLength: Math.min(3, optional.length) })
    .chain((chosen) =>
      fc.record(
        Object.fromEntries([...required, ...chosen].map((name) => [name, valueFor(name, properties[name])])),
      ),
    );
}

/** A tool, and arguments written for it. */
const anyCall: fc.Arbitrary<{ readonly name: string; readonly args: Json }> = fc
  .constantFrom(...allTools)
  .chain((tool) => valueFor(tool.name, tool.parameters).map((args) => ({ name: tool.name, args })));

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
