import { describe, expect, it } from 'vitest';

import { sessionId } from '@/domain/sessions';

import { hashAddress } from '../agent';
import type { HashPage } from '../agent/session-address';
import { webSessionLocks, type Locks } from './web-session-locks';

describe('the address of a session', () => {
  it.each([
    ['#/s/ses_abc123', 'ses_abc123'],
    ['#/', null],
    ['', null],
    ['#/s/', null],
    ['#/s/ses_1/more', null],
    ['#/s/%3Cscript%3E', null],
    [`#/s/${'x'.repeat(81)}`, null],
  ])('in %o is %o', (hash, expected) => {
    expect(hashAddress(pageAt(hash)).read()).toBe(expected);
  });

  it('leads back to the session it was made from', () => {
    const page = pageAt('');
    const address = hashAddress(page);
    address.goTo(sessionId('ses_1'));
    expect(address.read()).toBe('ses_1');
    address.goTo(null);
    expect(address.read()).toBeNull();
  });
});

describe('the right to drive a session', () => {
  it('[S1] is one window’s until it lets go, where the browser has no locks', async () => {
    const locks = webSessionLocks(null, 'test');
    const hold = await locks.tryHold(sessionId('a'));
    expect(hold).not.toBeNull();
    expect(await locks.tryHold(sessionId('a'))).toBeNull();
    expect(await locks.tryHold(sessionId('b'))).not.toBeNull();

    hold?.release();
    expect(await locks.tryHold(sessionId('a'))).not.toBeNull();
  });

  it('[S1] is asked of the browser by the name of the workspace and the session', async () => {
    const asked: string[] = [];
    const locks = webSessionLocks(lockManager(asked), 'momentum');
    const hold = await locks.tryHold(sessionId('a'));
    expect(asked).toEqual(['momentum.session.a']);
    expect(await locks.tryHold(sessionId('a'))).toBeNull();
    hold?.release();
    await Promise.resolve();
    await Promise.resolve();
    expect(await locks.tryHold(sessionId('a'))).not.toBeNull();
  });
});

function pageAt(hash: string): HashPage {
  return {
    location: { hash },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
}

/** Locks as a browser keeps them, for one window. */
function lockManager(asked: string[]): Locks {
  const held = new Set<string>();
  return {
    async request(name, _options, work) {
      asked.push(name);
      if (held.has(name)) return work(null);
      held.add(name);
      try {
        return await work({ name });
      } finally {
        held.delete(name);
      }
    },
  };
}
