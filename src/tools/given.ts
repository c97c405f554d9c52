/** The fields that hold a value. */
type Given<Fields extends object> = {
  readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
};

/** Only what was given: fields that hold `undefined` are left out, so that they change nothing. */
export function given<Fields extends object>(fields: Fields): Given<Fields>;
export function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
