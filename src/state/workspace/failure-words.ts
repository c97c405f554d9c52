import { MomentumError } from '@/domain';

/** Says why a change was not made, to the person who wanted it. A defect of the app is also reported to the console. */
export function failureInWords(cause: unknown): string {
  if (cause instanceof MomentumError) return cause.message;
  reportError(cause);
  return 'This could not be done because of a defect in the app. Nothing was changed. Reload the page if it happens again.';
}
