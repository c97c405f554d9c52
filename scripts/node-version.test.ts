import { expect, it } from 'vitest';

import { nodeVersionProblem } from './node-version.mjs';

it.each(['20.19.0', '20.20.2', '22.0.0', '100.0.0'])(
  'accepts Node.js %s where 20.19 is needed',
  (running) => {
    expect(nodeVersionProblem(running, '>=20.19')).toBeNull();
  },
);

it.each(['18.20.4', '20.9.0', '20.18.9', '4.0.0'])(
  'refuses Node.js %s where 20.19 is needed, in a sentence',
  (running) => {
    expect(nodeVersionProblem(running, '>=20.19')).toBe(
      `Momentum needs Node.js 20.19 or newer, and this is ${running}. Install a newer one from https://nodejs.org and try again.`,
    );
  },
);
