import { parseSync, Visitor, type CallExpression, type Expression, type NewExpression } from 'oxc-parser';

import { readUses, type Use } from './read-uses';

export interface SourceFile {
  /** From the repository's root, with forward slashes: `src/domain/index.ts`. */
  readonly path: string;
  readonly text: string;
}

/** One import as it is written, of whatever form. */
export interface Import {
  /** Null when it is computed, so that nobody can tell what it imports. */
  readonly specifier: string | null;
  readonly isTypeOnly: boolean;
  readonly line: number;
}

export interface SourceFacts {
  readonly imports: readonly Import[];
  /** Modules that a test replaces by another one. */
  readonly mocks: readonly Import[];
  readonly uses: readonly Use[];
  /** Whether the text is a program at all; if not, the rest may be incomplete. */
  readonly isReadable: boolean;
}

/** Reads from a file's syntax tree what it imports and which names it uses. */
export function readSource({ path, text }: SourceFile): SourceFacts {
  const { program, errors } = parseSync(path, text);
  const imports: Import[] = [];
  const mocks: Import[] = [];

  function note(specifier: string | null, start: number, isTypeOnly = false): void {
    imports.push({ specifier, isTypeOnly, line: lineAt(text, start) });
  }

  let hasTags = false;
  /** The compiler turns tags into calls of React's runtime, which no import in the text shows. */
  function noteTags(start: number): void {
    if (!hasTags) note('react/jsx-runtime', start);
    hasTags = true;
  }

  new Visitor({
    // `import { type A }` still loads the module when it runs; only `import type` does not.
    ImportDeclaration: ({ source, importKind, start }) => note(source.value, start, importKind === 'type'),
    ExportNamedDeclaration: ({ source, exportKind, start }) => {
      if (source !== null) note(source.value, start, exportKind === 'type');
    },
    ExportAllDeclaration: ({ source, exportKind, start }) => note(source.value, start, exportKind === 'type'),
    ImportExpression: ({ source, start }) => note(literalText(source), start),
    TSImportType: ({ source, start }) => note(source.value, start, true),
    TSExternalModuleReference: ({ expression, start }) => note(expression.value, start),
    JSXElement: ({ start }) => noteTags(start),
    JSXFragment: ({ start }) => noteTags(start),
    NewExpression: (expression) => {
      if (isModuleAddress(expression)) note(firstText(expression), expression.start);
    },
    CallExpression: (expression) => {
      if (isNamed(expression.callee, 'require')) note(firstText(expression), expression.start);
      if (isGlobImport(expression)) note(null, expression.start);
      if (isMock(expression)) {
        mocks.push({
          specifier: firstText(expression),
          isTypeOnly: false,
          line: lineAt(text, expression.start),
        });
      }
    },
  }).visit(program);

  const uses = readUses(program, (start) => lineAt(text, start));
  return { imports, mocks, uses, isReadable: errors.length === 0 };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function literalText(expression: Expression): string | null {
  if (expression.type === 'Literal' && typeof expression.value === 'string') return expression.value;
  if (expression.type === 'TemplateLiteral' && expression.expressions.length === 0) {
    return expression.quasis[0]?.value.cooked ?? null;
  }
  return null;
}

/** The text given first; of `import('…')` given first, the text in it. */
function firstText({ arguments: [first] }: CallExpression | NewExpression): string | null {
  if (first === undefined || first.type === 'SpreadElement') return null;
  return literalText(first.type === 'ImportExpression' ? first.source : first);
}

function isNamed(expression: Expression, name: string): boolean {
  return expression.type === 'Identifier' && expression.name === name;
}

/** `new URL('./worker.ts', import.meta.url)`: how a bundler is told of a worker or an asset. */
function isModuleAddress({ callee, arguments: [, base] }: NewExpression): boolean {
  return isNamed(callee, 'URL') && base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
}

function isGlobImport({ callee }: CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'MetaProperty' &&
    memberName(callee) === 'glob'
  );
}

function isMock({ callee }: CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    isNamed(callee.object, 'vi') &&
    ['mock', 'doMock'].includes(memberName(callee) ?? '')
  );
}

function memberName({ property }: CallExpression['callee'] & { type: 'MemberExpression' }): string | null {
  return property.type === 'Identifier' ? property.name : null;
}
