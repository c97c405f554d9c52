import { Visitor, type Expression, type PrivateIdentifier, type Program } from 'oxc-parser';

/** A name that a file uses, or what in it is asynchronous. */
export interface Use {
  readonly kind: 'name' | 'async';
  /** Like `Date` or, of the one member that matters, `Math.random`. */
  readonly name: string;
  readonly line: number;
}

interface Keyed {
  readonly key: Spot;
  readonly computed: boolean;
}

interface Spot {
  readonly start: number;
}

/**
 * Every name that a program uses as a value or a type. Members (`clock.Date`) and keys (`{ Date: 1 }`) are not
 * uses; a local name counts like the global one it hides, since hiding it helps no reader.
 */
export function readUses(program: Program, lineAt: (offset: number) => number): readonly Use[] {
  const labels = new Set<number>();
  // By place, since `{ crypto }` has the name in the tree twice: as the key and as the value.
  const names = new Map<number, string>();
  const chance: number[] = [];
  const asynchronous: { readonly name: string; readonly start: number }[] = [];

  function skipKey({ key, computed }: Keyed): void {
    if (!computed) labels.add(key.start);
  }
  function noteAsync({ async, start }: Spot & { readonly async: boolean }): void {
    if (async) asynchronous.push({ name: 'async', start });
  }

  new Visitor({
    Identifier: ({ name, start }) => names.set(start, name),
    MemberExpression: ({ object, property, computed, start }) => {
      if (!computed) labels.add(property.start);
      const isMath = object.type === 'Identifier' && object.name === 'Math';
      if (isMath && memberText(property) === 'random') chance.push(start);
    },
    VariableDeclarator: ({ id, init, start }) => {
      // `const { random } = Math` would otherwise slip through.
      const takesMathApart =
        id.type === 'ObjectPattern' && init?.type === 'Identifier' && init.name === 'Math';
      if (takesMathApart) chance.push(start);
    },
    Property: (property) => {
      if (!property.shorthand) skipKey(property);
    },
    MethodDefinition: skipKey,
    PropertyDefinition: skipKey,
    TSPropertySignature: skipKey,
    TSMethodSignature: skipKey,
    TSQualifiedName: ({ right }) => labels.add(right.start),
    ImportSpecifier: ({ imported, local }) => {
      if (imported.start !== local.start) labels.add(imported.start);
    },
    ExportSpecifier: ({ exported, local }) => {
      if (exported.start !== local.start) labels.add(exported.start);
    },
    FunctionDeclaration: noteAsync,
    FunctionExpression: noteAsync,
    ArrowFunctionExpression: noteAsync,
    AwaitExpression: ({ start }) => asynchronous.push({ name: 'await', start }),
    ForOfStatement: ({ await: isAwaited, start }) => {
      if (isAwaited) asynchronous.push({ name: 'for await', start });
    },
  }).visit(program);

  const free = [...names].filter(([start]) => !labels.has(start)).map(([start, name]) => ({ name, start }));
  const random = chance.map((start) => ({ name: 'Math.random', start }));
  return [
    ...[...free, ...random].map(({ name, start }) => ({ kind: 'name', name, line: lineAt(start) }) as const),
    ...asynchronous.map(({ name, start }) => ({ kind: 'async', name, line: lineAt(start) }) as const),
  ];
}

function memberText(property: Expression | PrivateIdentifier): string | null {
  if (property.type === 'Identifier') return property.name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : null;
}
