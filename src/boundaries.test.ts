import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkBoundaries, type Rule } from '../scripts/boundaries/check-boundaries';
import type { SourceFile } from '../scripts/boundaries/read-source';
import { rooms } from '../scripts/boundaries/rooms';

const repository = path.join(import.meta.dirname, '..');

describe('the house as it is', () => {
  const report = checkBoundaries(filesOf(['src', 'e2e', 'scripts']), rooms);

  it('breaks no rule of the import table', () => {
    expect(report.violations).toEqual([]);
  });

  it('has imports that were judged', () => {
    expect(report.edgeCount).toBeGreaterThan(0);
  });
});

/** A small house that keeps every rule, in which each planted file is the only thing wrong. */
const soundHouse: Readonly<Record<string, string>> = {
  'src/main.tsx': `import { createRoot } from 'react-dom/client'; import { App } from '@/app'; createRoot(document.body).render(<App />);`,
  'src/boundaries.test.ts': `import { rooms } from '../scripts/boundaries/rooms'; import { it } from 'vitest';`,
  'src/domain/index.ts': `export { MomentumError } from './errors';`,
  'src/domain/errors.ts': `export class MomentumError extends Error {}`,
  'src/domain/workspace/index.ts': `export type { Task } from './task'; export { isDone } from './task';`,
  'src/domain/workspace/task.ts': `export interface Task { readonly Date: string } export const isDone = (task: Task) => task.Date !== '';`,
  'src/domain/workspace/task.test.ts': `import fc from 'fast-check'; import { it } from 'vitest'; import { isDone } from './task'; import { aTask } from '@/testing/builders'; it('is async', async () => { await fc.assert(Date.now()); });`,
  'src/agent/index.ts': `export type { Clock } from './ports';`,
  'src/agent/ports.ts': `import type { Task } from '@/domain/workspace'; import { MomentumError } from '@/domain'; export interface Clock { readonly now: (task: Task) => number }`,
  'src/agent/models/index.ts': `import { Agent } from '@openai/agents'; import OpenAI from 'openai'; import { setTracing } from '@openai/agents-core';`,
  'src/tools/index.ts': `import { createTask } from './create-task'; import { deleteTask } from './delete-task'; export const tools = [createTask, deleteTask];`,
  'src/tools/create-task.ts': `import { z } from 'zod'; import { titleField } from './fields'; import type { Clock } from '@/agent'; export const createTask = titleField(z);`,
  'src/tools/delete-task.ts': `import { titleField } from './fields'; export const deleteTask = titleField;`,
  'src/tools/fields.ts': `export const titleField = (schema: unknown) => schema;`,
  'src/storage/index.ts': `export { openDatabase } from './indexeddb';`,
  'src/storage/indexeddb/index.ts': `export { openDatabase } from './open';`,
  'src/storage/indexeddb/open.ts': `import { openDB } from 'idb'; import type { Clock } from '@/agent'; import type { Channel } from '@/sync/tabs'; export const openDatabase = () => openDB('momentum');`,
  'src/sync/tabs/index.ts': `export type Channel = BroadcastChannel;`,
  'src/outbound/index.ts': `import type { Clock } from '@/agent'; export const post = (clock: Clock) => fetch(String(clock));`,
  'src/state/index.ts': `import { createStore } from 'zustand/vanilla'; export const store = createStore(() => ({}));`,
  'src/features/workspace/index.ts': `export { TaskList } from './TaskList';`,
  'src/features/workspace/TaskList.tsx': `import { Button } from '@/ui'; import { store } from '@/state'; export const TaskList = () => <Button />;`,
  'src/features/chat/index.ts': `export const Chat = () => null;`,
  'src/ui/index.ts': `export { Button } from './Button';`,
  'src/ui/Button.tsx': `import { Button as Base } from '@base-ui/react/button'; export const Button = () => <Base />;`,
  'src/app/index.ts': `export { App } from './App';`,
  'src/app/App.tsx': `import './app.css'; import { lazy } from 'react'; import { openDatabase } from '@/storage'; const Chat = lazy(() => import('@/features/chat')); export const App = () => <Chat />;`,
  'src/app/app.css': ``,
  'src/testing/builders.ts': `import fc from 'fast-check'; import { isDone } from '@/domain/workspace'; export const aTask = fc.constant(isDone);`,
  'e2e/smoke.spec.ts': `import { securityHeaders } from '../scripts/security-headers.mjs'; import { test } from '@playwright/test';`,
  'scripts/security-headers.mjs': `export const securityHeaders = {};`,
  'scripts/boundaries/rooms.ts': `import path from 'node:path'; export const rooms = path;`,
};

/** A planted file and the one rule it breaks. */
const planted: readonly (readonly [rule: Rule, file: string, text: string])[] = [
  // Forbidden rooms, by every form of import.
  ['forbidden-room', 'src/domain/a.ts', `import { App } from '@/app';`],
  ['forbidden-room', 'src/domain/a.ts', `import type { Clock } from '@/agent';`],
  ['forbidden-room', 'src/domain/a.ts', `export { App } from '@/app';`],
  ['forbidden-room', 'src/domain/a.ts', `export * from '@/app';`],
  ['forbidden-room', 'src/domain/a.ts', `export type { Clock } from '@/agent';`],
  ['forbidden-room', 'src/domain/a.ts', `type Clock = import('@/agent').Clock;`],
  ['forbidden-room', 'src/domain/a.ts', `import '@/app';`],
  ['forbidden-room', 'src/agent/a.ts', `const tools = () => import('@/tools');`],
  ['forbidden-room', 'src/agent/a.ts', 'const tools = () => import(`@/tools`);'],
  ['forbidden-room', 'src/agent/a.ts', `const tools = require('@/tools');`],
  ['forbidden-room', 'src/agent/a.ts', `import tools = require('@/tools');`],
  ['forbidden-room', 'src/agent/a.ts', `const worker = new URL('@/tools', import.meta.url);`],
  ['forbidden-room', 'src/agent/a.ts', `import { store } from '@/state';`],
  ['forbidden-room', 'src/tools/a.ts', `import { openDatabase } from '@/storage';`],
  ['forbidden-room', 'src/tools/a.ts', `import { store } from '@/state';`],
  ['forbidden-room', 'src/storage/a.ts', `import { store } from '@/state';`],
  ['forbidden-room', 'src/sync/a.ts', `import { openDatabase } from '@/storage';`],
  ['forbidden-room', 'src/outbound/a.ts', `import { openDatabase } from '@/storage';`],
  ['forbidden-room', 'src/tools/a.ts', `import { post } from '@/outbound';`],
  ['forbidden-room', 'src/state/a.ts', `import type { Channel } from '@/sync/tabs';`],
  ['forbidden-room', 'src/features/chat/a.ts', `import type { Clock } from '@/agent';`],
  ['forbidden-room', 'src/features/chat/a.ts', `import { openDatabase } from '@/storage';`],
  ['forbidden-room', 'src/ui/a.ts', `import type { Task } from '@/domain/workspace';`],
  ['forbidden-room', 'src/testing/a.ts', `import { Chat } from '@/features/chat';`],
  ['forbidden-room', 'src/app/a.ts', `import { securityHeaders } from '../../scripts/security-headers.mjs';`],
  ['forbidden-room', 'e2e/a.spec.ts', `import { isDone } from '../src/domain/workspace';`],
  ['forbidden-room', 'scripts/a.mjs', `import { isDone } from '../src/domain/workspace';`],

  // Only types may cross, and `import { type … }` still loads the module.
  ['types-only', 'src/tools/a.ts', `import { clock } from '@/agent';`],
  ['types-only', 'src/tools/a.ts', `import { type Clock } from '@/agent';`],
  ['types-only', 'src/storage/a.ts', `export { Channel } from '@/sync/tabs';`],
  ['types-only', 'src/sync/a.ts', `const agent = import('@/agent');`],
  ['types-only', 'src/state/a.ts', `import * as agent from '@/agent';`],

  ['past-the-door', 'src/app/a.ts', `import { isDone } from '@/domain/workspace/task';`],
  ['past-the-door', 'src/agent/a.ts', `import { MomentumError } from '@/domain/errors';`],
  ['past-the-door', 'src/app/a.ts', `import { TaskList } from '@/features/workspace/TaskList';`],
  ['other-room-by-path', 'src/agent/a.ts', `import { MomentumError } from '../domain';`],
  ['own-room-by-alias', 'src/domain/a.ts', `import { isDone } from '@/domain/workspace';`],

  ['forbidden-package', 'src/domain/a.ts', `import { z } from 'zod';`],
  ['forbidden-package', 'src/domain/a.ts', `import { readFile } from 'node:fs';`],
  ['forbidden-package', 'src/domain/a.tsx', `export const a = <b>text</b>;`],
  ['forbidden-package', 'src/agent/loop/a.ts', `import { run } from '@openai/agents';`],
  ['forbidden-package', 'src/app/a.ts', `import type { Agent } from '@openai/agents-core';`],
  ['forbidden-package', 'src/app/a.ts', `import OpenAI from 'openai';`],
  ['forbidden-package', 'src/app/a.ts', `import { it } from 'vitest';`],
  ['forbidden-package', 'src/agent/a.ts', `import { useState } from 'react';`],
  ['forbidden-package', 'src/agent/a.ts', `import { createStore } from 'zustand/vanilla';`],
  ['forbidden-package', 'src/tools/a.ts', `import { useState } from 'react';`],
  ['forbidden-package', 'src/storage/a.ts', `import { useState } from 'react';`],
  ['forbidden-package', 'src/sync/a.ts', `import { openDB } from 'idb';`],
  ['forbidden-package', 'src/features/chat/a.ts', `import { openDB } from 'idb';`],
  ['forbidden-package', 'src/ui/a.ts', `import { createStore } from 'zustand';`],
  ['forbidden-package', 'src/ui/a.ts', `import { useState } from 'react-domestic';`],

  ['sub-rooms-apart', 'src/features/chat/a.ts', `import { TaskList } from '../workspace';`],
  ['tools-apart', 'src/tools/create-task.ts', `import { deleteTask } from './delete-task';`],
  ['testing-in-shipped-code', 'src/domain/a.ts', `import { aTask } from '@/testing/builders';`],
  ['testing-in-shipped-code', 'src/app/a.ts', `const testing = import('@/testing/builders');`],

  ['unknown-room', 'src/utils/index.ts', `export const a = 1;`],
  ['unknown-room', 'src/helper.ts', `export const a = 1;`],
  ['missing-file', 'src/domain/a.ts', `import { a } from './nowhere';`],
  ['unknowable-import', 'src/app/a.ts', `const load = (name: string) => import(name);`],
  ['unknowable-import', 'src/app/a.ts', `const all = import.meta.glob('./**');`],
  ['unreadable-file', 'src/domain/a.ts', `export const = ;`],
  ['own-module-mocked', 'src/agent/a.test.ts', `import { vi } from 'vitest'; vi.mock('@/domain');`],
  ['own-module-mocked', 'src/agent/a.test.ts', `import { vi } from 'vitest'; vi.mock(import('./ports'));`],

  ['forbidden-name', 'src/domain/a.ts', `export const now = Date.now();`],
  ['forbidden-name', 'src/domain/a.ts', `export function at(when: Date) {}`],
  ['forbidden-name', 'src/domain/a.ts', `export const chance = Math.random();`],
  ['forbidden-name', 'src/domain/a.ts', `export const chance = Math['random']();`],
  ['forbidden-name', 'src/domain/a.ts', `const { random } = Math;`],
  ['forbidden-name', 'src/domain/a.ts', `export const id = crypto.randomUUID();`],
  ['forbidden-name', 'src/domain/a.ts', `export const title = document.title;`],
  ['forbidden-name', 'src/domain/a.ts', `export const width = window.innerWidth;`],
  ['forbidden-name', 'src/domain/a.ts', `export const all = { crypto };`],
  ['forbidden-name', 'src/domain/a.ts', `export const now = globalThis['Date'];`],
  ['forbidden-name', 'src/agent/a.ts', `setTimeout(() => null, 10);`],
  ['forbidden-name', 'src/agent/a.ts', `export const answer = fetch('/');`],
  ['forbidden-name', 'src/agent/a.ts', `export const open = indexedDB.open('a');`],
  ['forbidden-name', 'src/agent/a.ts', `window.close();`],
  ['forbidden-name', 'src/storage/a.ts', `export const answer = fetch('/');`],
  ['forbidden-name', 'src/outbound/a.ts', `export const key = localStorage.getItem('key');`],
  ['forbidden-name', 'src/sync/a.ts', `export const open = indexedDB.open('a');`],
  ['async-in-a-pure-room', 'src/domain/a.ts', `export async function load() {}`],
  ['async-in-a-pure-room', 'src/domain/a.ts', `export const load = async () => null;`],
  ['async-in-a-pure-room', 'src/domain/a.ts', `export const loader = { async load() {} };`],
  ['async-in-a-pure-room', 'src/domain/a.ts', `await null; export {};`],
];

describe('the checker', () => {
  it('finds nothing wrong with a house that keeps every rule', () => {
    const report = checkBoundaries(filesFrom(soundHouse), rooms);

    expect(report.violations).toEqual([]);
    expect(report.edgeCount).toBe(49);
  });

  it.each(planted)('finds %s in %s: %s', (rule, file, text) => {
    const { violations } = checkBoundaries(filesFrom({ ...soundHouse, [file]: text }), rooms);

    expect(violations.map((violation) => [violation.rule, violation.path])).toEqual([[rule, file]]);
  });

  it('says where a violation is and what to do', () => {
    const text = `import { z } from './errors';\n\nimport { clock } from '@/agent';`;
    const { violations } = checkBoundaries(
      filesFrom({ ...soundHouse, 'src/tools/errors.ts': '', 'src/tools/a.ts': text }),
      rooms,
    );

    expect(violations).toEqual([
      {
        rule: 'types-only',
        path: 'src/tools/a.ts',
        line: 3,
        message: 'tools may import only types from agent: write "import type".',
      },
    ]);
  });

  it('fails when it saw no import at all', () => {
    const { violations } = checkBoundaries(
      [{ path: 'src/domain/index.ts', text: 'export const a = 1;' }],
      rooms,
    );

    expect(violations.map(({ rule }) => rule)).toEqual(['no-edges']);
  });
});

function filesFrom(tree: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries(tree).map(([file, text]) => ({ path: file, text }));
}

function filesOf(folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(repository, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    )
    .map((file) => ({
      path: path.relative(repository, file).replaceAll('\\', '/'),
      text: readFileSync(file, 'utf8'),
    }));
}
