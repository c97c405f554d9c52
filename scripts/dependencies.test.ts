import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';
import { z } from 'zod';

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

it('package-lock.json names every package for every system, else npm ci refuses it', () => {
  const lockfile: unknown = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'),
  );
  const { packages } = z
    .object({
      packages: z.record(
        z.string(),
        z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
      ),
    })
    .parse(lockfile);

  const dangling = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) =>
      foldersFor(name, folder).every((place) => !(place in packages)),
    ),
  );
  expect(dangling).toEqual([]);
});

/** Where Node.js would look for a package from another one's folder. */
function foldersFor(name: string, folder: string): string[] {
  const here = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
  if (folder === '') return [here];
  const parent = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
  return [here, ...foldersFor(name, parent)];
}
