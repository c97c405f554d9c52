/** What a room may take from another one: everything its door shows, or only types. */
type Share = 'values' | 'types';

export interface Room {
  /** The folder (with a final slash) or the one file that the room is. */
  readonly at: string;
  /** Sub-rooms with a door (an `index.ts`) of their own, beside the room's; `any` when every file may be imported. */
  readonly doors: readonly string[] | 'any';
  readonly rooms: Readonly<Record<string, Share>>;
  /** Names of packages, sub-paths included; a final `*` stands for any ending. */
  readonly packages: readonly string[];
  /** Packages for one sub-room alone. */
  readonly packagesOf?: Readonly<Record<string, readonly string[]>>;
  /** Names the room must not use although every file can see them. Tests are free of this. */
  readonly forbiddenNames: readonly string[];
  readonly mayBeAsync: boolean;
  /** Whether the sub-rooms must not import each other. */
  readonly areSubRoomsApart?: true;
}

const page = ['window', 'document', 'navigator', 'localStorage', 'sessionStorage'];
const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];
const timers = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
];
const database = ['indexedDB', 'IDBKeyRange'];
const clocksAndChance = ['Date', 'performance', 'crypto', 'Math.random'];
const wayRound = ['globalThis', 'self', 'process'];

const react = ['react', 'react-dom'];
const reactState = ['zustand', '@tanstack/react-query'];
const widgets = [
  '@atlaskit/pragmatic-drag-and-drop',
  '@atlaskit/pragmatic-drag-and-drop-hitbox',
  'lucide-react',
  'react-resizable-panels',
  'virtua',
];

const free = { forbiddenNames: [], mayBeAsync: true } as const;

/** The import table of the house: who may import what. It allows; what it does not name is refused. */
export const rooms: Readonly<Record<string, Room>> = {
  domain: {
    at: 'src/domain/',
    doors: ['workspace', 'deltas', 'planning', 'sessions', 'models'],
    rooms: {},
    packages: [],
    forbiddenNames: [...clocksAndChance, 'Promise', ...timers, ...network, ...page, ...database, ...wayRound],
    mayBeAsync: false,
  },
  agent: {
    at: 'src/agent/',
    doors: [
      'workspace',
      'loop',
      'calls',
      'requests',
      'inbox',
      'policy',
      'models',
      'models/offline',
      'models/connection',
    ],
    rooms: { domain: 'values' },
    packages: ['zod'],
    packagesOf: {
      models: ['@openai/agents*', 'openai', 'chrono-node', '@ai-sdk/anthropic', '@ai-sdk/provider'],
    },
    forbiddenNames: [...timers, ...network, ...page, ...database, ...wayRound],
    mayBeAsync: true,
  },
  tools: {
    at: 'src/tools/',
    doors: [],
    rooms: { domain: 'values', agent: 'types' },
    packages: ['zod'],
    forbiddenNames: [...timers, ...network, ...page, ...database, ...wayRound],
    mayBeAsync: true,
  },
  storage: {
    at: 'src/storage/',
    doors: ['documents', 'indexeddb', 'memory', 'migrations'],
    rooms: { domain: 'values', agent: 'types', sync: 'types' },
    packages: ['idb', 'zod'],
    forbiddenNames: network,
    mayBeAsync: true,
  },
  sync: {
    at: 'src/sync/',
    doors: ['tabs', 'remote'],
    rooms: { domain: 'values', agent: 'types' },
    packages: ['zod'],
    forbiddenNames: database,
    mayBeAsync: true,
  },
  outbound: {
    at: 'src/outbound/',
    doors: [],
    rooms: { domain: 'values', agent: 'types' },
    packages: [],
    forbiddenNames: [...page, ...database],
    mayBeAsync: true,
  },
  state: {
    at: 'src/state/',
    doors: ['backup', 'models', 'notifications', 'preferences', 'sessions', 'settings', 'workspace'],
    rooms: { domain: 'values', agent: 'types' },
    packages: [...react, ...reactState],
    forbiddenNames: [...network, ...database],
    mayBeAsync: true,
  },
  features: {
    at: 'src/features/',
    doors: [
      'activity',
      'backup',
      'chat',
      'documents',
      'models',
      'people',
      'requests',
      'sessions',
      'settings',
      'shell',
      'workspace',
    ],
    rooms: { domain: 'values', state: 'values', ui: 'values' },
    packages: [...react, ...reactState, ...widgets],
    packagesOf: { chat: ['marked', 'remend'] },
    forbiddenNames: [...network, ...database],
    mayBeAsync: true,
    areSubRoomsApart: true,
  },
  ui: {
    at: 'src/ui/',
    doors: [],
    rooms: {},
    packages: [...react, ...widgets, '@base-ui/react'],
    forbiddenNames: [...network, ...database],
    mayBeAsync: true,
  },
  app: {
    ...free,
    at: 'src/app/',
    doors: [],
    rooms: {
      domain: 'values',
      agent: 'values',
      tools: 'values',
      storage: 'values',
      sync: 'values',
      outbound: 'values',
      state: 'values',
      features: 'values',
      ui: 'values',
    },
    packages: [
      ...react,
      ...reactState,
      ...widgets,
      '@base-ui/react',
      '@fontsource-variable/*',
      'nanoid',
      'zod',
    ],
  },
  testing: {
    ...free,
    at: 'src/testing/',
    // No index: a test of the domain must not load the fakes of storage.
    doors: 'any',
    rooms: {
      domain: 'values',
      agent: 'values',
      tools: 'values',
      storage: 'values',
      sync: 'values',
      outbound: 'values',
      state: 'values',
      ui: 'values',
    },
    packages: ['*'],
  },
  main: { ...free, at: 'src/main.tsx', doors: [], rooms: { app: 'values' }, packages: react },
  boundaries: {
    ...free,
    at: 'src/boundaries.test.ts',
    doors: [],
    rooms: { scripts: 'values' },
    packages: [],
  },
  /** The end-to-end tests see only the browser. */
  e2e: { ...free, at: 'e2e/', doors: 'any', rooms: { scripts: 'values' }, packages: ['*'] },
  scripts: { ...free, at: 'scripts/', doors: 'any', rooms: {}, packages: ['*'] },
};
