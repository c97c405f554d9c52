import { describe, expect, it } from 'vitest';

import { readEndpoint } from '@/domain/models';

import { modelNetwork } from './model-network';

/** A worker that answers nothing, and whose file may turn out not to be there. */
class SilentWorker extends EventTarget {
  readonly asked: unknown[] = [];

  postMessage(message: unknown): void {
    this.asked.push(message);
  }

  terminate(): void {
    return;
  }
}

const reading = readEndpoint('https://models.example/v1');
if (reading.type !== 'endpoint') throw new Error(reading.message);
const { endpoint } = reading;
const address = 'https://models.example/v1/models';

describe('the way to a server of models', () => {
  it('[L6] goes through another worker after the first one could not be loaded, for whoever has it already', async () => {
    const workers: SilentWorker[] = [];
    const network = modelNetwork(() => {
      const worker = new SilentWorker();
      workers.push(worker);
      return worker;
    });
    const fetch = network(endpoint);
    const first = fetch(address, {});
    workers[0]?.dispatchEvent(new Event('error'));
    await expect(first).rejects.toThrow(TypeError);

    void fetch(address, {}).catch(() => undefined);
    void network(endpoint)(address, {}).catch(() => undefined);
    expect(workers.map(({ asked }) => asked.length)).toEqual([1, 2]);
  });
});
