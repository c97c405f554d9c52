/**
 * The base of every error a caller can act on. `code` is for machines; the message is for people and says what happened, to what,
 * and what to do now. Messages never hold keys or text that a person wrote.
 */
export abstract class MomentumError extends Error {
  abstract readonly code: string;
}
