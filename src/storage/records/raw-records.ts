import type { DamagedRecord } from '@/agent';
import { entityKinds } from '@/domain/workspace';

import { keyOf, type RawTables } from './set-aside';

/** A record that was set aside, with what is stored of it, unchecked. */
export interface RawRecord extends DamagedRecord {
  readonly record: unknown;
}

/** What is stored under each record that was set aside; those that are gone meanwhile are left out [S4]. */
export function rawRecords(tables: RawTables, damaged: readonly DamagedRecord[]): readonly RawRecord[] {
  const byPlace = new Map<string, unknown>();
  for (const table of entityKinds) {
    for (const record of tables[table]) byPlace.set(`${table} ${keyOf(record)}`, record);
  }
  return damaged.flatMap((each) => {
    const place = `${each.table} ${each.key}`;
    return byPlace.has(place) ? [{ ...each, record: byPlace.get(place) }] : [];
  });
}
