import { expect } from 'vitest';

/** Vitest types its asymmetric matchers as `any`; these hold a place in an expected value without switching types off. */
export function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

export function containing(text: string): unknown {
  return expect.stringContaining(text);
}
