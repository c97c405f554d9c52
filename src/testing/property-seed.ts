import fc from 'fast-check';

// A red run in CI is about the change it tests. Everywhere else each run tries other cases, and `npm run test:deep` many more.
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 20_261_121 });
