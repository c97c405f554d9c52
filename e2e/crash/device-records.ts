import type { Page } from '@playwright/test';
import { z } from 'zod';

/** What the disk holds, as far as the campaign judges it. */
export type DeviceRecords = z.infer<typeof recordsSchema>;
export type StoredEvent = DeviceRecords['journal'][number]['event'];

const event = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  turnId: z.string().optional(),
  runId: z.string().optional(),
  callId: z.string().optional(),
  tool: z.string().optional(),
  outcome: z.string().optional(),
  commitId: z.string().nullish(),
  requestId: z.string().optional(),
  request: z.looseObject({ id: z.string() }).optional(),
});

const author = z.looseObject({ type: z.string(), callId: z.string().optional() });

/** Noted beside it by a witness, where there is one: see `witnessLeases`. */
const writer = z.object({
  document: z.string(),
  /** The epoch that the page had taken last, and the one that its transaction found. */
  under: z.number().nullable(),
  found: z.number().nullable(),
});

const recordsSchema = z.object({
  journal: z.array(
    z.object({ sessionId: z.string(), sequence: z.number(), event, writer: writer.optional() }),
  ),
  log: z.array(z.looseObject({ sequence: z.number(), commit: z.looseObject({ id: z.string(), author }) })),
  project: z.array(z.looseObject({ id: z.string(), name: z.string(), status: z.string() })),
  task: z.array(
    z.looseObject({
      id: z.string(),
      projectId: z.string(),
      parentId: z.string().nullable(),
      title: z.string(),
      status: z.string(),
      priority: z.string(),
      dueDate: z.string().nullable(),
    }),
  ),
  email: z.array(z.looseObject({ subject: z.string(), status: z.string() })),
});

/** Reads it past the app, from a page of its origin. */
export function readDevice(page: Page): Promise<DeviceRecords> {
  return recordsFrom((_source, names) => page.evaluate(readStores, names));
}

/**
 * Reads it in any browser.
 *
 * @param run - runs a function in a page of the app's origin, given as its source, with the names of the stores, and answers with what
 * it resolves to.
 */
export async function recordsFrom(
  run: (source: string, names: readonly string[]) => Promise<string>,
): Promise<DeviceRecords> {
  const text = await run(readStores.toString(), Object.keys(recordsSchema.shape));
  return recordsSchema.parse(JSON.parse(text));
}

/** Runs in the page. @returns the whole of each store, as JSON. */
function readStores(names: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('momentum');
    opening.addEventListener('error', () => {
      reject(new Error('The database cannot be read.'));
    });
    opening.addEventListener('success', () => {
      const database = opening.result;
      const transaction = database.transaction([...names], 'readonly');
      const requests = names.map((name) => [name, transaction.objectStore(name).getAll()] as const);
      transaction.addEventListener('complete', () => {
        const found = requests.map(([name, { result }]): readonly [string, unknown] => [name, result]);
        database.close();
        resolve(JSON.stringify(Object.fromEntries(found)));
      });
    });
  });
}
