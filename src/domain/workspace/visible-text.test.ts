import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isEmailAddress } from './rules';
import { visibleAddress, visibleText, type TextSegment } from './visible-text';

function ordinary(text: string): TextSegment {
  return { text, isSuspicious: false, label: '' };
}

function odd(text: string, label: string): TextSegment {
  return { text, isSuspicious: true, label };
}

describe('visibleAddress', () => {
  it('[X5] leaves a plain address alone', () => {
    expect(visibleAddress('sara.lindqvist+news@mail.example.com')).toEqual([
      ordinary('sara.lindqvist+news@mail.example.com'),
    ]);
  });

  /** The eleven ways of RELIABILITY S7 in which an address can look like another one. */
  const deceptions: readonly (readonly [what: string, address: string, segments: readonly TextSegment[]])[] =
    [
      [
        'a Cyrillic letter in the name',
        'p\u0430ul@example.com',
        [ordinary('p'), odd('\u0430', 'Cyrillic character, not plain ASCII'), ordinary('ul@example.com')],
      ],
      [
        'a Greek letter in the domain',
        'paul@ex\u03B1mple.com',
        [ordinary('paul@ex'), odd('\u03B1', 'Greek character, not plain ASCII'), ordinary('mple.com')],
      ],
      [
        'a full-width letter',
        'paul@\uFF45xample.com',
        [ordinary('paul@'), odd('\uFF45', 'Latin character, not plain ASCII'), ordinary('xample.com')],
      ],
      [
        'a full-width at sign before another domain',
        'paul\uFF20evil.example@example.com',
        [
          ordinary('paul'),
          odd('\uFF20', 'unusual character, not plain ASCII'),
          ordinary('evil.example@example.com'),
        ],
      ],
      [
        'a zero width space',
        'paul@exam\u200Bple.com',
        [ordinary('paul@exam'), odd('U+200B', 'zero width space'), ordinary('ple.com')],
      ],
      [
        'a zero width joiner',
        'pa\u200Dul@example.com',
        [ordinary('pa'), odd('U+200D', 'zero width joiner'), ordinary('ul@example.com')],
      ],
      [
        'a soft hyphen',
        'paul@exam\u00ADple.com',
        [ordinary('paul@exam'), odd('U+00AD', 'soft hyphen'), ordinary('ple.com')],
      ],
      [
        'a right-to-left override',
        'paul@\u202Emoc.elpmaxe',
        [
          ordinary('paul@'),
          odd('U+202E', 'right-to-left override: what follows is shown backwards'),
          ordinary('moc.elpmaxe'),
        ],
      ],
      [
        'an isolate',
        '\u2067paul\u2069@example.com',
        [
          odd('U+2067', 'right-to-left isolate'),
          ordinary('paul'),
          odd('U+2069', 'end of an isolate'),
          ordinary('@example.com'),
        ],
      ],
      [
        'a line break that starts another header',
        'paul@example.com\nBcc:eve@example.com',
        [ordinary('paul@example.com'), odd('U+000A', 'control character'), ordinary('Bcc:eve@example.com')],
      ],
      [
        'an encoded domain that stands for look-alike letters',
        'paul@xn--80ak6aa92e.com',
        [
          ordinary('paul@'),
          odd('xn--80ak6aa92e', 'stands for “\u0430\u0440\u0440\u04CF\u0435” (Cyrillic)'),
          ordinary('.com'),
        ],
      ],
    ];

  it.each(deceptions)('[X5] shows %s', (_what, address, segments) => {
    expect(visibleAddress(address)).toEqual(segments);
  });

  it('[X5] all but the encoded domain are refused as addresses too', () => {
    const accepted = deceptions.filter(([, address]) => isEmailAddress(address)).map(([what]) => what);
    expect(accepted).toEqual(['an encoded domain that stands for look-alike letters']);
  });

  it('[X5] says when an encoded domain stands for nothing', () => {
    expect(visibleAddress('a@xn--zzzzzzzzzzzzzz.com')).toEqual([
      ordinary('a@'),
      odd('xn--zzzzzzzzzzzzzz', 'encoded letters that cannot be read'),
      ordinary('.com'),
    ]);
  });
});

describe('visibleText', () => {
  it.each([
    'Sara Lindqvist',
    'Zoë O’Brien-Núñez',
    'Иван Петров',
    'Сара Иванова',
    'Γιώργος Παπαδόπουλος',
    '山田 太郎',
    'שרה כהן',
    'می‌خواهم',
    'क्‍ष',
    'Team 🚀 👩‍💻 ❤️',
    '“Launch” – 50 % (draft)… ½ m² 2nd™ №5',
  ])('[X5] leaves %s alone', (name) => {
    expect(visibleText(name)).toEqual([ordinary(name)]);
  });

  it.each<readonly [string, string, readonly TextSegment[]]>([
    [
      'a Cyrillic letter in a Latin word',
      'S\u0430r\u0430 Lind',
      [
        ordinary('S'),
        odd('\u0430', 'Cyrillic letter among Latin ones'),
        ordinary('r'),
        odd('\u0430', 'Cyrillic letter among Latin ones'),
        ordinary(' Lind'),
      ],
    ],
    [
      'a Latin letter in a Cyrillic word',
      'Петр\u006Fв Иван',
      [ordinary('Петр'), odd('o', 'Latin letter among Cyrillic ones'), ordinary('в Иван')],
    ],
    [
      'letters that are more than the ones they hide among',
      'Т\u043Em Smith',
      [odd('Т\u043E', 'Cyrillic letter among Latin ones'), ordinary('m Smith')],
    ],
    [
      'a whole word of look-alike letters',
      '\u0420\u0430\u0443 Smith',
      [odd('\u0420\u0430\u0443', 'Cyrillic letters that look like Latin ones'), ordinary(' Smith')],
    ],
    ['letters in disguise', '𝐒ara', [odd('𝐒', 'looks like “S” but is not'), ordinary('ara')]],
    ['full-width letters', 'Ｓara', [odd('Ｓ', 'looks like “S” but is not'), ordinary('ara')]],
    ['an unusual space', 'Sara\u00A0L', [ordinary('Sara'), odd('U+00A0', 'unusual space'), ordinary('L')]],
    ['tag characters', 'a\u{E0041}', [ordinary('a'), odd('U+E0041', 'invisible tag character')]],
    ['half a character', 'a\uD800', [ordinary('a'), odd('U+D800', 'broken character')]],
    ['a private character', '\uE000', [odd('U+E000', 'private character, shown differently everywhere')]],
    ['a filler', 'a\u3164', [ordinary('a'), odd('U+3164', 'invisible character')]],
    [
      'each invisible character by itself',
      '\u200B\u200B',
      [odd('U+200B', 'zero width space'), odd('U+200B', 'zero width space')],
    ],
  ])('[X5] shows %s', (_what, text, segments) => {
    expect(visibleText(text)).toEqual(segments);
  });

  it('[X5] shows nothing that could change how the rest is shown, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { text: shown } of [...visibleText(text), ...visibleAddress(text)]) {
          expect(shown).not.toMatch(
            /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u,
          );
        }
      }),
    );
  });

  it('[X5] loses nothing that can be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleText(text)
          .map((segment) => segment.text)
          .join('');
        for (const character of text.match(/[\p{L}\p{N}]/gu) ?? []) {
          const isHidden = /[\u115F\u1160\u3164\uFFA0]/.test(character);
          expect(shown.includes(character) || isHidden).toBe(true);
        }
      }),
    );
  });
});
