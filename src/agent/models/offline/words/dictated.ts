const dictation =
  /^(?=.*\b(?:e-?mails?|mail|write to|comment|note)\b).*?(?:\b(?:saying|that says|which says|says|telling|tell (?:him|her|them)|let (?:him|her|them) know|with the (?:text|message|body)|that (?=(?:i|we|the|our|my|it|he|she|they|you|your|this|there|all|everything|everyone)\b))|:)/isu;

/**
 * Where in a request begins what is to be told to somebody, word for word: nothing from there on may be put in other words. The length
 * of the request when it holds nothing of the kind.
 */
export function dictatedFrom(text: string): number {
  return dictation.exec(text)?.[0].length ?? text.length;
}
