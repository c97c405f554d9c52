import remend from 'remend';

/**
 * What has arrived of a text, made to look like what it is about to become: emphasis and links that have only begun are ended, a
 * table's head is a table, and signs whose meaning the next characters decide wait for them. Only for showing: it is never kept.
 */
export function healed(text: string): string {
  const fence = openFence(text);
  if (fence !== null) return withoutHalfFence(text, fence);
  const settled = withTableHead(withoutUndecided(text), text.slice(text.lastIndexOf('\n') + 1));
  const lastPart = settled.lastIndexOf('\n\n') + 1;
  return settled.slice(0, lastPart) + remend(settled.slice(lastPart), remendOptions);
}

const remendOptions = {
  linkMode: 'text-only',
  katex: false,
  // It ends with an invisible character, which would be shown.
  setextHeadings: false,
} as const;

/** The signs that opened the code block in which the text ends; null outside of code. */
function openFence(text: string): string | null {
  let open: string | null = null;
  for (const [, run = '', rest = ''] of text.matchAll(/^(?:[ \t>]|[-*+] |\d+[.)] )*(`{3,}|~{3,})(.*)$/gm)) {
    if (open === null) open = run.startsWith('`') && rest.includes('`') ? null : run;
    else if (run.startsWith(open) && rest.trim() === '') open = null;
  }
  return open;
}

function withoutHalfFence(text: string, fence: string): string {
  const lineStart = text.lastIndexOf('\n') + 1;
  const line = text.slice(lineStart).trim();
  const isHalf = lineStart > 0 && line !== '' && line.length < fence.length && fence.startsWith(line);
  return isHalf ? text.slice(0, lineStart) : text;
}

/** Leaves out the end of the last line as long as the next characters may make something else of it. */
function withoutUndecided(text: string): string {
  const lineStart = text.lastIndexOf('\n') + 1;
  const line = text.slice(lineStart);
  if (/^[ \t>]*(?:(?:[-*+=_`~#:|<]|\d{1,9}[.)])[ \t]*)*(?:\[[ xX]?\]?)?$/.test(line)) {
    return text.slice(0, lineStart);
  }
  return text
    .replace(/(?<=^|[\s([])(?:\*{1,3}|_{1,3}|~{1,2}|`{1,2}|!?\[|!)$/, '')
    .replace(/!?\[(?<words>[^\]\n]+)\]$/, '$<words>');
}

/** Shows the first line of a table as its head from its first cell on, and keeps it one while the line below it arrives. */
function withTableHead(text: string, arriving: string): string {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const head = lines.at(-1) ?? '';
  const isHead = isTableLine(head) || (head.includes('|') && /^[\s|:]*-[\s|:-]*$/.test(arriving));
  if (!isHead || isTableLine(lines.at(-2) ?? '')) return text;
  return `${text}${text.endsWith('\n') ? '' : '\n'}${delimiterFor(head)}`;
}

function isTableLine(line: string): boolean {
  return line.trimStart().startsWith('|');
}

function delimiterFor(head: string): string {
  const cells = head
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/);
  return `|${cells.map(() => '---|').join('')}`;
}
