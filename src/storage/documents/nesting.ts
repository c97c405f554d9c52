const quote = 34;
const backslash = 92;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/**
 * Whether lists and objects in a JSON text stand in each other more than `limit` deep. A parser keeps something for every level, so
 * a few megabytes of opening brackets can take all the memory there is.
 */
export function nestsDeeperThan(limit: number, text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isInText) {
      if (unit === backslash) index += 1;
      else if (unit === quote) isInText = false;
    } else if (unit === quote) {
      isInText = true;
    } else if (unit === openBracket || unit === openBrace) {
      depth += 1;
      if (depth > limit) return true;
    } else if (unit === closeBracket || unit === closeBrace) {
      depth -= 1;
    }
  }
  return false;
}
