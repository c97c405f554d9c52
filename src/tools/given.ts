/** The fields that hold a value. */
export type Given<Fields extends object> = {
  readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
};

/** Only what was given: fields that hold `undefined` are left out, so that they change nothing. */
export function given<Fields extends object>(fields: Fields): Given<Fields> {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  // `Object.entries` forgets which value belongs to which field; nothing was added or exchanged.
  return Object.fromEntries(kept) as Given<Fields>;
}
