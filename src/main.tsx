import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from '@/app';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('The page has no element with the id "root", so Momentum cannot start. Reload the page.');
}
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
