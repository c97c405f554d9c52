/** What cannot be read as a time of its own, and would be a wrong task. */
export const repeating =
  /\b(?:(?:every|each) (?:single )?(?:(?:other |second )?(?:day|week|month|year|morning|evening|night|afternoon|hour|weekday|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?|\d+ \w+)(?: and \w+)?|daily|weekly|monthly|yearly|annually|hourly|(?:mon|tues|wednes|thurs|fri|satur|sun)days|on weekdays|repeating|recurring|twice a (?:day|week|month)|once a (?:day|week|month))\b/iu;
/** Counted from an hour that is not known. */
export const hourly =
  /\b(?:in|after|within) (?:(?:an?|about|half an?|\d+|one|two|three|four|five|six|ten|fifteen|twenty|thirty|a few|a couple of|the next) ?)+(?:and a half )?(?:hours?|hrs?|h|minutes?|mins?|min)\b|\b(?:\d+|an?|one|two|half an) (?:hours?|minutes?|mins?) (?:from now|before|prior)(?: \w+)*|\b(?:later|in a (?:bit|while|moment|little while)|shortly|right now)$/iu;

/** The day on which it is first: what comes every Tuesday is on Tuesday. */
export function firstDay(every: string): string {
  const day = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day/iu.exec(every)?.[0];
  return day === undefined ? '' : ` on ${day}`;
}
