import { visibleText, type TextSegment } from '@/domain/workspace';

/**
 * Running text with every character made visible that cannot be seen or that changes how others are shown [X5]. Unlike in names,
 * several alphabets and unusual spaces are ordinary here.
 */
export function visibleProse(text: string): readonly TextSegment[] | null {
  if (!mayDeceive.test(text)) return null;
  return text
    .split(/(?<=[\n\t])|(?=[\n\t])/)
    .flatMap((line) => (line === '\n' || line === '\t' ? [plain(line)] : visibleText(line).map(inProse)));
}

const mayDeceive = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0]/u;

function inProse(segment: TextSegment): TextSegment {
  if (!segment.isSuspicious || !/^U\+[\dA-F]{4,6}$/.test(segment.text)) return plain(segment.text);
  return segment.label === 'unusual space' ? plain(characterOf(segment.text)) : segment;
}

function characterOf(codePoint: string): string {
  return String.fromCodePoint(parseInt(codePoint.slice(2), 16));
}

function plain(text: string): TextSegment {
  return { text, isSuspicious: false, label: '' };
}
