import { nameIn, rule, type Groups, type Reader, type Rule } from '../reading/reader';
import type { Request } from '../reading/request';
import { article, it, verbs } from '../reading/vocabulary';
import { quoted, spoken } from '../words/phrase';

const remark = '(?:comments?|notes?|remarks?)';

export const commentRules: readonly Rule[] = [
  rule(
    `(?:${verbs.add}|leave|write|post|attach) ${article}${remark} (?:to|on|for|under|in) (?<on>${quoted}|[^:]+?)(?: (?:saying|that says|with|stating|reading)(?: that)?|:| that(?= )) ?(?<text>.+)`,
    comment,
  ),
  rule(
    `(?:${verbs.add}|leave|write|post|attach) ${article}${remark} (?<text>${quoted}) (?:to|on|for|under|in) (?<on>.+)`,
    comment,
  ),
  rule(
    `(?:${verbs.add}|leave|write|post|attach) ${article}${remark} (?:to|on|for|under) (?<on>${quoted}) (?<text>${quoted})`,
    comment,
  ),
  rule(
    `(?:${verbs.add}|leave|write|post) (?<text>${quoted}) as (?:a )?${remark} (?:to|on|for|under) (?<on>.+)`,
    comment,
  ),
  rule(
    `comment (?:on|under) (?<on>${quoted}|[^:]+?)(?:(?: saying| that|,|:) ?(?<text>.+)| (?<quote>${quoted}))`,
    ({ on, text, quote }, reader) => comment({ on, text: text ?? quote }, reader),
  ),
  rule(
    `(?:note|remark) (?:on|for|to) (?<on>${quoted}|[^:]+?)(?:: ?| that )(?<text>.+)`,
    ({ on = '', text }, reader) =>
      /^self$/iu.test(on)
        ? { type: 'comment', text: spoken(text ?? '', reader.quotes), on: null }
        : comment({ on, text }, reader),
  ),
  rule(
    `(?:(?:${verbs.add}|leave|write|take|make)(?: down)? ${article}(?:comments?|remarks?|notes?)|comment|remark)(?:(?:(?: saying| that says| that|:| about| to)) ?(?<text>.+)| (?<quote>${quoted}))?`,
    ({ text, quote }, reader) => {
      const said = text ?? quote;
      return { type: 'comment', text: said === undefined ? null : spoken(said, reader.quotes), on: null };
    },
  ),
  rule('note (?:down )?(?:that|:) ?(?<text>.+)', ({ text = '' }, reader) => ({
    type: 'comment',
    text: spoken(text, reader.quotes),
    on: null,
  })),
];

function comment({ on = '', text = '' }: Groups, reader: Reader): Request {
  return {
    type: 'comment',
    text: spoken(text, reader.quotes),
    on: it.test(on.trim()) ? 'it' : nameIn(on, reader),
  };
}
