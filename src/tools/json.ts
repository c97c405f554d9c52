import type { Json } from '@/domain/sessions';

export interface JsonObject {
  readonly [field: string]: Json;
}

/** A value as JSON would carry it: fields that hold `undefined` are left out, anything that JSON does not know becomes null. */
export function jsonOf(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map((item: unknown) => jsonOf(item));
  return typeof value === 'object' ? jsonObjectOf(value) : null;
}

export function jsonObjectOf(value: object): JsonObject {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, jsonOf(field)]));
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isJsonList(value);
}

export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
