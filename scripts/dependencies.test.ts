import { expect, it } from 'vitest';

import { missingPackages } from './dependencies.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/react': { version: '19.3.1' },
    'node_modules/for-another-system': { version: '1.0.0', optional: true },
  },
};

it('finds nothing missing when every package is there in its version', () => {
  const installed = { packages: { 'node_modules/react': { version: '19.3.1' } } };

  expect(missingPackages(wanted, installed)).toEqual([]);
});

it('finds a package that is not installed', () => {
  expect(missingPackages(wanted, { packages: {} })).toEqual(['node_modules/react']);
});

it('finds packages that are installed in another version, optional ones too', () => {
  const installed = {
    packages: {
      'node_modules/react': { version: '19.3.0' },
      'node_modules/for-another-system': { version: '0.9.0' },
    },
  };

  expect(missingPackages(wanted, installed)).toEqual([
    'node_modules/react',
    'node_modules/for-another-system',
  ]);
});
