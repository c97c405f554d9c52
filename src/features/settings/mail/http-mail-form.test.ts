import { describe, expect, it } from 'vitest';

import { untouchedDraft } from '@/state/settings';

import { exampleRequest, isTouched, keyStep, problemsOf, settingsFrom } from './http-mail-form';

const kept = { endpoint: 'https://api.example.com/emails', from: 'ana@example.com', isIdempotent: true };

describe('the form of a mail service', () => {
  it('keeps what is not touched, and what is typed without the spaces around it', () => {
    expect(settingsFrom({ ...untouchedDraft, from: ' Bo <bo@example.com> ' }, kept)).toEqual({
      ...kept,
      from: 'Bo <bo@example.com>',
    });
    expect(isTouched(untouchedDraft)).toBe(false);
    expect(isTouched({ ...untouchedDraft, isIdempotent: false })).toBe(true);
  });

  it('says at each field what is wrong there', () => {
    const problems = problemsOf({ ...kept, endpoint: 'http://api.example.com', from: 'Ana' }, 'two words');

    expect(problems).toEqual({
      endpoint: 'The address must begin with https://. Only a service on this device may use http://.',
      from: 'A sender looks like ana@example.com or Ana <ana@example.com>.',
      key: 'A key has no spaces and only plain letters, digits and signs. Copy it again.',
    });
  });

  it.each([null, '', '  '])('does without a key when it is %o', (key) => {
    expect(problemsOf(kept, key).key).toBeNull();
  });
});

describe('[X3] the key, when the settings are kept', () => {
  const origin = 'https://api.example.com';

  it('is kept when it was typed', () => {
    expect(keyStep(' re_1 ', kept.endpoint, null)).toEqual({ type: 'keep', key: 're_1' });
  });

  it('is left alone while the service stays the same', () => {
    expect(keyStep(null, 'https://api.example.com/other', origin)).toEqual({ type: 'leave' });
  });

  it('is forgotten when the address becomes another one, and when it is emptied', () => {
    expect(keyStep(null, 'https://evil.example/emails', origin)).toEqual({ type: 'forget' });
    expect(keyStep('', kept.endpoint, origin)).toEqual({ type: 'forget' });
  });
});

describe('the example of what is sent', () => {
  it('shows the address, the headers and every field', () => {
    expect(exampleRequest(kept, true)).toBe(
      [
        'POST https://api.example.com/emails',
        'Content-Type: application/json',
        'Authorization: Bearer (your key)',
        'Idempotency-Key: (one for each email, the same when repeated)',
        '',
        '{',
        '  "from": "ana@example.com",',
        '  "to": [',
        '    "ana@example.com"',
        '  ],',
        '  "cc": [],',
        '  "subject": "Status of Launch",',
        '  "text": "Hello Ana, …"',
        '}',
      ].join('\n'),
    );
  });

  it('sends no key where there is none', () => {
    expect(exampleRequest({ ...kept, endpoint: '', from: '' }, false)).not.toContain('Authorization');
  });
});
