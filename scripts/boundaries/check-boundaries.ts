import path from 'node:path';

import { readSource, type Import, type SourceFacts, type SourceFile } from './read-source';
import type { Room } from './rooms';

export type Rule =
  | 'unreadable-file'
  | 'unknown-room'
  | 'unknowable-import'
  | 'missing-file'
  | 'forbidden-room'
  | 'types-only'
  | 'past-the-door'
  | 'forbidden-package'
  | 'sub-rooms-apart'
  | 'tools-apart'
  | 'testing-in-shipped-code'
  | 'own-room-by-alias'
  | 'other-room-by-path'
  | 'forbidden-name'
  | 'async-in-a-pure-room'
  | 'own-module-mocked'
  | 'no-edges';

interface Violation {
  readonly rule: Rule;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

interface BoundaryReport {
  /** How many imports were judged. A check that saw none has checked nothing, and says so. */
  readonly edgeCount: number;
  readonly violations: readonly Violation[];
}

interface Source {
  readonly file: SourceFile;
  readonly facts: SourceFacts;
}

interface House {
  readonly rooms: Readonly<Record<string, Room>>;
  readonly paths: ReadonlySet<string>;
  /** The files that `tools/index.ts` lists. */
  readonly tools: ReadonlySet<string>;
}

interface Edge extends Import {
  readonly specifier: string;
  readonly from: Place;
}

/** Where a file is in the house. */
interface Place {
  readonly path: string;
  readonly roomName: string;
  readonly room: Room;
  readonly subRoom: string | null;
  readonly isTest: boolean;
}

type Finding = readonly [rule: Rule, message: string] | null;

/**
 * Judges every import of every file by the table of rooms.
 *
 * @param files - the whole tree; an import of a file that is not among them is a violation.
 * @returns the violations in the order of the files; never throws.
 */
export function checkBoundaries(
  files: readonly SourceFile[],
  rooms: Readonly<Record<string, Room>>,
): BoundaryReport {
  const sources = files
    .filter(({ path: file }) => /\.[cm]?[jt]sx?$/.test(file))
    .map((file) => ({ file, facts: readSource(file) }));
  const paths = new Set(files.map((file) => file.path));
  const house: House = { rooms, tools: listedTools(sources, paths), paths };

  const violations = sources.flatMap(({ file, facts }) => violationsIn(file.path, facts, house));
  const edgeCount = sources.reduce((sum, { facts }) => sum + facts.imports.length, 0);
  if (edgeCount > 0) return { edgeCount, violations };
  const message = 'No import was seen in the whole tree, so nothing has been checked.';
  return { edgeCount, violations: [...violations, { rule: 'no-edges', path: 'src', line: 1, message }] };
}

function violationsIn(file: string, facts: SourceFacts, house: House): readonly Violation[] {
  if (!facts.isReadable) {
    return [{ rule: 'unreadable-file', path: file, line: 1, message: 'The file cannot be parsed.' }];
  }
  const from = placeOf(file, house);
  if (from === null) {
    const message = `No room of the table has this file. Move it, or add the room to the table.`;
    return [{ rule: 'unknown-room', path: file, line: 1, message }];
  }
  const found: Violation[] = [];
  function note(line: number, finding: Finding): void {
    if (finding !== null) found.push({ rule: finding[0], path: file, line, message: finding[1] });
  }
  for (const edge of facts.imports) note(edge.line, importFinding(edge, from, house));
  for (const mock of facts.mocks) note(mock.line, mockFinding(mock));
  if (!from.isTest) {
    for (const { kind, name, line } of facts.uses) {
      note(line, kind === 'async' ? asyncFinding(name, from) : nameFinding(name, from));
    }
  }
  return found;
}

function importFinding({ specifier, ...rest }: Import, from: Place, house: House): Finding {
  // Scripts and end-to-end tests also name what is no source file, or exists only when they run.
  const isShipped = from.path.startsWith('src/');
  if (specifier === null) {
    return isShipped
      ? ['unknowable-import', 'The imported module is computed, so nobody can check it. Name it in a string.']
      : null;
  }
  const edge: Edge = { ...rest, specifier, from };
  if (!isOwnModule(specifier)) return packageFinding(edge);

  const target = resolved(specifier, from.path, house.paths);
  if (target === null) return isShipped ? ['missing-file', `There is no file ${specifier}.`] : null;
  const to = placeOf(target, house);
  if (to === null) return ['unknown-room', `${target} is in no room of the table.`];
  return to.roomName === from.roomName ? insideFinding(edge, to, house) : acrossFinding(edge, to);
}

function packageFinding({ specifier, from }: Edge): Finding {
  const { room, subRoom, isTest, roomName } = from;
  const allowed = [...room.packages, ...(subRoom === null ? [] : (room.packagesOf?.[subRoom] ?? []))];
  if (isTest || allowed.some((pattern) => isPackage(specifier, pattern))) return null;
  return ['forbidden-package', `${roomName} may not use the package ${specifier}.`];
}

function insideFinding({ specifier, from }: Edge, to: Place, house: House): Finding {
  if (specifier.startsWith('@/')) {
    return ['own-room-by-alias', `${specifier} is in the same room: import it by its relative path.`];
  }
  if (from.room.areSubRoomsApart === true && from.subRoom !== to.subRoom) {
    return ['sub-rooms-apart', `${from.roomName}/${from.subRoom ?? ''} may not import ${to.path}.`];
  }
  if (!from.isTest && house.tools.has(from.path) && house.tools.has(to.path)) {
    return ['tools-apart', `One tool may not import another one (${to.path}).`];
  }
  return null;
}

function acrossFinding({ specifier, isTypeOnly, from }: Edge, to: Place): Finding {
  if (to.roomName === 'testing') {
    if (!from.isTest) return ['testing-in-shipped-code', `Only tests may import ${specifier}.`];
  } else {
    const share = from.room.rooms[to.roomName];
    if (share === undefined)
      return ['forbidden-room', `${from.roomName} may not import ${to.roomName} (${specifier}).`];
    if (share === 'types' && !isTypeOnly) {
      return [
        'types-only',
        `${from.roomName} may import only types from ${to.roomName}: write "import type".`,
      ];
    }
  }
  return doorFinding(specifier, to);
}

function doorFinding(specifier: string, { path: target, roomName, room }: Place): Finding {
  if (room.doors === 'any') return null;
  if (!specifier.startsWith('@/')) {
    return ['other-room-by-path', `${specifier} is in another room: import it as "@/${roomName}".`];
  }
  const doors = ['', ...room.doors.map((subRoom) => `${subRoom}/`)].map(
    (subRoom) => `${room.at}${subRoom}index`,
  );
  if (doors.some((door) => target === `${door}.ts` || target === `${door}.tsx`)) return null;
  return ['past-the-door', `${target} is private to ${roomName}: import what its index shows.`];
}

function mockFinding({ specifier }: Import): Finding {
  if (specifier !== null && !isOwnModule(specifier)) return null;
  return ['own-module-mocked', 'Our own modules are not mocked: give the code a fake instead.'];
}

function nameFinding(name: string, { room, roomName }: Place): Finding {
  return room.forbiddenNames.includes(name) ? ['forbidden-name', `${roomName} may not use ${name}.`] : null;
}

function asyncFinding(name: string, { room, roomName }: Place): Finding {
  return room.mayBeAsync ? null : ['async-in-a-pure-room', `${roomName} is pure and may not use ${name}.`];
}

function placeOf(file: string, { rooms }: House): Place | null {
  const found = Object.entries(rooms).find(([, { at }]) =>
    at.endsWith('/') ? file.startsWith(at) : file === at,
  );
  if (found === undefined) return null;
  const [roomName, room] = found;
  const [subRoom, ...rest] = file.slice(room.at.length).split('/');
  return {
    path: file,
    roomName,
    room,
    subRoom: subRoom === undefined || rest.length === 0 ? null : subRoom,
    isTest: /\.test\.tsx?$/.test(file),
  };
}

function isOwnModule(specifier: string): boolean {
  return /^(\.|\/|@\/)/.test(specifier);
}

function isPackage(specifier: string, pattern: string): boolean {
  if (pattern.endsWith('*')) return specifier.startsWith(pattern.slice(0, -1));
  return specifier === pattern || specifier.startsWith(`${pattern}/`);
}

/** The file that a specifier means, as a bundler would find it. */
function resolved(specifier: string, from: string, paths: ReadonlySet<string>): string | null {
  const plain = specifier.replace(/\?.*$/, '');
  const base = plain.startsWith('@/')
    ? path.posix.join('src', plain.slice(2))
    : path.posix.join(path.posix.dirname(from), plain);
  const endings = ['', '.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx'];
  return endings.map((ending) => base + ending).find((candidate) => paths.has(candidate)) ?? null;
}

function listedTools(sources: readonly Source[], paths: ReadonlySet<string>): ReadonlySet<string> {
  const list = sources.find(({ file }) => file.path === 'src/tools/index.ts');
  const targets = (list?.facts.imports ?? []).map(({ specifier }) =>
    specifier === null || !isOwnModule(specifier) ? null : resolved(specifier, 'src/tools/index.ts', paths),
  );
  return new Set(targets.filter((target) => target !== null));
}
