import * as z from 'zod/mini';

// Compiled schemas need `new Function`, which the Content-Security-Policy forbids; even probing for it counts as a violation. The
// setting is read when a schema is made, so every schema of this room is made from this module.
z.config({ jitless: true });

export { z };
