import { describe, expect, it } from 'vitest';

import { endpointUrl, isWithin, readEndpoint, type Endpoint } from './endpoint';

function endpointOf(text: string): Endpoint {
  const reading = readEndpoint(text);
  if (reading.type !== 'endpoint') throw new Error(reading.message);
  return reading.endpoint;
}

describe('a base URL', () => {
  it.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1/models'],
    ['  https://api.openai.com/v1/  ', 'https://api.openai.com/v1/models'],
    ['api.openai.com/v1', 'https://api.openai.com/v1/models'],
    ['localhost:11434/v1', 'http://localhost:11434/v1/models'],
    ['127.0.0.1:1234/v1', 'http://127.0.0.1:1234/v1/models'],
    ['[::1]:8080', 'http://[::1]:8080/models'],
    ['http://192.168.1.7:8000/v1', 'http://192.168.1.7:8000/v1/models'],
    ['https://openrouter.ai/api/v1/chat/completions', 'https://openrouter.ai/api/v1/models'],
    ['https://example.com/v1/responses/', 'https://example.com/v1/models'],
    ['https://api.anthropic.com/v1/messages', 'https://api.anthropic.com/v1/models'],
    ['HTTPS://API.EXAMPLE.COM', 'https://api.example.com/models'],
  ])('%s is understood', (typed, models) => {
    expect(endpointUrl(endpointOf(typed), '/models')).toBe(models);
  });

  it.each([
    ['', /Enter the base URL/u],
    ['https://', /not a web address/u],
    ['ht tp://x', /not a web address/u],
    ['ftp://example.com', /https:\/\/ or http:\/\//u],
    ['https://me:secret@example.com/v1', /key has a field of its own/u],
    ['https://example.com/v1?key=1', /before any \?/u],
    ['https://example.com/v1#x', /before any \?/u],
  ])('%o is refused with advice', (typed, advice) => {
    expect(readEndpoint(typed)).toMatchObject({ type: 'unusable', message: expect.stringMatching(advice) });
  });

  it('knows what is this device', () => {
    expect(endpointOf('localhost:1/v1').isLoopback).toBe(true);
    expect(endpointOf('ollama.localhost/v1').isLoopback).toBe(true);
    expect(endpointOf('https://localhost.example.com/v1').isLoopback).toBe(false);
  });
});

describe('[X3] what lies within an endpoint', () => {
  const endpoint = endpointOf('https://api.example.com/v1');

  it.each(['https://api.example.com/v1/models', 'https://api.example.com/v1/chat/completions?x=1'])(
    '%s does',
    (address) => {
      expect(isWithin(endpoint, address)).toBe(true);
    },
  );

  it.each([
    'https://api.example.com/v2/models',
    'https://api.example.com/v1evil/models',
    'https://api.example.com/v1/../admin',
    'https://api.example.com.evil.example/v1/models',
    'http://api.example.com/v1/models',
    'https://api.example.com:8443/v1/models',
    '/v1/models',
  ])('%s does not', (address) => {
    expect(isWithin(endpoint, address)).toBe(false);
  });
});
