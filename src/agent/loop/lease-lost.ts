/** Another window has taken the session: nothing that follows may be tried here. */
export function isLeaseLost(error: unknown): boolean {
  return codeOf(error) === 'lease-lost';
}

/** Another window has written to the session: what is known of it here is old. */
export function isOvertaken(error: unknown): boolean {
  return isLeaseLost(error) || codeOf(error) === 'journal-conflict';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
