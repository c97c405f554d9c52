import { readFileSync } from 'node:fs';

const dist = new URL('dist/', import.meta.url);
const page = readFileSync(new URL('index.html', dist), 'utf8');
const firstScripts = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
  ([, file]) => `dist/${file}`,
);
if (firstScripts.length === 0)
  throw new Error('dist/index.html loads no script, so there is nothing to weigh.');

export default [
  {
    name: 'JavaScript that the page loads before it shows anything',
    path: firstScripts,
    limit: '150 kB',
    gzip: true,
  },
];
