import process from 'node:process';

import fc from 'fast-check';

/** What an arbitrary makes. */
export type CaseOf<Cases> = Cases extends fc.Arbitrary<infer Case> ? Case : never;

/** A thousand cases, or as many as `npm run test:deep` asks for. */
const caseCount = Number(process.env['MOMENTUM_CASES'] ?? 1_000);

/** How long a test of properties may take on a machine that has much else to do. */
export const propertyTimeoutMs = caseCount * 300;

/**
 * Tries a property with many random cases; one that fails is made as small as it can be and told with its seed.
 *
 * @param share - of the cases, for a property each case of which takes long.
 */
export function expectAlways<Case>(
  cases: fc.Arbitrary<Case>,
  check: (one: Case) => Promise<void>,
  { share = 1 }: { readonly share?: number } = {},
): Promise<void> {
  return fc.assert(fc.asyncProperty(cases, check), { numRuns: Math.ceil(caseCount * share) });
}
