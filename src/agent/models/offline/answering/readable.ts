/** An output as a person may read it: without ids and without advice meant for models. */
export function readable(output: string): string {
  const words = output
    .replaceAll(/” \([\w-]+\)/gu, '”')
    .replaceAll(/(?<=[\p{L}.]) \([\w-]{6,}\)(?= <| without)/gu, '')
    .replace(/ For more use offset \d+\./u, '')
    .replace(/; the comment is [\w-]+\./u, '.')
    .replace(
      / Add it with update_person, or leave them out\./u,
      ' Tell it to me, for instance: “Change Sara’s email to sara@example.com”.',
    )
    .replace(
      / Change that entry with update_person, or add this person under a name that tells them apart\./u,
      '',
    )
    .replace(
      / Name the recipients, or choose stakeholders with set_stakeholders first\./u,
      ' Name the recipients, or say for instance: “Make Sara a stakeholder of it”.',
    );
  const refused =
    /^The person refused this; nothing of it happened\. (?:They gave no reason|Their reason: (?<reason>.+?))\.?(?: Done before it:.*| Not run because of it:.*)?$/su.exec(
      words,
    );
  if (refused !== null) return 'You declined this, so I did not do it.';
  if (words.startsWith('No answer: the person did not decide'))
    return 'There was no decision in time, so nothing of this happened.';
  const superseded = /^Not run: (?<why>.*)$/su.exec(words)?.groups?.['why'];
  return superseded === undefined ? withoutArguments(words) : `Not done: ${superseded}`;
}

const argumentWords: Readonly<Record<string, string>> = {
  due_date: 'due date',
  due_time: 'due time',
  start_date: 'start date',
  target_date: 'target date',
};

/** Names of arguments mean nothing to a person. */
function withoutArguments(words: string): string {
  return words.replaceAll(
    /\b(?:due_date|due_time|start_date|target_date)\b/gu,
    (name) => argumentWords[name] ?? name,
  );
}
