/** What is wrong with a document, in words for people, and where: `tasks[3].dueDate`. An empty path means the whole of it. */
export interface DocumentProblem {
  readonly path: string;
  readonly message: string;
}

/** Looks at own fields only: a file may call one of its fields `__proto__`. */
export function fieldOf(value: object, name: string): unknown {
  const field: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  return field;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
