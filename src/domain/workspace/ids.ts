declare const brand: unique symbol;

/** A value of `T` that can only be made by the function that owns the name. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Wall clock, milliseconds since the Unix epoch. A label for people: order comes from log sequences, never from clocks. */
export type Millis = Brand<number, 'Millis'>;

export type ProjectId = Brand<string, 'ProjectId'>;
export type TaskId = Brand<string, 'TaskId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type CommentId = Brand<string, 'CommentId'>;
export type EmailId = Brand<string, 'EmailId'>;

/** Marks a number as wall-clock milliseconds. */
export function millis(value: number): Millis {
  return value as Millis;
}

export function projectId(value: string): ProjectId {
  return value as ProjectId;
}

export function taskId(value: string): TaskId {
  return value as TaskId;
}

export function personId(value: string): PersonId {
  return value as PersonId;
}

export function commentId(value: string): CommentId {
  return value as CommentId;
}

export function emailId(value: string): EmailId {
  return value as EmailId;
}
