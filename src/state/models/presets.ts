import type { WireApi } from '@/domain/models';

/** A server that many people use, and how it is reached. */
export interface ServerPreset {
  readonly name: string;
  readonly baseUrl: string;
  readonly api: WireApi;
  /** What to do so that it answers a page. */
  readonly hint: string;
}

export const serverPresets: readonly ServerPreset[] = [
  {
    name: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    api: 'chat-completions',
    hint: 'Needs a key from openrouter.ai.',
  },
  {
    name: 'Ollama',
    baseUrl: 'http://localhost:11434/v1',
    api: 'chat-completions',
    hint: 'Start it with OLLAMA_ORIGINS set to the address of this page. Needs no key.',
  },
  {
    name: 'LM Studio',
    baseUrl: 'http://localhost:1234/v1',
    api: 'chat-completions',
    hint: 'Start its server with “Enable CORS” on. Needs no key.',
  },
  {
    name: 'vLLM',
    baseUrl: 'http://localhost:8000/v1',
    api: 'chat-completions',
    hint: 'Answers any page by default. Needs a key only when started with --api-key.',
  },
  {
    name: 'llama.cpp',
    baseUrl: 'http://localhost:8080/v1',
    api: 'chat-completions',
    hint: 'Start llama-server with --jinja, so that models can call tools. Needs no key.',
  },
];
